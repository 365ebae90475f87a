import type { OwnApplication } from '#applications';
import { html, type Html, type Value } from '../html/html.js';
import type { Visit } from '../request/visit.js';
import { button } from '../views/fields.js';
import type { Page } from '../views/layout.js';

/** How her application stands, and what she can do with it. What she wrote is not shown: others may read her mail. */
export function ownApplicationPage(visit: Visit, own: OwnApplication, token: string): Page {
  const { t, words } = visit;
  const { call, network, keptUntil, state } = own;
  const name = network === null ? '' : words.inLocale(network.names);
  return {
    title: t(`application.titles.${state}`),
    languages: call.languages,
    content: html`<p>
        ${t('link.invitation.network', { name })}<br />${words.inLocale(call.titles)}
      </p>
      <p>${standing(visit, own)}</p>
      ${answer(visit, own)}
      ${keptUntil !== null && html`<p>${t('application.kept', { date: new Date(keptUntil) })}</p>`}
      ${state === 'unconfirmed' && form(visit, 'confirm', token, button(t('application.confirm')))}
      ${withdrawal(visit, own, token)}`,
  };
}

function standing({ t }: Visit, own: OwnApplication): string {
  const { state, sentAt: sent, confirmableUntil: until, hasProfile } = own;
  if (state === 'unconfirmed') return t('application.about.unconfirmed', { sent, until });
  if (state === 'withdrawn' && hasProfile) return t('application.aboutLeft');
  return t(`application.about.${state}`);
}

/** After she has taken back what nobody had read. */
export function deletedPage({ t }: Visit): Page {
  return {
    title: t('application.deletedTitle'),
    content: html`<p>${t('application.deleted')}</p>`,
  };
}

/** Why she was declined, and what the network writes besides. */
function answer({ t, words }: Visit, { reason, words: written }: OwnApplication): Value {
  if (reason === null) return false;
  return html`<p>${t(`application.reasons.${reason}`)}</p>
    ${
      written !== null &&
      html`${reason !== 'other' && html`<p>${t('application.words')}</p>`}
        <blockquote>${words.said(written)}</blockquote>`
    }`;
}

function withdrawal(visit: Visit, { state }: OwnApplication, token: string): Value {
  const { t } = visit;
  if (state === 'withdrawn') return false;
  const press = button(t(`application.withdraw.${state}`), 'second');
  return html`<p>${t(`application.withdrawAbout.${state}`)}</p>
    ${form(visit, 'withdraw', token, press)}`;
}

function form(visit: Visit, step: 'confirm' | 'withdraw', token: string, press: Html): Html {
  const held = html`<input type="hidden" name="token" value="${token}" />${press}`;
  const lang = visit.query.has('lang') ? `?lang=${visit.locale}` : '';
  return visit.form(`/link/application/${step}${lang}`, held);
}
