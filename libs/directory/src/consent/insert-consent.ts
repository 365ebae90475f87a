import type { Reader } from '#database';
import type { ConsentPurpose } from '../profile/profile-record.js';
import type { Locale } from '#vocabulary';
import type { Channel } from './channels.js';

/** A consent as it is recorded. */
export interface NewConsent {
  readonly id: string;
  readonly mediatorId: string;
  readonly purpose: ConsentPurpose;
  readonly textVersion: string;
  /** In which the text was read; null where that is not known. */
  readonly language: Locale | null;
  readonly channel: Channel;
  /** Opaque name of the actor. */
  readonly recordedBy: string;
  /** The network that recorded it; null where she gave it herself. */
  readonly networkId: string | null;
  /** ISO date. */
  readonly givenOn: string;
}

/** Writes a consent. One to the same purpose that is in force must have been ended before. */
export async function insertConsent(tx: Reader, consent: NewConsent): Promise<void> {
  const { id, mediatorId, purpose, textVersion, language, channel } = consent;
  const { recordedBy, networkId, givenOn } = consent;
  await tx.query(
    `INSERT INTO consent (id, mediator_id, purpose, text_version, language, channel, recorded_by, network_id, given_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, mediatorId, purpose, textVersion, language, channel, recordedBy, networkId, givenOn],
  );
}
