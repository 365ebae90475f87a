import { SessionService, isUuid } from '#identity';
import { NotFoundError } from '#kernel';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageCookies } from '../request/cookies.js';
import { Form } from '../request/form.js';
import { Visits } from '../request/visits.js';
import { sessionsPage } from './sessions.page.js';

/** Where she is signed in. */
@Controller('me/sessions')
export class SessionsPageController {
  constructor(
    private readonly visits: Visits,
    private readonly cookies: PageCookies,
    private readonly sessions: SessionService,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.of(request, reply);
    return visit.show(sessionsPage(visit, await this.sessions.list(visit.viewer)));
  }

  @Post('end')
  async end(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.of(request, reply);
    const id = Form.of(request.body).text('id');
    if (!isUuid(id)) throw new NotFoundError('session');
    await this.sessions.end(visit.viewer, id);
    return visit.goTo('/me/sessions?done=ended');
  }

  @Post('end-others')
  async endOthers(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.of(request, reply);
    await this.sessions.endOthers(visit.viewer);
    return visit.goTo('/me/sessions?done=ended');
  }

  /** Everywhere, here too. */
  @Post('end-all')
  async endAll(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.of(request, reply);
    await this.sessions.endOthers(visit.viewer);
    await this.sessions.signOut(visit.viewer, null);
    this.cookies.endSession(reply);
    return visit.goTo('/sign-in?out');
  }
}
