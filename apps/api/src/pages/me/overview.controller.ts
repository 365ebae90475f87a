import { LifeCycleService, ProfileService } from '#directory';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { herself } from '../request/herself.js';
import { Visits } from '../request/visits.js';
import { overviewPage } from './overview.page.js';

/** The first page after she has signed in. */
@Controller('me')
export class OverviewPageController {
  constructor(
    private readonly visits: Visits,
    private readonly profiles: ProfileService,
    private readonly lifeCycle: LifeCycleService,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.of(request, reply);
    return visit.show(overviewPage(visit, await this.profiles.whole(visit.viewer, herself(visit))));
  }

  @Post('confirm')
  async confirm(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.of(request, reply);
    await this.lifeCycle.step(visit.viewer, herself(visit), 'confirm');
    return visit.goTo('/me?done=confirmed');
  }
}
