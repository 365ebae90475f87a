import { FLOW_MINUTES, OpenIdSignIn, PUBLIC_VIEWER } from '#identity';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from './locale.js';
import { PublicAddress } from './public-address.js';
import { clientOf } from './client-of.js';
import { DeviceCookie } from './device-cookie.js';
import { PageCookies } from './page-cookies.js';
import { RefreshCookie } from './refresh-cookie.js';

/** Over TLS a browser takes it from this host alone. */
const FLOW_COOKIE = { secure: '__Host-baraza_openid', plain: 'baraza_openid' } as const;

/** Before what a browser keeps that began on the sign-in page. */
const FROM_PAGE = 'page:';

/** Signing in through the service of an organization: a browser goes there and comes back. */
@Controller('auth/oidc')
export class OpenIdController {
  constructor(
    private readonly signIn: OpenIdSignIn,
    private readonly address: PublicAddress,
    private readonly device: DeviceCookie,
    private readonly cookies: PageCookies,
  ) {}

  @Get(':organization')
  async begin(
    @Param('organization') id: string,
    @Query('page') page: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { address, kept } = await this.signIn.begin(id);
    const flow = page === undefined ? kept : `${FROM_PAGE}${kept}`;
    await reply
      .setCookie(this.flowCookie, flow, { ...this.flowAttributes, maxAge: FLOW_MINUTES * 60 })
      .redirect(address, 303);
  }

  @Get(':organization/callback')
  async finish(
    @Param('organization') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.clearCookie(this.flowCookie, this.flowAttributes);
    const { headers, url } = request;
    const kept = request.cookies[this.flowCookie];
    const isFromPage = kept?.startsWith(FROM_PAGE) ?? false;
    const viewer = { ...PUBLIC_VIEWER, requestId: request.id };
    const tokens = await this.signIn.finish(viewer, id, {
      query: new URL(url, this.address.url).search,
      kept: isFromPage ? kept?.slice(FROM_PAGE.length) : kept,
      locale: localeOf(headers['accept-language']),
      client: clientOf(request),
    });
    const { accountId, refreshToken, expiresAt } = tokens;
    this.device.remember(reply, accountId);
    if (isFromPage) {
      this.cookies.setSession(reply, refreshToken);
      // Whoever signs in this way works at the console. Another page would not get the cookie: it comes with no
      // request to which another site has led.
      const wanted = this.cookies.wanted(request);
      this.cookies.forgetWanted(reply);
      await reply.redirect(wanted?.startsWith('/console') ? wanted : '/console', 303);
      return;
    }
    new RefreshCookie(request, reply, this.address.secure).keep(refreshToken, expiresAt);
    await reply.redirect(`${this.address.url}/link/done?after=signed-in`, 303);
  }

  private get flowCookie(): string {
    return this.address.secure ? FLOW_COOKIE.secure : FLOW_COOKIE.plain;
  }

  /** Lax, for the browser comes back from another site. */
  private get flowAttributes() {
    const { secure } = this.address;
    return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  }
}
