import type { AccountView, SessionView } from '#identity';
import { translator } from '#messages';
import { LOCALES, type Locale } from '#vocabulary';
import { html, type Html, type Value } from '../html/html.js';
import { notice } from '../request/notice.js';
import type { Visit } from '../request/visit.js';
import { button, line, select, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import type { Mistakes } from '../views/mistakes.js';
import { sessionList } from './sessions.view.js';

interface Shown {
  readonly account: AccountView;
  /** Her role needs a second factor, and this session has shown none. */
  readonly heldBack: boolean;
  readonly sessions: readonly SessionView[];
}

/** Everything that an account's owner does about it. */
export function accountPage(
  visit: Visit,
  { account, heldBack, sessions }: Shown,
  mistakes: Mistakes,
): Page {
  const { t } = visit;
  return {
    ...surroundingsOf(visit),
    title: t('menu.account'),
    content: html`${notice(visit)}
      ${summary(mistakes, t, {
        current: t('account.current'),
        password: t('link.password'),
        language: t('account.language'),
      })}
      <p>${t('account.who', { email: account.email })}</p>
      ${!heldBack && consoleLink(visit)}
      <h2>${t('account.authenticator')}</h2>
      ${heldBack && html`<p class="alert">${t('account.needed')}</p>`}
      <p>${authenticatorState(visit, account)}</p>
      <p>
        <a href="/account/authenticator"
          >${t(account.secondFactor ? 'account.authenticatorManage' : 'account.setUp')}</a
        >
      </p>
      <h2>${t('account.passwordTitle')}</h2>
      <p>${t('account.passwordAbout')}</p>
      ${visit.form('/account/password', passwordFields(visit, mistakes))}
      ${!heldBack && mailLanguage(visit, account.locale, mistakes)}
      <h2>${t('sessions.title')}</h2>
      ${sessionList(visit, sessions)}
      <h2>${t('me.signOut')}</h2>
      ${visit.form('/sign-out', button(t('me.signOut'), 'second'))}`,
  };
}

/** A mediator keeps her menu; everybody can leave quickly. */
export function surroundingsOf({ viewer }: Visit): Pick<Page, 'own' | 'leavable'> {
  return { own: viewer.mediatorId !== null, leavable: true };
}

/** For everybody whose work is there. */
function consoleLink({ viewer, t }: Visit): Value {
  if (viewer.mediatorId !== null && viewer.clearance === 'PUBLIC') return false;
  return html`<p><a href="/console">${t('account.console')}</a></p>`;
}

/** Whether an authenticator is set up, and how many recovery codes are left. */
export function authenticatorState(
  { t }: Visit,
  { secondFactor, recoveryCodesLeft }: Pick<AccountView, 'secondFactor' | 'recoveryCodesLeft'>,
): string {
  if (!secondFactor) return t('account.authenticatorOff');
  return t('account.authenticatorOn', { count: recoveryCodesLeft });
}

function passwordFields({ t }: Visit, mistakes: Mistakes): Html {
  // Whoever came through her organization has none yet: the first field may stay empty.
  return html`${line({ name: 'current', label: t('account.current'), type: 'password', fill: 'current-password', mistakes })}
  ${line({ name: 'password', label: t('link.password'), hint: t('link.passwordHint'), type: 'password', fill: 'new-password', required: true, mistakes })}
  ${button(t('account.passwordButton'))}`;
}

/** The mails that she gets; what a page is in, she chooses on each page. */
function mailLanguage(visit: Visit, locale: Locale, mistakes: Mistakes): Html {
  const { t } = visit;
  const languages = LOCALES.map((one) => ({
    value: one,
    label: translator('pages', one)('languageName'),
  }));
  const field = { name: 'language', label: t('account.language'), mistakes };
  return html`<h2>${t('account.languageTitle')}</h2>
    ${visit.form(
      '/account/language',
      html`${select(field, languages, locale)}${button(t('account.languageButton'), 'second')}`,
    )}`;
}
