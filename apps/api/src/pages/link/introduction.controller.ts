import { CLOCK } from '#config';
import { OwnAskService, type OwnAskView } from '#introductions';
import type { Viewer } from '#identity';
import { NotFoundError } from '#kernel';
import { Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ASK_PAGES, ASK_STEPS, type AskPlace } from '../asks/ask-place.js';
import { AskSteps } from '../asks/ask-steps.js';
import { askPage } from '../asks/ask.page.js';
import { sendHold } from '../asks/hold.js';
import { html } from '../html/html.js';
import { Form } from '../request/form.js';
import { formOfLink } from '../request/form-of-link.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { button } from '../views/fields.js';
import { requestOverPage } from './introduction.page.js';
import { waitingPage, withWayOut } from './waiting.page.js';
import { showRefusal } from './once.js';

/**
 * One ask by the link of a mail, without signing in. What opens the link shows nothing and changes nothing: programs
 * that look through mails open every link. Only a button does, and every form carries the token along, so that it
 * stands in no address but that of the mail.
 */
@Controller('link/introduction')
export class IntroductionLinkController {
  constructor(
    private readonly asks: OwnAskService,
    private readonly steps: AskSteps,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @Get()
  async meet(@PageVisit() visit: Visit): Promise<PageBody> {
    return visit.show(waitingPage(visit, 'introduction'));
  }

  @Get('over')
  async over(@PageVisit() visit: Visit): Promise<PageBody> {
    return visit.show(requestOverPage(visit));
  }

  /** The ask, or one of the pages on which she writes. */
  @Post()
  async read(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    return this.withPlace(visit, form, (place) => {
      const page = ASK_PAGES.find((each) => each === form.text('page'));
      return visit.show(
        page
          ? this.steps.page(place, page, Form.of(null))
          : withWayOut(visit, askPage(place), 'introduction', form.text('token')),
      );
    });
  }

  @Post('hold')
  async hold(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody> {
    return this.withPlace(visit, form, ({ ask }) => sendHold(reply, ask, this.now()));
  }

  @Post('withdraw')
  async withdraw(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    try {
      await this.asks.withdrawLink(form.text('token'));
    } catch (error) {
      if (error instanceof NotFoundError) return showRefusal(error, visit, 'introduction');
      throw error;
    }
    return visit.goTo('/link/introduction?done=withdraw-link');
  }

  @Post(':step')
  async take(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Param('step') name: string,
  ): Promise<PageBody> {
    const step = ASK_STEPS.find((each) => each === name);
    if (!step) throw new NotFoundError('page');
    return this.withPlace(visit, form, async (place) => {
      const again = await this.steps.take(place, step, form);
      if (again) return visit.show(again.page, again.status);
      const query = new URLSearchParams({ done: step });
      // After a no there is nothing more to read.
      if (step !== 'no') query.set('token', form.text('token'));
      return visit.goTo(`/link/introduction?${query.toString()}`);
    });
  }

  private async withPlace(
    visit: Visit,
    form: Form,
    work: (place: AskPlace) => PageBody | Promise<PageBody>,
  ): Promise<PageBody> {
    const token = form.text('token');
    try {
      const { viewer, ask } = await this.asks.byLink(token);
      return await work(placeOf(visit, viewer, ask, token));
    } catch (error) {
      if (error instanceof NotFoundError) return showRefusal(error, visit, 'introduction');
      throw error;
    }
  }
}

/** An ask behind a link: all its pages have one address, and are told apart by what the forms send. */
function placeOf(visit: Visit, viewer: Viewer, ask: OwnAskView, token: string): AskPlace {
  return {
    visit,
    viewer,
    ask,
    own: false,
    way: (page, label) => {
      const press = button(label, page === 'yes' ? 'first' : 'second');
      const named = html`<input type="hidden" name="page" value="${page}" />${press}`;
      return formOfLink(visit, token, '/link/introduction', named);
    },
    hold: (label) => formOfLink(visit, token, '/link/introduction/hold', button(label, 'second')),
    form: (step, fields) => formOfLink(visit, token, `/link/introduction/${step}`, fields),
    with: (now) => placeOf(visit, viewer, now, token),
  };
}
