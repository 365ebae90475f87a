import type { Reader, Transaction } from '#database';
import { standingsOf } from '#directory';
import type { PreferenceService } from '#introductions';

export interface UntoldWoman {
  readonly mediatorId: string;
  /** The record that stands for her now. */
  readonly keptId: string;
}

/**
 * The women of a breach to whom nothing has been sent and whom no network is to tell, in order of id.
 *
 * @param most how many are read
 * @param after the woman behind whom they begin; null for the first
 */
export async function untold(
  reader: Reader,
  id: string,
  most: number,
  after: string | null = null,
): Promise<UntoldWoman[]> {
  const rows = await reader.query<{ id: string }>(
    `SELECT mediator_id AS id FROM breach_mediator
     WHERE breach_id = $1 AND channel IS NULL AND ($3::uuid IS NULL OR mediator_id > $3) ORDER BY mediator_id LIMIT $2`,
    [id, most, after],
  );
  const ids = rows.map((row) => row.id);
  const standings = await standingsOf(reader, ids);
  return ids.map((mediatorId) => ({
    mediatorId,
    keptId: standings.get(mediatorId)?.keptId ?? mediatorId,
  }));
}

/** How many of these women each network tells in person: the one whose desk acts for her; null where none lists her. */
export async function actingFor(
  preferences: PreferenceService,
  tx: Transaction,
  mediatorIds: readonly string[],
): Promise<Map<string | null, number>> {
  const counts = new Map<string | null, number>();
  for (const { actingNetworkId } of (await preferences.ofMediators(tx, mediatorIds)).values()) {
    counts.set(actingNetworkId, (counts.get(actingNetworkId) ?? 0) + 1);
  }
  return counts;
}
