import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-` makes browsers refuse it where it was not set over TLS by this very host; that needs TLS, and the path `/`. */
const NAMES = { secure: '__Host-baraza_refresh', plain: 'baraza_refresh' } as const;

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
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.secure } as const;
  }
}
