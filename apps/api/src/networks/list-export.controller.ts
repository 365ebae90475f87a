import {
  CONTACT_PURPOSES,
  EXPORT_FILES,
  EXPORT_FORMATS,
  ExportService,
  type ContactPurpose,
  type ExportFormat,
} from '#directory';
import { LOCALES, type Locale } from '#vocabulary';
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { IsIn, IsOptional, IsString } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { localeOf } from '../http/locale.js';
import { RequestViewers } from '../http/request-viewers.js';

/** What a coordinator asks for. Contact data is written for who states a purpose and a reason, which the women can read. */
class ListExportBody {
  @IsIn(EXPORT_FORMATS)
  format!: ExportFormat;

  @IsOptional()
  @IsIn(LOCALES)
  language?: Locale;

  @IsOptional()
  @IsIn(CONTACT_PURPOSES)
  purpose?: ContactPurpose;

  @IsOptional()
  @IsString()
  reason?: string;
}

/** A network's list as a file, for its coordinators. */
@Controller('networks')
export class ListExportController {
  constructor(
    private readonly exports: ExportService,
    private readonly viewers: RequestViewers,
  ) {}

  @Post(':slug/export')
  @HttpCode(200)
  async export(
    @Param('slug') network: string,
    @Body() { format, language, purpose, reason }: ListExportBody,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const viewer = await this.viewers.viewerOf(request);
    const bytes = await this.exports.export(viewer, {
      network,
      format,
      language: language ?? localeOf(request.headers['accept-language']),
      ...(purpose && { access: { purpose, reason: reason ?? '' } }),
    });
    await reply
      .header('content-type', EXPORT_FILES[format].type)
      .header('content-disposition', `attachment; filename="${network}.${format}"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(bytes));
  }
}
