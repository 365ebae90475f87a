import { AccountTraceService, traceTable } from '#identity';
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { csvLine, InvalidInputError, isDay } from '#kernel';
import { refusal } from '#messages';
import { IsOptional, IsString } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readIdOf } from '../graphql/global-id.js';
import { RequestViewers } from '../http/request-viewers.js';
import { SubjectIds } from './subject-ids.js';

class TraceBody {
  /** The first day, as YYYY-MM-DD. */
  @IsOptional()
  @IsString()
  since?: string | null;
}

/** What was done from an account as a file, for administrators: the columns of `baraza user freeze`. */
@Controller('accounts')
export class TraceController {
  constructor(
    private readonly traces: AccountTraceService,
    private readonly subjects: SubjectIds,
    private readonly viewers: RequestViewers,
  ) {}

  @Post(':id/trace')
  @HttpCode(200)
  async csv(
    @Param('id') id: string,
    @Body() { since }: TraceBody,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const viewer = await this.viewers.viewerOf(request);
    if (since && !isDay(since)) {
      const message = refusal('days.written');
      throw new InvalidInputError([{ path: 'since', code: 'MALFORMED', message }]);
    }
    const accountId = readIdOf('Account', id);
    const { entries } = await this.traces.of(viewer, accountId, since ?? null);
    const { head, rows } = traceTable(entries, await this.subjects.of(viewer, accountId, entries));
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="account-trace.csv"')
      .header('cache-control', 'no-store')
      .send([head, ...rows].map((row) => csvLine(row)).join(''));
  }
}
