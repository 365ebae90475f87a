import { html, type Html } from '../html/html.js';
import type { PublicPage } from './public-layout.js';
import type { PublicVisit } from './public-visit.js';
import { askField } from './search.page.js';

/**
 * Where visitors begin.
 *
 * @param isFictional whether any network here is
 * @param hasDemo whether they can sign in as a user of the demo
 */
export function frontPage(visit: PublicVisit, isFictional: boolean, hasDemo: boolean): PublicPage {
  const { t } = visit;
  return {
    title: t('site.about'),
    heading: t('front.title'),
    description: t('front.lead'),
    path: '/',
    indexed: true,
    wide: true,
    content: html`<div class="hero">
        <div>
          <p class="lead">${t('front.lead')}</p>
          <form action="/directory" role="search">
            ${visit.asked !== null && html`<input type="hidden" name="lang" value="${visit.asked}" />`}
            ${askField(visit, { text: '' })}
          </form>
          ${isFictional && html`<p class="hint">${t('front.fictional')}</p>`}
        </div>
        ${circle()}
      </div>
      <ul class="cards">
        ${card(t('nav.networks'), t('front.networksAbout'), [[visit.to('/networks'), t('how.networks')]])}
        ${card(t('nav.how'), t('front.howAbout'), [[visit.to('/how-matching-works'), t('nav.how')]])}
        ${card(t('front.mediator'), t('front.mediatorAbout'), [
          [visit.to('/sign-in'), t('nav.signIn')],
          [visit.to('/networks'), t('how.networks')],
        ])}
        ${card(t('front.organizer'), t('front.organizerAbout'), [
          [visit.to('/directory'), t('search.title')],
          [visit.to('/sign-in'), t('nav.signIn')],
        ])}
        ${card(t('front.network'), t('front.networkAbout'), [['/console', t('front.console')]])}
        ${hasDemo && card(t('front.demo'), t('front.demoAbout'), [[`${visit.to('/sign-in')}#demo`, t('front.demoUsers')]])}
      </ul>`,
  };
}

function card(
  title: string,
  about: string,
  links: readonly (readonly [address: string, text: string])[],
): Html {
  return html`<li>
    <h2>${title}</h2>
    <p>${about}</p>
    <p class="ways">${links.map(([address, text]) => html`<a href="${address}">${text}</a> `)}</p>
  </li>`;
}

/** A council in a circle, seen from above: seats around an open place. */
function circle(): Html {
  const seats = Array.from({ length: 12 }, (_, i) => {
    const angle = (i / 12) * 2 * Math.PI;
    return [Math.round(100 + 74 * Math.sin(angle)), Math.round(100 - 74 * Math.cos(angle))];
  });
  return html`<svg class="circle" viewBox="0 0 200 200" aria-hidden="true" focusable="false">
    <circle class="ground" cx="100" cy="100" r="98" />
    ${seats.map(([x = 0, y = 0], i) => html`<circle class="${i % 3 === 0 ? 'seat other' : 'seat'}" cx="${x}" cy="${y}" r="11" />`)}
    <circle class="fire" cx="100" cy="100" r="16" />
  </svg>`;
}
