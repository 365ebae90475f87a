import { translator, type Translate } from '#messages';
import { LOCALES, type Locale } from '#vocabulary';
import { attributes, html, ownAddress, type Html, type Value } from '../html/html.js';
import { languages } from '../views/layout.js';
import { PUBLIC_STYLE_ADDRESS } from '../views/public-style.js';
import { STYLE_ADDRESS } from '../views/style.js';

/** What one page of the public directory shows, inside what all of them show. */
export interface PublicPage {
  /** In one line, for the tab and for lists of results elsewhere. */
  readonly title: string;
  /** What it is, in a sentence or two, for those who have not opened it. */
  readonly description: string;
  /** The heading, where it is not the title. */
  readonly heading?: Value;
  readonly content: Value;
  /** Its own path. */
  readonly path: string;
  /** What else its address says, without the language. */
  readonly parameters?: URLSearchParams;
  /** Whether search engines may list it where the setting lets them list any. */
  readonly indexed: boolean;
  /** It is a list beside its filters, and so as wide as the window. */
  readonly wide?: boolean;
}

/** Who reads it: in which language, and where other pages are in that language. */
interface Reader {
  readonly locale: Locale;
  readonly t: Translate<'directory'>;
  /** The language that the address asks for. */
  readonly asked: Locale | null;
  readonly to: (path: string, parameters?: URLSearchParams, lang?: Locale | null) => string;
}

interface Surroundings {
  readonly reader: Reader;
  /** Where this service is reached. */
  readonly site: string;
  /** What search engines are told. */
  readonly robots: string;
}

const MENU = [
  ['/directory', 'search'],
  ['/networks', 'networks'],
  ['/how-matching-works', 'how'],
] as const;

/** A whole page. */
export function publicLayout(page: PublicPage, around: Surroundings): string {
  const { reader, robots } = around;
  const { locale, t } = reader;
  const { title, description, heading = title, content, wide = false } = page;
  const pages = translator('pages', locale);
  return html`<!doctype html>
    <html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Baraza</title>
        <meta name="description" content="${description}" />
        <meta name="robots" content="${robots}" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${STYLE_ADDRESS}" />
        <link rel="stylesheet" href="${PUBLIC_STYLE_ADDRESS}" />
        ${page.indexed && alternates(page, around)}
      </head>
      <body class="${wide ? 'open wide' : 'open'}">
        <a class="skip" href="#content">${pages('skip')}</a>
        <header>
          <a class="brand" href="${reader.to('/')}">Baraza</a>
          <nav aria-label="${t('nav.label')}">
            <ul>
              ${MENU.map(([path, name]) => entry(page, reader.to(path), path, t(`nav.${name}`)))}
              <li><a class="enter" href="${reader.to('/sign-in')}">${t('nav.signIn')}</a></li>
            </ul>
          </nav>
        </header>
        <main id="content" tabindex="-1">
          <h1>${heading}</h1>
          ${content}
        </main>
        <footer>
          <p>${t('footer.shown')}</p>
          ${languages(LOCALES, { locale, t: pages }, (other) => reader.to(page.path, page.parameters, other))}
        </footer>
      </body>
    </html> `.text;
}

/** An entry of the menu: the page itself, or the one that leads to it. */
function entry({ path: here }: PublicPage, address: string, path: string, name: string): Html {
  const current = here === path ? 'page' : here.startsWith(`${path}/`) ? 'true' : '';
  return html`<li>
    <a href="${address}" ${attributes({ 'aria-current': current })}>${name}</a>
  </li>`;
}

/** Where the page is in each language; without a language in its address it is in that of the reader. */
function alternates({ path, parameters }: PublicPage, { reader, site }: Surroundings): Html {
  const at = (lang: Locale | null) => ownAddress(site, reader.to(path, parameters, lang));
  return html`<link rel="canonical" href="${at(reader.asked)}" />
    ${LOCALES.map((one) => html`<link rel="alternate" hreflang="${one}" href="${at(one)}" />`)}
    <link rel="alternate" hreflang="x-default" href="${at(null)}" />`;
}
