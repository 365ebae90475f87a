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
 * Mediators that transactions numbered from `since` on changed, by themselves or with their class. Selects `id`,
 * `xid`, `class_xid` and the `version` of the profile.
 *
 * @param most rows of each kind at most, those of the earliest transactions first; all where it is left out
 */
export function selectChanged(since: string, most?: number): string {
  const columns = `m.id, m.changed_xid AS xid, p.changed_xid AS class_xid,
     m.changed_xid || '.' || coalesce(p.changed_xid, 0) AS version`;
  return `
  (SELECT ${columns} FROM mediator m LEFT JOIN pseudonym p ON p.mediator_id = m.id
   WHERE m.changed_xid >= ${since} ${earliest('m.changed_xid', most)})
  UNION
  (SELECT ${columns} FROM pseudonym p JOIN mediator m ON m.id = p.mediator_id
   WHERE p.changed_xid >= ${since} ${earliest('p.changed_xid', most)})`;
}

/** Mediators that were erased by transactions numbered from `since` on. Selects `id` and `version`. */
export function selectErased(since: string, most?: number): string {
  return `SELECT id, changed_xid::text AS version FROM mediator_erased
   WHERE changed_xid >= ${since} ${earliest('changed_xid', most)}`;
}

function earliest(xid: string, most: number | undefined): string {
  return most === undefined ? '' : `ORDER BY ${xid} LIMIT ${most}`;
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
            'version', version)), '[]') FROM (${selectChanged('$1::bigint')}) AS change) AS changed,
       (SELECT coalesce(json_agg(id), '[]') FROM (${selectErased('$1::bigint')}) AS gone) AS erased`,
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
