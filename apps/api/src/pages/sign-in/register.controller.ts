import {
  ORGANIZATION_KINDS,
  RegistrationService,
  TooManyAttemptsError,
  type OrganizationKind,
} from '#identity';
import { parseTerritory } from '#vocabulary';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf } from '../../http/client-of.js';
import type { Form } from '../request/form.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { mistakesOf, NO_MISTAKES, sentenceFor, type Mistakes } from '../views/mistakes.js';
import { registeredPage, registerPage, type Registration } from './register.page.js';

/** Organizers register themselves and their organization. The answer is the same whether or not the address has an account. */
@Controller('sign-in/register')
export class RegisterController {
  constructor(private readonly registrations: RegistrationService) {}

  @Get()
  ask(@PageVisit() visit: Visit): PageBody {
    if (visit.query.has('sent')) return visit.show(registeredPage(visit));
    return visit.show(registerPage(visit));
  }

  @Post()
  async register(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody> {
    const { viewer, locale, t } = visit;
    const written: Registration = {
      name: form.text('name'),
      email: form.text('email'),
      organization: form.text('organization'),
      kind: form.text('kind'),
      country: form.text('country'),
    };
    const again = (mistakes: Mistakes, status: number): PageBody =>
      visit.show(registerPage(visit, written, mistakes), status);
    const country = written.country === '' ? null : parseTerritory(written.country);
    const mistakes = new Map(this.mistakesInNames(written, visit));
    if (!isKind(written.kind)) mistakes.set('kind', sentenceFor('MISSING', t));
    if (country?.ok === false) mistakes.set('country', sentenceFor('UNKNOWN', t));
    if (mistakes.size > 0 || !isKind(written.kind)) return again(mistakes, 422);
    try {
      await this.registrations.register(viewer, clientOf(request), {
        email: written.email,
        name: written.name,
        organization: {
          name: written.organization,
          kind: written.kind,
          country: country?.ok ? country.value : null,
        },
        locale,
      });
    } catch (error) {
      if (!(error instanceof TooManyAttemptsError)) return again(mistakesOf(error, t), 422);
      void reply.header('retry-after', error.seconds);
      const minutes = Math.ceil(error.seconds / 60);
      return again(new Map([['', t('problems.tooMany', { minutes })]]), 429);
    }
    return visit.goTo('/sign-in/register?sent');
  }

  private mistakesInNames({ name, organization }: Registration, { t }: Visit): Mistakes {
    try {
      this.registrations.check({ name, organization: { name: organization } });
      return NO_MISTAKES;
    } catch (error) {
      return mistakesOf(error, t);
    }
  }
}

function isKind(text: string): text is OrganizationKind {
  return (ORGANIZATION_KINDS as readonly string[]).includes(text);
}
