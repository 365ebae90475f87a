import { CLOCK } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { Database, listSelected, type Reader, type Transaction } from '#database';
import { addDays, dayOf, startOf, type ListPage, type ListResult } from '#kernel';
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

/** A part of what an account did. */
export interface TracePage extends ListResult<TraceEntry> {
  /** The first day that was looked at, as YYYY-MM-DD. */
  readonly since: string;
  /** How many women all entries since then concern. */
  readonly women: number;
}

/** So many days are looked back where nobody says since when. */
const DAYS = 90;

const COLUMNS = `number::int, at, action, subject_kind AS "subjectKind", subject_id AS "subjectId", purpose`;
const OF_ACCOUNT = 'FROM audit_entry WHERE actor = $1 AND at >= $2';

/**
 * All that was done from one account: for whoever must know what somebody else may have done with it. Each change and each look
 * at contact data is an entry of the audit log; searches and looks at profiles without contact data are not. That somebody asked
 * is noted too.
 */
@Injectable()
export class AccountTraceService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  /**
   * What the account did, in order.
   *
   * @param since the first day, as YYYY-MM-DD; 90 days ago where null
   * @throws NotPermittedError
   */
  async of(
    viewer: Viewer,
    accountId: string,
    since: string | null,
  ): Promise<{ readonly since: string; readonly entries: TraceEntry[] }> {
    const first = since ?? this.firstDay();
    const entries = await this.asked(viewer, accountId, (tx) =>
      tx.query<TraceEntry>(`SELECT ${COLUMNS} ${OF_ACCOUNT} ORDER BY number`, [
        `user:${accountId}`,
        startOf(first),
      ]),
    );
    return { since: first, entries };
  }

  /** The same in pages, each from the number of an entry (`traceKey`). @throws NotPermittedError, InvalidCursorError */
  async page(
    viewer: Viewer,
    accountId: string,
    since: string | null,
    page: ListPage,
  ): Promise<TracePage> {
    const first = since ?? this.firstDay();
    const parameters = [`user:${accountId}`, startOf(first)];
    return this.asked(viewer, accountId, async (tx) => {
      const found = await listSelected<TraceEntry & { readonly key: string }>(
        tx,
        `SELECT lpad(number::text, ${KEY_DIGITS}, '0') AS key, ${COLUMNS} ${OF_ACCOUNT}`,
        parameters,
        page,
      );
      const [counted] = await tx.query<{ women: number }>(
        `SELECT count(DISTINCT subject_id) FILTER (WHERE subject_kind = 'mediator')::int AS women ${OF_ACCOUNT}`,
        parameters,
      );
      const items = found.items.map((entry) => ({ ...entry, at: new Date(entry.at) }));
      return { ...found, items, since: first, women: counted?.women ?? 0 };
    });
  }

  private firstDay(): string {
    return addDays(dayOf(this.now()), -DAYS);
  }

  private async asked<T>(
    viewer: Viewer,
    accountId: string,
    read: (tx: Reader) => Promise<T>,
  ): Promise<T> {
    authorise(viewer, 'trace', { kind: 'account', userId: accountId });
    return this.database.transaction(async (tx: Transaction) => {
      const found = await read(tx);
      const subject = { subjectKind: 'account', subjectId: accountId };
      await recordAudit(tx, viewer, [
        { action: 'account.trace', ...subject, beforeHash: null, afterHash: null },
      ]);
      return found;
    });
  }
}

/** Something that an account looked at or changed. */
export interface Touched {
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Whether contact data was open. */
  readonly withContact: boolean;
}

/** All that an account looked at or changed between two moments, the second one not included: each subject once. */
export async function touchedBy(
  reader: Reader,
  accountId: string,
  from: Date,
  until: Date,
): Promise<Touched[]> {
  return reader.query<Touched>(
    `SELECT subject_kind AS "subjectKind", subject_id AS "subjectId",
       bool_or(action LIKE 'contact.%' OR action IN ('introduction.opencontact', 'emergency.read')) AS "withContact"
     ${OF_ACCOUNT} AND at < $3 AND subject_id IS NOT NULL GROUP BY subject_kind, subject_id`,
    [`user:${accountId}`, from, until],
  );
}

/** An entry's place in pages of a trace. */
export function traceKey({ number }: Pick<TraceEntry, 'number'>): string {
  return String(number).padStart(KEY_DIGITS, '0');
}

const KEY_DIGITS = 15;

/** A trace as a table, for whoever takes it away. @param idOf what a subject is called there */
export function traceTable(
  entries: readonly TraceEntry[],
  idOf: (subjectId: string) => string | null,
): { readonly head: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] } {
  return {
    head: ['number', 'at', 'action', 'on', 'id', 'purpose'],
    rows: entries.map(({ number, at, action, subjectKind, subjectId, purpose }) => [
      number,
      at.toISOString(),
      action,
      subjectKind,
      (subjectId && idOf(subjectId)) ?? '',
      purpose ?? '',
    ]),
  };
}
