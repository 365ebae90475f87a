import type { Settings } from '#config';
import {
  ExpectedError,
  FLOW_MINUTES,
  NotFoundError,
  OpenIdRefusedError,
  OpenIdSignIn,
  OpenIdUnavailableError,
  PUBLIC_VIEWER,
} from '#identity';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../graphql/locale.js';
import { HostCookie } from './host-cookie.js';
import { RefreshCookie } from './refresh-cookie.js';
import { SETTINGS_TOKEN } from './settings-token.js';

/** Signing in through the service of an organization: a browser goes there and comes back. */
@Controller('auth/oidc')
export class OpenIdController {
  /** Lax, for the browser comes back from another site. */
  private readonly flow: HostCookie;
  private readonly refresh: RefreshCookie;

  constructor(
    private readonly signIn: OpenIdSignIn,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'publicUrl'>,
  ) {
    this.flow = new HostCookie('baraza-openid', settings);
    this.refresh = new RefreshCookie(settings);
  }

  @Get(':organization')
  async begin(@Param('organization') id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(reply, async () => {
      const { address, kept } = await this.signIn.begin(id);
      this.flow.set(reply, kept, { sameSite: 'lax', maxAge: FLOW_MINUTES * 60 });
      return address;
    });
  }

  @Get(':organization/callback')
  async finish(
    @Param('organization') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.flow.set(reply, '', { sameSite: 'lax', maxAge: 0 });
    await this.answer(reply, async () => {
      const { headers, ip, url } = request;
      const viewer = { ...PUBLIC_VIEWER, requestId: request.id };
      const tokens = await this.signIn.finish(viewer, id, {
        query: new URL(url, this.settings.publicUrl).search,
        kept: this.flow.of(request),
        locale: localeOf(headers['accept-language']),
        client: { address: ip, userAgent: headers['user-agent'] ?? '' },
      });
      this.refresh.set(reply, tokens);
      return this.settings.publicUrl;
    });
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
  return error instanceof OpenIdRefusedError && error.reason === 'expired' ? 400 : 403;
}
