import { LifeCycleService, ProfileService } from '#directory';
import { Controller, Get, Post } from '@nestjs/common';
import type { PageBody, Visit } from '../request/visit.js';
import { PageVisit } from '../request/page-visit.js';
import { herself } from '../request/herself.js';
import { overviewPage } from './overview.page.js';

/** The first page after she has signed in. */
@Controller('me')
export class OverviewPageController {
  constructor(
    private readonly profiles: ProfileService,
    private readonly lifeCycle: LifeCycleService,
  ) {}

  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    return visit.show(overviewPage(visit, await this.profiles.whole(visit.viewer, herself(visit))));
  }

  @Post('confirm')
  async confirm(@PageVisit() visit: Visit): Promise<PageBody> {
    await this.lifeCycle.step(visit.viewer, herself(visit), 'confirm');
    return visit.goTo('/me?done=confirmed');
  }
}
