import { OwnBreachService } from '#breaches';
import { isUuid } from '#identity';
import { NotFoundError } from '#kernel';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { herself } from '../request/herself.js';
import { PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { noticesPage } from './notices.page.js';

/** What she is told of data of hers in wrong hands. */
@Controller('me/data/notices')
export class NoticesPageController {
  constructor(private readonly breaches: OwnBreachService) {}

  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    herself(visit);
    return visit.show(noticesPage(visit, await this.breaches.list(visit.viewer)));
  }

  @Post(':id')
  async read(@PageVisit() visit: Visit, @Param('id') id: string): Promise<PageBody> {
    herself(visit);
    if (!isUuid(id)) throw new NotFoundError('notice');
    await this.breaches.noteRead(visit.viewer, id);
    return visit.goTo('/me/data/notices?done=read');
  }
}
