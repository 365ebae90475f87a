import { Standings } from '#telemetry';
import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** Seconds after which a service that is not ready is asked again. */
const AGAIN = 5;

/**
 * For whatever restarts processes and distributes requests. How each part stands is told to operators alone, at an address
 * of their own (`OperatorServer`).
 */
@Controller()
export class HealthController {
  constructor(private readonly standings: Standings) {}

  /** The process runs. */
  @Get('live')
  live(): { status: string } {
    return { status: 'up' };
  }

  /**
   * The process can answer; 503 where the database does not. Without the search engine all but searches goes on, and
   * late jobs are no reason to send requests elsewhere.
   */
  @Get('ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const isReady = await this.standings.areEssentialsUp();
    if (!isReady) void reply.header('retry-after', AGAIN);
    await reply.status(isReady ? 200 : 503).send({ status: isReady ? 'up' : 'down' });
  }
}
