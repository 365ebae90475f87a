import {
  InvalidCredentialsError,
  LinkRequestService,
  OpenIdProviderService,
  SessionService,
  SignInService,
} from '#identity';
import { Controller, Get, Inject, Optional, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageForm, PageVisit } from '../request/page-visit.js';
import { clientOf } from '../../http/client-of.js';
import { PageCookies } from '../../http/page-cookies.js';
import { Form } from '../request/form.js';
import { mistakesOf, type Mistakes } from '../views/mistakes.js';
import type { PageBody, Visit } from '../request/visit.js';
import { PageSignIn } from './page-sign-in.js';
import {
  codePage,
  linkSentPage,
  signedOutPage,
  signInPage,
  type SignInForm,
} from './sign-in.pages.js';
import { DemoSignIn } from './demo-sign-in.js';
import { WayOn } from '../request/way-on.js';

/** In and out, for everybody who has an account. */
@Controller()
export class SignInController {
  constructor(
    private readonly cookies: PageCookies,
    private readonly signIn: SignInService,
    private readonly requests: LinkRequestService,
    private readonly sessions: SessionService,
    private readonly pageSignIn: PageSignIn,
    private readonly providers: OpenIdProviderService,
    private readonly wayOn: WayOn,
    /** In development only. */
    @Optional() @Inject(DemoSignIn) private readonly demo: DemoSignIn | null,
  ) {}

  @Get('sign-in')
  async ask(
    @PageVisit() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody> {
    const { query } = visit;
    // The console names the address that she wanted.
    this.cookies.wants(reply, query.get('to') ?? '');
    if (query.has('sent')) return visit.show(linkSentPage(visit, 'sent'));
    if (query.has('reset')) return visit.show(linkSentPage(visit, 'resetSent'));
    if (!query.has('out')) return visit.show(await this.page(visit));
    // The console has ended the session, but cannot take its cookie away. A link from elsewhere ends no session here.
    if (visit.viewer.userId === null) this.cookies.endSession(reply);
    return visit.show(signedOutPage(visit));
  }

  /** To wherever her work is, for whoever is signed in already. */
  @Get('sign-in/open')
  async open(
    @PageVisit() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody> {
    return visit.goTo(await this.wayOn.take(visit.viewer, reply));
  }

  @Post('sign-in/link')
  async sendLink(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Req() request: FastifyRequest,
  ): Promise<PageBody> {
    return this.send(visit, request, form, { purpose: 'sign-in', field: 'email', said: 'sent' });
  }

  @Post('sign-in/new-password')
  async sendReset(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Req() request: FastifyRequest,
  ): Promise<PageBody> {
    return this.send(visit, request, form, {
      purpose: 'password-reset',
      field: 'account',
      said: 'reset',
    });
  }

  @Post('sign-in')
  async byPassword(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody> {
    const email = form.text('address');
    try {
      const { viewer } = visit;
      const client = clientOf(request);
      const step = await this.signIn.byPassword(viewer, client, email, form.secret('password'));
      return await this.pageSignIn.proceed(visit, reply, step);
    } catch (error) {
      const mistakes = wrong(error, visit, 'password');
      return visit.show(await this.page(visit, { email, mistakes }), 422);
    }
  }

  @Post('sign-in/code')
  async byCode(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody> {
    const challenge = form.text('challenge');
    try {
      const { viewer } = visit;
      const client = clientOf(request);
      const code = form.text('code');
      const tokens = await this.signIn.bySecondFactor(viewer, client, challenge, code);
      return await this.pageSignIn.proceed(visit, reply, { kind: 'signed-in', tokens });
    } catch (error) {
      return visit.show(codePage(visit, challenge, wrong(error, visit, 'code')), 422);
    }
  }

  @Post('sign-out')
  async signOut(
    @PageVisit() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody> {
    await this.sessions.signOut(visit.viewer, null);
    this.cookies.endSession(reply);
    return visit.goTo('/sign-in?out');
  }

  private async page(visit: Visit, form?: SignInForm) {
    const organizations = await this.providers.offered();
    const users = (await this.demo?.users()) ?? [];
    return signInPage(visit, { organizations, users }, form);
  }

  /** Sends a link to the address in a field. Says the same whether the address is anybody's or not. */
  private async send(
    visit: Visit,
    request: FastifyRequest,
    form: Form,
    { purpose, field, said }: LinkForm,
  ): Promise<PageBody> {
    const email = form.text(field);
    try {
      await this.requests.request(visit.viewer, clientOf(request), purpose, email);
    } catch (error) {
      const mistakes = mistakesOf(error, visit.t, { email: field });
      return visit.show(await this.page(visit, { email, mistakes }), 422);
    }
    return visit.goTo(`/sign-in?${said}`);
  }
}

/** A form that sends a link: what for, the field of the address, and which page follows. */
interface LinkForm {
  readonly purpose: 'sign-in' | 'password-reset';
  readonly field: 'email' | 'account';
  readonly said: 'sent' | 'reset';
}

/** The mistake is said of the secret, whatever was wrong. */
function wrong(error: unknown, { t }: Visit, field: string): Mistakes {
  if (!(error instanceof InvalidCredentialsError)) throw error;
  return new Map([[field, t('signIn.wrong')]]);
}
