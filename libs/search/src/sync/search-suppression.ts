import { SharedRounds, type PreparedReader } from '#database';

/** For a query of the same database: whom no search may find now. */
export const SELECT_SUPPRESSED = 'SELECT DISTINCT mediator_id FROM search_withheld';

const SUPPRESSED = { name: 'search-suppressed', text: SELECT_SUPPRESSED };

/** After which asking for them is given up. */
const PATIENCE_SECONDS = 15;

/** That a woman is suppressed, since which transaction. */
export interface Mark {
  readonly id: string;
  readonly xid: string;
}

/**
 * Women whom no search may find or count until the index has followed: they took back their consent
 * to be listed, became pseudonymous, changed who sees a field, show something else with their class, left or
 * were erased, and the index still
 * holds what was true before. The database marks them itself, in the transaction that makes it so.
 */
export class SearchSuppression {
  private readonly rounds = new SharedRounds(() => this.read(), PATIENCE_SECONDS);

  constructor(private readonly database: PreparedReader) {}

  /** All of them, as of a moment after the call. Searches that ask at the same time share the answer. */
  async ids(): Promise<readonly string[]> {
    return this.rounds.join();
  }

  /** The marks of these mediators, or all of them, to be released when the index holds what is read after this. */
  async marks(ids: readonly string[] | null = null): Promise<Mark[]> {
    return this.database.query<Mark>(
      `SELECT mediator_id AS id, changed_xid::text AS xid FROM search_withheld
       WHERE $1::uuid[] IS NULL OR mediator_id = ANY($1)`,
      [ids],
    );
  }

  /** Lets searches find them again as they are indexed now. Who was marked anew meanwhile stays suppressed. */
  async release(marks: readonly Mark[]): Promise<void> {
    if (marks.length === 0) return;
    await this.database.query(
      `DELETE FROM search_withheld w USING json_to_recordset($1) AS mark(id uuid, xid bigint)
       WHERE w.mediator_id = mark.id AND w.changed_xid = mark.xid`,
      [JSON.stringify(marks)],
    );
  }

  private async read(): Promise<string[]> {
    const rows = await this.database.queryPrepared<{ mediator_id: string }>(SUPPRESSED, []);
    return rows.map(({ mediator_id: id }) => id);
  }
}
