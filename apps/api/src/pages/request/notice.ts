import { isNamed } from '#messages';
import { html, type Value } from '../html/html.js';
import type { Visit } from './visit.js';

/** What a form has just done, where its address says so. */
export function notice({ query, t }: Visit): Value {
  const done = query.get('done') ?? '';
  if (!isNamed('pages', 'done', done)) return false;
  return html`<p class="notice" role="status">${t(`done.${done}`)}</p>`;
}
