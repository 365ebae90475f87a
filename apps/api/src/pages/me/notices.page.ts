import type { OwnBreach } from '#breaches';
import { html, type Html } from '../html/html.js';
import { notice } from '../request/notice.js';
import type { Visit } from '../request/visit.js';
import { button } from '../views/fields.js';
import type { Page } from '../views/layout.js';

/** What a mediator is told of data of hers in wrong hands, the latest first. */
export function noticesPage(visit: Visit, notices: readonly OwnBreach[]): Page {
  const { t } = visit;
  return {
    own: true,
    title: t('notices.title'),
    content: html`${notice(visit)}
      <p>${t('notices.about')}</p>
      ${notices.length === 0 && html`<p>${t('notices.none')}</p>`}
      ${notices.map((one) => noticeView(visit, one, visit.form(`/me/data/notices/${one.id}`, button(t('notices.read')))))}
      <p><a href="/me/data">${t('menu.data')}</a></p>`,
  };
}

/** One of them. @param form the button by which she says that she has read it */
export function noticeView({ t, words }: Visit, one: OwnBreach, form: Html): Html {
  const { from, until, cause, facts, advice, readAt } = one;
  return html`<h2>${t('notices.when', { from: words.day(from), until: words.day(until) })}</h2>
    <p>${t(`notices.causes.${cause}`)}</p>
    <h3>${t('notices.facts')}</h3>
    <ul>
      ${facts.map((fact) => html`<li>${t(`notices.seen.${fact}`)}</li>`)}
    </ul>
    <h3>${t('notices.advice')}</h3>
    <ul>
      ${advice.map((each) => html`<li>${t(`notices.do.${each}`)}</li>`)}
    </ul>
    ${readAt === null ? form : html`<p>${t('notices.readOn')}</p>`}`;
}
