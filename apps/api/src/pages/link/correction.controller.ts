import { type HerLink, HerLinks, MemberQuestionService } from '#directory';
import { NotFoundError } from '#kernel';
import { Controller, Get, Post } from '@nestjs/common';
import { html } from '../html/html.js';
import { questionsView } from '../me/questions.view.js';
import { formOfLink } from '../request/form-of-link.js';
import type { Form } from '../request/form.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { box, button, summary } from '../views/fields.js';
import { mistakesOf, NO_MISTAKES, type Mistakes } from '../views/mistakes.js';
import { showRefusal } from './once.js';
import { waitingPage, withWayOut } from './waiting.page.js';

const PURPOSE = 'correction';

/** A question of her network by the link of a mail, without signing in. What opens the link shows nothing and changes nothing. */
@Controller('link/correction')
export class CorrectionLinkController {
  constructor(
    private readonly links: HerLinks,
    private readonly questions: MemberQuestionService,
  ) {}

  @Get()
  async meet(@PageVisit() visit: Visit): Promise<PageBody> {
    return visit.show(waitingPage(visit, PURPOSE));
  }

  @Post()
  async read(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    return this.asHer(visit, form, (link) => this.page(visit, form, link, NO_MISTAKES));
  }

  @Post('answer')
  async answer(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    return this.asHer(visit, form, async (link) => {
      try {
        await this.questions.answer(link.viewer, link.id, form.text('text'));
      } catch (error) {
        return this.page(visit, form, link, mistakesOf(error, visit.t), 422);
      }
      return visit.goTo(`/link/${PURPOSE}?done=answered`);
    });
  }

  @Post('withdraw')
  async withdraw(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    return this.asHer(visit, form, async () => {
      await this.links.withdraw(PURPOSE, form.text('token'));
      return visit.goTo(`/link/${PURPOSE}?done=withdraw-link`);
    });
  }

  private async page(
    visit: Visit,
    form: Form,
    { viewer, id }: HerLink,
    mistakes: Mistakes,
    status = 200,
  ): Promise<PageBody> {
    const { t } = visit;
    const token = form.text('token');
    const open = await this.questions.open(viewer, id);
    if (open.length === 0) throw new NotFoundError('question');
    const label = t('corrections.yourAnswer');
    const fields = html`${box({ name: 'text', label, value: form.text('text'), mistakes })}
    ${button(t('send'))}`;
    const page = {
      leavable: true,
      title: t('corrections.questions'),
      content: html`${questionsView(visit, open)} ${summary(mistakes, t, { text: label })}
      ${formOfLink(visit, token, `/link/${PURPOSE}/answer`, fields)}`,
    };
    return visit.show(withWayOut(visit, page, PURPOSE, token), status);
  }

  private async asHer(
    visit: Visit,
    form: Form,
    work: (link: HerLink) => Promise<PageBody>,
  ): Promise<PageBody> {
    try {
      return await work(await this.links.open(PURPOSE, form.text('token')));
    } catch (error) {
      if (error instanceof NotFoundError) return showRefusal(error, visit, PURPOSE);
      throw error;
    }
  }
}
