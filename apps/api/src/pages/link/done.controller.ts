import { NotFoundError } from '#identity';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Visits } from '../request/visits.js';
import { afterLinkPage, type AfterLink } from './link.pages.js';

/** What comes after a link has done its work. */
@Controller('link/done')
export class LinkDoneController {
  constructor(private readonly visits: Visits) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.of(request, reply);
    const after = visit.query.get('after') ?? '';
    if (!Object.hasOwn(visit.texts.link.after, after)) throw new NotFoundError('page');
    return visit.show(afterLinkPage(visit, after as AfterLink));
  }
}
