import { KINDS, type CatalogueItem, type Kind } from './read-catalogue.js';

/** Something in the database that is not as the migrations made it. */
export interface Finding {
  readonly kind: Kind;
  readonly on: string;
  readonly name: string;
  /** `missing`: it was made and is not there. `changed`: it is there and differs. `added`: no migration made it. */
  readonly problem: 'missing' | 'changed' | 'added';
  /** Statements that make it as it was, in order; empty where only a person can decide. */
  readonly repair: readonly string[];
}

/** Lists what differs between the database and what the migrations made, in the order in which it can be repaired. */
export function findingsOf(
  expected: readonly CatalogueItem[],
  found: readonly CatalogueItem[],
): Finding[] {
  const made = new Map(expected.map((item) => [keyOf(item), item]));
  const there = new Map(found.map((item) => [keyOf(item), item]));
  const isOfTable = belongsTo(found);
  const isOfMadeTable = belongsTo(expected);

  const findings: Finding[] = [];
  for (const item of expected) {
    const other = there.get(keyOf(item));
    if (other?.made === item.made || !isOfTable(item)) continue;
    findings.push(findingOf(item, other ? 'changed' : 'missing'));
  }
  for (const item of found) {
    // Whoever owns what was added is no finding of its own.
    if (made.has(keyOf(item)) || item.kind === 'owner') continue;
    if (item.kind !== 'grant' && !isOfMadeTable(item)) continue;
    findings.push(findingOf(item, 'added'));
  }
  return findings.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/** Whether an item is a table, or belongs to none, or to one of the list: a table is told without all that belongs to it. */
function belongsTo(items: readonly CatalogueItem[]): (item: CatalogueItem) => boolean {
  const tables = new Set(items.filter(({ kind }) => kind === 'table').map(({ on }) => on));
  return ({ kind, on }) => {
    const table = on.replace(/^TABLE /, '');
    return kind === 'table' || !table.startsWith('public.') || tables.has(table);
  };
}

function keyOf({ kind, on, name }: CatalogueItem): string {
  return `${kind}\n${on}\n${name}`;
}

function findingOf(item: CatalogueItem, problem: Finding['problem']): Finding {
  const { kind, on, name } = item;
  return { kind, on, name, problem, repair: REPAIRS[kind](item, problem) };
}

type Repair = (item: CatalogueItem, problem: Finding['problem']) => string[];

/** What holds data, or what somebody else made on purpose, is left to a person. */
const byHand: Repair = () => [];

/** Drops what is wrong, if it is there, and makes what should be there. */
const anew =
  (drop: (item: CatalogueItem) => string): Repair =>
  (item, problem) => [
    ...(problem === 'missing' ? [] : [drop(item)]),
    ...(problem === 'added' ? [] : [item.made]),
  ];

const REPAIRS: Readonly<Record<Kind, Repair>> = {
  role: ({ made }, problem) =>
    problem === 'missing'
      ? ['CREATE ROLE baraza_app NOLOGIN', 'GRANT baraza_app TO CURRENT_USER']
      : [`ALTER ROLE baraza_app ${made}`],
  membership: ({ name }) => [`REVOKE ${name} FROM baraza_app`],
  table: byHand,
  column: byHand,
  owner: ({ on, made }, problem) => (problem === 'changed' ? [`ALTER ${on} OWNER TO ${made}`] : []),
  function: ({ made }, problem) => (problem === 'added' ? [] : [made]),
  constraint: anew(({ on, name }) => `ALTER TABLE ${on} DROP CONSTRAINT ${quoted(name)}`),
  index: anew(({ on, name }) => `DROP INDEX ${on.split('.')[0]}.${quoted(name)}`),
  'row security': ({ on, made }, problem) => [
    problem === 'added' ? `ALTER TABLE ${on} DISABLE ROW LEVEL SECURITY` : made,
  ],
  policy: anew(({ on, name }) => `DROP POLICY ${quoted(name)} ON ${on}`),
  trigger: anew(({ on, name }) => `DROP TRIGGER ${quoted(name)} ON ${on}`),
  grant: ({ on, name, made }, problem) => {
    // Another role's right may be meant: a person who reports, a program that copies.
    if (problem === 'added' && name !== 'baraza_app' && name !== 'PUBLIC') return [];
    return [
      ...(problem === 'missing' ? [] : [`REVOKE ALL ON ${on} FROM ${name}`]),
      ...(problem === 'added' ? [] : [made]),
    ];
  },
};

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
