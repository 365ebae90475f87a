import { CONSENT_PURPOSES, ConsentService, consentTexts, type ConsentPurpose } from '#directory';
import { NotFoundError } from '#kernel';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form } from '../request/form.js';
import { herself } from '../request/herself.js';
import { Visits } from '../request/visits.js';
import { consentsPage } from './consents.page.js';

/** What she agrees to: giving and taking back are one button each. */
@Controller('me/consents')
export class ConsentsPageController {
  constructor(
    private readonly visits: Visits,
    private readonly consents: ConsentService,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.of(request, reply);
    const history = await this.consents.history(visit.viewer, herself(visit));
    return visit.show(consentsPage(visit, history, consentTexts(visit.locale)));
  }

  /** To the text that was shown to her, in the language in which she read it. */
  @Post('give')
  async give(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.of(request, reply);
    const form = Form.of(request.body);
    await this.consents.give(visit.viewer, {
      purpose: purposeIn(form),
      textVersion: form.text('version'),
      language: visit.locale,
    });
    return visit.goTo('/me/consents?done=given');
  }

  @Post('withdraw')
  async withdraw(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.of(request, reply);
    const purpose = purposeIn(Form.of(request.body));
    await this.consents.withdraw(visit.viewer, herself(visit), purpose, null);
    return visit.goTo('/me/consents?done=withdrawn');
  }
}

function purposeIn(form: Form): ConsentPurpose {
  const purpose = CONSENT_PURPOSES.find((one) => one === form.text('purpose'));
  if (!purpose) throw new NotFoundError('purpose');
  return purpose;
}
