import { personalDataPdf, PersonalDataService } from '#directory';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../http/locale.js';
import { RequestViewers } from '../http/request-viewers.js';

/** What a mediator takes away: everything that is held about her, to be kept by nobody on the way. */
@Controller('me')
export class ExportController {
  constructor(
    private readonly personalData: PersonalDataService,
    private readonly viewers: RequestViewers,
  ) {}

  @Get('export.json')
  async json(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const data = await this.personalData.export(await this.viewers.viewerOf(request), 'json');
    await asFile(reply, 'application/json; charset=utf-8', 'baraza-own-data.json').send(
      JSON.stringify(data, null, 2),
    );
  }

  @Get('export.pdf')
  async pdf(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const data = await this.personalData.export(await this.viewers.viewerOf(request), 'pdf');
    const locale = localeOf(request.headers['accept-language']);
    await asFile(reply, 'application/pdf', 'baraza-own-data.pdf').send(
      await personalDataPdf(data, locale),
    );
  }
}

function asFile(reply: FastifyReply, type: string, name: string): FastifyReply {
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store');
}
