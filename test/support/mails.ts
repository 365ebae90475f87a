import type { TestApi } from './api.js';
import { readOutbox, type ReadMail } from './outbox.js';

/** Runs the waiting jobs; the mails to an address so far, oldest first. */
export async function mailsTo(
  { rooms, settings }: Pick<TestApi, 'rooms' | 'settings'>,
  email: string,
): Promise<ReadMail[]> {
  await rooms.jobs.drain();
  return (await readOutbox(settings)).filter(({ to }) => to === email);
}

/** The token of the link in the last mail to an address. */
export async function lastToken(
  api: Pick<TestApi, 'rooms' | 'settings'>,
  email: string,
): Promise<string> {
  const mail = (await mailsTo(api, email)).at(-1);
  const [, token] = mail?.links[0]?.split('#') ?? [];
  if (token === undefined) throw new Error(`There is no link for ${email}.`);
  return token;
}
