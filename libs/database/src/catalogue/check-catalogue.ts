import type { ClientBase } from 'pg';
import { migrate } from '../migrate.js';
import { countForeignNumbers, renumber } from '../transaction-numbers.js';
import { withOwner, type DatabasePlace } from '../owner-connection.js';
import { findingsOf, type Finding } from './findings.js';
import { readCatalogue, type CatalogueItem } from './read-catalogue.js';

/** What differs in the database from what the migrations made. */
export interface CatalogueCheck {
  /** A later version has migrated this database: only that version can compare it. */
  readonly later: boolean;
  /** What differs now; after a repair, what is left. */
  readonly findings: readonly Finding[];
  /** Rows whose transaction numbers are of another server, as after a restore by other programs; 0 after a repair. */
  readonly foreignNumbers: number;
  /** What a repair has mended. */
  readonly repaired: readonly Finding[];
}

/** What the migrations of this version make: `npm run catalogue` writes it. */
interface Expected {
  readonly migrations: readonly string[];
  readonly items: readonly CatalogueItem[];
}

/** A repair makes new findings: a function that is made again is open to everybody until its rights are mended. */
const MOST_ROUNDS = 4;

/**
 * Compares roles, rights, row-level policies, triggers, functions, constraints, indexes and columns with what the
 * migrations of this version make, before the application opens: it may be unable to open without them. Migrates first
 * where migrations are missing.
 *
 * @param place where the database is
 * @param repair whether to mend what statements can mend. Tables and columns hold data and are left to a person, as
 *   are rights of other roles.
 * @throws DatabaseUnavailableError
 */
export async function checkCatalogue(
  place: DatabasePlace,
  { repair = false }: { readonly repair?: boolean } = {},
): Promise<CatalogueCheck> {
  return withOwner(place, async (client, url) => {
    const ran = await migrationsRun(client);
    const expected = await readExpected();
    const known = new Set(expected.migrations);
    if (ran.some((name) => !known.has(name)))
      return { later: true, findings: [], foreignNumbers: 0, repaired: [] };
    // As whatever opens the database would do.
    if (ran.length < known.size) await migrate(url);
    let findings = await compare(client, expected);
    const repaired: Finding[] = [];
    for (let rounds = repair ? MOST_ROUNDS : 0; rounds > 0 && findings.length > 0; rounds--) {
      const mended = await mend(client, findings);
      if (mended.length === 0) break;
      repaired.push(...mended);
      findings = await compare(client, expected);
    }
    let foreignNumbers = await countForeignNumbers(client);
    if (repair && foreignNumbers > 0) {
      await renumber(client);
      foreignNumbers = await countForeignNumbers(client);
    }
    return { later: false, findings, foreignNumbers, repaired };
  });
}

/** The migrations that have run in this database; none in a new one. */
export async function migrationsRun(client: ClientBase): Promise<string[]> {
  const { rows: tables } = await client.query(
    `SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename = 'migrations'`,
  );
  if (tables.length === 0) return [];
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM public.migrations ORDER BY id',
  );
  return rows.map(({ name }) => name);
}

async function readExpected(): Promise<Expected> {
  const read = await import('./data/expected.json', { with: { type: 'json' } });
  return read.default as Expected;
}

async function compare(client: ClientBase, { items }: Expected): Promise<Finding[]> {
  const found = await readCatalogue({
    query: async <Row>(sql: string) => (await client.query(sql)).rows as Row[],
  });
  return findingsOf(items, found);
}

/** Mends each finding in a transaction of its own: one that cannot be mended keeps no other from it. */
async function mend(client: ClientBase, findings: readonly Finding[]): Promise<Finding[]> {
  const mended: Finding[] = [];
  for (const finding of findings) {
    if (finding.repair.length === 0) continue;
    try {
      await client.query(['BEGIN', ...finding.repair, 'COMMIT'].join(';\n'));
      mended.push(finding);
    } catch {
      // It is found again, and told as what is left.
      await client.query('ROLLBACK');
    }
  }
  return mended;
}
