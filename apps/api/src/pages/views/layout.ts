import { LOCALES, type Locale } from '#vocabulary';
import { attributes, html, type Html, type Value } from '../html/html.js';
import { translator, type Translate } from '#messages';
import { STYLE_ADDRESS } from './style.js';

/** What one page shows, inside what all of them show. */
export interface Page {
  readonly title: string;
  readonly content: Value;
  /** It is hers: with a menu, and a way to leave it quickly. */
  readonly own?: boolean;
  /** Nobody has signed in, and yet it is for her eyes: with a way to leave it quickly, and no menu. */
  readonly leavable?: boolean;
  /** What it was asked for happens once: it offers itself in no other language. */
  readonly once?: boolean;
  /** Languages in which it is offered; all of them where nothing is said. */
  readonly languages?: readonly Locale[];
}

export interface Surroundings {
  readonly locale: Locale;
  readonly t: Translate<'pages'>;
  /** Where the reader is. */
  readonly path: string;
  /** Where the same page is in another language; null where it answers a form. */
  readonly inLanguage: ((locale: Locale) => string) | null;
}

const MENU = [
  ['/me', 'overview'],
  ['/me/data', 'data'],
  ['/me/profile', 'profile'],
  ['/me/availability', 'availability'],
  ['/me/introductions', 'introductions'],
  ['/me/deployments', 'deployments'],
  ['/me/preferences', 'preferences'],
  ['/me/safety', 'safety'],
  ['/me/consents', 'consents'],
  ['/me/audiences', 'audiences'],
  ['/me/contact', 'contact'],
  ['/me/corrections', 'corrections'],
  ['/account', 'account'],
  ['/me/erase', 'erase'],
] as const;

/** A whole page. */
export function layout(
  { title, content, own = false, leavable = own, languages: offered = LOCALES }: Page,
  around: Surroundings,
): string {
  const { locale, t, path, inLanguage } = around;
  return html`<!doctype html>
    <html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Baraza</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${STYLE_ADDRESS}" />
      </head>
      <body>
        <header>
          <span class="brand">Baraza</span>
          ${leavable && html`<a class="leave" href="/leave">${t('leave')}</a>`}
        </header>
        <a class="skip" href="#content">${t('skip')}</a>
        ${own && menu(t, path)}
        <main id="content" tabindex="-1">
          <h1>${title}</h1>
          ${content}
        </main>
        <footer>${inLanguage && languages(offered, around, inLanguage)}</footer>
      </body>
    </html> `.text;
}

function menu(t: Translate<'pages'>, here: string): Html {
  const links = MENU.map(
    ([path, name]) =>
      html`<li>
        <a href="${path}" ${attributes({ 'aria-current': current(path, here) })}
          >${t(`menu.${name}`)}</a
        >
      </li>`,
  );
  return html`<nav aria-label="${t('menuTitle')}">
    <ul>
      ${links}
    </ul>
  </nav>`;
}

/** The page itself, or the one that leads to it. */
function current(path: string, here: string): string {
  if (path === here) return 'page';
  return path !== '/me' && here.startsWith(`${path}/`) ? 'true' : '';
}

/** Leads to the same page in other languages. */
export function languages(
  offered: readonly Locale[],
  { locale, t }: Pick<Surroundings, 'locale' | 't'>,
  inLanguage: (locale: Locale) => string,
): Html {
  const items = offered.map((other) =>
    other === locale
      ? html`<li><strong lang="${other}" aria-current="true">${nameOf(other)}</strong></li>`
      : html`<li>
          <a lang="${other}" hreflang="${other}" href="${inLanguage(other)}">${nameOf(other)}</a>
        </li>`,
  );
  return html`<nav aria-label="${t('language')}">
    <ul>
      ${items}
    </ul>
  </nav>`;
}

/** Each in itself, for those who read no other. */
function nameOf(locale: Locale): string {
  return translator('pages', locale)('languageName');
}
