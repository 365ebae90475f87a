import { type Settings, APP_SETTINGS } from '#config';
import { SessionService } from '#identity';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageCookies } from '../request/cookies.js';
import { Visits } from '../request/visits.js';
import { STYLE } from '../views/style.js';

const DAY_S = 86_400;

/** The way out, and what all pages share. */
@Controller()
export class OutsideController {
  constructor(
    private readonly visits: Visits,
    private readonly cookies: PageCookies,
    private readonly sessions: SessionService,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'leaveUrl'>,
  ) {}

  /**
   * Away at once, to a page that nobody wonders at. Her session ends, so that the way back shows nothing;
   * the cookie that it is known by comes with no request of another site, so no other can end it.
   */
  @Get('leave')
  async leave(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { viewer } = await this.visits.of(request, reply);
    if (viewer.sessionId !== null) await this.sessions.signOut(viewer, null);
    this.cookies.endSession(reply);
    await reply
      .status(303)
      .headers({ location: this.settings.leaveUrl, 'clear-site-data': '"cache"' })
      .send();
  }

  /** Where mails lead that are about nothing in particular. */
  @Get()
  async start(@Res() reply: FastifyReply): Promise<void> {
    await reply.status(303).header('location', '/me').send();
  }

  @Get('pages/style.css')
  async style(@Res() reply: FastifyReply): Promise<void> {
    await reply
      .header('cache-control', `private, max-age=${DAY_S}`)
      .type('text/css; charset=utf-8')
      .send(STYLE);
  }
}
