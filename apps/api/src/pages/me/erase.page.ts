import { html } from '../html/html.js';
import type { Mistakes } from '../views/mistakes.js';
import type { Visit } from '../request/visit.js';
import { button, line, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';

/** The last form: she writes her name as the directory shows it, so that it is no slip. */
export function erasePage(visit: Visit, mistakes: Mistakes, written = ''): Page {
  const name = line({
    name: 'confirmation',
    label: visit.t('erase.type'),
    value: written,
    required: true,
    mistakes,
  });
  return {
    own: true,
    title: visit.t('erase.title'),
    content: html`<p>${visit.t('erase.about')}</p>
      <p>${visit.t('erase.kept')}</p>
      <p><a href="/me#export">${visit.t('erase.first')}</a></p>
      ${summary(mistakes, visit.t, { confirmation: visit.t('erase.type') })}
      ${visit.form('/me/erase', html`${name}${button(visit.t('erase.button'), 'danger')}`)}`,
  };
}

/** For whoever is no longer held here. */
export function erasedPage({ t }: Visit): Page {
  return { title: t('erase.doneTitle'), content: html`<p>${t('erase.done')}</p>` };
}
