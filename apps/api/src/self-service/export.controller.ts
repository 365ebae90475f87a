import { personalDataPdf, PersonalDataService } from '#directory';
import { ViewerSource } from '#identity';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../http/locale.js';

/** What a mediator takes away: everything that is held about her, to be kept by nobody on the way. */
@Controller('me')
export class ExportController {
  constructor(
    private readonly personalData: PersonalDataService,
    private readonly viewers: ViewerSource,
  ) {}

  @Get('export.json')
  async json(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const data = await this.personalData.export(await this.viewer(request));
    await asFile(reply, 'application/json; charset=utf-8', 'baraza-own-data.json').send(
      JSON.stringify(data, null, 2),
    );
  }

  @Get('export.pdf')
  async pdf(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const data = await this.personalData.export(await this.viewer(request));
    const locale = localeOf(request.headers['accept-language']);
    await asFile(reply, 'application/pdf', 'baraza-own-data.pdf').send(
      await personalDataPdf(data, locale),
    );
  }

  private viewer({ headers, id }: FastifyRequest) {
    return this.viewers.viewerOf(headers.authorization, id);
  }
}

function asFile(reply: FastifyReply, type: string, name: string): FastifyReply {
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff');
}
