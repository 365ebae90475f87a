import type { Role } from '#identity';
import { html, type Html } from '../html/html.js';
import { NO_MISTAKES, type Mistakes } from '../views/mistakes.js';
import type { Visit } from '../request/visit.js';
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
export function gonePage({ t }: Visit, purpose: PagePurpose): Page {
  return {
    title: t('link.goneTitle'),
    content: html`<p>${t('link.gone')} ${t(`link.another.${purpose}`)}</p>
      <p><a href="/sign-in">${t('signIn.toSignIn')}</a></p>`,
  };
}

/** For a link that would make an account where there is one. */
export function takenPage({ t }: Visit): Page {
  return {
    title: t('link.takenTitle'),
    content: html`<p>${t('link.taken')}</p>
      <p><a href="/sign-in">${t('signIn.toSignIn')}</a></p>`,
  };
}

/** A page with one button, which alone uses the link up. */
export function plainLinkPage(
  visit: Visit,
  purpose: 'sign-in' | 'confirm-profile',
  token: string,
): Page {
  const { t } = visit;
  return {
    title: t(`link.${purpose}.title`),
    content: html`<p>${t(`link.${purpose}.about`)}</p>
      <p>${t('link.once')}</p>
      ${linkForm(visit, purpose, token, button(t(`link.${purpose}.button`)))}`,
  };
}

/** A page that asks for a new password. */
export function passwordLinkPage(
  visit: Visit,
  purpose: 'verify-email' | 'password-reset',
  { token, mistakes }: LinkForm,
): Page {
  const { t } = visit;
  const label = t(`link.${purpose}.button`);
  return {
    title: t(`link.${purpose}.title`),
    content: html`<p>${t(`link.${purpose}.about`)}</p>
      <p>${t('link.once')}</p>
      ${summary(mistakes, t, { password: t('link.password') })}
      ${linkForm(visit, purpose, token, html`${newPassword(visit, mistakes)}${button(label)}`)}`,
  };
}

const AGREE = ['kept', 'recorded', 'secret', 'consent'] as const;

/** Says what she is invited to and what she agrees to. */
export function invitationPage(
  visit: Visit,
  { role, networkName }: Invited,
  { token, mistakes, name }: LinkForm,
): Page {
  const { t } = visit;
  const fields = html`${line({ name: 'name', label: t('link.invitation.name'), fill: 'name', value: name, required: true, mistakes })}
    ${newPassword(visit, mistakes, `${t('link.passwordHint')} ${t('link.accountKept')}`)}
    <h2>${t('link.invitation.agreeTitle')}</h2>
    <ul>
      ${AGREE.map((point) => html`<li>${t(`link.invitation.agree.${point}`)}</li>`)}
    </ul>
    ${tick({ name: 'agreed', label: t('link.invitation.agreed'), mistakes }, false)}
    ${button(t('link.invitation.button'))}`;
  return {
    title: t('link.invitation.title'),
    content: html`<p>${t(`link.invitation.roles.${role}`)}</p>
      ${networkName !== null && html`<p>${t('link.invitation.network', { name: networkName })}</p>`}
      <p>${t('link.once')}</p>
      ${summary(mistakes, t, { name: t('link.invitation.name'), password: t('link.password'), agreed: t('link.invitation.agreed') })}
      ${linkForm(visit, 'invitation', token, fields)}`,
  };
}

/** What a link has done: the role that was accepted, or the purpose of the link. */
export const AFTER_LINK = [
  'signed-in',
  'mediator',
  'coordinator',
  'administrator',
  'organizer',
  'focal-point',
  'verify-email',
  'password-reset',
  'confirm-profile',
] as const;
export type AfterLink = (typeof AFTER_LINK)[number];

/** What to do next; who signed in for a program of her own goes on there. */
export function afterLinkPage({ t, programAddress }: Visit, after: AfterLink): Page {
  return {
    title: t(`link.after.${after}.title`),
    content: html`<p>${t(`link.after.${after}.next`, { address: programAddress })}</p>
      ${after !== 'signed-in' && html`<p><a href="/sign-in">${t('signIn.toSignIn')}</a></p>`}`,
  };
}

function newPassword(
  { t }: Visit,
  mistakes: Mistakes,
  hint: string = t('link.passwordHint'),
): Html {
  return line({
    name: 'password',
    label: t('link.password'),
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
