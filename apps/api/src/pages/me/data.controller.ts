import { isUuid } from '#identity';
import { NetworkService, ownDataPdf, OwnDataService } from '#directory';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Visit } from '../request/visit.js';
import { Visits } from '../request/visits.js';
import { dataPage } from './data.page.js';

/** Everything held about her, to read and to take away. */
@Controller('me')
export class DataPageController {
  constructor(
    private readonly visits: Visits,
    private readonly ownData: OwnDataService,
    private readonly networks: NetworkService,
  ) {}

  @Get('data')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.of(request, reply);
    const data = await this.ownData.read(visit.viewer);
    const networkNames = await this.namesIn(data.parts, visit);
    return visit.show(dataPage(visit, { ...data, networkNames }));
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

  /** The names of the networks whose ids stand in what is held. */
  private async namesIn(parts: unknown, { words }: Visit): Promise<Map<string, string>> {
    const networks = await this.networks.byIds([...new Set(networkIdsIn(parts))]);
    return new Map([...networks].map(([id, { names }]) => [id, words.inLocale(names)]));
  }
}

function networkIdsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    /^network_?id$/i.test(key) && typeof inner === 'string' && isUuid(inner)
      ? [inner]
      : networkIdsIn(inner),
  );
}

/** Under a name that says nothing to whoever looks through her files. */
function asFile(reply: FastifyReply, type: string, ending: string): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="document.${ending}"`);
}
