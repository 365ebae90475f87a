import { html } from '../html/html.js';
import type { Visit } from '../request/visit.js';
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
