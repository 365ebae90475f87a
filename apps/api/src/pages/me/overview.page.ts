import type { WholeProfile } from '#directory';
import { html, type Html } from '../html/html.js';
import type { Visit } from '../request/visit.js';
import { button } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { notice } from '../views/notice.js';

/** How her profile stands, and what is done most often. */
export function overviewPage(visit: Visit, profile: WholeProfile): Page {
  const { me } = visit.texts;
  return {
    own: true,
    title: me.title,
    content: html`${notice(visit)}
      <p>${me.signedIn}</p>
      <h2>${me.state}</h2>
      <p>${me.states[profile.state]}</p>
      ${!profile.consents.includes('LISTED') && html`<p class="alert">${me.unlisted} <a href="/me/consents">${visit.texts.menu.consents}</a></p>`}
      <h2>${me.confirmTitle}</h2>
      ${confirmation(visit, profile)}
      <h2 id="export">${me.export}</h2>
      <p>${me.exportAbout} ${me.exportWarning}</p>
      ${visit.form('/me/export/pdf', button(me.pdf, 'second'))}
      ${visit.form('/me/export/json', button(me.json, 'second'))}
      <h2>${me.signOut}</h2>
      ${visit.form('/sign-out', button(me.signOut, 'second'))}`,
  };
}

function confirmation(visit: Visit, { confirmedOn }: WholeProfile): Html {
  const { words, texts } = visit;
  const { me } = texts;
  const last = confirmedOn
    ? words.fill(me.confirmedOn, { date: words.day(confirmedOn) })
    : me.neverConfirmed;
  return html`<p>${last} <a href="/me/data">${texts.menu.data}</a></p>
    ${visit.form('/me/confirm', button(me.confirm))}`;
}
