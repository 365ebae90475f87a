import type { Reader } from '#database';
import type { Vault } from '#vault';
import type { Locale } from '#vocabulary';
import type { ConsentPurpose } from '../profile/profile-record.js';
import type { Channel } from './channels.js';

/** One consent as she and the coordinators of her networks see it, withdrawn or not. */
export interface ConsentView {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly textVersion: string;
  readonly language: Locale | null;
  readonly channel: Channel;
  /** Opaque name of the actor, or the import that brought it. */
  readonly recordedBy: string;
  /** The network that recorded it; null where she gave it herself. */
  readonly networkId: string | null;
  readonly givenOn: string;
  readonly recordedAt: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnChannel: Channel | null;
  /** Where the proof lies, such as the number of a form. */
  readonly proof: string | null;
}

/** Where the proof of a consent is sealed for. */
export function proofPlace(consentId: string): string {
  return `consent_proof:${consentId}`;
}

/** All consents of a woman, the latest first, with their proofs opened. */
export async function readConsents(
  reader: Reader,
  vault: Vault,
  mediatorId: string,
): Promise<ConsentView[]> {
  const rows = await reader.query<Omit<ConsentView, 'proof'> & { keyId: number; sealed: Buffer }>(
    `SELECT c.id, purpose, text_version AS "textVersion", language, channel, recorded_by AS "recordedBy",
       network_id AS "networkId", given_on::text AS "givenOn",
       to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "recordedAt",
       to_char(withdrawn_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "withdrawnAt",
       withdrawn_by AS "withdrawnBy", withdrawn_channel AS "withdrawnChannel", p.key_id AS "keyId", p.sealed
     FROM consent c LEFT JOIN consent_proof p ON p.consent_id = c.id
     WHERE mediator_id = $1 ORDER BY recorded_at DESC, c.id DESC`,
    [mediatorId],
  );
  return Promise.all(
    rows.map(async ({ keyId, sealed: bytes, ...consent }) => ({
      ...consent,
      proof: bytes ? await vault.open({ keyId, bytes }, proofPlace(consent.id)) : null,
    })),
  );
}
