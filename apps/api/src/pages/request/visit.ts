import { LOCALES, type Locale } from '#vocabulary';
import type { Viewer } from '#identity';
import { translator, type Translate } from '#messages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { html, type Html, type Value } from '../html/html.js';
import { layout, type Page } from '../views/layout.js';
import { Words } from '../views/words.js';
import { FORM_TOKEN } from '../../http/form-token.js';
import { queryOf } from './page-routes.js';

/** What a handler of a page returns and Nest sends: a page, or nothing where the browser goes elsewhere. */
export type PageBody = string | undefined;

/** One request for a page: who asks, in which language, and how she is answered. */
export class Visit {
  readonly t: Translate<'pages'>;
  readonly words: Words;
  readonly query: URLSearchParams;

  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
    readonly viewer: Viewer,
    readonly locale: Locale,
    private readonly formToken: string,
    /** Where programs reach Baraza. */
    readonly programAddress: string,
  ) {
    this.t = translator('pages', locale);
    this.words = new Words(locale, this.t);
    this.query = queryOf(request);
  }

  /** The same visit in a language in which a page is offered: the reader's where it is among them, else the first. */
  inOneOf(offered: readonly Locale[]): Visit {
    const { request, reply, viewer, formToken, programAddress } = this;
    const locale = offered.find((one) => one === this.locale) ?? offered[0] ?? this.locale;
    return new Visit(request, reply, viewer, locale, formToken, programAddress);
  }

  /** A form that sends its fields back to Baraza, with the token that shows that a page of ours did. */
  form(action: string, fields: Value): Html {
    return html`<form method="post" action="${action}">
      <input type="hidden" name="${FORM_TOKEN}" value="${this.formToken}" />
      ${fields}
    </form>`;
  }

  /** The page as it is sent, with its status and type set on the reply. */
  show(page: Page, status = 200): string {
    const { locale, t } = this;
    const inLanguage = this.request.method === 'GET' && !page.once ? this.inLanguage : null;
    const body = layout(page, { locale, t, path: this.path, inLanguage });
    void this.reply.status(status).type('text/html; charset=utf-8');
    return body;
  }

  /** After a form has done its work: whoever reloads the page does not send it again. */
  goTo(path: string): undefined {
    void this.reply.status(303).header('location', path);
  }

  private readonly inLanguage = (locale: Locale): string => {
    const query = new URLSearchParams(this.query);
    query.set('lang', locale);
    return `${this.path}?${query.toString()}`;
  };

  /** As it was asked for, which may be no address of ours: one that begins with `//` or with a host would lead elsewhere. */
  private get path(): string {
    const { url } = this.request;
    const [path = ''] = url.startsWith('/') ? url.split('?', 1) : [];
    return `/${path.replace(/^[/\\]+/, '').replaceAll('\\', '%5C')}`;
  }
}

/** The language that an address asks for, where it is one of ours. */
export function languageOf(query: URLSearchParams): Locale | null {
  return LOCALES.find((locale) => locale === query.get('lang')) ?? null;
}
