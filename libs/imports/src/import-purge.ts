import { BackgroundJob, Database, type JobHandler } from '#database';
import { Injectable } from '@nestjs/common';

/** Days for which an uploaded list is kept: long enough to finish it and to undo it, and no longer. */
export const IMPORT_DAYS = 14;

/** Removes, every hour, lists whose time is over, and what remains of uploads that were broken off. */
@Injectable()
@BackgroundJob()
export class ImportPurge implements JobHandler {
  readonly name = 'staged-import-purge';
  readonly schedule = '17 * * * *';

  constructor(private readonly database: Database) {}

  async handle(): Promise<void> {
    await this.database.query(
      // One that a job works on has a day more; if it cannot be finished, it goes as well.
      `DELETE FROM staged_import WHERE (expires_at < now() AND state NOT IN ('applying', 'undoing'))
         OR expires_at < now() - interval '1 day'
         OR (state = 'receiving' AND uploaded_at < now() - interval '1 day')`,
    );
  }
}
