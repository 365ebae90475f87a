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

/** The facts of these records, by id, as the reader's transaction sees them; unknown ids are absent. */
export async function heldFactsOf(
  reader: Reader,
  mediatorIds: readonly string[],
): Promise<Map<string, HeldFacts>> {
  const records = await new ProfileReader(reader).byIds(mediatorIds);
  return new Map(
    records.map(({ id, networks, experience, ...record }) => {
      const { state, consents, ruledOut, nationalities, residence } = record;
      const facts = {
        state,
        consents,
        ruledOut,
        nationalities,
        residence,
        networks: networks.map(({ slug }) => slug),
        processes: experience.map(({ processName }) => processName),
      };
      return [id, facts];
    }),
  );
}
