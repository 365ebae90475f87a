import type { Reader, Transaction } from '#database';
import { HOLDS } from '../curation/holding-hidings.js';
import type { ProfileState } from '../fields/closed-lists.js';

/** A woman as a hiding finds her, and as the first hiding that holds her found her, if there is one. */
export interface WomanBefore {
  readonly id: string;
  readonly state: ProfileState;
  readonly revision: number;
  readonly before: ProfileState | null;
  readonly heldRevision: number | null;
}

/** Whom no search finds any more, or never did, and who must not be found later by mistake. */
const HIDEABLE: ReadonlySet<ProfileState> = new Set([
  'draft',
  'submitted',
  'verified',
  'published',
  'stale',
]);

export function isHideable(state: ProfileState): boolean {
  return HIDEABLE.has(state);
}

export function isHidden({ state, before }: Pick<WomanBefore, 'state' | 'before'>): boolean {
  return state === 'suspended' && before !== null;
}

/** The women `$1`, as `WomanBefore`. */
export const WOMEN = `SELECT m.id, m.state, m.revision, held.before, held."heldRevision"
  FROM mediator m LEFT JOIN LATERAL (
    SELECT w.state_before AS before, w.revision AS "heldRevision" FROM hiding_mediator w JOIN hiding h ON h.id = w.hiding_id
    WHERE w.mediator_id = m.id AND ${HOLDS} ORDER BY h.id LIMIT 1) held ON true
  WHERE m.id = ANY($1) ORDER BY m.id`;

/** A network, which is the expression `id`, and its chapters. */
export const partsOf = (id: string) => `(WITH RECURSIVE part AS (
    SELECT id FROM network WHERE id = ${id}
    UNION SELECT n.id FROM network n JOIN part ON n.parent_id = part.id) SELECT id FROM part)`;

/**
 * Lets hidings hold these women, who are out of sight from this transaction on: as they are given or, where a hiding holds
 * them already, as that found them. So whichever is lifted last, each comes back as she was, and what was edited since counts.
 */
export async function holdIn(
  tx: Pick<Transaction, 'query'>,
  hidingIds: readonly string[],
  women: readonly WomanBefore[],
): Promise<void> {
  const rows = women.flatMap((woman) => {
    const { id: her, state, revision, before, heldRevision } = woman;
    if (isHideable(state)) return [{ her, state, revision }];
    return isHidden(woman) ? [{ her, state: before, revision: heldRevision }] : [];
  });
  await tx.query(
    `INSERT INTO hiding_mediator (hiding_id, mediator_id, state_before, revision)
     SELECT hiding, her, state, revision
     FROM unnest($1::uuid[]) AS hiding, json_to_recordset($2) AS r(her uuid, state text, revision integer)
     ON CONFLICT DO NOTHING`,
    [hidingIds, JSON.stringify(rows)],
  );
}

/** Two records that were one since a moment, and are parted. */
export interface PartedRecords {
  readonly keptId: string;
  readonly otherId: string;
  readonly mergedAt: string;
  /** Of both, until they are parted. */
  readonly state: ProfileState;
}

/** Hidings that hold two records that are parted. */
export interface HoldingBoth {
  readonly ids: readonly string[];
  /** Whether one of them took both out of sight; else they were when it came. */
  readonly tookOut: boolean;
}

/**
 * The hidings that stand and were made while two records were one: those that hold it, and those of whole networks that list
 * either and found it out of sight, so that they had nobody to hide.
 */
export async function hidingsOfBoth(
  reader: Reader,
  { keptId, otherId, mergedAt, state }: PartedRecords,
): Promise<HoldingBoth> {
  const rows = await reader.query<{ id: string; tookOut: boolean }>(
    `SELECT h.id, w.hiding_id IS NOT NULL AS "tookOut"
     FROM hiding h LEFT JOIN hiding_mediator w ON w.hiding_id = h.id AND w.mediator_id = $1
     WHERE ${HOLDS} AND h.hidden_at > $3::timestamptz AND (w.hiding_id IS NOT NULL OR NOT $4::boolean AND NOT h.one_by_one AND EXISTS (
       SELECT FROM affiliation a WHERE a.mediator_id IN ($1, $2) AND a.network_id IN ${partsOf('h.network_id')}
         AND (a.status <> 'ended' OR NOT h.by_coordinator)))
     ORDER BY h.id`,
    [keptId, otherId, mergedAt, isHideable(state)],
  );
  return { ids: rows.map(({ id }) => id), tookOut: rows.some(({ tookOut }) => tookOut) };
}
