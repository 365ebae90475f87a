import { MentoringService } from '#deployments';
import { isUuid } from '#identity';
import { NotFoundError } from '#kernel';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { PlaceSteps } from '../places/place-steps.js';
import { PLACE_ACTS } from '../places/place.view.js';
import { MOST_PLACES, secondPlacesPage } from '../places/second-places.page.js';
import { herself } from '../request/herself.js';
import { PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';

/** Second places beside a mediator at work: those for which she is proposed, and those in which she is to be the mentor. */
@Controller('me/deployments/second-places')
export class SecondPlacesPageController {
  constructor(
    private readonly steps: PlaceSteps,
    private readonly mentorings: MentoringService,
  ) {}

  @Get()
  async list(@PageVisit() visit: Visit): Promise<PageBody> {
    return this.show(visit, null);
  }

  @Post('mentorings/:id/:act')
  async tell(
    @PageVisit() visit: Visit,
    @Param('id') id: string,
    @Param('act') act: string,
  ): Promise<PageBody> {
    herself(visit);
    if (!isUuid(id) || (act !== 'show' && act !== 'hide')) throw new NotFoundError('mentoring');
    await this.mentorings.show(visit.viewer, id, act === 'show');
    return visit.goTo('/me/deployments/second-places?done=saved');
  }

  @Post(':id/:act')
  async take(
    @PageVisit() visit: Visit,
    @Param('id') id: string,
    @Param('act') name: string,
  ): Promise<PageBody> {
    herself(visit);
    const act = PLACE_ACTS.find((one) => one === name);
    if (!act || !isUuid(id)) throw new NotFoundError('secondPlace');
    // What is not hers is not there.
    const { party } = await this.steps.byId(visit.viewer, id);
    if (party !== 'newcomer' && party !== 'mentor') throw new NotFoundError('secondPlace');
    if (await this.steps.take(visit.viewer, id, act)) {
      return visit.goTo(`/me/deployments/second-places?done=${act}`);
    }
    return this.show(visit, visit.t('ask.stale'));
  }

  private async show(visit: Visit, alert: string | null): Promise<PageBody> {
    herself(visit);
    const { viewer, query } = visit;
    const all = await this.steps.list(viewer);
    const from = Math.max(0, Math.trunc(Number(query.get('from'))) || 0);
    const next = from + MOST_PLACES;
    const shown = [];
    for (const place of all.slice(from, next)) shown.push(await this.steps.shown(viewer, place));
    const own = await this.mentorings.own(viewer);
    const page = secondPlacesPage(visit, shown, own, next < all.length ? next : null, alert);
    return visit.show(page, alert === null ? 200 : 409);
  }
}
