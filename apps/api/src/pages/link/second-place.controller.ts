import type { AlongsideView } from '#deployments';
import { HerLinks } from '#directory';
import type { Viewer } from '#identity';
import { NotFoundError } from '#kernel';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { html } from '../html/html.js';
import { PlaceSteps } from '../places/place-steps.js';
import { PLACE_ACTS, placeView } from '../places/place.view.js';
import { formOfLink } from '../request/form-of-link.js';
import type { Form } from '../request/form.js';
import { notice } from '../request/notice.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { showRefusal } from './once.js';
import { waitingPage, withWayOut } from './waiting.page.js';

const PURPOSE = 'second-place';

/** A second place by the link of a mail, without signing in. What opens the link shows nothing and changes nothing. */
@Controller('link/second-place')
export class SecondPlaceLinkController {
  constructor(
    private readonly links: HerLinks,
    private readonly steps: PlaceSteps,
  ) {}

  @Get()
  async meet(@PageVisit() visit: Visit): Promise<PageBody> {
    return visit.show(waitingPage(visit, PURPOSE));
  }

  @Post()
  async read(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    return this.withPlace(visit, form, (viewer, place) =>
      this.show(visit, form, viewer, place, null),
    );
  }

  @Post('withdraw')
  async withdraw(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    return this.withPlace(visit, form, async () => {
      await this.links.withdraw(PURPOSE, form.text('token'));
      return visit.goTo(`/link/${PURPOSE}?done=withdraw-link`);
    });
  }

  @Post(':act')
  async take(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Param('act') name: string,
  ): Promise<PageBody> {
    const act = PLACE_ACTS.find((one) => one === name);
    if (!act) throw new NotFoundError('page');
    return this.withPlace(visit, form, async (viewer, place) =>
      (await this.steps.take(viewer, place.id, act))
        ? visit.goTo(`/link/${PURPOSE}?done=${act}`)
        : this.show(visit, form, viewer, place, visit.t('ask.stale')),
    );
  }

  private async show(
    visit: Visit,
    form: Form,
    viewer: Viewer,
    place: AlongsideView,
    alert: string | null,
  ): Promise<PageBody> {
    const token = form.text('token');
    const shown = await this.steps.shown(viewer, place);
    const view = placeView(visit, shown, (act, fields) =>
      formOfLink(visit, token, `/link/${PURPOSE}/${act}`, fields),
    );
    const page = {
      leavable: true,
      title: visit.t('secondPlace.title'),
      content: html`${notice(visit)}${alert !== null && html`<p class="alert" role="alert">${alert}</p>`}${view}`,
    };
    return visit.show(withWayOut(visit, page, PURPOSE, token), alert === null ? 200 : 409);
  }

  private async withPlace(
    visit: Visit,
    form: Form,
    work: (viewer: Viewer, place: AlongsideView) => PageBody | Promise<PageBody>,
  ): Promise<PageBody> {
    try {
      const { viewer, id } = await this.links.open(PURPOSE, form.text('token'));
      return await work(viewer, await this.steps.byId(viewer, id));
    } catch (error) {
      if (error instanceof NotFoundError) return showRefusal(error, visit, PURPOSE);
      throw error;
    }
  }
}
