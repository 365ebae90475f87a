import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Settings } from '#config';
import type { DemoUser } from './users.js';

/** Where the demo's passwords are, from this folder if they lie within it; null where there are none. */
export function demoUsersFile(settings: Pick<Settings, 'dataDirectory'>): string | null {
  const path = pathOf(settings);
  if (!existsSync(path)) return null;
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}

/** Writes down how to sign in to the demo, for the person whose machine it is and for nobody else on it. */
export async function writeDemoUsers(
  settings: Pick<Settings, 'dataDirectory'>,
  users: readonly DemoUser[],
): Promise<void> {
  const lines = users.map(({ what, email, password, totpSecret }) => {
    const factor = totpSecret === null ? '' : `\n  authenticator  ${totpSecret}`;
    return `${what}\n  e-mail         ${email}\n  password       ${password}${factor}\n`;
  });
  await mkdir(settings.dataDirectory, { recursive: true });
  await writeFile(pathOf(settings), `${HEAD}\n${lines.join('\n')}`, { mode: 0o600 });
}

/** Those who can sign in to the demo, as they were written down; nobody where the demo was never loaded. */
export async function readDemoUsers(
  settings: Pick<Settings, 'dataDirectory'>,
): Promise<Pick<DemoUser, 'email' | 'password'>[]> {
  const path = pathOf(settings);
  if (!existsSync(path)) return [];
  const found = (await readFile(path, 'utf8')).matchAll(/^  e-mail +(\S+)\n  password +(.+)$/gm);
  return [...found].map(([, email = '', password = '']) => ({ email, password }));
}

const HEAD = `The users of the demo. None of them exists; the passwords were made for this database alone.
An authenticator app takes the secret as it stands here (time-based, six digits).
`;

function pathOf({ dataDirectory }: Pick<Settings, 'dataDirectory'>): string {
  return join(dataDirectory, 'demo-users.txt');
}
