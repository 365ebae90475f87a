import type { OfferedProvider } from '#identity';
import { html, type Html } from '../html/html.js';
import type { DemoPerson } from './demo-sign-in.js';
import { NO_MISTAKES, type Mistakes } from '../views/mistakes.js';
import type { Visit } from '../request/visit.js';
import { button, line, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';

/** What was written in one of the forms, and what is wrong with it. */
export interface SignInForm {
  readonly email: string;
  readonly mistakes: Mistakes;
}

/** Other ways in than a password or a link. */
interface OtherWays {
  /** Organizations whose own service signs their people in. */
  readonly organizations: readonly OfferedProvider[];
  /** People of the demo, in development. */
  readonly users: readonly DemoPerson[];
}

const EMPTY: SignInForm = { email: '', mistakes: NO_MISTAKES };

/** Asks for a password first, and then offers what to do without one. */
export function signInPage(
  visit: Visit,
  { organizations, users }: OtherWays,
  { email, mistakes }: SignInForm = EMPTY,
): Page {
  const { t } = visit;
  const label = t('signIn.email');
  const address = (name: string) =>
    line({ name, label, type: 'email', fill: 'email', value: email, required: true, mistakes });
  const labels = {
    email: label,
    address: label,
    account: label,
    password: t('signIn.password'),
  };
  return {
    title: t('signIn.title'),
    content: html`${summary(mistakes, t, labels, t('mistakes.signIn'))}
      <p>${t('signIn.about')}</p>
      ${visit.form(
        '/sign-in',
        html`${address('address')}
        ${line({ name: 'password', label: labels.password, type: 'password', fill: 'current-password', required: true, mistakes })}
        ${button(t('signIn.button'))}`,
      )}
      ${users.length > 0 && demoUsers(visit, users)}
      ${organizations.length > 0 && throughOrganizations(visit, organizations)}
      <h2>${t('signIn.byLink')}</h2>
      <p>${t('signIn.byLinkAbout')}</p>
      ${visit.form('/sign-in/link', html`${address('email')}${button(t('signIn.askLink'), 'second')}`)}
      <h2>${t('signIn.forgotten')}</h2>
      <p>${t('signIn.forgottenAbout')}</p>
      ${visit.form('/sign-in/new-password', html`${address('account')}${button(t('signIn.askReset'), 'second')}`)}
      <h2>${t('signIn.register')}</h2>
      <p><a href="/sign-in/register">${t('signIn.toRegister')}</a></p>
      <h2>${t('signIn.already')}</h2>
      <p><a href="/sign-in/open">${t('signIn.open')}</a></p>`,
  };
}

function throughOrganizations({ t }: Visit, organizations: readonly OfferedProvider[]): Html {
  return html`<h2>${t('signIn.organizations')}</h2>
    <ul class="plain">
      ${organizations.map(
        ({ organizationId, name }) =>
          html`<li>
            <a class="button" href="/auth/oidc/${organizationId}?page"><bdi>${name}</bdi></a>
          </li>`,
      )}
    </ul>`;
}

function demoUsers(visit: Visit, users: readonly DemoPerson[]): Html {
  const { t } = visit;
  return html`<h2 id="demo">${t('signIn.demo.title')}</h2>
    <p>${t('signIn.demo.about')}</p>
    <ul class="plain">
      ${users.map(
        ({ email, role }) =>
          html`<li>
            ${t(`signIn.demo.roles.${role}`)}
            ${visit.form(
              '/sign-in/demo',
              html`<input type="hidden" name="user" value="${email}" />${button(
                  t('signIn.demo.button', { name: email }),
                  'second',
                )}`,
            )}
          </li>`,
      )}
    </ul>`;
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
