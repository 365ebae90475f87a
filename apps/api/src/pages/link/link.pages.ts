import type { Role } from '#identity';
import { html, type Html } from '../html/html.js';
import { NO_MISTAKES, type Mistakes } from '../request/mistakes.js';
import type { Visit } from '../request/visit.js';
import { fill } from '../texts/fill.js';
import { button, line, summary, tick } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import type { PagePurpose } from './purposes.js';

/** What a link's page shows before its button is pressed. */
export interface LinkForm {
  readonly token: string;
  readonly mistakes: Mistakes;
  /** As she wrote it. */
  readonly name: string;
}

export interface Invited {
  readonly role: Exclude<Role, 'anyone' | 'user'>;
  /** Of whose coordinators or mediators she will be one. */
  readonly networkName: string | null;
}

/** For a link that was used, is too old or is none of ours: never said which. */
export function gonePage({ texts: { link, signIn } }: Visit, purpose: PagePurpose): Page {
  return {
    title: link.goneTitle,
    content: html`<p>${link.gone} ${link.another[purpose]}</p>
      <p><a href="/sign-in">${signIn.toSignIn}</a></p>`,
  };
}

/** For a link that would make an account where there is one. */
export function takenPage({ texts: { link, signIn } }: Visit): Page {
  return {
    title: link.takenTitle,
    content: html`<p>${link.taken}</p>
      <p><a href="/sign-in">${signIn.toSignIn}</a></p>`,
  };
}

/** A page with one button, which alone uses the link up. */
export function plainLinkPage(
  visit: Visit,
  purpose: 'sign-in' | 'confirm-profile',
  token: string,
): Page {
  const { link } = visit.texts;
  const { title, about, button: label } = link[purpose];
  return {
    title,
    content: html`<p>${about}</p>
      <p>${link.once}</p>
      ${linkForm(visit, purpose, token, button(label))}`,
  };
}

/** A page that asks for a new password. */
export function passwordLinkPage(
  visit: Visit,
  purpose: 'verify-email' | 'password-reset',
  { token, mistakes }: LinkForm,
): Page {
  const { texts } = visit;
  const { title, about, button: label } = texts.link[purpose];
  return {
    title,
    content: html`<p>${about}</p>
      <p>${texts.link.once}</p>
      ${summary(mistakes, texts, { password: texts.link.password })}
      ${linkForm(visit, purpose, token, html`${newPassword(visit, mistakes)}${button(label)}`)}`,
  };
}

/** Says what she is invited to and what she agrees to. */
export function invitationPage(
  visit: Visit,
  { role, networkName }: Invited,
  { token, mistakes, name }: LinkForm,
): Page {
  const { texts } = visit;
  const { invitation, once } = texts.link;
  const fields = html`${line({ name: 'name', label: invitation.name, fill: 'name', value: name, required: true, mistakes })}
    ${newPassword(visit, mistakes, `${texts.link.passwordHint} ${texts.link.accountKept}`)}
    <h2>${invitation.agreeTitle}</h2>
    <ul>
      ${Object.values(invitation.agree).map((point) => html`<li>${point}</li>`)}
    </ul>
    ${tick({ name: 'agreed', label: invitation.agreed, mistakes }, false)}
    ${button(invitation.button)}`;
  return {
    title: invitation.title,
    content: html`<p>${invitation.roles[role]}</p>
      ${networkName !== null && html`<p>${fill(invitation.network, { name: networkName })}</p>`}
      <p>${once}</p>
      ${summary(mistakes, texts, { name: invitation.name, password: texts.link.password, agreed: invitation.agreed })}
      ${linkForm(visit, 'invitation', token, fields)}`,
  };
}

/** What a link has done: the role that was accepted, or the purpose of the link. */
export type AfterLink = keyof Visit['texts']['link']['after'];

/** What to do next, for people whose own programs speak GraphQL, too. */
export function afterLinkPage(
  { texts: { link, signIn }, programAddress }: Visit,
  after: AfterLink,
): Page {
  const { title, next } = link.after[after];
  return {
    title,
    content: html`<p>${fill(next, { address: programAddress })}</p>
      ${after !== 'signed-in' && html`<p><a href="/sign-in">${signIn.toSignIn}</a></p>`}`,
  };
}

function newPassword(
  { texts: { link } }: Visit,
  mistakes: Mistakes,
  hint: string = link.passwordHint,
): Html {
  return line({
    name: 'password',
    label: link.password,
    hint,
    type: 'password',
    fill: 'new-password',
    required: true,
    mistakes,
  });
}

function linkForm(visit: Visit, purpose: PagePurpose, token: string, fields: Html): Html {
  const held = html`<input type="hidden" name="token" value="${token}" />${fields}`;
  return visit.form(`/link/${purpose}`, held);
}

/** An empty form for a link. */
export function linkFormOf(token: string): LinkForm {
  return { token, mistakes: NO_MISTAKES, name: '' };
}
