import type { Database } from '#database';
import { problem, type Words } from '#messages';
import { safeReject, type Reject } from '../row/reject.js';

/** Rows that are named for one number. */
const MOST_ROWS = 20;

/** Where her number stands in the file. */
interface Place {
  readonly row: number;
  readonly number: string;
}

/**
 * The numbers that stand in more than one row of the file: which of the rows is right cannot be told, so
 * none of them counts. The numbers that were met are kept in the database, the repeated ones here.
 */
export class RepeatedNumbers {
  private readonly rows = new Map<string, number[]>();

  constructor(
    private readonly database: Database,
    private readonly networkId: string,
  ) {}

  /** Forgets the numbers of an earlier import, finished or not. */
  async forget(): Promise<void> {
    await this.database.query('DELETE FROM import_seen WHERE network_id = $1', [this.networkId]);
  }

  /** Rows of the file, in its order. */
  async add(places: readonly Place[]): Promise<void> {
    const first = await this.database.query<Place>(
      `WITH given AS (SELECT * FROM json_to_recordset($2) AS g(row int, number text)),
         added AS (INSERT INTO import_seen (network_id, external_id, row) SELECT $1, number, row FROM given ORDER BY row
                   ON CONFLICT DO NOTHING RETURNING external_id, row)
       SELECT external_id AS number, row FROM added
       UNION SELECT external_id, row FROM import_seen
         WHERE network_id = $1 AND external_id = ANY (ARRAY(SELECT number FROM given))`,
      [this.networkId, JSON.stringify(places)],
    );
    const firstOf = new Map(first.map(({ number, row }) => [number, row]));
    for (const { number, row } of places) {
      const earlier = firstOf.get(number);
      if (earlier === undefined || earlier === row) continue;
      const rows = this.rows.get(number) ?? [earlier];
      rows.push(row);
      this.rows.set(number, rows.slice(0, MOST_ROWS));
    }
  }

  get isNone(): boolean {
    return this.rows.size === 0;
  }

  /** Null for a number that stands in the file once. */
  reject({ row, number }: Place, column: Words): Reject | null {
    const rows = this.rows.get(number);
    if (!rows) return null;
    const others = rows.slice(0, -1).join(', ');
    const reason =
      rows.length < MOST_ROWS
        ? problem('number.repeated', { rows: { and: [others, rows.at(-1) ?? ''] } })
        : problem('number.repeatedMore', { rows: others });
    return safeReject({ row, column, value: number, reason, suggestion: null });
  }
}
