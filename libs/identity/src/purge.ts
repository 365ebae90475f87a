import { Injectable } from '@nestjs/common';
import { BackgroundJob, Database, type JobHandler } from '#database';

/** What has had its time and is of nobody's use: the less is kept, the less can be lost. */
const STATEMENTS = [
  'DELETE FROM one_time_link WHERE expires_at < now()',
  `DELETE FROM registration WHERE created_at < now() - interval '2 days'`,
  `DELETE FROM link_request WHERE created_at < now() - interval '2 days'`,
  `DELETE FROM attempt WHERE at < now() - interval '1 day'`,
  'DELETE FROM request_usage WHERE until < now()',
  `DELETE FROM request_running WHERE at < now() - interval '1 day'`,
  'DELETE FROM inbox_snooze WHERE until < now()',
  `DELETE FROM inbox_owner WHERE assigned_at < now() - interval '400 days'`,
  `DELETE FROM session WHERE coalesce(ended_at, expires_at) < now() - interval '7 days'`,
  `DELETE FROM invitation WHERE (state <> 'open' OR expires_at < now()) AND created_at < now() - interval '37 days'`,
];

/** Removes, every night, what has expired. */
@Injectable()
@BackgroundJob()
export class Purge implements JobHandler {
  readonly name = 'identity-purge';
  readonly schedule = '29 2 * * *';

  constructor(private readonly database: Database) {}

  async handle(): Promise<void> {
    for (const statement of STATEMENTS) await this.database.query(statement);
  }
}
