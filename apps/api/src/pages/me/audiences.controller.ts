import {
  AudienceService,
  consentTexts,
  RULED_OUT_IN_RANKINGS,
  WIDER_AUDIENCE,
  type ConsentText,
  type FieldAudience,
} from '#directory';
import { CLEARANCES, type Audience } from '#identity';
import { InvalidInputError, NotFoundError } from '#kernel';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { PageForm, PageVisit } from '../request/page-visit.js';
import { Form } from '../request/form.js';
import { herself } from '../request/herself.js';
import { NO_MISTAKES } from '../views/mistakes.js';
import type { PageBody, Visit } from '../request/visit.js';
import { audiencePage, audiencesPage } from './audiences.page.js';

/** Who sees which part of her profile. */
@Controller('me/audiences')
export class AudiencesPageController {
  constructor(private readonly audiences: AudienceService) {}

  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    const fields = await this.audiences.list(visit.viewer, herself(visit));
    return visit.show(audiencesPage(visit, fields));
  }

  @Get(':field')
  async ask(@Param('field') name: string, @PageVisit() visit: Visit): Promise<PageBody> {
    const field = await this.field(visit, name);
    return visit.show(audiencePage(visit, field, widerText(visit, field), NO_MISTAKES));
  }

  @Post(':field')
  async save(
    @Param('field') name: string,
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
  ): Promise<PageBody> {
    const current = await this.field(visit, name);
    const audience = audienceIn(form);
    const agreed = { textVersion: form.text('version'), language: visit.locale };
    const consent = form.has('wider') ? agreed : null;
    try {
      const change = { field: current.field, audience, consent };
      await this.audiences.set(visit.viewer, herself(visit), change);
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      const mistakes = new Map([['wider', visit.t('audiences.widerNeeded')]]);
      const chosen = { ...current, audience };
      return visit.show(audiencePage(visit, chosen, widerText(visit, chosen), mistakes), 422);
    }
    return visit.goTo('/me/audiences?done=saved');
  }

  private async field(visit: Visit, name: string): Promise<FieldAudience> {
    const fields = await this.audiences.list(visit.viewer, herself(visit));
    const field = fields.find((one) => one.field === name);
    if (!field) throw new NotFoundError('field');
    return field;
  }
}

function widerText({ locale }: Visit, { field }: FieldAudience): ConsentText | undefined {
  const asked = field === 'ruledOut' ? RULED_OUT_IN_RANKINGS : WIDER_AUDIENCE;
  return consentTexts(locale).find(({ name }) => name === asked);
}

function audienceIn(form: Form): Audience {
  const audience = CLEARANCES.find((one) => one === form.text('audience'));
  if (!audience) throw new NotFoundError('audience');
  return audience;
}
