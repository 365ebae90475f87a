import type { CookieSerializeOptions } from '@fastify/cookie';
import { LOCALES, type Locale } from '#vocabulary';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicAddress } from './public-address.js';

const YEAR_S = 31_536_000;
/** As long as a person takes to sign in. */
const WANTED_S = 900;
/** Pages that are opened by their address, and not from her own page. */
const BY_ADDRESS = /^\/(briefings\/[\w-]+(\/pdf)?|account(\/authenticator)?|console(\/.*)?)$/;
/** More than any view of the console says in its address. */
const LONGEST_ADDRESS = 2_000;

/** The cookies of pages. Over HTTPS their names bind them to this host and to HTTPS. */
@Injectable()
export class PageCookies {
  private readonly prefix: string;

  constructor(@Inject(PublicAddress) private readonly address: Pick<PublicAddress, 'secure'>) {
    this.prefix = address.secure ? '__Host-' : '';
  }

  /** The token of her page session, as the browser sent it. */
  session(request: FastifyRequest): string | null {
    return this.read(request, 'baraza_page');
  }

  /** Until the browser is closed, or the session ends here. No other site's request carries it. */
  setSession(reply: FastifyReply, token: string): void {
    this.set(reply, 'baraza_page', token, { sameSite: 'strict' });
  }

  endSession(reply: FastifyReply): void {
    this.set(reply, 'baraza_page', '', { sameSite: 'strict', maxAge: 0 });
  }

  /** What forms are bound to before anybody has signed in. */
  form(request: FastifyRequest): string | null {
    return this.read(request, 'baraza_form');
  }

  setForm(reply: FastifyReply, secret: string): void {
    this.set(reply, 'baraza_form', secret, { sameSite: 'lax' });
  }

  language(request: FastifyRequest): Locale | null {
    const language = this.read(request, 'baraza_language');
    return LOCALES.find((locale) => locale === language) ?? null;
  }

  setLanguage(reply: FastifyReply, locale: Locale): void {
    this.set(reply, 'baraza_language', locale, { sameSite: 'lax', maxAge: YEAR_S });
  }

  /** The page that a person asked for who had to sign in first; null where there is none. */
  wanted(request: FastifyRequest): string | null {
    const path = this.read(request, 'baraza_wanted');
    return path !== null && isByAddress(path) ? path : null;
  }

  /** Keeps the page that is asked for, where it can only be reached by its address. */
  keepWanted(request: FastifyRequest, reply: FastifyReply): void {
    const [path = ''] = request.url.split('?', 1);
    if (request.method === 'GET') this.wants(reply, path);
  }

  /** Keeps an address for after the sign-in, where it is one of these pages; any other is left alone. */
  wants(reply: FastifyReply, address: string): void {
    if (isByAddress(address)) {
      this.set(reply, 'baraza_wanted', address, { sameSite: 'lax', maxAge: WANTED_S });
    }
  }

  forgetWanted(reply: FastifyReply): void {
    this.set(reply, 'baraza_wanted', '', { sameSite: 'lax', maxAge: 0 });
  }

  private read(request: FastifyRequest, name: string): string | null {
    return request.cookies[this.prefix + name] || null;
  }

  private set(
    reply: FastifyReply,
    name: string,
    value: string,
    options: CookieSerializeOptions,
  ): void {
    const { secure } = this.address;
    void reply.setCookie(this.prefix + name, value, {
      path: '/',
      httpOnly: true,
      secure,
      ...options,
    });
  }
}

/** An address is one of these only as a browser would write it itself, so that none leads elsewhere. */
function isByAddress(address: string): boolean {
  if (address.length > LONGEST_ADDRESS || !URL.canParse(address, 'http://baraza')) return false;
  const { origin, pathname, search } = new URL(address, 'http://baraza');
  return origin === 'http://baraza' && pathname + search === address && BY_ADDRESS.test(pathname);
}
