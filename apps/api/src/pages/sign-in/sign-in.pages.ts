import { html } from '../html/html.js';
import { NO_MISTAKES, type Mistakes } from '../views/mistakes.js';
import type { Visit } from '../request/visit.js';
import { button, line, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';

/** Asks for a link or for a password, or what to do without either. */
export function signInPage(visit: Visit, email = '', mistakes: Mistakes = NO_MISTAKES): Page {
  const { programAddress } = visit;
  const address = (name: string) =>
    line({
      name,
      label: visit.t('signIn.email'),
      type: 'email',
      fill: 'email',
      value: email,
      required: true,
      mistakes,
    });
  return {
    title: visit.t('signIn.title'),
    content: html`${summary(mistakes, visit.t, { email: visit.t('signIn.email'), address: visit.t('signIn.email'), account: visit.t('signIn.email'), password: visit.t('signIn.password') }, visit.t('mistakes.signIn'))}
      <p>${visit.t('signIn.about')}</p>
      <p>${visit.t('signIn.others', { address: programAddress })}</p>
      <h2>${visit.t('signIn.byLink')}</h2>
      <p>${visit.t('signIn.byLinkAbout')}</p>
      ${visit.form('/sign-in/link', html`${address('email')}${button(visit.t('signIn.askLink'))}`)}
      <h2>${visit.t('signIn.byPassword')}</h2>
      ${visit.form(
        '/sign-in',
        html`${address('address')}
        ${line({ name: 'password', label: visit.t('signIn.password'), type: 'password', fill: 'current-password', required: true, mistakes })}
        ${button(visit.t('signIn.button'))}`,
      )}
      <h2>${visit.t('signIn.forgotten')}</h2>
      <p>${visit.t('signIn.forgottenAbout')}</p>
      ${visit.form('/sign-in/new-password', html`${address('account')}${button(visit.t('signIn.askReset'))}`)}
      <h2>${visit.t('signIn.already')}</h2>
      <p><a href="/me">${visit.t('signIn.open')}</a></p>`,
  };
}

/** The same whether anything was sent or not. */
export function linkSentPage({ t }: Visit, said: 'sent' | 'resetSent'): Page {
  return { title: t('signIn.sentTitle'), content: html`<p>${t(`signIn.${said}`)}</p>` };
}

/** After a first factor that was right. */
export function codePage(visit: Visit, challenge: string, mistakes: Mistakes = NO_MISTAKES): Page {
  const code = line({
    name: 'code',
    label: visit.t('signIn.code'),
    hint: visit.t('signIn.codeHint'),
    fill: 'one-time-code',
    required: true,
    mistakes,
  });
  return {
    title: visit.t('signIn.codeTitle'),
    content: html`${summary(mistakes, visit.t, { code: visit.t('signIn.code') }, visit.t('mistakes.signIn'))}${visit.form(
      '/sign-in/code',
      html`<input
          type="hidden"
          name="challenge"
          value="${challenge}"
        />${code}${button(visit.t('signIn.button'))}`,
    )}`,
  };
}

/** For whoever has signed out. */
export function signedOutPage({ t }: Visit): Page {
  return {
    title: t('signIn.outTitle'),
    content: html`<p>${t('signIn.out')}</p>

      <p><a href="/sign-in">${t('signIn.toSignIn')}</a></p>`,
  };
}
