import { CLOCK } from '#config';
import { isUuid } from '#identity';
import { OwnAskService, type OwnAskView } from '#introductions';
import { NotFoundError } from '#kernel';
import { Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ASK_PAGES, ASK_STEPS, isOpen, type AskPlace } from '../asks/ask-place.js';
import { AskSteps } from '../asks/ask-steps.js';
import { askPage } from '../asks/ask.page.js';
import { sendHold } from '../asks/hold.js';
import { html } from '../html/html.js';
import { Form } from '../request/form.js';
import { herself } from '../request/herself.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { introductionsPage } from '../asks/asks.page.js';

/** Who asks to meet her, and what she answers. */
@Controller('me/introductions')
export class IntroductionsPageController {
  constructor(
    private readonly asks: OwnAskService,
    private readonly steps: AskSteps,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @Get()
  async list(@PageVisit() visit: Visit): Promise<PageBody> {
    herself(visit);
    return visit.show(introductionsPage(visit, await this.asks.list(visit.viewer)));
  }

  @Get(':id')
  async show(@PageVisit() visit: Visit, @Param('id') id: string): Promise<PageBody> {
    return visit.show(askPage(await this.place(visit, id)));
  }

  @Get(':id/hold')
  async hold(
    @PageVisit() visit: Visit,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody> {
    const { ask } = await this.place(visit, id);
    return sendHold(reply, ask, this.now());
  }

  @Get(':id/:page')
  async open(
    @PageVisit() visit: Visit,
    @Param('id') id: string,
    @Param('page') name: string,
  ): Promise<PageBody> {
    const page = ASK_PAGES.find((each) => each === name);
    if (!page) throw new NotFoundError('page');
    const place = await this.place(visit, id);
    if (!isOpen(place, page)) return visit.goTo(`/me/introductions/${place.ask.id}`);
    return visit.show(this.steps.page(place, page, Form.of(null)));
  }

  @Post(':id/:step')
  async take(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Param('id') id: string,
    @Param('step') name: string,
  ): Promise<PageBody> {
    const step = ASK_STEPS.find((each) => each === name);
    if (!step) throw new NotFoundError('page');
    const place = await this.place(visit, id);
    const again = await this.steps.take(place, step, form);
    if (again) return visit.show(again.page, again.status);
    const back = step === 'messages' ? '/messages' : '';
    return visit.goTo(`/me/introductions/${place.ask.id}${back}?done=${step}`);
  }

  /** What is not hers is not there. */
  private async place(visit: Visit, id: string): Promise<AskPlace> {
    herself(visit);
    if (!isUuid(id)) throw new NotFoundError('introduction');
    return placeOf(visit, await this.asks.byId(visit.viewer, id));
  }
}

/** An ask on her own page: each page of it has an address. */
function placeOf(visit: Visit, ask: OwnAskView): AskPlace {
  return {
    visit,
    viewer: visit.viewer,
    ask,
    own: true,
    way: (page, label) =>
      page === 'ask'
        ? html`<p><a href="/me/introductions/${ask.id}">${label}</a></p>`
        : html`<p><a href="/me/introductions/${ask.id}/${page}">${label}</a></p>`,
    hold: (label) => html`<p><a href="/me/introductions/${ask.id}/hold">${label}</a></p>`,
    form: (step, fields) => visit.form(`/me/introductions/${ask.id}/${step}`, fields),
    with: (now) => placeOf(visit, now),
  };
}
