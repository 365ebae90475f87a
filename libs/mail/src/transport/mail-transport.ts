import type { MailChannel, WholeMail } from '../sealed-mail.js';

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

/** The server refuses this for good. Says neither to whom it goes nor what it is. */
export class MailRefusedError extends Error {
  constructor(reply: number, what: MailChannel = 'mail') {
    super(`The ${what} server refused a ${what} for good (${reply}).`);
    this.name = 'MailRefusedError';
  }
}

/** It could not be sent now. Says neither to whom it goes nor what it is, nor what the server wrote. */
export class MailNotSentError extends Error {
  constructor(reason: string, what: MailChannel = 'mail') {
    super(`A ${what} could not be sent now (${reason}).`);
    this.name = 'MailNotSentError';
  }
}
