import { Injectable } from '@nestjs/common';
import { BackgroundJob, Database, type JobHandler } from '#database';

/** Days for which a run is kept: long enough to decide on it, and no longer. */
export const TEAM_RUN_DAYS = 30;

/** Removes, every night, runs that are older. */
@Injectable()
@BackgroundJob()
export class TeamPurge implements JobHandler {
  readonly name = 'team-purge';
  readonly schedule = '41 2 * * *';

  constructor(private readonly database: Database) {}

  async handle(): Promise<void> {
    await this.database.query('DELETE FROM team_run WHERE created_at < now() - $1::interval', [
      `${TEAM_RUN_DAYS} days`,
    ]);
  }
}
