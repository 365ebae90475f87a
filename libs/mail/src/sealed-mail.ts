import type { Locale } from '#vocabulary';
import type { RenderedMail } from './templates/render.js';

/** A mail with all that is needed to send it: what is sealed in its row. */
export interface WholeMail extends RenderedMail {
  readonly to: string;
  readonly locale: Locale;
}

/** What a mail is sealed for. */
export function placeOfMail(id: string): string {
  return `mail_message:${id}`;
}
