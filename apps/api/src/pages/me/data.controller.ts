import { isUuid } from '#identity';
import { NetworkService, personalDataPdf, PersonalDataService } from '#directory';
import { Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { dataPage } from './data.page.js';

/** Everything held about her, to read and to take away. */
@Controller('me')
export class DataPageController {
  constructor(
    private readonly personalData: PersonalDataService,
    private readonly networks: NetworkService,
  ) {}

  @Get('data')
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    const data = await this.personalData.read(visit.viewer);
    const networkNames = await this.namesIn(data.parts, visit);
    return visit.show(dataPage(visit, { ...data, networkNames }));
  }

  @Post('export/json')
  async exportJson(
    @PageVisit() { viewer }: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody> {
    const data = await this.personalData.export(viewer, 'json');
    asFile(reply, 'application/json; charset=utf-8', 'json');
    return JSON.stringify(data, null, 2);
  }

  @Post('export/pdf')
  async exportPdf(
    @PageVisit() { viewer, locale }: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NodeJS.ReadableStream> {
    const data = await this.personalData.export(viewer, 'pdf');
    asFile(reply, 'application/pdf', 'pdf');
    return personalDataPdf(data, locale);
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
function asFile(reply: FastifyReply, type: string, ending: string): void {
  void reply.type(type).header('content-disposition', `attachment; filename="document.${ending}"`);
}
