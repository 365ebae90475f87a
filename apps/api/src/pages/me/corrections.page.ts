import { STANDARD_AUDIENCE, type CorrectionView, type ProfileField } from '#directory';
import { attributes, html, type Html } from '../html/html.js';
import type { Mistakes } from '../request/mistakes.js';
import type { Visit } from '../request/visit.js';
import { box, button, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { notice } from '../views/notice.js';

export interface CorrectionWritten {
  readonly field: string;
  readonly text: string;
  readonly mistakes: Mistakes;
}

export const CORRECTABLE = Object.keys(STANDARD_AUDIENCE) as ProfileField[];

/** Asks for a correction, and shows what became of those before. */
export function correctionsPage(
  visit: Visit,
  asked: readonly CorrectionView[],
  { field, text, mistakes }: CorrectionWritten,
): Page {
  const { texts } = visit;
  const { corrections } = texts;
  const options = CORRECTABLE.map(
    (name) =>
      html`<option value="${name}" ${attributes({ selected: name === field })}>
        ${texts.fields[name]}
      </option>`,
  );
  return {
    own: true,
    title: corrections.title,
    content: html`${notice(visit)}
      <p>${corrections.about}</p>
      ${summary(mistakes, texts, { field: corrections.field, text: corrections.text })}
      ${visit.form(
        '/me/corrections',
        html`<label for="field">${corrections.field}</label>
          <select id="field" name="field">
            <option value="">${corrections.whole}</option>
            ${options}
          </select>
          ${box({ name: 'text', label: corrections.text, value: text, mistakes })}
          ${button(texts.send)}`,
      )}
      <h2>${corrections.asked}</h2>
      ${
        asked.length === 0
          ? html`<p>${corrections.none}</p>`
          : html`<ul class="plain">
              ${asked.map((one) => item(visit, one))}
            </ul>`
      }`,
  };
}

function item({ texts, words }: Visit, one: CorrectionView): Html {
  const { corrections, fields } = texts;
  const field = CORRECTABLE.find((name) => name === one.field);
  return html`<li>
    <strong>${field ? fields[field] : corrections.whole}</strong>, ${words.day(one.requestedAt)}:
    ${corrections.states[one.state]}<br />
    ${words.said(one.request)}
    ${one.answer !== null && html`<br /><em>${corrections.answer}:</em> ${words.said(one.answer)}`}
  </li>`;
}
