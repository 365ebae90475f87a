import type { Reader } from '#database';
import { may, type Viewer } from '#identity';
import { completenessOf, type Completeness } from '../assertion/completeness.js';
import { mergeAssertions, type Merged, type Source } from '../assertion/merge-assertions.js';
import { networkIdsOf, sourcesIn, sourcesOf, type Sourced } from '../assertion/sources-of.js';
import { profileSubject } from './locked-record.js';
import { ProfileReader } from '../profile/profile-reader.js';
import type { ProfileRecord } from '../profile/profile-record.js';

/** All that is held about one woman, contact data excepted: for her curators and herself. */
export interface WholeProfile extends ProfileRecord {
  /** The networks that list her. */
  readonly networkIds: readonly string[];
  /** What each source says, in order of precedence. */
  readonly statements: readonly Source[];
  /** Whose word each field is. */
  readonly sourcesOf: Merged['sourcesOf'];
  readonly conflicts: Merged['conflicts'];
  readonly completeness: Completeness;
}

/** The whole profiles that the viewer may see, by the ids that were asked for. A fixed number of statements. */
export async function wholeProfiles(
  database: Reader,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Map<string, WholeProfile>> {
  const requested = await sourcesOf(database, await readableIds(database, viewer, ids));
  const kept = [...requested.values()].flatMap(({ mergedInto }) => mergedInto ?? []);
  const known = new Map([...requested, ...(await sourcesOf(database, kept))]);
  const seen = ids.flatMap((id): (readonly [string, Sourced])[] => {
    const found = known.get(id);
    const record = found && known.get(found.mergedInto ?? found.id);
    return record && may(viewer, 'read-all', profileSubject(record)) ? [[id, record]] : [];
  });
  const records = await new ProfileReader(database).byIds([
    ...new Set(seen.map(([, { id }]) => id)),
  ]);
  const byId = new Map(records.map((record) => [record.id, record]));
  return new Map(
    seen.flatMap(([id, sourced]) => {
      const record = byId.get(sourced.id);
      return record ? [[id, wholeOf(record, sourced)] as const] : [];
    }),
  );
}

/** Of herself, or of a record that one of the viewer's networks lists, as itself or as what it was merged into. */
const READABLE = `
SELECT m.id FROM mediator m WHERE m.id = ANY($1::uuid[]) AND (coalesce(m.merged_into, m.id) = $2 OR EXISTS (
  SELECT FROM affiliation a JOIN mediator o ON o.id = a.mediator_id
  WHERE coalesce(o.merged_into, o.id) = coalesce(m.merged_into, m.id) AND a.status <> 'ended' AND a.network_id = ANY($3::uuid[])))`;

/** Nothing is read of anybody else, not even to refuse it: how much was would tell of her. */
async function readableIds(
  database: Reader,
  { mediatorId, networkIds }: Viewer,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0 || (mediatorId === null && networkIds.length === 0)) return [];
  const rows = await database.query<{ id: string }>(READABLE, [ids, mediatorId, networkIds]);
  return rows.map(({ id }) => id);
}

function wholeOf(record: ProfileRecord, sourced: Sourced): WholeProfile {
  const statements = sourcesIn(sourced);
  const { profile, sourcesOf: sources, conflicts } = mergeAssertions(statements);
  return {
    ...record,
    networkIds: networkIdsOf(sourced),
    statements,
    sourcesOf: sources,
    conflicts,
    completeness: completenessOf(profile),
  };
}
