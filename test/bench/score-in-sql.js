/**
 * The matching model, version 1, as one SQL query over the same tables: what an application without
 * a pool would run. It covers every criterion, hard and soft, for a VETTED viewer, to the micro-unit.
 *
 * The relations of the vocabulary are handed over as small tables, one row for each pair of a wanted
 * item and a code that is related to it.
 */
import {
  areaRelation,
  entries,
  expertiseSimilarity,
  languageRelation,
  languageSatisfies,
  PROFICIENCIES,
  proficiencyRank,
  TRACKS,
  trackRelation,
} from '#vocabulary';
import { onDatabase } from '../support/on-database.js';

/** Of the mediator `m`, on the days of the period; there is always one row. */
const AVAILABLE_DAYS = `LATERAL (SELECT coalesce(sum(upper(r) - lower(r)), 0) AS days
  FROM unnest(m.available * datemultirange(daterange($2::date, $3::date, '[]'))) AS r)`;

const SQL = `
WITH asked AS (SELECT $1::jsonb AS n),
wanted_language AS (SELECT t.* FROM asked, jsonb_to_recordset(n->'languages') AS t(item int, weight int, level int, code text, relation int)),
wanted_area AS (SELECT t.* FROM asked, jsonb_to_recordset(n->'areas') AS t(item int, weight int, code text, relation int)),
wanted_expertise AS (SELECT t.* FROM asked, jsonb_to_recordset(n->'expertise') AS t(item int, weight int, level int, code text, relation int)),
wanted_track AS (SELECT t.* FROM asked, jsonb_to_recordset(n->'tracks') AS t(item int, weight int, code text, relation int)),
required_language AS (SELECT t.* FROM asked, jsonb_to_recordset(n->'required') AS t(item int, level int, code text)),
rank_of AS (SELECT t.* FROM asked, jsonb_to_recordset(n->'ranks') AS t(level text, rank int)),
weight AS (SELECT t.* FROM asked, jsonb_to_record(n->'weights') AS t("LANGUAGE" bigint, "REGION" bigint, "EXPERTISE" bigint,
  "ROLE" bigint, "TRACK" bigint, "PROCESS" bigint, "YEARS" bigint, "AVAILABILITY" bigint, "FRESHNESS" bigint, "TEXT" bigint, "NETWORK" bigint)),
sums AS (SELECT t.* FROM asked, jsonb_to_record(n->'sums') AS t(language numeric, area numeric, expertise numeric, track numeric, weights bigint)),
matched AS (SELECT t.id::uuid AS mediator_id, t.place FROM unnest($4::text[]) WITH ORDINALITY AS t(id, place)),
period AS (SELECT $3::date - $2::date + 1 AS days),
member AS (SELECT a.mediator_id, w.slug FROM affiliation a JOIN network w ON w.id = a.network_id WHERE a.status = 'verified'),
qualified AS (
  SELECT l.mediator_id FROM mediator_language l JOIN required_language r ON r.code = l.language
    JOIN rank_of k ON k.level = l.level AND k.rank >= r.level
  GROUP BY 1 HAVING count(DISTINCT r.item) = (SELECT count(DISTINCT item) FROM required_language)),
eligible AS MATERIALIZED (
  SELECT m.id, m.lot, m.roles, m.tracks, m.years, m.confirmed_on, a.days,
    m.available IN ('{(,)}', '{}') AND m.availability_band = 'limited' AS limited
  FROM mediator m CROSS JOIN period p CROSS JOIN ${AVAILABLE_DAYS} AS a
  WHERE (m.state = 'published' OR (m.state = 'stale' AND $5)) AND NOT m.pseudonymous AND m.audience = '{}'
    AND m.id IN (SELECT mediator_id FROM consent WHERE purpose = 'LISTED' AND withdrawn_at IS NULL)
    AND m.id IN (SELECT mediator_id FROM consent WHERE purpose = 'MATCHED' AND withdrawn_at IS NULL)
    AND m.id IN (SELECT mediator_id FROM qualified)
    AND NOT m.nationalities && $6::text[] AND coalesce(m.residence <> ALL ($6::text[]), true)
    AND m.id NOT IN (SELECT mediator_id FROM member WHERE slug = ANY ($7::text[]))
    AND a.days * 100 >= $8::int * p.days
    AND (m.available NOT IN ('{(,)}', '{}') OR m.availability_band <> 'unavailable')
    AND (m.roles && $9::text[] OR m.id IN (SELECT mediator_id FROM experience WHERE role = ANY ($9::text[])))
    AND m.tracks && $10::text[] AND m.years >= $11::int),
language_best AS (
  SELECT l.mediator_id, w.item, w.weight, max(w.relation * 60 * least(k.rank, w.level) / w.level) AS best
  FROM eligible e JOIN mediator_language l ON l.mediator_id = e.id JOIN wanted_language w ON w.code = l.language
    JOIN rank_of k ON k.level = l.level GROUP BY 1, 2, 3),
area_best AS (
  SELECT t.mediator_id, w.item, w.weight, max(w.relation) AS best
  FROM eligible e JOIN mediator_territory t ON t.mediator_id = e.id JOIN wanted_area w ON w.code = t.territory GROUP BY 1, 2, 3),
expertise_best AS (
  SELECT x.mediator_id, w.item, w.weight, max(w.relation * 6 * least(x.level, w.level) / w.level) AS best
  FROM eligible e JOIN mediator_expertise x ON x.mediator_id = e.id JOIN wanted_expertise w ON w.code = x.expertise GROUP BY 1, 2, 3),
track_best AS (
  SELECT e.id AS mediator_id, w.item, w.weight, max(w.relation) AS best
  FROM eligible e CROSS JOIN unnest(e.tracks) AS t(code) JOIN wanted_track w ON w.code = t.code GROUP BY 1, 2, 3),
language_sum AS (SELECT mediator_id, sum(weight * best) AS n FROM language_best GROUP BY 1),
area_sum AS (SELECT mediator_id, sum(weight * best) AS n FROM area_best GROUP BY 1),
expertise_sum AS (SELECT mediator_id, sum(weight * best) AS n FROM expertise_best GROUP BY 1),
track_sum AS (SELECT mediator_id, sum(weight * best) AS n FROM track_best GROUP BY 1),
deployed AS (
  SELECT x.mediator_id, bool_or(coalesce(x.role = ANY ($12::text[]), false)) AS served,
    max(CASE WHEN x.process_type IS NULL OR x.phase IS NULL THEN 0 WHEN x.process_type = $13 AND x.phase = $14 THEN 1000000
             WHEN x.process_type = $13 THEN 700000 WHEN x.phase = $14 THEN 400000 ELSE 0 END) AS process
  FROM eligible e JOIN experience x ON x.mediator_id = e.id GROUP BY 1),
valued AS (
  SELECT e.id, e.lot,
    half_up(coalesce(ls.n, 0)::numeric, 600 * s.language) AS language,
    half_up(coalesce(rs.n, 0)::numeric, 10 * s.area) AS region,
    half_up(coalesce(es.n, 0)::numeric, 60 * s.expertise) AS expertise,
    CASE WHEN d.served THEN 1000000 WHEN e.roles && $12::text[] THEN 500000 ELSE 0 END AS role,
    half_up(coalesce(ts.n, 0)::numeric, 10 * s.track) AS track,
    coalesce(d.process, 0) AS process,
    half_up(least(e.years, $15::int)::numeric, $15::numeric) AS years,
    CASE WHEN e.limited THEN 500000 ELSE half_up(e.days::numeric, p.days::numeric) END AS availability,
    CASE WHEN e.confirmed_on IS NULL OR $16::date - e.confirmed_on >= 730 THEN 0
         WHEN $16::date - e.confirmed_on <= 180 THEN 1000000
         ELSE half_up((730 - ($16::date - e.confirmed_on))::numeric, 550) END AS freshness,
    CASE WHEN t.place IS NULL THEN 0 ELSE half_up((cardinality($4::text[]) - t.place + 1)::numeric, cardinality($4::text[])::numeric) END AS text,
    CASE WHEN e.id IN (SELECT mediator_id FROM member WHERE slug = ANY ($17::text[])) THEN 1000000 ELSE 0 END AS network
  FROM eligible e CROSS JOIN sums s CROSS JOIN period p
    LEFT JOIN language_sum ls ON ls.mediator_id = e.id LEFT JOIN area_sum rs ON rs.mediator_id = e.id
    LEFT JOIN expertise_sum es ON es.mediator_id = e.id LEFT JOIN track_sum ts ON ts.mediator_id = e.id
    LEFT JOIN deployed d ON d.mediator_id = e.id LEFT JOIN matched t ON t.mediator_id = e.id),
scored AS (
  SELECT v.id, v.lot, w."LANGUAGE" * v.language + w."REGION" * v.region + w."EXPERTISE" * v.expertise + w."ROLE" * v.role
    + w."TRACK" * v.track + w."PROCESS" * v.process + w."YEARS" * v.years + w."AVAILABILITY" * v.availability
    + w."FRESHNESS" * v.freshness + w."TEXT" * v.text + w."NETWORK" * v.network AS s
  FROM valued v CROSS JOIN weight w)
SELECT id, s / (SELECT weights FROM sums) AS score FROM scored
ORDER BY s DESC, substr(sha256(convert_to($18 || ':' || lot, 'UTF8')), 1, 8), id LIMIT $19`;

const HALF_UP = `
CREATE OR REPLACE FUNCTION half_up(n numeric, d numeric) RETURNS bigint LANGUAGE sql IMMUTABLE AS
'SELECT div(2 * 1000000 * n + d, 2 * d)::bigint'`;

/** Prepares the database for the query: its rounding and fresh statistics, which its owner makes. */
export async function prepareSql(database) {
  await onDatabase(database.url, HALF_UP, 'VACUUM ANALYZE');
}

/**
 * Runs a need of the bench in SQL; returns [{ id, score }], best first. The planner underestimates
 * the joins and takes nested loops, which are slower: they are off, and memory is ample.
 */
export async function scoreInSql(database, parameters) {
  return database.transaction(async (tx) => {
    await tx.query('SET LOCAL enable_nestloop = off');
    await tx.query(`SET LOCAL work_mem = '64MB'`);
    const rows = await tx.query(SQL, parameters);
    return rows.map(({ id, score }) => ({ id, score: Number(score) }));
  });
}

/** The query's parameters for a need; the relations are looked up once, outside the measured time. */
export function sqlParameters(need, weights, limit) {
  const { soft, hard, period } = need;
  const tables = {
    languages: related(soft.languages, codes('language'), languageRelation, ({ level = 'C1' }) => ({
      level: proficiencyRank(level),
    })),
    areas: related(soft.territories, codes('territory'), areaRelation),
    expertise: related(
      soft.expertise,
      codes('expertise'),
      expertiseSimilarity,
      ({ level = 2 }) => ({ level }),
    ),
    tracks: related(soft.tracks, TRACKS, trackRelation),
    required: hard.languages.flatMap(({ code: required, level }, item) =>
      codes('language')
        .filter((code) => languageSatisfies(required, code))
        .map((code) => ({ item, code, level: proficiencyRank(level) })),
    ),
    ranks: PROFICIENCIES.map((level) => ({ level, rank: proficiencyRank(level) })),
    weights,
    sums: {
      language: sum(soft.languages),
      area: sum(soft.territories),
      expertise: sum(soft.expertise),
      track: sum(soft.tracks),
      weights: Object.values(weights).reduce((total, weight) => total + weight, 0),
    },
  };
  return [
    JSON.stringify(tables),
    period.from,
    period.to,
    soft.text.matches,
    hard.allowStale,
    hard.conflictOfInterest.territories,
    hard.conflictOfInterest.networks,
    hard.availability.minimumShare,
    hard.roles,
    hard.tracks,
    hard.minimumYears,
    soft.roles,
    soft.process.type,
    soft.process.phase,
    soft.years,
    need.date,
    soft.networks,
    need.seed ?? need.id,
    limit,
  ];
}

function related(wanted, found, relation, extra = () => ({})) {
  return wanted.flatMap((want, item) =>
    found
      .map((code) => ({
        item,
        weight: want.weight ?? 1,
        code,
        relation: relation(want.code, code),
        ...extra(want),
      }))
      .filter((row) => row.relation > 0),
  );
}

const sum = (wanted) => wanted.reduce((total, { weight }) => total + (weight ?? 1), 0);

function codes(kind) {
  return entries(kind).map(({ code }) => code);
}
