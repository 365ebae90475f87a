import type { Database } from '#database';
import type { RowStatus } from './import-steps.js';

/** How many rows there are of each kind. */
export interface ImportCounts {
  readonly rows: number;
  readonly byStatus: Readonly<Partial<Record<RowStatus, number>>>;
  /** Rows after which the profile is, or stays, published. */
  readonly publishes: number;
  /** Rows by which a consent would end. */
  readonly endsConsent: number;
}

/** Counts the rows of an import as they stand. */
export async function countsOf(
  database: Pick<Database, 'query'>,
  importId: string,
): Promise<ImportCounts> {
  const rows = await database.query<{
    status: RowStatus;
    count: number;
    publishes: number;
    endsConsent: number;
  }>(
    `SELECT status, count(*)::int AS count, count(*) FILTER (WHERE publishes)::int AS publishes,
       count(*) FILTER (WHERE ends_consent)::int AS "endsConsent"
     FROM staged_row WHERE import_id = $1 GROUP BY status ORDER BY status`,
    [importId],
  );
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((all, row) => all + of(row), 0);
  return {
    rows: sum(({ count }) => count),
    byStatus: Object.fromEntries(rows.map(({ status, count }) => [status, count])),
    publishes: sum(({ publishes }) => publishes),
    endsConsent: sum(({ endsConsent }) => endsConsent),
  };
}
