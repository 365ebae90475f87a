import { html, type Value } from '../html/html.js';
import type { Visit } from '../request/visit.js';

/** What a form has just done, where its address says so. */
export function notice({ query, texts: { done } }: Visit): Value {
  const name = query.get('done') ?? '';
  const said = Object.hasOwn(done, name) ? done[name as keyof typeof done] : null;
  return said && html`<p class="notice" role="status">${said}</p>`;
}
