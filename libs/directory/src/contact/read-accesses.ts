import type { Reader } from '#database';
import type { Vault } from '#vault';
import type { ContactPurpose } from './contact-purpose.js';
import { accessPlace } from './sealed-tables.js';

/** That somebody looked at her contact data. */
export interface ContactAccess {
  /** Opaque name of the actor. */
  readonly viewer: string;
  readonly networkId: string;
  readonly purpose: ContactPurpose;
  readonly reason: string;
  readonly at: Date;
}

interface Row extends Omit<ContactAccess, 'reason'> {
  readonly id: string;
  readonly keyId: number;
  readonly bytes: Buffer;
}

/** Who looked at a woman's contact data and why, the latest first, but for accesses that are withheld from her yet. */
export async function readAccesses(
  reader: Reader,
  vault: Vault,
  mediatorId: string,
): Promise<ContactAccess[]> {
  const rows = await reader.query<Row>(
    `SELECT id, network_id AS "networkId", viewer, purpose, key_id AS "keyId", reason AS bytes, at
     FROM contact_access
     WHERE mediator_id = $1 AND (withheld_until IS NULL OR withheld_until <= now()) ORDER BY at DESC, id DESC`,
    [mediatorId],
  );
  return Promise.all(
    rows.map(async ({ id, keyId, bytes, ...access }) => ({
      ...access,
      reason: await vault.open({ keyId, bytes }, accessPlace(id)),
    })),
  );
}
