import { APP_SETTINGS, type Settings } from '#config';
import { SessionService } from '#identity';
import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Visit } from '../request/visit.js';
import { PageVisit } from '../request/page-visit.js';
import { PageCookies } from '../../http/page-cookies.js';
import { PUBLIC_STYLE } from '../views/public-style.js';
import { STYLE } from '../views/style.js';

const DAY_S = 86_400;

/** The way out, and what all pages share. */
@Controller()
export class OutsideController {
  constructor(
    private readonly cookies: PageCookies,
    private readonly sessions: SessionService,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'leaveUrl'>,
  ) {}

  /**
   * Away at once, to a page that nobody wonders at. Her session ends, so that the way back shows nothing;
   * the cookie that it is known by comes with no request of another site, so no other can end it.
   */
  @Get('leave')
  async leave(
    @PageVisit() { viewer }: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (viewer.sessionId !== null) await this.sessions.signOut(viewer, null);
    this.cookies.endSession(reply);
    void reply
      .status(303)
      .headers({ location: this.settings.leaveUrl, 'clear-site-data': '"cache", "storage"' });
  }

  @Get('pages/style.css')
  @Header('cache-control', `private, max-age=${DAY_S}`)
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return STYLE;
  }

  @Get('pages/public.css')
  @Header('cache-control', `private, max-age=${DAY_S}`)
  @Header('content-type', 'text/css; charset=utf-8')
  publicStyle(): string {
    return PUBLIC_STYLE;
  }
}
