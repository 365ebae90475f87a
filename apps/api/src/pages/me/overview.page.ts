import type { WholeProfile } from '#directory';
import { html, type Html } from '../html/html.js';
import type { Visit } from '../request/visit.js';
import { button } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { notice } from '../request/notice.js';

/** How her profile stands, and what is done most often. */
export function overviewPage(visit: Visit, profile: WholeProfile): Page {
  return {
    own: true,
    title: visit.t('me.title'),
    content: html`${notice(visit)}
      <p>${visit.t('me.signedIn')}</p>
      <h2>${visit.t('me.state')}</h2>
      <p>${visit.t(`me.states.${profile.state}`)}</p>
      ${!profile.consents.includes('LISTED') && html`<p class="alert">${visit.t('me.unlisted')} <a href="/me/consents">${visit.t('menu.consents')}</a></p>`}
      <h2>${visit.t('me.confirmTitle')}</h2>
      ${confirmation(visit, profile)}
      <h2 id="export">${visit.t('me.export')}</h2>
      <p>${visit.t('me.exportAbout')} ${visit.t('me.exportWarning')}</p>
      ${visit.form('/me/export/pdf', button(visit.t('me.pdf'), 'second'))}
      ${visit.form('/me/export/json', button(visit.t('me.json'), 'second'))}
      <h2>${visit.t('me.signOut')}</h2>
      ${visit.form('/sign-out', button(visit.t('me.signOut'), 'second'))}`,
  };
}

function confirmation(visit: Visit, { confirmedOn }: WholeProfile): Html {
  const { t } = visit;
  const last = confirmedOn
    ? t('me.confirmedOn', { date: new Date(confirmedOn) })
    : t('me.neverConfirmed');
  return html`<p>${last} <a href="/me/data">${t('menu.data')}</a></p>
    ${visit.form('/me/confirm', button(t('me.confirm')))}`;
}
