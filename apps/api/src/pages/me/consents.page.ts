import {
  CONSENT_PURPOSES,
  type ConsentPurpose,
  type ConsentText,
  type ConsentView,
} from '#directory';
import { html, type Html } from '../html/html.js';
import type { Visit } from '../request/visit.js';
import { button } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { notice } from '../request/notice.js';

/** Each purpose with its text, how it stands, and one button. */
export function consentsPage(
  visit: Visit,
  history: readonly ConsentView[],
  texts: readonly ConsentText[],
): Page {
  const sections = CONSENT_PURPOSES.map((purpose) => {
    const text = texts.find(({ name }) => name === purpose);
    const ofPurpose = history.filter((consent) => consent.purpose === purpose);
    return html`<h2 id="${purpose}">${visit.t(`consents.purposes.${purpose}`)}</h2>
      ${text && html`<blockquote>${text.text}</blockquote>`}
      ${standing(visit, purpose, ofPurpose, text)} ${earlier(visit, ofPurpose)}
      ${
        purpose === 'LINKED' &&
        html`<p><a href="/me/consents/entries">${visit.t('entries.title')}</a></p>
          <p><a href="/me/consents/directories">${visit.t('directories.title')}</a></p>`
      }`;
  });
  return {
    own: true,
    title: visit.t('consents.title'),
    content: html`${notice(visit)}
      <p>${visit.t('consents.about')}</p>
      <p>${visit.t('consents.canBeTold')}</p>
      ${sections}`,
  };
}

/** A purpose that came when most had answered the others: asked of every mediator until she has said yes or no. */
export function askedOnce(
  visit: Visit,
  purpose: ConsentPurpose,
  unanswered: readonly ConsentPurpose[],
  texts: readonly ConsentText[],
): Html | false {
  const text = texts.find(({ name }) => name === purpose);
  if (!text || !unanswered.includes(purpose)) return false;
  const { t } = visit;
  const hidden = html`<input type="hidden" name="purpose" value="${purpose}" />`;
  const version = html`<input type="hidden" name="version" value="${text.version}" />`;
  return html`<h2 id="${purpose}">${t('consents.asked')}</h2>
    <blockquote>${text.text}</blockquote>
    ${visit.form('/me/consents/give', html`${hidden}${version}${button(t('consents.give'), 'first', purpose)}`)}
    ${visit.form('/me/consents/refuse', html`${hidden}${button(t('consents.refuse'), 'second', purpose)}`)}
    <p>${t('consents.later')}</p>`;
}

function standing(
  visit: Visit,
  purpose: ConsentPurpose,
  consents: readonly ConsentView[],
  text: ConsentText | undefined,
): Html {
  const { t } = visit;
  const inForce = consents.find(({ withdrawnAt }) => withdrawnAt === null);
  const hidden = html`<input type="hidden" name="purpose" value="${purpose}" />`;
  if (inForce) {
    const take = html`${hidden}${button(t('consents.withdraw'), 'second', purpose)}`;
    return html`<p>${t('consents.given', { date: new Date(inForce.givenOn) })}</p>
      ${visit.form('/me/consents/withdraw', take)}`;
  }
  const version = html`<input type="hidden" name="version" value="${text?.version}" />`;
  return html`<p>${t('consents.notGiven')}</p>
    ${visit.form('/me/consents/give', html`${hidden}${version}${button(t('consents.give'), 'first', purpose)}`)}`;
}

function earlier({ t }: Visit, consents: readonly ConsentView[]): Html | false {
  const items = consents.flatMap(({ givenOn, withdrawnAt }) => {
    if (withdrawnAt === null) return [];
    const days = { date: new Date(givenOn), until: new Date(withdrawnAt) };
    return [html`<li>${t('consents.wasWithdrawn', days)}</li>`];
  });
  return (
    items.length > 0 &&
    html`<details>
      <summary>${t('consents.history')}</summary>
      <ul>
        ${items}
      </ul>
    </details>`
  );
}
