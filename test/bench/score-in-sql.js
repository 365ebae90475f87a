/**
 * The matching model, version 1, as one SQL query over the same tables: what an application without
 * a pool would run. It covers the criteria of the bench's need (hard LANGUAGE; soft LANGUAGE, REGION,
 * EXPERTISE, ROLE, YEARS, FRESHNESS) for a PUBLIC viewer, to the micro-unit.
 *
 * The relations of the vocabulary are handed over as small tables, one row for each pair of a wanted
 * item and a code that is related to it.
 */
import { onDatabase } from '../support/on-database.js';
import {
  areaRelation,
  entries,
  expertiseSimilarity,
  languageRelation,
  languageSatisfies,
  proficiencyRank,
} from '#vocabulary';

const SQL = `
WITH wanted_language AS (SELECT * FROM json_to_recordset($1) AS t(item int, weight int, level int, code text, relation int)),
wanted_area AS (SELECT * FROM json_to_recordset($2) AS t(item int, weight int, code text, relation int)),
wanted_expertise AS (SELECT * FROM json_to_recordset($3) AS t(item int, weight int, level int, code text, relation int)),
required_language AS (SELECT * FROM json_to_recordset($4) AS t(item int, level int, code text)),
rank_of AS (SELECT * FROM json_to_recordset($5) AS t(level text, rank int)),
qualified AS (
  SELECT l.mediator_id FROM mediator_language l JOIN required_language r ON r.code = l.language
    JOIN rank_of k ON k.level = l.level AND k.rank >= r.level
  GROUP BY 1 HAVING count(DISTINCT r.item) = (SELECT count(DISTINCT item) FROM required_language)),
listed AS (
  SELECT m.id, m.roles, m.confirmed_on,
    CASE WHEN m.years >= 20 THEN 20 WHEN m.years >= 15 THEN 15 WHEN m.years >= 10 THEN 10
         WHEN m.years >= 7 THEN 7 WHEN m.years >= 3 THEN 3 ELSE 0 END AS years
  FROM mediator m
  WHERE m.state = 'published' AND NOT m.pseudonymous AND m.audience = '{}'
    AND EXISTS (SELECT FROM consent c WHERE c.mediator_id = m.id AND c.purpose = 'LISTED' AND c.withdrawn_at IS NULL)
    AND EXISTS (SELECT FROM consent c WHERE c.mediator_id = m.id AND c.purpose = 'MATCHED' AND c.withdrawn_at IS NULL)
    AND m.id IN (SELECT mediator_id FROM qualified)),
language_best AS (
  SELECT l.mediator_id, w.item, w.weight, max(w.relation * 60 * least(k.rank, w.level) / w.level) AS best
  FROM mediator_language l JOIN wanted_language w ON w.code = l.language JOIN rank_of k ON k.level = l.level
  GROUP BY 1, 2, 3),
area_best AS (
  SELECT t.mediator_id, w.item, w.weight, max(w.relation) AS best
  FROM mediator_territory t JOIN wanted_area w ON w.code = t.territory GROUP BY 1, 2, 3),
expertise_best AS (
  SELECT e.mediator_id, w.item, w.weight, max(w.relation * 6 * least(e.level, w.level) / w.level) AS best
  FROM mediator_expertise e JOIN wanted_expertise w ON w.code = e.expertise GROUP BY 1, 2, 3),
language_sum AS (SELECT mediator_id, sum(weight * best) AS n FROM language_best GROUP BY 1),
area_sum AS (SELECT mediator_id, sum(weight * best) AS n FROM area_best GROUP BY 1),
expertise_sum AS (SELECT mediator_id, sum(weight * best) AS n FROM expertise_best GROUP BY 1),
valued AS (
  SELECT id,
    half_up(coalesce(ls.n, 0)::numeric, 600 * $6::numeric) AS language,
    half_up(coalesce(a.n, 0)::numeric, 10 * $7::numeric) AS region,
    half_up(coalesce(e.n, 0)::numeric, 60 * $8::numeric) AS expertise,
    CASE WHEN roles && $9::text[] THEN 500000 ELSE 0 END AS role,
    half_up(least(years, $10::int)::numeric, $10::numeric) AS years,
    CASE WHEN confirmed_on IS NULL OR $11::date - confirmed_on >= 730 THEN 0
         WHEN $11::date - confirmed_on <= 180 THEN 1000000
         ELSE half_up((730 - ($11::date - confirmed_on))::numeric, 550) END AS freshness
  FROM listed LEFT JOIN language_sum ls ON ls.mediator_id = id LEFT JOIN area_sum a ON a.mediator_id = id
    LEFT JOIN expertise_sum e ON e.mediator_id = id),
scored AS (SELECT id, 250 * language + 250 * region + 300 * expertise + 60 * role + 30 * years + 10 * freshness AS s FROM valued)
SELECT id, (s / 900)::bigint AS score FROM scored
ORDER BY s DESC, substr(sha256(convert_to($12 || ':' || id, 'UTF8')), 1, 8), id LIMIT $13`;

const HALF_UP = `
CREATE OR REPLACE FUNCTION half_up(n numeric, d numeric) RETURNS bigint LANGUAGE sql IMMUTABLE AS
'SELECT div(2 * 1000000 * n + d, 2 * d)::bigint'`;

/** Prepares the database for the query: its rounding and fresh statistics, which its owner makes. */
export async function prepareSql(database) {
  await onDatabase(database.url, HALF_UP, 'VACUUM ANALYZE');
}

/**
 * Runs the need of the bench in SQL; returns [{ id, score }], best first. The planner underestimates
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
export function sqlParameters(need, limit) {
  const { soft, hard } = need;
  const languages = codes('language');
  const related = (wanted, found, relation, extra = () => ({})) =>
    wanted.flatMap((want, item) =>
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
  const sum = (wanted) => wanted.reduce((total, { weight }) => total + (weight ?? 1), 0);
  const rankOfLevel = (level) => proficiencyRank(level);
  const levels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native', 'signed'];
  return [
    related(soft.languages, languages, languageRelation, ({ level }) => ({
      level: rankOfLevel(level ?? 'C1'),
    })),
    related(soft.territories, codes('territory'), areaRelation),
    related(soft.expertise, codes('expertise'), expertiseSimilarity, ({ level }) => ({
      level: level ?? 2,
    })),
    hard.languages.flatMap(({ code: required, level }, item) =>
      languages
        .filter((code) => languageSatisfies(required, code))
        .map((code) => ({ item, code, level: rankOfLevel(level) })),
    ),
    levels.map((level) => ({ level, rank: rankOfLevel(level) })),
  ]
    .map((rows) => JSON.stringify(rows))
    .concat(
      sum(soft.languages),
      sum(soft.territories),
      sum(soft.expertise),
      [soft.roles],
      soft.years,
      need.date,
      need.seed ?? need.id,
      limit,
    );
}

function codes(kind) {
  return entries(kind).map(({ code }) => code);
}
