import { html } from '../html/html.js';
import type { Mistakes } from '../request/mistakes.js';
import type { Visit } from '../request/visit.js';
import { button, line, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';

/** The last form: she writes her name as the directory shows it, so that it is no slip. */
export function erasePage(visit: Visit, mistakes: Mistakes, written = ''): Page {
  const { erase } = visit.texts;
  const name = line({
    name: 'confirmation',
    label: erase.type,
    value: written,
    required: true,
    mistakes,
  });
  return {
    own: true,
    title: erase.title,
    content: html`<p>${erase.about}</p>
      <p>${erase.kept}</p>
      <p><a href="/me#export">${erase.first}</a></p>
      ${summary(mistakes, visit.texts, { confirmation: erase.type })}
      ${visit.form('/me/erase', html`${name}${button(erase.button, 'danger')}`)}`,
  };
}

/** For whoever is no longer held here. */
export function erasedPage({ texts: { erase } }: Visit): Page {
  return { title: erase.doneTitle, content: html`<p>${erase.done}</p>` };
}
