import { arrayText, pipeline, Recordset, type SqlStatement, type Transaction } from '#database';
import { COLUMNS } from '../fields/columns.js';
import { MEDIATOR_COLUMNS, mediatorRow, type DerivedProfile } from './derived-profile.js';
import type { Statement } from './statement.js';

/**
 * Writes what sources say into the columns of these profiles, new ones and old ones, and their
 * revisions. A fixed number of statements, however many profiles.
 *
 * @param source whose doing it is: goes with the revision
 */
export async function writeDerived(
  tx: Transaction,
  derived: readonly DerivedProfile[],
  source: string,
): Promise<void> {
  await pipeline(tx, derivedStatements(derived, source));
}

/** The statements of `writeDerived`. */
export function* derivedStatements(
  derived: readonly DerivedProfile[],
  source: string,
): Generator<SqlStatement> {
  const ids = derived.map(({ id }) => id);
  const changed = derived.filter(({ isNew }) => !isNew).map(({ id }) => id);
  yield [
    changed.length > 0 ? MEDIATORS : NEW_MEDIATORS,
    MEDIATOR_ROWS.parameters(derived.map(mediatorRow)),
  ];
  for (const { table, sql, rows: rowsOf } of PARTS) {
    if (changed.length > 0) {
      yield [`DELETE FROM ${table} WHERE mediator_id = ANY($1::uuid[])`, [changed]];
    }
    const rows = rowsOf(derived);
    if (rows.length > 0) yield [sql, rows];
  }
  yield [
    `INSERT INTO profile_revision (mediator_id, revision, source)
     SELECT id, revision, $2 FROM mediator WHERE id = ANY($1::uuid[])`,
    [ids, source],
  ];
}

const MEDIATOR_ROWS = new Recordset({ id: 'uuid', ...MEDIATOR_COLUMNS });
const columns = Object.keys(MEDIATOR_COLUMNS);
/** Her name stays known when the last source that named her has gone. */
const KEPT = new Set(COLUMNS.filter(({ kept }) => kept).map(({ name }) => name));

/**
 * Where she becomes pseudonymous, the database gives her a public id of its own (trigger
 * `mediator_public_id_replaced`). Where she leaves the listing or becomes pseudonymous, `mediator_withheld` hides
 * her from every search until the index has followed.
 */
const MEDIATORS = `${insertMediators((column, value) =>
  KEPT.has(column)
    ? `coalesce(${value}, (SELECT m.${column} FROM mediator m WHERE m.id = r.id))`
    : value,
)}
ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')},
  revision = mediator.revision + 1`;

/** Of women who are all new nothing is there to be kept or changed. `ON CONFLICT` would insert each row in two steps. */
const NEW_MEDIATORS = insertMediators((_, value) => value);

function insertMediators(valueOf: (column: string, value: string) => string): string {
  const { from } = MEDIATOR_ROWS;
  const [id, ...values] = MEDIATOR_ROWS.columns;
  const read = columns.map((column, i) => valueOf(column, values[i] ?? ''));
  return `INSERT INTO mediator (id, ${columns.join(', ')}) SELECT ${[id, ...read].join(', ')} FROM ${from}`;
}

/** Parameters of a statement that inserts rows; none where there is no row. */
type Rows = readonly unknown[];

interface Part {
  readonly table: string;
  readonly sql: string;
  readonly rows: (derived: readonly DerivedProfile[]) => Rows;
}

const EXPERIENCE = new Recordset({
  mediator_id: 'uuid',
  ordinal: 'smallint',
  processName: 'text',
  processType: 'text',
  phase: 'text',
  role: 'text',
  track: 'text',
  territory: 'text',
  yearFrom: 'smallint',
  yearTo: 'smallint',
});

const PARTS: readonly Part[] = [
  {
    table: 'mediator_language',
    rows: asColumns(
      ({ languages = [] }) => languages,
      ({ code }) => code,
      ({ level }) => level,
    ),
    sql: `INSERT INTO mediator_language (mediator_id, language, level)
SELECT ($1::uuid[])[n], language, level FROM unnest($2::int[], $3::text[], $4::text[]) AS r(n, language, level)`,
  },
  {
    table: 'mediator_territory',
    rows: asColumns(
      ({ territories = [] }) => territories,
      (code) => code,
    ),
    sql: `INSERT INTO mediator_territory (mediator_id, territory)
SELECT ($1::uuid[])[n], territory FROM unnest($2::int[], $3::text[]) AS r(n, territory)`,
  },
  {
    table: 'mediator_expertise',
    rows: asColumns(
      ({ expertise = [] }) => expertise,
      ({ code }) => code,
      ({ level }) => level,
    ),
    sql: `INSERT INTO mediator_expertise (mediator_id, expertise, level)
SELECT ($1::uuid[])[n], expertise, level FROM unnest($2::int[], $3::text[], $4::smallint[]) AS r(n, expertise, level)`,
  },
  {
    table: 'experience',
    rows: (derived) => {
      const rows = derived.flatMap(({ id, profile: { experience = [] } }) =>
        experience.map((one, ordinal) => ({ mediator_id: id, ordinal, ...one })),
      );
      return rows.length > 0 ? EXPERIENCE.parameters(rows) : [];
    },
    sql: `INSERT INTO experience (mediator_id, ordinal, process_name, process_type, phase, role, track, territory, year_from, year_to)
SELECT ${EXPERIENCE.columns.join(', ')} FROM ${EXPERIENCE.from}`,
  },
];

/**
 * Codes as columns: there are many of them, and each would be an object that is made, written and read again. Whose a code
 * is goes as her place among the ids, from 1 on, so that an id is not written and read for each code.
 */
function asColumns<Value>(
  values: (profile: Statement) => readonly Value[],
  ...parts: readonly ((value: Value) => string | number)[]
): Part['rows'] {
  return (derived) => {
    const places: number[] = [];
    const all: Value[] = [];
    for (const [before, { profile }] of derived.entries()) {
      for (const value of values(profile)) {
        places.push(before + 1);
        all.push(value);
      }
    }
    if (all.length === 0) return [];
    const lists = parts.map((part) => arrayText(all.map((value) => part(value))));
    return [arrayText(derived.map(({ id }) => id)), arrayText(places), ...lists];
  };
}
