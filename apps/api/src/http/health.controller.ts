import { Database } from '#database';
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

  /** The process can answer: database and search engine answer too. 503 where one does not. */
  @Get('ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const [database, search] = await Promise.all([
      answers(this.database.query('SELECT 1')),
      answers(this.search.status()),
    ]);
    const ready = database && search;
    const word = (up: boolean) => (up ? 'up' : 'down');
    await reply
      .status(ready ? 200 : 503)
      .send({ status: word(ready), database: word(database), search: word(search) });
  }
}

async function answers(question: Promise<unknown>): Promise<boolean> {
  return question.then(
    () => true,
    () => false,
  );
}
