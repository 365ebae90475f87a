import { html, type Html } from '../html/html.js';
import { notice } from '../request/notice.js';
import type { Visit } from '../request/visit.js';
import type { Page } from '../views/layout.js';
import { waitsOf, type DeploymentPlace } from './deployment-place.js';

/** A deployment as the list shows it. */
export type ListedDeployment = Pick<DeploymentPlace, 'deployment' | 'feedback'>;

/** As many as an old telephone loads without waiting. */
const MOST_ON_A_PAGE = 6;

/** All her deployments, the latest first, with what waits for her. */
export function deploymentsPage(
  visit: Visit,
  deployments: readonly ListedDeployment[],
  now: Date,
): Page {
  const { t, query } = visit;
  const from = Math.max(0, Math.trunc(Number(query.get('from'))) || 0);
  const shown = deployments.slice(from, from + MOST_ON_A_PAGE);
  const next = from + MOST_ON_A_PAGE;
  return {
    own: true,
    title: t('deployments.title'),
    content: html`${notice(visit)}
      <p>${t('deployments.about')}</p>
      ${
        shown.length === 0
          ? html`<p>${t('deployments.none')}</p>`
          : html`<ul class="plain">
              ${shown.map((one) => entry(visit, one, now))}
            </ul>`
      }
      ${next < deployments.length && html`<p><a href="/me/deployments?from=${next}">${t('asks.earlier')}</a></p>`}
      <p><a href="/me/deployments/second-places">${t('secondPlaces.title')}</a></p>`,
  };
}

function entry(visit: Visit, listed: ListedDeployment, now: Date): Html {
  const { t, words } = visit;
  const { id, organizationName, needTitle, startsOn, endsOn, state } = listed.deployment;
  const waits = waitsOf(visit, listed, now);
  return html`<li>
    <a href="/me/deployments/${id}">${words.said(organizationName)}</a>: ${words.said(needTitle)}<br />
    ${t('ask.dates', { from: words.day(startsOn), until: words.day(endsOn) })}<br />
    ${t(`deployment.states.${state}`)} ${waits.map((one) => html`<br /><strong>${one}</strong>`)}
  </li>`;
}
