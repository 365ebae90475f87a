import {
  ExpectedError,
  FLOW_MINUTES,
  NotFoundError,
  OpenIdRefusedError,
  OpenIdSignIn,
  OpenIdUnavailableError,
  PUBLIC_VIEWER,
  TooManyAttemptsError,
} from '#identity';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../graphql/locale.js';
import { PublicAddress } from './public-address.js';
import { clientOf } from './client-of.js';
import { DeviceCookie } from './device-cookie.js';
import { RefreshCookie } from './refresh-cookie.js';

/** Over TLS a browser takes it from this host alone. */
const FLOW_COOKIE = { secure: '__Host-baraza_openid', plain: 'baraza_openid' } as const;

/** Signing in through the service of an organization: a browser goes there and comes back. */
@Controller('auth/oidc')
export class OpenIdController {
  constructor(
    private readonly signIn: OpenIdSignIn,
    private readonly address: PublicAddress,
    private readonly device: DeviceCookie,
  ) {}

  @Get(':organization')
  async begin(@Param('organization') id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(reply, async () => {
      const { address, kept } = await this.signIn.begin(id);
      void reply.setCookie(this.flowCookie, kept, {
        ...this.flowAttributes,
        maxAge: FLOW_MINUTES * 60,
      });
      return address;
    });
  }

  @Get(':organization/callback')
  async finish(
    @Param('organization') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.clearCookie(this.flowCookie, this.flowAttributes);
    await this.answer(reply, async () => {
      const { headers, url } = request;
      const viewer = { ...PUBLIC_VIEWER, requestId: request.id };
      const tokens = await this.signIn.finish(viewer, id, {
        query: new URL(url, this.address.url).search,
        kept: request.cookies[this.flowCookie],
        locale: localeOf(headers['accept-language']),
        client: clientOf(request),
      });
      const { accountId, refreshToken, expiresAt } = tokens;
      this.device.remember(reply, accountId);
      new RefreshCookie(request, reply, this.address.secure).keep(refreshToken, expiresAt);
      return `${this.address.url}/link/done?after=signed-in`;
    });
  }

  private get flowCookie(): string {
    return this.address.secure ? FLOW_COOKIE.secure : FLOW_COOKIE.plain;
  }

  /** Lax, for the browser comes back from another site. */
  private get flowAttributes() {
    const { secure } = this.address;
    return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  }

  /** Sends the browser on, or says in a sentence why not. */
  private async answer(reply: FastifyReply, next: () => Promise<string>): Promise<void> {
    void reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    try {
      await reply.redirect(await next(), 303);
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      await reply
        .status(statusOf(error))
        .type('text/plain; charset=utf-8')
        .send(`${error.message}\n`);
    }
  }
}

function statusOf(error: ExpectedError): number {
  if (error instanceof NotFoundError) return 404;
  if (error instanceof OpenIdUnavailableError) return 502;
  if (error instanceof TooManyAttemptsError) return 429;
  return error instanceof OpenIdRefusedError && error.reason === 'expired' ? 400 : 403;
}
