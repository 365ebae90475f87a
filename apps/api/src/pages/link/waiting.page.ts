import { html } from '../html/html.js';
import { formOfLink } from '../request/form-of-link.js';
import { notice } from '../request/notice.js';
import type { Visit } from '../request/visit.js';
import { button } from '../views/fields.js';
import type { Page } from '../views/layout.js';

/** Links that work more than once, behind a page that shows nothing. */
export type WaitingPurpose = 'introduction' | 'feedback' | 'second-place' | 'correction' | 'breach';

/** What a link shows to whoever opens it, person or program: that something waits, and a button. */
export function waitingPage(visit: Visit, purpose: WaitingPurpose): Page {
  const { t } = visit;
  const token = visit.query.get('token') ?? '';
  return {
    leavable: true,
    title: t('link.introduction.title'),
    content: html`${notice(visit)}
    ${
      token !== '' &&
      html`<p>${t('link.introduction.about')}</p>
        ${formOfLink(visit, token, `/link/${purpose}`, button(t('link.introduction.button')))}`
    }`,
  };
}

/** A page behind a link, and below it a way to make her links to it useless. */
export function withWayOut(visit: Visit, page: Page, purpose: WaitingPurpose, token: string): Page {
  const { t } = visit;
  const press = button(t('link.introduction.withdraw'), 'second');
  return {
    ...page,
    content: html`${page.content}
      <h2>${t('link.introduction.linkTitle')}</h2>
      <p>${t('link.introduction.withdrawAbout')}</p>
      ${formOfLink(visit, token, `/link/${purpose}/withdraw`, press)}`,
  };
}
