import {
  AccountService,
  InvalidCredentialsError,
  isHeldBack,
  SecondFactorService,
} from '#identity';
import { InvalidInputError } from '#kernel';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf } from '../../http/client-of.js';
import { Form } from '../request/form.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { WayOn } from '../request/way-on.js';
import { NO_MISTAKES, type Mistakes } from '../views/mistakes.js';
import { authenticatorPage, enrolmentPage, recoveryCodesPage } from './authenticator.pages.js';

/** As `SecondFactorService` makes them. */
const ENROLMENT = /^otpauth:\/\/totp\/[^\s]{1,500}$/;

/** Setting up an authenticator, and the recovery codes that stand in for it. */
@Controller('account/authenticator')
export class AuthenticatorPageController {
  constructor(
    private readonly accounts: AccountService,
    private readonly secondFactors: SecondFactorService,
    private readonly wayOn: WayOn,
  ) {}

  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    return this.page(visit, NO_MISTAKES);
  }

  @Post()
  async begin(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Req() request: FastifyRequest,
  ): Promise<PageBody> {
    const password = form.secret('password') || null;
    try {
      const { uri } = await this.secondFactors.begin(visit.viewer, clientOf(request), password);
      return visit.show(enrolmentPage(visit, uri, NO_MISTAKES));
    } catch (error) {
      return this.page(visit, wrong(error, visit, 'password'));
    }
  }

  @Post('code')
  async confirm(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Req() request: FastifyRequest,
  ): Promise<PageBody> {
    const uri = form.text('uri');
    if (!ENROLMENT.test(uri) || !URL.canParse(uri)) throw new InvalidInputError([]);
    try {
      const client = clientOf(request);
      const codes = await this.secondFactors.confirm(visit.viewer, client, form.text('code'));
      return visit.show(recoveryCodesPage(visit, codes));
    } catch (error) {
      return visit.show(enrolmentPage(visit, uri, wrong(error, visit, 'code')), 422);
    }
  }

  @Post('recovery-codes')
  async renew(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Req() request: FastifyRequest,
  ): Promise<PageBody> {
    try {
      const client = clientOf(request);
      const codes = await this.secondFactors.renewCodes(visit.viewer, client, form.text('code'));
      return visit.show(recoveryCodesPage(visit, codes));
    } catch (error) {
      return this.page(visit, wrong(error, visit, 'code'));
    }
  }

  /** She has kept the codes, and goes on to what she came for. */
  @Post('kept')
  async goOn(
    @PageVisit() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody> {
    return visit.goTo(await this.wayOn.take(visit.viewer, reply));
  }

  private async page(visit: Visit, mistakes: Mistakes): Promise<PageBody> {
    const account = await this.accounts.own(visit.viewer);
    const heldBack = isHeldBack(visit.viewer, account);
    const status = mistakes.size === 0 ? 200 : 422;
    return visit.show(authenticatorPage(visit, { account, heldBack }, mistakes), status);
  }
}

function wrong(error: unknown, { t }: Visit, field: string): Mistakes {
  if (!(error instanceof InvalidCredentialsError)) throw error;
  return new Map([[field, t('signIn.wrong')]]);
}
