import { isUuid, SessionService } from '#identity';
import { NotFoundError } from '#kernel';
import { Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { PageBody, Visit } from '../request/visit.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import { PageCookies } from '../../http/page-cookies.js';
import { Form } from '../request/form.js';
import { sessionsPage } from './sessions.page.js';

/** Where she is signed in. */
@Controller('me/sessions')
export class SessionsPageController {
  constructor(
    private readonly cookies: PageCookies,
    private readonly sessions: SessionService,
  ) {}

  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    return visit.show(sessionsPage(visit, await this.sessions.list(visit.viewer)));
  }

  @Post('end')
  async end(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    const id = form.text('id');
    if (!isUuid(id)) throw new NotFoundError('session');
    await this.sessions.end(visit.viewer, id);
    return visit.goTo('/me/sessions?done=ended');
  }

  @Post('end-others')
  async endOthers(@PageVisit() visit: Visit): Promise<PageBody> {
    await this.sessions.endOthers(visit.viewer);
    return visit.goTo('/me/sessions?done=ended');
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
