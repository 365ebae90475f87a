import { CorrectionService, MemberQuestionService } from '#directory';
import { Controller, Get, Post } from '@nestjs/common';
import { PageForm, PageVisit } from '../request/page-visit.js';
import { Form } from '../request/form.js';
import { mistakesOf, NO_MISTAKES } from '../views/mistakes.js';
import type { PageBody, Visit } from '../request/visit.js';
import { CORRECTABLE, correctionsPage, type CorrectionWritten } from './corrections.page.js';

/** What she asks the coordinators to put right. */
@Controller('me/corrections')
export class CorrectionsPageController {
  constructor(
    private readonly corrections: CorrectionService,
    private readonly questions: MemberQuestionService,
  ) {}

  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    return this.page(visit, { field: '', text: '', mistakes: NO_MISTAKES });
  }

  @Post()
  async ask(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    const field = CORRECTABLE.find((name) => name === form.text('field')) ?? null;
    const text = form.text('text');
    try {
      await this.corrections.request(visit.viewer, field, text);
    } catch (error) {
      const mistakes = mistakesOf(error, visit.t);
      return this.page(visit, { field: field ?? '', text, mistakes }, 422);
    }
    return visit.goTo('/me/corrections?done=sent');
  }

  private async page(visit: Visit, written: CorrectionWritten, status = 200): Promise<PageBody> {
    const [asked, questions] = await Promise.all([
      this.corrections.own(visit.viewer),
      this.questions.open(visit.viewer),
    ]);
    return visit.show(correctionsPage(visit, asked, questions, written), status);
  }
}
