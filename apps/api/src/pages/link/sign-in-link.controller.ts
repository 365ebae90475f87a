import { SignInService } from '#identity';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageBody, Visit } from '../request/visit.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import { clientOf } from '../../http/client-of.js';
import { Form } from '../request/form.js';
import { PageSignIn } from '../sign-in/page-sign-in.js';
import { plainLinkPage } from './link.pages.js';
import { showRefusal } from './once.js';

/** Signs a mediator in by the link of a mail. */
@Controller('link/sign-in')
export class SignInLinkController {
  constructor(
    private readonly signIn: SignInService,
    private readonly pageSignIn: PageSignIn,
  ) {}

  @Get()
  async ask(@PageVisit() visit: Visit): Promise<PageBody> {
    return visit.show(plainLinkPage(visit, 'sign-in', visit.query.get('token') ?? ''));
  }

  @Post()
  async act(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody> {
    const token = form.text('token');
    try {
      const step = await this.signIn.byLink(visit.viewer, clientOf(request), token);
      return await this.pageSignIn.proceed(visit, reply, step);
    } catch (error) {
      return showRefusal(error, visit, 'sign-in');
    }
  }
}
