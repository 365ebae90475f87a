import type { WholeMessage } from '../sealed-mail.js';

/** Where short messages to telephones go: what sends them by SMS, or by a messenger. */
export abstract class MessageGateway {
  /** For the operator: where that is, without any secret. */
  abstract readonly name: string;
  /** Whether messages go anywhere: else nobody may choose to be told so. */
  abstract readonly isOpen: boolean;
  /**
   * Hands one message over. `id` is the same when it is tried again.
   *
   * @throws MailRefusedError where it will never be taken, MailNotSentError where it may be later.
   */
  abstract send(id: string, message: WholeMessage): Promise<void>;
}

/** A message as a gateway is given it, and as the outbox writes it. */
export function bodyOf(id: string, { to, locale, text }: WholeMessage): string {
  return JSON.stringify({ id, to, language: locale, text });
}
