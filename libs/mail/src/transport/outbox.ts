import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { WholeMail } from '../sealed-mail.js';
import { furtherHeaders, messageId, SENDER } from './headers.js';
import { MailNotSentError, type MailTransport } from './mail-transport.js';

/**
 * A folder that takes mails where there is no server, for whoever tries Baraza: files that a mail program
 * and a person can read. They hold links to sign in with, so they are their owner's alone.
 */
export class Outbox implements MailTransport {
  readonly name: string;

  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {
    this.name = `files in ${folder}`;
  }

  async send(id: string, mail: WholeMail): Promise<void> {
    const file = join(this.folder, `${id}.eml`);
    try {
      await mkdir(dirname(this.folder), { recursive: true });
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      // Whole or not there: whoever looks into the folder meanwhile reads no half mail.
      await writeFile(`${file}.part`, this.fileOf(id, mail), { mode: 0o600 });
      await rename(`${file}.part`, file);
    } catch (error) {
      throw new MailNotSentError((error as NodeJS.ErrnoException).code ?? 'outbox');
    }
  }

  /** In UTF-8 throughout (RFC 6532), so that it can be read as it is. */
  private fileOf(id: string, mail: WholeMail): string {
    const headers = {
      From: `${SENDER} <${this.from}>`,
      To: mail.to,
      Subject: mail.subject,
      'Message-ID': messageId(id, this.from),
      Date: new Date().toUTCString().replace('GMT', '+0000'),
      ...furtherHeaders(mail),
      'MIME-Version': '1.0',
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Transfer-Encoding': '8bit',
    };
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return `${head.join('')}\r\n${mail.text.replaceAll('\n', '\r\n')}`;
  }
}
