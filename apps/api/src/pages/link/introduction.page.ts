import { html } from '../html/html.js';
import { notice } from '../request/notice.js';
import type { Visit } from '../request/visit.js';
import { button } from '../views/fields.js';
import type { Page } from '../views/layout.js';

/** What a link to an ask shows to whoever opens it, person or program: that something waits, and a button. */
export function introductionLinkPage(visit: Visit, token: string): Page {
  const { t } = visit;
  const held = html`<input type="hidden" name="token" value="${token}" />`;
  const press = html`${held}${button(t('link.introduction.button'))}`;
  return {
    leavable: true,
    title: t('link.introduction.title'),
    content: html`${notice(visit)}
    ${
      token !== '' &&
      html`<p>${t('link.introduction.about')}</p>
        ${visit.form('/link/introduction', press)}`
    }`,
  };
}
