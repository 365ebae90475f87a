import type { TestApi } from './api.js';
import { readOutbox, type ReadMail } from './outbox.js';

/** Runs the waiting jobs; the mails to an address so far, oldest first. */
export async function mailsTo(
  { services, settings }: Pick<TestApi, 'services' | 'settings'>,
  email: string,
): Promise<ReadMail[]> {
  await services.jobs.drain();
  return (await readOutbox(settings)).filter(({ to }) => to === email);
}

/** The token of the link in the last mail to an address. */
export async function lastToken(
  api: Pick<TestApi, 'services' | 'settings'>,
  email: string,
): Promise<string> {
  const mail = (await mailsTo(api, email)).at(-1);
  const link = mail?.links[0];
  const token = link === undefined ? null : new URL(link).searchParams.get('token');
  if (token === null) throw new Error(`There is no link for ${email}.`);
  return token;
}

/** The way to the page behind that link, as a browser asks for it. */
export async function lastLink(
  api: Pick<TestApi, 'services' | 'settings'>,
  email: string,
): Promise<string> {
  const link = (await mailsTo(api, email)).at(-1)?.links[0];
  if (link === undefined) throw new Error(`There is no link for ${email}.`);
  const { pathname, search } = new URL(link);
  return pathname + search;
}
