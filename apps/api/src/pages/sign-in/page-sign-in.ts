import type { SignInStep } from '#identity';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DeviceCookie } from '../../http/device-cookie.js';
import { PageCookies } from '../../http/page-cookies.js';
import type { PageBody, Visit } from '../request/visit.js';
import { codePage } from './sign-in.pages.js';

/** What a page does with a factor that was right, however it came. */
@Injectable()
export class PageSignIn {
  constructor(
    private readonly cookies: PageCookies,
    private readonly device: DeviceCookie,
  ) {}

  proceed(visit: Visit, reply: FastifyReply, step: SignInStep): PageBody {
    if (step.kind === 'second-factor') return visit.show(codePage(visit, step.challenge));
    this.cookies.setSession(reply, step.tokens.refreshToken);
    this.device.remember(reply, step.tokens.accountId);
    const wanted = this.cookies.wanted(reply.request);
    if (wanted !== null) this.cookies.forgetWanted(reply);
    return visit.goTo(wanted ?? '/me');
  }
}
