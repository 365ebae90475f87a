import { NotFoundError } from '#kernel';
import { translator } from '#messages';
import { printed, REPORT_FORMATS, reportFile, ReportService, type ReportFormat } from '#wps';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { readIdOf } from '../graphql/global-id.js';
import { RequestViewers } from '../http/request-viewers.js';
import { PageVisit } from '../pages/request/page-visit.js';
import type { PageBody, Visit } from '../pages/request/visit.js';
import { reportPage } from './report.page.js';
import { REPORTS_PATH } from './to-report.js';

/** Reports as pages and files, for programs with a token, for people who signed in, and for everyone what is public. */
@Controller(REPORTS_PATH)
export class ReportsController {
  constructor(
    private readonly reports: ReportService,
    private readonly viewers: RequestViewers,
  ) {}

  @Get(':name')
  async report(
    @Param('name') name: string,
    @PageVisit() visit: Visit,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody | NodeJS.ReadableStream> {
    const { id, format } = partsOf(name);
    const read = await this.reports.read(await this.viewers.readerOf(request), keyOf(id));
    const { locale } = visit;
    if (format !== null) {
      const { type, name: fileName, body } = await reportFile(read, format, locale);
      void reply.type(type).header('content-disposition', `attachment; filename="${fileName}"`);
      return body instanceof Readable ? body : Readable.from([Buffer.from(body)]);
    }
    const t = translator('wps', locale);
    return visit.show(
      reportPage(
        printed(read, locale),
        REPORT_FORMATS.map((each) => ({
          address: `${REPORTS_PATH}/${id}.${each}?lang=${locale}`,
          words: t(`download.${each}`),
        })),
      ),
    );
  }
}

/** The global id in an address, and the ending after it. */
function partsOf(name: string): { readonly id: string; readonly format: ReportFormat | null } {
  const [id = '', ending, ...more] = name.split('.');
  if (ending === undefined) return { id, format: null };
  const format = REPORT_FORMATS.find((each) => each === ending);
  if (!format || more.length > 0) throw new NotFoundError('report');
  return { id, format };
}

/** @throws NotFoundError where an address names no report */
function keyOf(id: string): string {
  try {
    return readIdOf('WpsReport', id);
  } catch {
    throw new NotFoundError('report');
  }
}
