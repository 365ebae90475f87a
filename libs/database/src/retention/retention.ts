import type { Database, Reader } from '../database.js';
import { RETENTION_RULES, type RetentionRule } from './retention-rules.js';

/** How one kind of data stands. */
export interface RetentionStanding {
  readonly rule: RetentionRule;
  /** Rows that the next run removes; null where nothing ends by time, and for 1 to 4 rows that tell of persons. */
  readonly due: number | null;
}

/** A smaller number of rows could tell of a person. */
const FEWEST = 5;
/** Rows that are removed at once: nobody waits long for their locks. */
const BATCH = 1_000;

/** Crontab, in UTC. */
export const RETENTION_SCHEDULE = '29 2 * * *';

/** When the job runs next. */
export function nextRetention(now: Date): Date {
  const run = new Date(now);
  run.setUTCHours(2, 29, 0, 0);
  if (run <= now) run.setUTCDate(run.getUTCDate() + 1);
  return run;
}

/** All kinds of data, with how many rows wait to be removed. */
export async function retentionStandings(reader: Reader, now: Date): Promise<RetentionStanding[]> {
  const standings: RetentionStanding[] = [];
  for (const rule of RETENTION_RULES) {
    let due: number | null = rule.expiry ? 0 : null;
    for (const { table, over } of rule.expiry ?? []) {
      const [row] = await reader.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM ${table} WHERE ${over}`,
        [now],
      );
      due = (due ?? 0) + (row?.count ?? 0);
    }
    const isTold = due === null || due === 0 || due >= FEWEST || !rule.personal;
    standings.push({ rule, due: isTold ? due : null });
  }
  return standings;
}

/** Removes everything whose time is over, some rows at a time. @returns how many rows, by kind of data */
export async function applyRetention(database: Database, now: Date): Promise<Map<string, number>> {
  const removed = new Map<string, number>();
  for (const { data, expiry = [] } of RETENTION_RULES) {
    for (const { table, over } of expiry) {
      for (;;) {
        const [row] = await database.query<{ count: number }>(
          `WITH gone AS (DELETE FROM ${table} WHERE ctid IN (SELECT ctid FROM ${table} WHERE ${over} LIMIT ${BATCH}) RETURNING 1)
           SELECT count(*)::int AS count FROM gone`,
          [now],
        );
        const count = row?.count ?? 0;
        removed.set(data, (removed.get(data) ?? 0) + count);
        if (count < BATCH) break;
      }
    }
  }
  return removed;
}

/** The rules as a Markdown table for `docs/retention.md`. */
export function retentionTable(): string {
  const rows = RETENTION_RULES.map(({ data, tables, period, basis, expiry }) => [
    data,
    tables.map((name) => `\`${name}\``).join(', '),
    period,
    basis,
    expiry ? 'removed by the nightly job' : 'kept, or removed by whoever owns it',
  ]);
  const head = ['data', 'tables', 'how long', 'what for', 'then'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
