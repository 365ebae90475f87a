import { NotFoundError } from '#kernel';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Visits } from '../request/visits.js';
import { AFTER_LINK, afterLinkPage } from './link.pages.js';

/** What comes after a link has done its work. */
@Controller('link/done')
export class LinkDoneController {
  constructor(private readonly visits: Visits) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.of(request, reply);
    const after = AFTER_LINK.find((each) => each === visit.query.get('after'));
    if (!after) throw new NotFoundError('page');
    return visit.show(afterLinkPage(visit, after));
  }
}
