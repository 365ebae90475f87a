import { Database, jobBacklog, LATE_SECONDS } from '#database';
import { SearchIndex } from '#search';
import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** For the machine that watches this one. */
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly search: SearchIndex,
  ) {}

  /** The process runs. */
  @Get('health')
  health(): { status: string } {
    return { status: 'up' };
  }

  /**
   * The process can answer; 503 where the database does not. Without the search engine all but searches
   * goes on, and late jobs are no reason to send requests elsewhere: both are only said.
   */
  @Get('ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const [jobs, documents] = await Promise.all([
      answer(jobBacklog(this.database)),
      answer(this.search.count()),
    ]);
    const database = jobs === null ? 'down' : 'up';
    await reply.status(jobs === null ? 503 : 200).send({
      status: database,
      database,
      search: documents === null ? 'down' : 'up',
      jobs: jobs && jobs.lateSeconds <= LATE_SECONDS ? 'up' : 'late',
      oldestDueJobSeconds: jobs?.lateSeconds ?? null,
    });
  }
}

async function answer<T>(question: Promise<T>): Promise<T | null> {
  return question.catch(() => null);
}
