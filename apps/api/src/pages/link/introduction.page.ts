import { html } from '../html/html.js';
import { notice } from '../request/notice.js';
import type { Visit } from '../request/visit.js';
import { button } from '../views/fields.js';
import type { Page } from '../views/layout.js';

/** Where mails lead after which there is nothing to do. It is the same for everybody, and reads nothing. */
export function requestOverPage({ t }: Visit): Page {
  const parts = ['about', 'asked', 'staff'] as const;
  return {
    leavable: true,
    title: t('link.introduction.over.title'),
    content: html`${parts.map((part) => html`<p>${t(`link.introduction.over.${part}`)}</p>`)}
      <p><a href="/sign-in">${t('signIn.toSignIn')}</a></p>`,
  };
}

/** What a link to an ask shows to whoever opens it, person or program: that something waits, and a button. */
export function introductionLinkPage(visit: Visit, token: string): Page {
  const { t } = visit;
  const held = html`<input type="hidden" name="token" value="${token}" />`;
  const press = html`${held}${button(t('link.introduction.button'))}`;
  return {
    leavable: true,
    title: t('link.introduction.title'),
    content: html`${notice(visit)}
    ${
      token !== '' &&
      html`<p>${t('link.introduction.about')}</p>
        ${visit.form('/link/introduction', press)}`
    }`,
  };
}
