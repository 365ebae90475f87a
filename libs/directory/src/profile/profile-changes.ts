import type { Reader } from '#database';

/** A mediator and the transaction that changed her last. */
export interface Change {
  readonly id: string;
  readonly xid: string;
}

/** What changed since a boundary, and the boundary to ask from next. */
export interface Changes {
  readonly boundary: string;
  readonly changed: readonly Change[];
  readonly erased: readonly string[];
}

/**
 * The mediators that transactions numbered from `boundary` on have changed or erased ('0' for all).
 *
 * No change is ever missed, in whatever order transactions commit: the new boundary is
 * `pg_snapshot_xmin` of the very snapshot that was read, below which every transaction has ended; one
 * that is still open has a number at or past it and is read the next time. One statement, so that the
 * boundary and the changes are of one snapshot.
 */
export async function changesSince(database: Reader, boundary: string): Promise<Changes> {
  const [row] = await database.query<Changes>(
    `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS boundary,
       (SELECT coalesce(json_agg(json_build_object('id', id, 'xid', changed_xid::text)), '[]')
          FROM mediator WHERE changed_xid >= $1::bigint) AS changed,
       (SELECT coalesce(json_agg(id), '[]') FROM mediator_erased WHERE changed_xid >= $1::bigint) AS erased`,
    [boundary],
  );
  if (!row) throw new Error('The database answered without a snapshot.');
  return row;
}

/** A boundary that no change so far is past. */
export async function currentBoundary(database: Reader): Promise<string> {
  const [row] = await database.query<{ boundary: string }>(
    'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS boundary',
  );
  if (!row) throw new Error('The database answered without a snapshot.');
  return row.boundary;
}
