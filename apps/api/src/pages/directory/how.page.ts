import { html, type Html } from '../html/html.js';
import type { PublicPage } from './public-layout.js';
import type { PublicVisit } from './public-visit.js';

/** What docs/matching.md and docs/for-mediators.md say, in a few plain words. */
export function howPage(visit: PublicVisit): PublicPage {
  const { t } = visit;
  return {
    title: t('how.title'),
    description: t('how.lead'),
    path: '/how-matching-works',
    indexed: true,
    content: html`<p class="lead">${t('how.lead')}</p>
      ${section(t('how.who.title'), [t('how.who.1'), t('how.who.2')])}
      <h2>${t('how.compare.title')}</h2>
      <ol>
        <li>${t('how.compare.1')}</li>
        <li>${t('how.compare.2')}</li>
        <li>${t('how.compare.3')}</li>
        <li>${t('how.compare.4')}</li>
      </ol>
      <h2>${t('how.criteria.title')}</h2>
      <ul>
        <li>${t('how.criteria.languages')}</li>
        <li>${t('how.criteria.places')}</li>
        <li>${t('how.criteria.topics')}</li>
        <li>${t('how.criteria.roles')}</li>
        <li>${t('how.criteria.years')}</li>
        <li>${t('how.criteria.availability')}</li>
        <li>${t('how.criteria.words')}</li>
      </ul>
      <p>${t('how.criteria.not')}</p>
      ${section(t('how.consent.title'), [t('how.consent.1'), t('how.consent.2')])}
      ${section(t('how.safety.title'), [t('how.safety.1'), t('how.safety.2'), t('how.safety.3')])}
      ${section(t('how.asked.title'), [t('how.asked.1'), t('how.asked.2')])}
      ${section(t('how.listed.title'), [t('how.listed.1')])}
      <p><a href="${visit.to('/networks')}">${t('how.networks')}</a></p>
      ${section(t('how.removed.title'), [t('how.removed.1'), t('how.removed.2')])}
      <p><a href="${visit.to('/sign-in')}">${t('nav.signIn')}</a></p>`,
  };
}

function section(title: string, paragraphs: readonly string[]): Html {
  return html`<h2>${title}</h2>
    ${paragraphs.map((one) => html`<p>${one}</p>`)}`;
}
