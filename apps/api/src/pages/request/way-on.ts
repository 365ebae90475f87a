import { AccountService, isHeldBack, type HeldRole, type Viewer } from '#identity';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PageCookies } from '../../http/page-cookies.js';

/** Where somebody goes who has signed in. */
@Injectable()
export class WayOn {
  constructor(
    private readonly accounts: AccountService,
    private readonly cookies: PageCookies,
  ) {}

  /**
   * To the authenticator where her role needs one that this session has not shown; else to the page that she asked for
   * before she had to sign in, which is forgotten then; else to her own page or to the console.
   *
   * @throws NotPermittedError where nobody has signed in
   */
  async take(viewer: Viewer, reply: FastifyReply): Promise<string> {
    const account = await this.accounts.own(viewer);
    if (isHeldBack(viewer, account)) return '/account/authenticator';
    const wanted = this.cookies.wanted(reply.request);
    if (wanted === null) return homeOf(account.roles);
    this.cookies.forgetWanted(reply);
    return wanted;
  }
}

/** Mediators have their own page, without a script; everybody else works at the console. */
function homeOf(roles: readonly HeldRole[]): '/me' | '/console' {
  const isMediator = roles.length > 0 && roles.every(({ role }) => role === 'mediator');
  return isMediator ? '/me' : '/console';
}
