import type { PreparedReader, Reader } from '#database';
import { COLUMNS } from '../fields/columns.js';
import type { ProfileRecord } from './profile-record.js';

/**
 * One statement reads any number of whole profiles, so that the statements of a request do not grow
 * with its rows. Dates come as ISO text: a JavaScript Date would move a day across time zones.
 */
const SELECT_PROFILES = `
SELECT m.changed_xid || '.' || coalesce(p.changed_xid, 0) AS version, m.id, m.public_id AS "publicId", m.lot, m.state, m.revision, m.audience,
  c.published, ${COLUMNS.map(({ sql, property }) => `${sql} AS "${property}"`).join(', ')},
  to_char(m.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "createdAt",
  to_char(m.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "updatedAt",
  ARRAY(SELECT c.purpose FROM consent c WHERE c.mediator_id = m.id AND c.withdrawn_at IS NULL ORDER BY 1) AS consents,
  ARRAY(SELECT t.territory FROM mediator_territory t WHERE t.mediator_id = m.id ORDER BY 1) AS territories,
  (SELECT coalesce(json_agg(json_build_object('code', l.language, 'level', l.level) ORDER BY l.language), '[]')
     FROM mediator_language l WHERE l.mediator_id = m.id) AS languages,
  (SELECT coalesce(json_agg(json_build_object('code', e.expertise, 'level', e.level) ORDER BY e.expertise), '[]')
     FROM mediator_expertise e WHERE e.mediator_id = m.id) AS expertise,
  (SELECT coalesce(json_agg(json_build_object('processName', x.process_name, 'processType', x.process_type,
      'phase', x.phase, 'role', x.role, 'track', x.track, 'territory', x.territory, 'yearFrom', x.year_from,
      'yearTo', x.year_to) ORDER BY x.ordinal), '[]')
     FROM experience x WHERE x.mediator_id = m.id) AS experience,
  (SELECT coalesce(json_agg(json_build_object('networkId', n.id, 'slug', n.slug, 'names', n.names, 'role', a.role,
      'since', a.since::text) ORDER BY n.slug), '[]')
     FROM affiliation a JOIN network n ON n.id = a.network_id
     WHERE a.mediator_id = m.id AND a.status = 'verified') AS networks,
  (SELECT coalesce(json_object_agg(n.id, n.xmin::text), '{}') FROM affiliation a JOIN network n ON n.id = a.network_id
     WHERE a.mediator_id = m.id AND a.status = 'verified') AS "networkVersions"
FROM mediator m LEFT JOIN pseudonym p ON p.mediator_id = m.id LEFT JOIN pseudonym_class c ON c.id = p.class_id`;

const BY_IDS = {
  name: 'profiles-by-ids',
  text: `${SELECT_PROFILES} WHERE m.id = ANY($1::uuid[])`,
};

/**
 * A record and which version of it was read. Any change to what it holds, once committed, is another
 * version: triggers number a mediator's row by the last transaction that changed it or a part of her, and
 * her place among the classes of the pseudonymous by the last that changed what her class shows; of a network, whose names are in the record, it is the transaction that wrote its row.
 */
export interface ReadProfile {
  readonly record: ProfileRecord;
  readonly version: string;
  /** By id of a network that lists her. */
  readonly networks: Readonly<Record<string, string>>;
}

type Row = ProfileRecord &
  Pick<ReadProfile, 'version'> & { networkVersions: ReadProfile['networks'] };

/**
 * The profiles with these ids and their versions, in any order, by a statement that each connection plans
 * once; ids that do not exist are simply absent.
 */
export async function readVersioned(
  database: PreparedReader,
  ids: readonly string[],
): Promise<ReadProfile[]> {
  if (ids.length === 0) return [];
  const rows = await database.queryPrepared<Row>(BY_IDS, [ids]);
  return rows.map(withVersion);
}

/** Reads whole profiles, contact data excepted. */
export class ProfileReader {
  constructor(private readonly database: Reader) {}

  /** The profiles with these ids, in any order; ids that do not exist are simply absent. */
  async byIds(ids: readonly string[]): Promise<ProfileRecord[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.query<Row>(BY_IDS.text, [ids]);
    return rows.map((row) => withVersion(row).record);
  }

  /** At most `limit` profiles with ids after `after`, in order of id: for walking through all of them. */
  async after(after: string | null, limit: number): Promise<ProfileRecord[]> {
    const condition = after === null ? '' : 'WHERE m.id > $2::uuid';
    const rows = await this.database.query<Row>(
      `${SELECT_PROFILES} ${condition} ORDER BY m.id LIMIT $1`,
      after === null ? [limit] : [limit, after],
    );
    return rows.map((row) => withVersion(row).record);
  }
}

function withVersion({ version, networkVersions: networks, ...record }: Row): ReadProfile {
  return { record, version, networks };
}
