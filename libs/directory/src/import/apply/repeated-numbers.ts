import { Recordset, type Database } from '#database';
import { problem, type Words } from '#messages';
import { safeReject, type Reject } from '../row/reject.js';

/** Rows that are named for one number. */
const MOST_ROWS = 20;

/** Where her number stands in the file. */
interface Place {
  readonly row: number;
  readonly sheet?: string | null;
  readonly number: string;
}

const PLACES = new Recordset({ row: 'int', sheet: 'text', number: 'text' }, 2);

/** The rows of a number: how many there are, and the first of them as a person names them. */
interface Rows {
  count: number;
  readonly named: string[];
}

/**
 * The numbers that stand in more than one row of the file: of one woman with several rows, or of several, of whom it
 * cannot be told who is who. The numbers that were met are kept in the database, the repeated ones here.
 */
export class RepeatedNumbers {
  private readonly rows = new Map<string, Rows>();
  /** Names of sheets may be anything: the database holds their places here. */
  private readonly sheets: string[] = [];

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
      `WITH given AS (SELECT ${PLACES.columns.join(', ')} FROM ${PLACES.from}),
         added AS (INSERT INTO import_seen (network_id, external_id, sheet, row)
                   SELECT $1, number, coalesce(sheet, ''), row FROM given
                   ON CONFLICT DO NOTHING RETURNING external_id, sheet, row)
       SELECT external_id AS number, sheet, row FROM added
       UNION SELECT external_id, sheet, row FROM import_seen
         WHERE network_id = $1 AND external_id = ANY (ARRAY(SELECT number FROM given))`,
      [this.networkId, ...PLACES.parameters(places.map((place) => this.kept(place)))],
    );
    const firstOf = new Map(first.map((place) => [place.number, this.shown(place)]));
    for (const place of places) {
      const earlier = firstOf.get(place.number);
      if (earlier === undefined || nameOf(earlier) === nameOf(place)) continue;
      const rows = this.rows.get(place.number) ?? { count: 1, named: [nameOf(earlier)] };
      rows.count += 1;
      if (rows.named.length < MOST_ROWS) rows.named.push(nameOf(place));
      this.rows.set(place.number, rows);
    }
  }

  private kept(place: Place): Place {
    if (!place.sheet) return place;
    if (!this.sheets.includes(place.sheet)) this.sheets.push(place.sheet);
    return { ...place, sheet: String(this.sheets.indexOf(place.sheet)) };
  }

  private shown(place: Place): Place {
    return place.sheet ? { ...place, sheet: this.sheets[Number(place.sheet)] ?? '' } : place;
  }

  get isNone(): boolean {
    return this.rows.size === 0;
  }

  /** How many rows have this number. */
  countOf(number: string): number {
    return this.rows.get(number)?.count ?? 1;
  }

  /** The rows that have it, the first ones where they are many. */
  rowsOf(number: string): Words {
    const { count, named } = this.rows.get(number) ?? { count: 0, named: [] };
    return count < MOST_ROWS
      ? { and: [named.slice(0, -1).join(', '), named.at(-1) ?? ''] }
      : `${named.join(', ')} …`;
  }

  /** What is wrong with a row whose number others have, too. */
  reject({ row, sheet, number }: Place, column: Words): Reject {
    const reason = problem('number.repeated', { rows: this.rowsOf(number) });
    const place = { row, ...(sheet ? { sheet } : {}) };
    return safeReject({ ...place, column, value: number, reason, suggestion: null });
  }
}

/** "12", or "Members 12" where several sheets are read. */
function nameOf({ row, sheet }: Place): string {
  return sheet ? `${sheet} ${row}` : String(row);
}
