import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf } from '../../http/client-of.js';
import { Form } from '../request/form.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { DemoSignIn } from './demo-sign-in.js';
import { PageSignIn } from './page-sign-in.js';

/** The buttons of the demo's users; there is no such address in production. */
@Controller('sign-in/demo')
export class DemoSignInController {
  constructor(
    private readonly demo: DemoSignIn,
    private readonly pageSignIn: PageSignIn,
  ) {}

  @Post()
  async byButton(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody> {
    const client = clientOf(request);
    const step = await this.demo.byButton(visit.viewer, client, form.text('user'));
    return this.pageSignIn.proceed(visit, reply, step);
  }
}
