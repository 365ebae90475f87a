import { CLOCK } from '#config';
import { BackgroundJob, Database, type JobHandler } from '#database';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIRM_DAYS, KEPT_DAYS } from './application-steps.js';

/** Removes, every night, applications that nobody confirmed in time and those that were answered long ago. */
@Injectable()
@BackgroundJob()
export class ApplicationPurge implements JobHandler {
  readonly name = 'application-purge';
  readonly schedule = '53 2 * * *';

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  async handle(): Promise<void> {
    await this.database.query(
      `DELETE FROM membership_application
       WHERE state = 'unconfirmed' AND created_at < $1::timestamptz - $2 * interval '1 day'
         OR decided_at < $1::timestamptz - ($3 + 1) * interval '1 day'`,
      [this.now(), CONFIRM_DAYS, KEPT_DAYS],
    );
  }
}
