import { isUuid, SessionService } from '#identity';
import { NotFoundError } from '#kernel';
import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PageCookies } from '../../http/page-cookies.js';
import { Form } from '../request/form.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';

/** Ends sessions of the account that is signed in. */
@Controller('account/sessions')
export class SessionsPageController {
  constructor(
    private readonly cookies: PageCookies,
    private readonly sessions: SessionService,
  ) {}

  @Post('end')
  async end(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    const id = form.text('id');
    if (!isUuid(id)) throw new NotFoundError('session');
    await this.sessions.end(visit.viewer, id);
    return visit.goTo('/account?done=ended');
  }

  @Post('end-others')
  async endOthers(@PageVisit() visit: Visit): Promise<PageBody> {
    await this.sessions.endOthers(visit.viewer);
    return visit.goTo('/account?done=ended');
  }

  /** Everywhere, here too. */
  @Post('end-all')
  async endAll(
    @PageVisit() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody> {
    await this.sessions.endOthers(visit.viewer);
    await this.sessions.signOut(visit.viewer, null);
    this.cookies.endSession(reply);
    return visit.goTo('/sign-in?out');
  }
}
