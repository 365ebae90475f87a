import type { OwnAskView } from '#introductions';
import { standing } from './ask.page.js';
import { html, type Html } from '../html/html.js';
import { notice } from '../request/notice.js';
import type { Visit } from '../request/visit.js';
import type { Page } from '../views/layout.js';

/** As many as an old telephone loads without waiting. */
const MOST_ON_A_PAGE = 10;

/** Who has asked for her, the latest first. */
export function introductionsPage(visit: Visit, asks: readonly OwnAskView[]): Page {
  const { t, query } = visit;
  const from = Math.max(0, Math.trunc(Number(query.get('from'))) || 0);
  const shown = asks.slice(from, from + MOST_ON_A_PAGE);
  const next = from + MOST_ON_A_PAGE;
  return {
    own: true,
    title: t('asks.title'),
    content: html`${notice(visit)}
      <p>${t('asks.about')}</p>
      ${
        shown.length === 0
          ? html`<p>${t('asks.none')}</p>`
          : html`<ul class="plain">
              ${shown.map((ask) => entry(visit, ask))}
            </ul>`
      }
      ${next < asks.length && html`<p><a href="/me/introductions?from=${next}">${t('asks.earlier')}</a></p>`}
      <p>${t('asks.preferences')} <a href="/me/preferences">${t('menu.preferences')}</a></p>`,
  };
}

function entry(visit: Visit, ask: OwnAskView): Html {
  const { words } = visit;
  return html`<li>
    <a href="/me/introductions/${ask.id}">${words.said(ask.organizationName)}</a>:
    ${words.said(ask.terms.role ?? ask.needTitle)}<br />${standing({ visit, ask })}
  </li>`;
}
