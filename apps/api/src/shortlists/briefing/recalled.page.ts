import { translator } from '#messages';
import type { Locale } from '#vocabulary';
import { html } from '../../pages/html/html.js';
import type { Page } from '../../pages/views/layout.js';

/** Stands where a briefing was that was recalled. */
export function recalledPage(locale: Locale): Page {
  const t = translator('shortlists', locale);
  return {
    title: t('briefing.recalled'),
    content: html`<p role="alert">${t('briefing.recalledAbout')}</p>`,
  };
}
