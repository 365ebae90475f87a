import type { WholeMail } from '../sealed-mail.js';
import { furtherHeaders, messageId, SENDER } from './headers.js';
import type { MailTransport } from './mail-transport.js';
import { writeOwn } from './write-own.js';

/**
 * A folder that takes mails where there is no server, for whoever tries Baraza: files that a mail program
 * and a person can read.
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
    await writeOwn(this.folder, `${id}.eml`, this.fileOf(id, mail));
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
