import { ownDataPdf, OwnDataService } from '#directory';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Visits } from '../request/visits.js';
import { dataPage } from './data.page.js';

/** Everything held about her, to read and to take away. */
@Controller('me')
export class DataPageController {
  constructor(
    private readonly visits: Visits,
    private readonly ownData: OwnDataService,
  ) {}

  @Get('data')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.of(request, reply);
    return visit.show(dataPage(visit, await this.ownData.read(visit.viewer)));
  }

  @Post('export/json')
  async exportJson(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { viewer } = await this.visits.of(request, reply);
    const data = await this.ownData.export(viewer);
    const text = JSON.stringify(data, null, 2);
    await asFile(reply, 'application/json; charset=utf-8', 'json').send(text);
  }

  @Post('export/pdf')
  async exportPdf(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { viewer, locale } = await this.visits.of(request, reply);
    const data = await this.ownData.export(viewer);
    await asFile(reply, 'application/pdf', 'pdf').send(ownDataPdf(data, locale));
  }
}

/** Under a name that says nothing to whoever looks through her files. */
function asFile(reply: FastifyReply, type: string, ending: string): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="document.${ending}"`);
}
