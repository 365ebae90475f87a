import type { Settings } from '#config';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HostCookie } from './host-cookie.js';

/** Where a browser keeps its refresh token: no script reads it, and no other site's request carries it. */
export class RefreshCookie {
  private readonly cookie: HostCookie;

  constructor(settings: Pick<Settings, 'publicUrl'>) {
    this.cookie = new HostCookie('baraza-refresh', settings);
  }

  of(request: FastifyRequest): string | undefined {
    return this.cookie.of(request);
  }

  set(
    reply: FastifyReply,
    { refreshToken, expiresAt }: { readonly refreshToken: string; readonly expiresAt: Date },
  ): void {
    const maxAge = Math.max(0, Math.floor((expiresAt.getTime() - Date.now()) / 1_000));
    this.cookie.set(reply, refreshToken, { sameSite: 'strict', maxAge });
  }

  clear(reply: FastifyReply): void {
    this.cookie.set(reply, '', { sameSite: 'strict', maxAge: 0 });
  }
}
