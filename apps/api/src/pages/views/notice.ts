import { html, type Value } from '../html/html.js';
import type { Visit } from '../request/visit.js';

const DONE = ['saved', 'confirmed', 'given', 'withdrawn', 'sent', 'ended'] as const;

/** What a form has just done, where its address says so. */
export function notice({ query, t }: Visit): Value {
  const done = DONE.find((each) => each === query.get('done'));
  return done && html`<p class="notice" role="status">${t(`done.${done}`)}</p>`;
}
