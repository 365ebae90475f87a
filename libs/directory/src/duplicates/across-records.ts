import type { Transaction } from '#database';
import type { LinkageRecord } from '#linkage';
import { ProfileReader } from '../profile/profile-reader.js';
import { projectProfile, type ProfileView } from '../profile/profile-view.js';
import { isCompared } from './compared.js';
import { present } from './list-records.js';

/** A woman as she is compared with the lists of other networks, by who is shown what comes of it. */
export interface AcrossRecord {
  readonly id: string;
  /** The networks that list her. */
  readonly networkIds: readonly string[];
  /** For coordinators: what verified organizers see. Null under a code name. */
  readonly toNetworks: LinkageRecord | null;
  /** For other mediators: what everyone sees. Null under a code name. */
  readonly toOthers: LinkageRecord | null;
  /** For her alone: all that is held, without contact data. */
  readonly toHerself: LinkageRecord;
}

interface Row {
  readonly id: string;
  readonly networkIds: readonly string[];
}

/** Everyone who is compared. Selects `id` and `networkIds`. */
const SELECT_COMPARED = `SELECT m.id,
  ARRAY(SELECT DISTINCT a.network_id::text FROM affiliation a JOIN mediator l ON l.id = a.mediator_id
    WHERE a.status = 'verified' AND coalesce(l.merged_into, l.id) = m.id ORDER BY 1) AS "networkIds"
FROM mediator m WHERE ${isCompared('m', true)} ORDER BY m.id`;

/**
 * Everyone who is compared across networks. Contact data takes no part, whoever agrees: a record could be written to find
 * out whose an address, a number or a date of birth is.
 */
export async function acrossRecords(tx: Transaction, today: Date): Promise<AcrossRecord[]> {
  const rows = await tx.query<Row>(SELECT_COMPARED);
  const profiles = await new ProfileReader(tx).byIds(rows.map(({ id }) => id));
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  return rows.flatMap(({ id, networkIds }) => {
    const profile = byId.get(id);
    if (!profile || networkIds.length === 0) return [];
    const recordFor = (clearance: 'PUBLIC' | 'VETTED' | 'CURATOR') => {
      const view = projectProfile(profile, clearance, today);
      return view && toRecord(view);
    };
    const toHerself = recordFor('CURATOR');
    if (!toHerself) return [];
    const [toNetworks, toOthers] = profile.pseudonymous
      ? [null, null]
      : [recordFor('VETTED'), recordFor('PUBLIC')];
    return [{ id, networkIds, toNetworks, toOthers, toHerself }];
  });
}

/** A woman as whoever sees this view of her may be shown how she compares. */
export function toRecord(view: ProfileView): LinkageRecord {
  return { id: view.id, list: listOf(view), ...seenOf(view) };
}

/** The lists that this view names, as one list: how likely it is that another list has her, too, follows from it. */
function listOf({ networks }: ProfileView): string {
  return networks.map(({ slug }) => slug).join(' ') || 'none';
}

/** What of a view is compared. */
export function seenOf(view: ProfileView): Omit<LinkageRecord, 'id' | 'list'> {
  const { name, fullName, nameVariants, education, training, experience } = view;
  return {
    names: [...new Set(present([fullName, name, ...nameVariants]))],
    nationalities: view.nationalities,
    residence: view.residence,
    languages: view.languages.map(({ code }) => code),
    texts: present([education, training, ...experience.map(({ processName }) => processName)]),
  };
}
