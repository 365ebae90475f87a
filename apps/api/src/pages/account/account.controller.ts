import {
  AccountService,
  InvalidCredentialsError,
  isHeldBack,
  PasswordService,
  SessionService,
} from '#identity';
import { InvalidInputError } from '#kernel';
import { LOCALES } from '#vocabulary';
import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { clientOf } from '../../http/client-of.js';
import { Form } from '../request/form.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { mistakesOf, NO_MISTAKES, type Mistakes } from '../views/mistakes.js';
import { accountPage } from './account.page.js';

/** The account of whoever is signed in, whatever her role: password, authenticator and sessions. */
@Controller('account')
export class AccountPageController {
  constructor(
    private readonly accounts: AccountService,
    private readonly passwords: PasswordService,
    private readonly sessions: SessionService,
  ) {}

  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    return this.page(visit, NO_MISTAKES);
  }

  @Post('password')
  async changePassword(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Req() request: FastifyRequest,
  ): Promise<PageBody> {
    const current = form.secret('current') || null;
    try {
      const client = clientOf(request);
      await this.passwords.change(visit.viewer, client, current, form.secret('password'));
    } catch (error) {
      return this.page(visit, changeMistakes(error, visit));
    }
    return visit.goTo('/account?done=password');
  }

  @Post('language')
  async chooseLanguage(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    const locale = LOCALES.find((one) => one === form.text('language'));
    if (!locale) {
      return this.page(visit, new Map([['language', visit.t('mistakes.codes.MISSING')]]));
    }
    await this.accounts.setLocale(visit.viewer, locale);
    return visit.goTo('/account?done=language');
  }

  private async page(visit: Visit, mistakes: Mistakes): Promise<PageBody> {
    const account = await this.accounts.own(visit.viewer);
    const heldBack = isHeldBack(visit.viewer, account);
    const sessions = await this.sessions.list(visit.viewer);
    const status = mistakes.size === 0 ? 200 : 422;
    return visit.show(accountPage(visit, { account, heldBack, sessions }, mistakes), status);
  }
}

function changeMistakes(error: unknown, { t }: Visit): Mistakes {
  if (error instanceof InvalidCredentialsError) return new Map([['current', t('signIn.wrong')]]);
  if (!(error instanceof InvalidInputError)) throw error;
  return mistakesOf(error, t, { newPassword: 'password' });
}
