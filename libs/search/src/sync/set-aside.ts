import type { Reader } from '#database';

/** For a query of the same database: mediators whose documents the index did not take. Selects `mediator_id`. */
export const SELECT_SET_ASIDE = 'SELECT mediator_id FROM search_set_aside';

/** A mediator whose documents the index did not take; she has none there until they are mended. */
export interface SetAside {
  readonly mediatorId: string;
  readonly since: Date;
  /** The kind of error, never its message: that might quote her profile. */
  readonly reason: string;
}

/** Whom no search finds because an error lies in her own documents. Everybody else's go on. */
export class SetAsideProfiles {
  constructor(private readonly database: Reader) {}

  async all(): Promise<SetAside[]> {
    return this.database.query<SetAside>(
      'SELECT mediator_id AS "mediatorId", since, reason FROM search_set_aside ORDER BY since, mediator_id',
    );
  }

  async add(mediatorId: string, error: unknown): Promise<void> {
    await this.database.query(
      `INSERT INTO search_set_aside (mediator_id, reason) VALUES ($1, $2)
       ON CONFLICT (mediator_id) DO UPDATE SET reason = excluded.reason`,
      [mediatorId, kindOf(error)],
    );
  }

  /** These are in the index, or nowhere any more. */
  async remove(mediatorIds: readonly string[]): Promise<void> {
    await this.database.query('DELETE FROM search_set_aside WHERE mediator_id = ANY($1)', [
      mediatorIds,
    ]);
  }
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'error';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}
