import { html } from '../html/html.js';
import { notice } from '../request/notice.js';
import type { Visit } from '../request/visit.js';
import { button } from '../views/fields.js';
import type { Page } from '../views/layout.js';

/**
 * What a link to a check-in shows to whoever opens it, person or program: two buttons, and no word of who she is or where.
 */
export function checkInLinkPage(visit: Visit, token: string): Page {
  const { t } = visit;
  const held = html`<input type="hidden" name="token" value="${token}" />`;
  return {
    leavable: true,
    title: t('link.check-in.title'),
    content: html`${notice(visit)}
    ${
      token !== '' &&
      html`<p>${t('link.check-in.about')}</p>
        ${visit.form('/link/check-in', html`${held}${button(t('checkIn.well'))}`)}
        ${visit.form('/link/check-in/call', html`${held}${button(t('checkIn.call'), 'second')}`)}`
    }`,
  };
}
