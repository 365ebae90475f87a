import type { Settings } from '#config';
import { join } from 'node:path';
import type { MailTransport } from './mail-transport.js';
import { Outbox } from './outbox.js';
import { SmtpServer } from './smtp-server.js';

/** The mail server of the settings or, where there is none, a folder. */
export function createMailTransport({
  mailUrl,
  mailFrom,
  dataDirectory,
}: Pick<Settings, 'mailUrl' | 'mailFrom' | 'dataDirectory'>): MailTransport {
  return mailUrl !== null && mailFrom !== null
    ? new SmtpServer(new URL(mailUrl), mailFrom)
    : new Outbox(join(dataDirectory, 'outbox'), mailFrom ?? 'baraza@localhost');
}
