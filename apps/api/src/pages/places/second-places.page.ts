import type { OwnMentoring } from '#deployments';
import { ALONGSIDE_ROLES } from '#deployments';
import { html, type Html } from '../html/html.js';
import { notice } from '../request/notice.js';
import type { Visit } from '../request/visit.js';
import { button } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { placeView, type ShownPlace } from './place.view.js';

/** As many as an old telephone loads without waiting. */
export const MOST_PLACES = 4;

/** Second places in which she is the newcomer or the mentor, and what came of earlier ones. */
export function secondPlacesPage(
  visit: Visit,
  places: readonly ShownPlace[],
  mentorings: readonly OwnMentoring[],
  next: number | null,
  alert: string | null = null,
): Page {
  const { t } = visit;
  return {
    own: true,
    title: t('secondPlaces.title'),
    content: html`${notice(visit)}${alert !== null && html`<p class="alert" role="alert">${alert}</p>`}
      <p>${t('secondPlaces.about')}</p>
      ${places.length === 0 && html`<p>${t('deployments.none')}</p>`}
      ${places.map((one) =>
        placeView(visit, one, (act, fields) =>
          visit.form(`/me/deployments/second-places/${one.place.id}/${act}`, fields),
        ),
      )}
      ${next !== null && html`<p><a href="/me/deployments/second-places?from=${next}">${t('asks.earlier')}</a></p>`}
      ${
        mentorings.length > 0 &&
        html`<h2>${t('mentoring.title')}</h2>
          <ul class="plain">
            ${mentorings.map((one) => entry(visit, one))}
          </ul>`
      }
      <p><a href="/me/deployments">${t('deployments.title')}</a></p>`,
  };
}

function entry(visit: Visit, { id, part, form, beganOn, endedOn, shown }: OwnMentoring): Html {
  const { t, words } = visit;
  const act = shown ? 'hide' : 'show';
  const days = t('ask.dates', { from: words.day(beganOn), until: words.day(endedOn) });
  return html`<li>
    ${t(`mentoring.parts.${part}`)} ${words.name('role', ALONGSIDE_ROLES[form])}, ${days}.
    ${t(shown ? 'mentoring.shown' : 'mentoring.hidden')}
    ${visit.form(`/me/deployments/second-places/mentorings/${id}/${act}`, button(t(`mentoring.acts.${act}`), 'second'))}
  </li>`;
}
