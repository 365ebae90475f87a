import { PasswordService, RegistrationService } from '#identity';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageForm, PageVisit } from '../request/page-visit.js';
import { DeviceCookie } from '../../http/device-cookie.js';
import { clientOf } from '../../http/client-of.js';
import { Form } from '../request/form.js';
import type { PageBody, Visit } from '../request/visit.js';
import { linkFormOf, passwordLinkPage } from './link.pages.js';
import { useOnce } from './once.js';

type Purpose = 'verify-email' | 'password-reset';

/** Sets the password of an account that is new, or whose password was lost. */
@Controller('link')
export class PasswordLinkController {
  constructor(
    private readonly passwords: PasswordService,
    private readonly registrations: RegistrationService,
    private readonly device: DeviceCookie,
  ) {}

  @Get('verify-email')
  async askToVerify(@PageVisit() visit: Visit): Promise<PageBody> {
    return ask(visit, 'verify-email');
  }

  @Post('verify-email')
  async verify(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Req() request: FastifyRequest,
  ): Promise<PageBody> {
    return act(visit, 'verify-email', form, (token, password) =>
      this.registrations.verify(visit.viewer, clientOf(request), token, password),
    );
  }

  @Get('password-reset')
  async askToReset(@PageVisit() visit: Visit): Promise<PageBody> {
    return ask(visit, 'password-reset');
  }

  @Post('password-reset')
  async reset(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody> {
    return act(visit, 'password-reset', form, async (token, password) => {
      const client = clientOf(request);
      const accountId = await this.passwords.reset(visit.viewer, client, token, password);
      this.device.remember(reply, accountId);
    });
  }
}

async function act(
  visit: Visit,
  purpose: Purpose,
  form: Form,
  work: (token: string, password: string) => Promise<void>,
): Promise<PageBody> {
  const token = form.text('token');
  return useOnce(
    visit,
    purpose,
    async () => {
      await work(token, form.secret('password'));
      return purpose;
    },
    (mistakes) =>
      visit.show(passwordLinkPage(visit, purpose, { ...linkFormOf(token), mistakes }), 422),
  );
}

async function ask(visit: Visit, purpose: Purpose): Promise<PageBody> {
  const form = linkFormOf(visit.query.get('token') ?? '');
  return visit.show(passwordLinkPage(visit, purpose, form));
}
