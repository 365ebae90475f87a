import type { Reader } from '#database';
import { Raw, type FindOperator } from 'typeorm';

/**
 * What other rooms may ask of the tables of mediators and networks, from SQL of their own in the same transaction.
 * They name no table of the directory; they put these selections into their statements.
 */

/** Records by id, each with the one that stands for it: itself, or the one that it was merged into. Selects `id`, `public_id`, `kept_id`. */
export const SELECT_KEPT =
  'SELECT id, public_id, coalesce(merged_into, id) AS kept_id FROM mediator';

/** The same with what both are called outside. Selects `id`, `public_id`, `kept_id`, `kept_public_id`. */
export const SELECT_KEPT_NAMES = `SELECT m.id, m.public_id, k.id AS kept_id, k.public_id AS kept_public_id
  FROM mediator m JOIN mediator k ON k.id = coalesce(m.merged_into, m.id)`;

const selectRecordsOf = (mediator: string): string =>
  `SELECT CAST(${mediator} AS uuid) UNION SELECT id FROM mediator WHERE merged_into = ${mediator}`;

/** The record `$1` and those that were merged into it. Selects one column of ids. */
export const SELECT_HER_RECORDS = selectRecordsOf('$1');

/** The same of the mediators `$1`, an array. Selects `kept_id`, which is one of them, and `id`. */
export const SELECT_RECORDS_OF_ALL = `SELECT id AS kept_id, id FROM unnest($1::uuid[]) AS id
  UNION SELECT merged_into, id FROM mediator WHERE merged_into = ANY($1)`;

/** Ids of all records of a mediator, her own and those that were merged into it. */
export async function herRecords(reader: Reader, mediatorId: string): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `SELECT h.id FROM (${SELECT_HER_RECORDS}) AS h (id)`,
    [mediatorId],
  );
  return rows.map(({ id }) => id);
}

/**
 * The condition of a column that names any record of a mediator, for a statement of TypeORM. It is a part of that statement: how
 * many records she has would show in another.
 */
export function ofHerRecords(mediatorId: string): FindOperator<string> {
  return Raw((column) => `${column} IN (${selectRecordsOf(':her')})`, { her: mediatorId });
}

/** All names of the mediator `$1`, her code name among them. Selects `name`. */
export const SELECT_HER_NAMES = `SELECT DISTINCT name FROM mediator m,
  unnest(array_remove(ARRAY[m.full_name, m.display_name, m.code_name] || m.name_variants, NULL)) AS name
  WHERE m.id IN (${SELECT_HER_RECORDS})`;

/** All names of those whom one of some networks (an array) lists or listed. Selects `name`. */
export const selectNamesOfNetworks = (networkIds: string): string =>
  `SELECT DISTINCT name FROM mediator m,
    unnest(array_remove(ARRAY[m.full_name, m.display_name, m.code_name] || m.name_variants, NULL)) AS name
    WHERE m.id IN (SELECT a.mediator_id FROM affiliation a WHERE a.network_id = ANY(${networkIds}::uuid[]))`;

/** The networks that list the mediator `$1`, or did. Selects one column of ids. */
export const SELECT_HER_NETWORKS = `SELECT network_id FROM affiliation WHERE mediator_id IN (${SELECT_HER_RECORDS})`;

/**
 * Affiliations that stand now: which network lists which record. An archived network acts for nobody. Selects the columns
 * of `affiliation`.
 */
export const SELECT_LISTING = `SELECT a.* FROM affiliation a JOIN network n ON n.id = a.network_id
  WHERE a.status = 'verified' AND n.archived_at IS NULL`;

/** The networks that list a mediator now, the one that has done so longest first. */
export async function listingNetworks(reader: Reader, mediatorId: string): Promise<string[]> {
  return (await listingNetworksOf(reader, [mediatorId])).get(mediatorId) ?? [];
}

/** The same of many, by mediator; one whom none lists is absent. */
export async function listingNetworksOf(
  reader: Reader,
  mediatorIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await reader.query<{ mediatorId: string; ids: string[] }>(
    `SELECT kept_id AS "mediatorId", array_agg(network_id::text ORDER BY since, first) AS ids FROM (
       SELECT r.kept_id, a.network_id, min(coalesce(a.since, (a.asserted_at AT TIME ZONE 'UTC')::date)) AS since,
         min(a.id::text) AS first
       FROM (${SELECT_RECORDS_OF_ALL}) r JOIN (${SELECT_LISTING}) a ON a.mediator_id = r.id
       GROUP BY r.kept_id, a.network_id) l GROUP BY kept_id`,
    [mediatorIds],
  );
  return new Map(rows.map(({ mediatorId, ids }) => [mediatorId, ids]));
}

/** The women whom one of these networks lists or has on its list and not verified yet, by the record that stands for each. */
export async function womenListedBy(
  reader: Reader,
  networkIds: readonly string[],
): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `SELECT DISTINCT coalesce(m.merged_into, m.id) AS id FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
     WHERE a.network_id = ANY($1::uuid[]) AND a.status <> 'ended'`,
    [networkIds],
  );
  return rows.map(({ id }) => id);
}

/** The slug of a network, and whether what it lists waits for a second pair of eyes; null for one that is not there. */
export async function networkRules(
  reader: Reader,
  networkId: string,
): Promise<{ readonly slug: string; readonly fourEyes: boolean } | null> {
  const [rules] = await reader.query<{ slug: string; fourEyes: boolean }>(
    'SELECT slug, four_eyes AS "fourEyes" FROM network WHERE id = $1',
    [networkId],
  );
  return rules ?? null;
}

/** What the class of each pseudonymous mediator shows, as a text that changes when it does. Selects `mediator_id`, `shown`. */
export const SELECT_SHOWN = `SELECT p.mediator_id, md5(c.published::text) AS shown
  FROM pseudonym p JOIN pseudonym_class c ON c.id = p.class_id`;

/** Mediators whom statistics about matching may count: in rankings, and agreed to be counted. Selects `id`. */
export const SELECT_COUNTED = `
SELECT m.id FROM mediator m
WHERE m.state IN ('published', 'stale') AND m.merged_into IS NULL AND NOT EXISTS
  (SELECT FROM unnest(ARRAY['LISTED', 'MATCHED', 'STATISTICS']) AS wanted(purpose) WHERE NOT EXISTS
    (SELECT FROM consent c WHERE c.mediator_id = m.id AND c.purpose = wanted.purpose AND c.withdrawn_at IS NULL))`;

/** Mediators in the directory who agree to be matched and contacted. Selects `id`. */
export const SELECT_CONTACTABLE = `
SELECT m.id FROM mediator m
WHERE m.state IN ('published', 'stale') AND m.merged_into IS NULL AND NOT EXISTS
  (SELECT FROM unnest(ARRAY['LISTED', 'MATCHED', 'CONTACTED']) AS wanted(purpose) WHERE NOT EXISTS
    (SELECT FROM consent c WHERE c.mediator_id = m.id AND c.purpose = wanted.purpose AND c.withdrawn_at IS NULL))`;

/** Mediators in the directory who agree to be matched and are shown by name. Selects `id`, `public_id`. */
export const SELECT_RANKED_BY_NAME = `
SELECT m.id, m.public_id FROM mediator m
WHERE m.state IN ('published', 'stale') AND m.merged_into IS NULL AND NOT m.pseudonymous AND NOT EXISTS
  (SELECT FROM unnest(ARRAY['LISTED', 'MATCHED']) AS wanted(purpose) WHERE NOT EXISTS
    (SELECT FROM consent c WHERE c.mediator_id = m.id AND c.purpose = wanted.purpose AND c.withdrawn_at IS NULL))`;

/** Records of mediators who are not under a code name, with what they are called outside. Selects `id`, `public_id`. */
export const SELECT_NAMED = `SELECT m.id, k.public_id FROM mediator m
  JOIN mediator k ON k.id = coalesce(m.merged_into, m.id) WHERE NOT k.pseudonymous`;

/** Mediators who agree to be counted in statistics, whatever the state of their profile. Selects `id`. */
export const SELECT_IN_STATISTICS = `
SELECT m.id FROM mediator m WHERE m.merged_into IS NULL AND EXISTS
  (SELECT FROM consent c WHERE c.mediator_id = m.id AND c.purpose = 'STATISTICS' AND c.withdrawn_at IS NULL)`;

/** Mediators who state when they are available, of those whom statistics about matching may count, with the ids of the networks that list them. Selects `id`, `available` (datemultirange), `network_ids`. */
export const SELECT_AVAILABLE = `
SELECT m.id, m.available,
  ARRAY(SELECT a.network_id FROM affiliation a WHERE a.mediator_id = m.id AND a.status = 'verified') AS network_ids
FROM mediator m
WHERE m.availability_band IS NOT NULL AND m.id IN (${SELECT_COUNTED})`;

/** The slugs of the networks that list a mediator as verified. */
export const selectVerifiedSlugs = (mediatorId: string): string =>
  `SELECT n.slug FROM affiliation a JOIN network n ON n.id = a.network_id
    WHERE a.mediator_id = ${mediatorId} AND a.status = 'verified'`;

/**
 * Mediators by id, kept from going and from being called otherwise until the transaction ends. They are locked in
 * one order, so that two transactions never wait for each other. Selects `id`, `public_id`.
 *
 * @param ids a selection of ids, or an expression that makes an array of them with `ANY`
 */
export const selectHeld = (ids: string): string =>
  `SELECT id, public_id FROM mediator WHERE id ${ids} ORDER BY id FOR KEY SHARE`;

/** What a mediator is called, and what her class shows where she is pseudonymous. */
export interface KnownAs {
  readonly id: string;
  readonly publicId: string;
  /** Null for a mediator who is not pseudonymous. */
  readonly shown: string | null;
}

const SELECT_KNOWN = `SELECT m.id, m.public_id AS "publicId", s.shown
  FROM mediator m LEFT JOIN (${SELECT_SHOWN}) s ON s.mediator_id = m.id`;

/** What these mediators are known as. It does not change until the transaction ends; unknown ids are absent. */
export async function holdMediators(tx: Reader, ids: readonly string[]): Promise<KnownAs[]> {
  return tx.query<KnownAs>(
    `${SELECT_KNOWN} WHERE m.id = ANY($1::uuid[]) ORDER BY m.id FOR KEY SHARE OF m`,
    [[...new Set(ids)]],
  );
}

/** What all mediators who are shown to anyone are known as now. */
export async function shownMediators(reader: Reader): Promise<KnownAs[]> {
  return reader.query<KnownAs>(`${SELECT_KNOWN} WHERE m.state IN ('published', 'stale')`);
}

/** How much the directory holds. */
export async function directorySize(
  reader: Reader,
): Promise<{ readonly mediators: number; readonly networks: number }> {
  const [row] = await reader.query<{ mediators: number; networks: number }>(
    `SELECT (SELECT count(*) FROM mediator)::int AS mediators, (SELECT count(*) FROM network)::int AS networks`,
  );
  return row ?? { mediators: 0, networks: 0 };
}
