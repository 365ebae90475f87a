import type { Reader } from '#database';
import type { ProfileState } from '../fields/closed-lists.js';
import type { ConsentPurpose } from './profile-record.js';
import { ProfileReader } from './profile-reader.js';

/**
 * What of a profile speaks for or against asking her for a piece of work, whoever may see it. Only her networks and she
 * herself are told of it; an organizer learns nothing of what follows from it.
 */
export interface HeldFacts {
  readonly state: ProfileState;
  /** Purposes she has consented to and not withdrawn. */
  readonly consents: readonly ConsentPurpose[];
  /** Territories to which she must not be sent. */
  readonly ruledOut: readonly string[];
  readonly nationalities: readonly string[];
  readonly residence: string | null;
  /** Slugs of the networks that list her. */
  readonly networks: readonly string[];
  /** Names of the processes in which she has worked. */
  readonly processes: readonly string[];
}

/** The facts of one record, as the reader's transaction sees it; null if there is none. */
export async function heldFacts(reader: Reader, mediatorId: string): Promise<HeldFacts | null> {
  const [record] = await new ProfileReader(reader).byIds([mediatorId]);
  if (!record) return null;
  const { state, consents, ruledOut, nationalities, residence, networks, experience } = record;
  return {
    state,
    consents,
    ruledOut,
    nationalities,
    residence,
    networks: networks.map(({ slug }) => slug),
    processes: experience.map(({ processName }) => processName),
  };
}
