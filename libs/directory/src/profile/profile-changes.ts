import type { Reader } from '#database';

/** A mediator and the transaction that changed her, or what her class shows, last. */
export interface Change {
  readonly id: string;
  readonly xid: string;
  /** Another after each of these changes, in whatever order their transactions commit. */
  readonly version: string;
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
       (SELECT coalesce(json_agg(json_build_object('id', id, 'xid', greatest(xid, class_xid)::text,
            'version', xid || '.' || coalesce(class_xid, 0))), '[]') FROM
          (SELECT m.id, m.changed_xid AS xid, p.changed_xid AS class_xid
             FROM mediator m LEFT JOIN pseudonym p ON p.mediator_id = m.id WHERE m.changed_xid >= $1::bigint
           UNION
           SELECT m.id, m.changed_xid, p.changed_xid
             FROM pseudonym p JOIN mediator m ON m.id = p.mediator_id WHERE p.changed_xid >= $1::bigint) AS change) AS changed,
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
