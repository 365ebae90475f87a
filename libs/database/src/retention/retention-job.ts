import { CLOCK } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.js';
import { BackgroundJob } from '../jobs/background-job.js';
import type { JobHandler } from '../jobs/job-runner.js';
import { applyRetention, RETENTION_SCHEDULE } from './retention.js';

/** Removes, every night, what has had its time: the less is kept, the less can be lost. */
@Injectable()
@BackgroundJob()
export class RetentionJob implements JobHandler {
  readonly name = 'retention';
  readonly schedule = RETENTION_SCHEDULE;

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  async handle(): Promise<void> {
    await applyRetention(this.database, this.now());
  }
}
