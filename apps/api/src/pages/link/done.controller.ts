import { NotFoundError } from '#kernel';
import { Controller, Get } from '@nestjs/common';
import type { PageBody, Visit } from '../request/visit.js';
import { PageVisit } from '../request/page-visit.js';
import { AFTER_LINK, afterLinkPage } from './link.pages.js';

/** What comes after a link has done its work. */
@Controller('link/done')
export class LinkDoneController {
  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    const after = AFTER_LINK.find((each) => each === visit.query.get('after'));
    if (!after) throw new NotFoundError('page');
    return visit.show(afterLinkPage(visit, after));
  }
}
