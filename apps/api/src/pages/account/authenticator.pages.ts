import type { AccountView } from '#identity';
import { html, type Html } from '../html/html.js';
import type { Visit } from '../request/visit.js';
import { button, line, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import type { Mistakes } from '../views/mistakes.js';
import { authenticatorState, surroundingsOf } from './account.page.js';
import { qrCode } from './qr-code.view.js';

/** Where an authenticator is set up or replaced, and recovery codes are made anew. */
export function authenticatorPage(
  visit: Visit,
  { account, heldBack }: { readonly account: AccountView; readonly heldBack: boolean },
  mistakes: Mistakes,
): Page {
  const { t } = visit;
  const labels = { password: t('account.reauthenticate'), code: t('account.code') };
  return {
    ...surroundingsOf(visit),
    title: t('account.authenticator'),
    content: html`${summary(mistakes, t, labels, t('mistakes.signIn'))}
      ${heldBack && html`<p class="notice">${t('account.needed')}</p>`}
      <p>${t('account.what')} ${authenticatorState(visit, account)}</p>
      <h2>${t('account.setUp')}</h2>
      ${account.secondFactor && html`<p>${t('account.replaceAbout')}</p>`}
      ${visit.form(
        '/account/authenticator',
        html`${line({ name: 'password', label: labels.password, type: 'password', fill: 'current-password', mistakes })}
        ${button(t('account.setUp'))}`,
      )}
      ${account.secondFactor && renewal(visit, mistakes)}`,
  };
}

function renewal(visit: Visit, mistakes: Mistakes): Html {
  const { t } = visit;
  return html`<h2>${t('account.codesTitle')}</h2>
    <p>${t('account.renewAbout')}</p>
    ${visit.form(
      '/account/authenticator/recovery-codes',
      html`${codeLine(visit, mistakes)}${button(t('account.renew'), 'second')}`,
    )}`;
}

/** @param uri `otpauth:` address, which the form brings back, so that a wrong code shows the same picture again */
export function enrolmentPage(visit: Visit, uri: string, mistakes: Mistakes): Page {
  const { t } = visit;
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return {
    ...surroundingsOf(visit),
    once: true,
    title: t('account.setUp'),
    content: html`${summary(mistakes, t, { code: t('account.code') }, t('mistakes.signIn'))}
      <p>${t('account.scan')}</p>
      ${qrCode(uri, t('account.picture'))}
      <p>${t('account.type')}</p>
      <p><code>${inGroups(secret)}</code></p>
      ${visit.form(
        '/account/authenticator/code',
        html`<input type="hidden" name="uri" value="${uri}" />${codeLine(visit, mistakes)}${button(
            t('account.confirm'),
          )}`,
      )}`,
  };
}

/** Shown once, and made to be printed. */
export function recoveryCodesPage(visit: Visit, codes: readonly string[]): Page {
  const { t } = visit;
  return {
    ...surroundingsOf(visit),
    once: true,
    title: t('account.codesTitle'),
    content: html`<p>${t('account.codesAbout')}</p>
      <ul class="plain">
        ${codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ul>
      ${visit.form('/account/authenticator/kept', button(t('account.kept')))}`,
  };
}

function codeLine({ t }: Visit, mistakes: Mistakes): Html {
  return line({
    name: 'code',
    label: t('account.code'),
    fill: 'one-time-code',
    numeric: true,
    required: true,
    mistakes,
  });
}

/** For typing; authenticators take spaces. */
function inGroups(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
