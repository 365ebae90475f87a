import { NotFoundError } from '#kernel';
import { translator } from '#messages';
import { MeetingPackService, PRINTED_FORMATS, printedFile, printPack } from '#wps';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { RequestViewers } from '../http/request-viewers.js';
import { PageVisit } from '../pages/request/page-visit.js';
import type { PageBody, Visit } from '../pages/request/visit.js';
import { reportPage } from './report.page.js';

export const MEETINGS_PATH = '/wps/meetings';

/** The papers for a meeting as a page and files: for its participants, and for everyone else what is shared with her. */
@Controller(MEETINGS_PATH)
export class MeetingPacksController {
  constructor(
    private readonly packs: MeetingPackService,
    private readonly viewers: RequestViewers,
  ) {}

  @Get(':name')
  async pack(
    @Param('name') name: string,
    @PageVisit() visit: Visit,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody | NodeJS.ReadableStream> {
    const [code = '', ending, ...more] = name.split('.');
    const format = PRINTED_FORMATS.find((each) => each === ending);
    if (more.length > 0 || (ending !== undefined && !format)) throw new NotFoundError('meeting');
    const pack = await this.packs.pack(await this.viewers.readerOf(request), code);
    const { locale } = visit;
    const words = printPack(pack, locale);
    if (format) {
      const createdAt = new Date(pack.preparedOn);
      const file = await printedFile(words, format, { name: `meeting-${code}`, createdAt });
      void reply
        .type(file.type)
        .header('content-disposition', `attachment; filename="${file.name}"`);
      return file.body instanceof Readable ? file.body : Readable.from([Buffer.from(file.body)]);
    }
    const t = translator('wps', locale);
    return visit.show(
      reportPage(
        words,
        PRINTED_FORMATS.map((each) => ({
          address: `${MEETINGS_PATH}/${code}.${each}?lang=${locale}`,
          words: t(`download.${each}`),
        })),
      ),
    );
  }
}
