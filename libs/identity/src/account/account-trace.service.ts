import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { recordAudit } from '../audit/record-audit.js';
import { authorise } from '../policy/policy.js';
import type { Viewer } from '../viewer.js';

/** One thing that an account did or looked at, as the audit log has it. */
export interface TraceEntry {
  readonly number: number;
  readonly at: Date;
  /** Such as `contact.view`. */
  readonly action: string;
  readonly subjectKind: string;
  /** A key of the database; null where there is no one subject. */
  readonly subjectId: string | null;
  readonly purpose: string | null;
}

/** All that was done from one account: for whoever must know what somebody else may have done with it. */
@Injectable()
export class AccountTraceService {
  constructor(private readonly database: Database) {}

  /**
   * Lists what the account did since a moment, in order: each change, and each look at contact data. The audit log has no
   * searches and no looks at profiles without contact data. That it was asked for is noted too.
   *
   * @throws NotPermittedError
   */
  async of(viewer: Viewer, accountId: string, since: Date): Promise<TraceEntry[]> {
    authorise(viewer, 'trace', { kind: 'account', userId: accountId });
    return this.database.transaction(async (tx) => {
      const entries = await tx.query<TraceEntry>(
        `SELECT number::int, at, action, subject_kind AS "subjectKind", subject_id AS "subjectId", purpose
         FROM audit_entry WHERE actor = $1 AND at >= $2 ORDER BY number`,
        [`user:${accountId}`, since],
      );
      const subject = { subjectKind: 'account', subjectId: accountId };
      await recordAudit(tx, viewer, [
        { action: 'account.trace', ...subject, beforeHash: null, afterHash: null },
      ]);
      return entries;
    });
  }
}
