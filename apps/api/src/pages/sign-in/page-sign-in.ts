import { PageViewers, PUBLIC_VIEWER, type SignInStep } from '#identity';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DeviceCookie } from '../../http/device-cookie.js';
import { PageCookies } from '../../http/page-cookies.js';
import type { PageBody, Visit } from '../request/visit.js';
import { WayOn } from '../request/way-on.js';
import { codePage } from './sign-in.pages.js';

/** What a page does with a factor that was right, however it came. */
@Injectable()
export class PageSignIn {
  constructor(
    private readonly cookies: PageCookies,
    private readonly device: DeviceCookie,
    private readonly sessions: PageViewers,
    private readonly wayOn: WayOn,
  ) {}

  async proceed(visit: Visit, reply: FastifyReply, step: SignInStep): Promise<PageBody> {
    if (step.kind === 'second-factor') return visit.show(codePage(visit, step.challenge));
    const { refreshToken, accountId } = step.tokens;
    this.cookies.setSession(reply, refreshToken);
    this.device.remember(reply, accountId);
    const viewer = await this.sessions.viewerOf(refreshToken, reply.request.id);
    return visit.goTo(await this.wayOn.take(viewer ?? PUBLIC_VIEWER, reply));
  }
}
