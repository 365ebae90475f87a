import type { Transporter } from 'nodemailer';
import type { WholeMail } from '../sealed-mail.js';
import { domainOf, furtherHeaders, messageId, SENDER } from './headers.js';
import { MailNotSentError, MailRefusedError, type MailTransport } from './mail-transport.js';

const PATIENCE_MS = 20_000;
/** What a server's 5xx answers to is this mail; before, it is our access, which an operator can mend. */
const ABOUT_THE_MAIL: ReadonlySet<unknown> = new Set(['RCPT TO', 'DATA']);

/** A mail server, by SMTP. */
export class SmtpServer implements MailTransport {
  readonly name: string;
  private server: Transporter | null = null;

  constructor(
    private readonly url: URL,
    private readonly from: string,
  ) {
    this.name = `the mail server ${url.host}`;
  }

  async send(id: string, mail: WholeMail): Promise<void> {
    // Loaded with the first mail: most processes send none.
    const { createTransport } = await import('nodemailer');
    this.server ??= createTransport(smtpOptions(this.url, this.from));
    try {
      await this.server.sendMail({
        messageId: messageId(id, this.from),
        from: { name: SENDER, address: this.from },
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        headers: furtherHeaders(mail),
        xMailer: false,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    } catch (error) {
      // Nothing of it is kept: its message and its fields hold the address and what the server wrote.
      throw asKnown(error as { code?: string; command?: string; responseCode?: number });
    }
  }
}

/**
 * How to speak to the server. Mails hold links to sign in with, so they go encrypted or not at all, but to
 * a server on this machine. The name given to it is the sender's domain, not this machine's.
 */
export function smtpOptions(url: URL, from: string) {
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  const local = ['localhost', '127.0.0.1', '::1'].includes(host);
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !local,
    ignoreTLS: !secure && local,
    auth: url.username
      ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
      : undefined,
    name: domainOf(from),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    logger: false,
  } as const;
}

function asKnown({
  code,
  command,
  responseCode,
}: {
  code?: string;
  command?: string;
  responseCode?: number;
}): Error {
  return responseCode && responseCode >= 500 && ABOUT_THE_MAIL.has(command)
    ? new MailRefusedError(responseCode)
    : new MailNotSentError([code, responseCode].filter(Boolean).join(' ') || 'no answer');
}
