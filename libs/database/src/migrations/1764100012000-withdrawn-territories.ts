import type { MigrationInterface, QueryRunner } from 'typeorm';
import { uuidv7 } from 'uuidv7';

/**
 * Country codes that ISO 3166 has withdrawn and that earlier versions took, with the codes of today; as in
 * libs/vocabulary/src/withdrawn-territories.ts at the time of this migration.
 */
const TODAY: Readonly<Record<string, readonly string[]>> = {
  AN: ['CW', 'SX', 'BQ'],
  BU: ['MM'],
  CS: ['CZ', 'SK', 'RS', 'ME'],
  CT: ['KI'],
  DD: ['DE'],
  DY: ['BJ'],
  FQ: ['AQ', 'TF'],
  FX: ['FR'],
  HV: ['BF'],
  JT: ['UM'],
  MI: ['UM'],
  NH: ['VU'],
  NQ: ['AQ'],
  NT: ['SA', 'IQ'],
  PC: ['FM', 'MH', 'MP', 'PW'],
  PU: ['UM'],
  PZ: ['PA'],
  RH: ['ZW'],
  SU: 'AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ'.split(' '),
  TP: ['TL'],
  VD: ['VN'],
  WK: ['UM'],
  YD: ['YE'],
  YU: ['BA', 'HR', 'ME', 'MK', 'RS', 'SI', 'XK'],
  ZR: ['CD'],
};
const CODES = Object.keys(TODAY);
const ARRAY = `'{${CODES.join(',')}}'::text[]`;
/** Where a JSON document may hold one of them. */
const QUOTED = `'"(${CODES.join('|')})"'`;

/** What a woman's profile, or one source of it, says of territories. */
interface Stated {
  nationalities?: string[];
  residence?: string | null;
  ruledOut?: string[];
  territories?: string[];
  experience?: { territory?: string | null }[];
}

/** The fields in which a code became several, with the code, by record. */
type Unclear = Map<string, Set<string>>;

/**
 * Brings withdrawn country codes to those of today. Where one became several, countries that are ruled out or that
 * a network covers are all of them; which is meant elsewhere cannot be told, so it is taken out, and a note on
 * the profile says so to her curators. The revision tells the search index that its documents are old.
 */
export class WithdrawnTerritories1764100012000 implements MigrationInterface {
  name = 'WithdrawnTerritories1764100012000';

  async up(runner: QueryRunner): Promise<void> {
    const unclear: Unclear = new Map();
    await renewProfiles(runner, unclear);
    for (const table of ['mediator', 'affiliation']) await renewSources(runner, table, unclear);
    await renewLists(runner);
    await renewNeeds(runner);
    for (const [id, fields] of unclear) {
      for (const field of fields) await note(runner, id, field);
    }
  }

  /** Which code a country had before is kept nowhere. */
  async down(): Promise<void> {}
}

async function renewProfiles(runner: QueryRunner, unclear: Unclear): Promise<void> {
  const profiles = (await runner.query(
    `SELECT id, nationalities, residence, ruled_out AS "ruledOut",
       ARRAY(SELECT territory FROM mediator_territory t WHERE t.mediator_id = m.id) AS territories
     FROM mediator m WHERE nationalities && ${ARRAY} OR residence = ANY(${ARRAY}) OR ruled_out && ${ARRAY}
       OR EXISTS (SELECT FROM mediator_territory t WHERE t.mediator_id = m.id AND territory = ANY(${ARRAY}))
       OR EXISTS (SELECT FROM experience e WHERE e.mediator_id = m.id AND territory = ANY(${ARRAY}))`,
  )) as (Required<Stated> & { id: string })[];
  if (profiles.length === 0) return;
  for (const { id, ...stated } of profiles) {
    const { nationalities, residence, ruledOut, territories } = renewed(stated, id, unclear);
    await runner.query('DELETE FROM mediator_territory WHERE mediator_id = $1', [id]);
    await runner.query('INSERT INTO mediator_territory SELECT $1, unnest($2::text[])', [
      id,
      territories,
    ]);
    await runner.query(
      `UPDATE mediator SET nationalities = $2, residence = $3, ruled_out = $4, revision = revision + 1 WHERE id = $1`,
      [id, nationalities, residence, ruledOut],
    );
  }
  for (const code of CODES) {
    await runner.query('UPDATE experience SET territory = $2 WHERE territory = $1', [
      code,
      one(code) ?? null,
    ]);
  }
  // What their classes show may rest on the region of a withdrawn code: it is found anew.
  await runner.query(
    `UPDATE pseudonym SET class_id = NULL, asks = true WHERE class_id IN
       (SELECT class_id FROM pseudonym WHERE mediator_id = ANY($1::uuid[]))`,
    [profiles.map(({ id }) => id)],
  );
}

async function renewSources(runner: QueryRunner, table: string, unclear: Unclear): Promise<void> {
  const of = table === 'mediator' ? 'id' : 'mediator_id';
  const sources = (await runner.query(
    `SELECT id, ${of} AS woman, asserted FROM ${table} WHERE asserted::text ~ ${QUOTED}`,
  )) as { id: string; woman: string; asserted: Stated }[];
  for (const { id, woman, asserted } of sources) {
    const stated = renewed(asserted, woman, unclear);
    const left = Object.entries(stated).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    );
    await runner.query(`UPDATE ${table} SET asserted = $2 WHERE id = $1`, [
      id,
      JSON.stringify(Object.fromEntries(left)),
    ]);
  }
}

/** The same, with the codes of today; a field that is not stated stays away. */
function renewed<T extends Stated>(stated: T, woman: string, unclear: Unclear): T {
  const told = (field: string, code: string): string[] => {
    const only = one(code);
    if (only !== undefined) return [only];
    const fields = unclear.get(woman) ?? new Set();
    unclear.set(woman, fields.add(`${field} ${code}`));
    return [];
  };
  const list = (field: string, codes: readonly string[]) =>
    distinct(codes.flatMap((code) => told(field, code)));
  const { nationalities, residence, ruledOut, territories, experience } = stated;
  return {
    ...stated,
    ...(nationalities && { nationalities: list('nationality', nationalities) }),
    ...(residence && { residence: told('residence', residence)[0] ?? null }),
    ...(ruledOut && { ruledOut: distinct(ruledOut.flatMap(all)) }),
    ...(territories && { territories: list('territories', territories) }),
    ...(experience && {
      experience: experience.map((process) =>
        process.territory
          ? { ...process, territory: told('deployments', process.territory)[0] ?? null }
          : process,
      ),
    }),
  };
}

async function renewLists(runner: QueryRunner): Promise<void> {
  for (const table of ['network', 'peace_process']) {
    const rows = (await runner.query(
      `SELECT id, territories FROM ${table} WHERE territories && ${ARRAY}`,
    )) as { id: string; territories: string[] }[];
    for (const { id, territories } of rows) {
      const codes = [...new Set(territories.flatMap(all))];
      await runner.query(`UPDATE ${table} SET territories = $2 WHERE id = $1`, [id, codes]);
    }
  }
}

async function renewNeeds(runner: QueryRunner): Promise<void> {
  for (const [table, column] of [
    ['need', 'criteria'],
    ['shortlist_entry', 'asked'],
  ]) {
    const rows = (await runner.query(
      `SELECT id, ${column} AS asked FROM ${table} WHERE ${column}::text ~ ${QUOTED}`,
    )) as { id: string; asked: unknown }[];
    for (const { id, asked } of rows) {
      await runner.query(`UPDATE ${table} SET ${column} = $2 WHERE id = $1`, [
        id,
        JSON.stringify(inNeed(asked)),
      ]);
    }
  }
}

/** A need with the codes of today: whoever asks for a country that became several asks for each of them. */
function inNeed(value: unknown): unknown {
  if (Array.isArray(value)) return value.flatMap(itemsInNeed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inNeed(inner)]));
}

function itemsInNeed(item: unknown): unknown[] {
  if (typeof item === 'string') return [...all(item)];
  const { code } = (item ?? {}) as { code?: unknown };
  if (typeof code !== 'string') return [inNeed(item)];
  return all(code).map((each) => ({ ...(item as object), code: each }));
}

async function note(runner: QueryRunner, id: string, field: string): Promise<void> {
  const code = field.split(' ')[1] ?? '';
  const text = `The profile said "${code}" (${field.split(' ')[0]}), a country code that ISO 3166 has withdrawn. It is several countries today (${all(code).join(', ')}), so it was taken out: state which is meant.`;
  await runner.query(
    `INSERT INTO profile_note (id, mediator_id, text, written_by)
     SELECT $1, coalesce(merged_into, id), $3, 'system:migration' FROM mediator WHERE id = $2`,
    [uuidv7(), id, text],
  );
}

function all(code: string): readonly string[] {
  return TODAY[code] ?? [code];
}

/** The one code of today; undefined where it became several. */
function one(code: string): string | undefined {
  const codes = all(code);
  return codes.length === 1 ? codes[0] : undefined;
}

function distinct(codes: readonly string[]): string[] {
  return [...new Set(codes)].toSorted();
}
