import { ErasureService } from '#directory';
import { InvalidInputError } from '#kernel';
import { Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { PageBody, Visit } from '../request/visit.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import { PageCookies } from '../../http/page-cookies.js';
import { Form } from '../request/form.js';
import { herself } from '../request/herself.js';
import { NO_MISTAKES, type Mistakes } from '../views/mistakes.js';
import { html } from '../html/html.js';
import { button, line, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';

/** Leaving for good. */
@Controller('me/erase')
export class ErasePageController {
  constructor(
    private readonly cookies: PageCookies,
    private readonly erasure: ErasureService,
  ) {}

  @Get()
  async ask(@PageVisit() visit: Visit): Promise<PageBody> {
    herself(visit);
    return visit.show(erasePage(visit, NO_MISTAKES));
  }

  /** Her session is gone with her account, so the answer comes at once. */
  @Post()
  async erase(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody> {
    const written = form.text('confirmation');
    try {
      await this.erasure.eraseMyself(visit.viewer, written);
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      const mistakes = new Map([['confirmation', visit.t('erase.mismatch')]]);
      return visit.show(erasePage(visit, mistakes, written), 422);
    }
    this.cookies.endSession(reply);
    return visit.show(erasedPage(visit));
  }
}

/** The last form: she writes her name as the directory shows it, so that it is no slip. */
function erasePage(visit: Visit, mistakes: Mistakes, written = ''): Page {
  const name = line({
    name: 'confirmation',
    label: visit.t('erase.type'),
    value: written,
    required: true,
    mistakes,
  });
  return {
    own: true,
    title: visit.t('erase.title'),
    content: html`<p>${visit.t('erase.about')}</p>
      <p>${visit.t('erase.kept')}</p>
      <p><a href="/me#export">${visit.t('erase.first')}</a></p>
      ${summary(mistakes, visit.t, { confirmation: visit.t('erase.type') })}
      ${visit.form('/me/erase', html`${name}${button(visit.t('erase.button'), 'danger')}`)}`,
  };
}

/** For whoever is no longer held here. */
function erasedPage({ t }: Visit): Page {
  return { title: t('erase.doneTitle'), content: html`<p>${t('erase.done')}</p>` };
}
