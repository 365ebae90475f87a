import { CONSENT_PURPOSES, ConsentService, consentTexts, type ConsentPurpose } from '#directory';
import { NotFoundError } from '#kernel';
import { Controller, Get, Post } from '@nestjs/common';
import type { PageBody, Visit } from '../request/visit.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import { Form } from '../request/form.js';
import { herself } from '../request/herself.js';
import { consentsPage } from './consents.page.js';

/** What she agrees to: giving and taking back are one button each. */
@Controller('me/consents')
export class ConsentsPageController {
  constructor(private readonly consents: ConsentService) {}

  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    const history = await this.consents.history(visit.viewer, herself(visit));
    return visit.show(consentsPage(visit, history, consentTexts(visit.locale)));
  }

  /** To the text that was shown to her, in the language in which she read it. */
  @Post('give')
  async give(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    await this.consents.give(visit.viewer, {
      purpose: purposeIn(form),
      textVersion: form.text('version'),
      language: visit.locale,
    });
    return visit.goTo('/me/consents?done=given');
  }

  @Post('withdraw')
  async withdraw(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    const purpose = purposeIn(form);
    await this.consents.withdraw(visit.viewer, herself(visit), purpose, null);
    return visit.goTo('/me/consents?done=withdrawn');
  }

  /** A no to what was asked: it is kept like a consent that is taken back. */
  @Post('refuse')
  async refuse(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    await this.consents.withdraw(visit.viewer, herself(visit), purposeIn(form), null);
    return visit.goTo('/me?done=refused');
  }
}

function purposeIn(form: Form): ConsentPurpose {
  const purpose = CONSENT_PURPOSES.find((one) => one === form.text('purpose'));
  if (!purpose) throw new NotFoundError('purpose');
  return purpose;
}
