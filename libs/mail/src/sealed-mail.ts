import type { Locale } from '#vocabulary';
import type { RenderedMail } from './templates/render.js';

/** A mail with all that is needed to send it: what is sealed in its row. */
export interface WholeMail extends RenderedMail {
  readonly to: string;
  readonly locale: Locale;
}

/** A short message for a telephone with all that is needed to send it. */
export interface WholeMessage {
  /** A telephone number with its country, as `messageNumber` writes it: `+` and digits. */
  readonly to: string;
  readonly locale: Locale;
  readonly text: string;
}

/** A mail as it waits. */
export interface WaitingMail extends Omit<WholeMail, 'to'> {
  /** Null where the address of its account could not be opened: it is asked for again when the mail is sent. */
  readonly to: string | null;
}

/** By which way a row goes, with what is sealed in it. */
export interface WholeByChannel {
  readonly mail: WaitingMail;
  readonly message: WholeMessage;
}

export type MailChannel = keyof WholeByChannel;

/** What a mail is sealed for. */
export function placeOfMail(id: string): string {
  return `mail_message:${id}`;
}
