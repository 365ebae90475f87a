import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Secure-` makes browsers refuse it where it was not set over TLS; that needs TLS. */
const NAMES = { secure: '__Secure-baraza_refresh', plain: 'baraza_refresh' } as const;
/** Sent with no other request of the same host. */
const PATH = '/graphql';

/**
 * The cookie that holds a refresh token: no script reads it, and no other site's page makes a browser send it.
 * Besides, Apollo refuses requests that a browser sends without asking first, such as forms.
 */
export class RefreshCookie {
  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
    private readonly secure: boolean,
  ) {}

  /** The token that came with the request; null where none did, or another site's page sent it. */
  get token(): string | null {
    if (this.request.headers['sec-fetch-site'] === 'cross-site') return null;
    return this.request.cookies[this.name] ?? null;
  }

  keep(token: string, until: Date): void {
    void this.reply.setCookie(this.name, token, { ...this.attributes, expires: until });
  }

  drop(): void {
    void this.reply.clearCookie(this.name, this.attributes);
  }

  private get name(): string {
    return this.secure ? NAMES.secure : NAMES.plain;
  }

  private get attributes() {
    return { path: PATH, httpOnly: true, sameSite: 'strict', secure: this.secure } as const;
  }
}
