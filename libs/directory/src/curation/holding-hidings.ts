import type { Reader, Transaction } from '#database';
import { may, type Viewer } from '#identity';
import { SELECT_HER_RECORDS } from '../mediator/read-models.js';

/** Whether the hiding `h` still holds the woman of its row `w`: it stands, and nobody has brought her back by hand. */
export const HOLDS = 'h.lifted_at IS NULL AND w.released_at IS NULL';

/**
 * Whether a hiding holds her that the viewer may not lift. What an administrator hid in an emergency, no coordinator brings
 * back one by one either.
 */
export async function isHeldByOthers(
  reader: Reader,
  viewer: Viewer,
  mediatorId: string,
): Promise<boolean> {
  const hidings = await reader.query<{ networkId: string | null; byCoordinator: boolean }>(
    `SELECT h.network_id AS "networkId", h.by_coordinator AS "byCoordinator"
     FROM hiding_mediator w JOIN hiding h ON h.id = w.hiding_id
     WHERE ${HOLDS} AND w.mediator_id IN (${SELECT_HER_RECORDS})`,
    [mediatorId],
  );
  return hidings.some((hiding) => !may(viewer, 'lift', { kind: 'hiding', ...hiding }));
}

/** Somebody brings her back by hand: from now on what she is counts, and not what she was before she was hidden. */
export async function releaseFromHidings(tx: Transaction, mediatorId: string): Promise<void> {
  await tx.query(
    `UPDATE hiding_mediator w SET released_at = now() FROM hiding h
     WHERE h.id = w.hiding_id AND ${HOLDS} AND w.mediator_id IN (${SELECT_HER_RECORDS})`,
    [mediatorId],
  );
}
