import { html } from '../html/html.js';
import { NO_MISTAKES, type Mistakes } from '../request/mistakes.js';
import type { Visit } from '../request/visit.js';
import { button, line, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';

/** Asks for a link or for a password, or what to do without either. */
export function signInPage(visit: Visit, email = '', mistakes: Mistakes = NO_MISTAKES): Page {
  const { words, programAddress } = visit;
  const { signIn } = visit.texts;
  const address = (name: string) =>
    line({
      name,
      label: signIn.email,
      type: 'email',
      fill: 'email',
      value: email,
      required: true,
      mistakes,
    });
  return {
    title: signIn.title,
    content: html`${summary(mistakes, visit.texts, { email: signIn.email, address: signIn.email, account: signIn.email, password: signIn.password })}
      <p>${signIn.about}</p>
      <p>${words.fill(signIn.others, { address: programAddress })}</p>
      <h2>${signIn.byLink}</h2>
      <p>${signIn.byLinkAbout}</p>
      ${visit.form('/sign-in/link', html`${address('email')}${button(signIn.askLink)}`)}
      <h2>${signIn.byPassword}</h2>
      ${visit.form(
        '/sign-in',
        html`${address('address')}
        ${line({ name: 'password', label: signIn.password, type: 'password', fill: 'current-password', required: true, mistakes })}
        ${button(signIn.button)}`,
      )}
      <h2>${signIn.forgotten}</h2>
      <p>${signIn.forgottenAbout}</p>
      ${visit.form('/sign-in/new-password', html`${address('account')}${button(signIn.askReset)}`)}
      <h2>${signIn.already}</h2>
      <p><a href="/me">${signIn.open}</a></p>`,
  };
}

/** The same whether anything was sent or not. */
export function linkSentPage({ texts: { signIn } }: Visit, said: 'sent' | 'resetSent'): Page {
  return { title: signIn.sentTitle, content: html`<p>${signIn[said]}</p>` };
}

/** After a first factor that was right. */
export function codePage(visit: Visit, challenge: string, mistakes: Mistakes = NO_MISTAKES): Page {
  const { signIn } = visit.texts;
  const code = line({
    name: 'code',
    label: signIn.code,
    hint: signIn.codeHint,
    fill: 'one-time-code',
    required: true,
    mistakes,
  });
  return {
    title: signIn.codeTitle,
    content: html`${summary(mistakes, visit.texts, { code: signIn.code })}${visit.form(
      '/sign-in/code',
      html`<input
          type="hidden"
          name="challenge"
          value="${challenge}"
        />${code}${button(signIn.button)}`,
    )}`,
  };
}

/** For whoever has signed out. */
export function signedOutPage({ texts: { signIn } }: Visit): Page {
  return {
    title: signIn.outTitle,
    content: html`<p>${signIn.out}</p>

      <p><a href="/sign-in">${signIn.toSignIn}</a></p>`,
  };
}
