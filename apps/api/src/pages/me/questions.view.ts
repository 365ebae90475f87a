import type { OpenQuestion } from '#directory';
import { html, type Html } from '../html/html.js';
import type { Visit } from '../request/visit.js';

/** What coordinators of her networks ask her, the latest first; nothing where they ask nothing. */
export function questionsView({ words }: Visit, open: readonly OpenQuestion[]): Html | false {
  return (
    open.length > 0 &&
    html`<ul class="plain">
      ${open.map(({ text, askedAt }) => html`<li>${words.day(askedAt)}: ${words.said(text)}</li>`)}
    </ul>`
  );
}
