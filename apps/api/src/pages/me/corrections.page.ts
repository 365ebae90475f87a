import {
  STANDARD_AUDIENCE,
  type CorrectionView,
  type OpenQuestion,
  type ProfileField,
} from '#directory';
import { attributes, html, type Html } from '../html/html.js';
import type { Mistakes } from '../views/mistakes.js';
import type { Visit } from '../request/visit.js';
import { box, button, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { notice } from '../request/notice.js';
import { questionsView } from './questions.view.js';

export interface CorrectionWritten {
  readonly field: string;
  readonly text: string;
  readonly mistakes: Mistakes;
}

export const CORRECTABLE = Object.keys(STANDARD_AUDIENCE) as ProfileField[];

/** What her networks ask her; asks for a correction, and shows what became of those before. */
export function correctionsPage(
  visit: Visit,
  asked: readonly CorrectionView[],
  questions: readonly OpenQuestion[],
  { field, text, mistakes }: CorrectionWritten,
): Page {
  const { t } = visit;
  const options = CORRECTABLE.map(
    (name) =>
      html`<option value="${name}" ${attributes({ selected: name === field })}>
        ${visit.words.field(name)}
      </option>`,
  );
  return {
    own: true,
    title: t('corrections.title'),
    content: html`${notice(visit)}
      ${
        questions.length > 0 &&
        html`<h2>${t('corrections.questions')}</h2>
          ${questionsView(visit, questions)}`
      }
      <p>${t('corrections.about')}</p>
      ${summary(mistakes, t, { field: t('corrections.field'), text: t('corrections.text') })}
      ${visit.form(
        '/me/corrections',
        html`<label for="field">${t('corrections.field')}</label>
          <select id="field" name="field">
            <option value="">${t('corrections.whole')}</option>
            ${options}
          </select>
          ${box({ name: 'text', label: t('corrections.text'), value: text, mistakes })}
          ${button(t('send'))}`,
      )}
      <h2>${t('corrections.asked')}</h2>
      ${
        asked.length === 0
          ? html`<p>${t('corrections.none')}</p>`
          : html`<ul class="plain">
              ${asked.map((one) => item(visit, one))}
            </ul>`
      }`,
  };
}

function item({ t, words }: Visit, one: CorrectionView): Html {
  const field = CORRECTABLE.find((name) => name === one.field);
  return html`<li>
    <strong>${field ? words.field(field) : t('corrections.whole')}</strong>,
    ${words.day(one.requestedAt)}: ${t(`corrections.states.${one.state}`)}<br />
    ${words.said(one.request)}
    ${one.answer !== null && html`<br /><em>${t('corrections.answer')}:</em> ${words.said(one.answer)}`}
  </li>`;
}
