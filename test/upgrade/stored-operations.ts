import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NotAskedError } from './report.js';
import type { Person } from './people.js';
import type { Door } from './visitor.js';
import { formsOf } from '../support/html-forms.js';

/** The operations that the console of a version may send, as texts by their hashes. */
export async function consoleOperations(root: string): Promise<Map<string, string>> {
  const file = join(root, 'dist/apps/console/operations.json');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new NotAskedError('it has no console');
  });
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>));
}

/** A person at the console of one version, whose requests any process may get. */
export class ConsoleVisitor {
  private constructor(private readonly headers: Readonly<Record<string, string>>) {}

  /** Signs in by the form of `/sign-in`, as somebody without an authenticator. */
  static async signIn(door: Door, { email, password }: Person): Promise<ConsoleVisitor> {
    const page = await door.send('GET', '/sign-in');
    const form = formsOf(page.text).find(({ controls }) =>
      controls.some(({ name }) => name === 'password'),
    );
    if (!form) throw new Error(`${door.name} has no form to sign in`);
    const hidden = form.controls.filter(({ sent }) => sent).map(({ name, value }) => [name, value]);
    const fields = { ...Object.fromEntries(hidden), address: email, password };
    const signedIn = await door.send(
      'POST',
      '/sign-in',
      { cookie: page.cookies, 'content-type': 'application/x-www-form-urlencoded' },
      new URLSearchParams(fields).toString(),
    );
    const { cookies: cookie } = signedIn;
    const { text } = await door.send('GET', '/console/session', { cookie });
    const { formToken } = JSON.parse(text) as { formToken?: string };
    if (formToken === undefined)
      throw new Error(`${door.name} does not sign her in at the console`);
    return new ConsoleVisitor({ cookie, 'x-baraza-form': formToken });
  }

  /** Names an operation: the code of the error with which it is answered, null if there is none. */
  async ask(door: Door, sha256Hash: string): Promise<string | null> {
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    const { errors } = await door.graph({ extensions }, this.headers);
    return errors ? (errors[0]?.extensions?.code ?? errors[0]?.message ?? '') : null;
  }
}
