import type { WholeMail } from '../sealed-mail.js';

/** Where mails go. */
export abstract class MailTransport {
  /** For the operator: where that is, without any secret. */
  abstract readonly name: string;
  /**
   * Hands one mail over. `id` is the same when it is tried again.
   *
   * @throws MailRefusedError where it will never be taken, MailNotSentError where it may be later.
   */
  abstract send(id: string, mail: WholeMail): Promise<void>;
}

/** The server refuses this mail for good. Says neither to whom it goes nor what it is. */
export class MailRefusedError extends Error {
  constructor(reply: number) {
    super(`The mail server refused a mail for good (${reply}).`);
    this.name = 'MailRefusedError';
  }
}

/** It could not be sent now. Says neither to whom it goes nor what it is, nor what the server wrote. */
export class MailNotSentError extends Error {
  constructor(reason: string) {
    super(`A mail could not be sent now (${reason}).`);
    this.name = 'MailNotSentError';
  }
}
