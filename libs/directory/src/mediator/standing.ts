import type { Reader } from '#database';
import type { ProfileState } from '../fields/closed-lists.js';
import type { ConsentPurpose } from '../profile/profile-record.js';

/** How a woman stands who was named once by a record of hers: as that record, or as the one that it was merged into. */
export interface Standing {
  /** The record that stands for her. */
  readonly keptId: string;
  /** What the record that was named is called now, and what she is called. */
  readonly publicId: string;
  readonly keptPublicId: string;
  readonly state: ProfileState;
  readonly pseudonymous: boolean;
  /** Purposes she has consented to and not withdrawn. */
  readonly consents: readonly ConsentPurpose[];
}

/** The standing of these records, by their own id, as the reader's transaction sees it; unknown ids are absent. */
export async function standingsOf(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.query<Standing & { readonly id: string }>(
    `SELECT m.id, m.public_id AS "publicId", k.id AS "keptId", k.public_id AS "keptPublicId", k.state, k.pseudonymous,
       ARRAY(SELECT c.purpose FROM consent c WHERE c.mediator_id = k.id AND c.withdrawn_at IS NULL) AS consents
     FROM mediator m JOIN mediator k ON k.id = coalesce(m.merged_into, m.id) WHERE m.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}

/**
 * The standing of one record, which does not change until the transaction ends: whoever changes her consents, her state
 * or her name waits. Null if there is none.
 */
export async function heldStanding(tx: Reader, id: string): Promise<Standing | null> {
  // What a statement reads beside the rows that it waited for may be older than they: so it is read by the next one.
  await tx.query(
    `SELECT FROM mediator WHERE id = $1 OR id = (SELECT merged_into FROM mediator WHERE id = $1)
     ORDER BY id FOR SHARE`,
    [id],
  );
  return (await standingsOf(tx, [id])).get(id) ?? null;
}
