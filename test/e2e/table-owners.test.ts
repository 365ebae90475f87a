import { RETENTION_RULES, TABLE_OWNERS } from '#database';
import { directoryEntities } from '#directory';
import { applicationsEntities } from '#applications';
import { deploymentsEntities } from '#deployments';
import { metricsEntities } from '#metrics';
import { introductionsEntities } from '#introductions';
import { engagementEntities } from '#engagement';
import { breachesEntities } from '#breaches';
import { followingEntities } from '#following';
import { importsEntities } from '#imports';
import { identityEntities, USAGE_KINDS } from '#identity';
import { wpsEntities } from '#wps';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { getMetadataArgsStorage } from 'typeorm';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

const ENTITIES = [
  ...identityEntities,
  ...directoryEntities,
  ...engagementEntities,
  ...applicationsEntities,
  ...deploymentsEntities,
  ...metricsEntities,
  ...introductionsEntities,
  ...importsEntities,
  ...followingEntities,
  ...breachesEntities,
  ...wpsEntities,
];

interface Constraint {
  readonly name: string;
  readonly text: string;
}

describe('the tables of the database', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(ENTITIES);
  });
  afterAll(async () => test.drop());

  it('have one owner each', async () => {
    const tables = await test.asOwner<{ name: string }>(
      `SELECT CASE schemaname WHEN 'public' THEN tablename ELSE schemaname || '.' || tablename END AS name
       FROM pg_tables WHERE schemaname IN ('public', 'search')`,
    );
    expect(tables.map(({ name }) => name).toSorted()).toEqual(
      Object.values(TABLE_OWNERS).flat().toSorted(),
    );
  });

  it('have a period each for which their rows are kept', () => {
    const kept = RETENTION_RULES.flatMap(({ tables }) => tables);
    expect(kept.toSorted()).toEqual(Object.values(TABLE_OWNERS).flat().toSorted());
    const ending = RETENTION_RULES.flatMap(({ tables, expiry = [] }) =>
      expiry.filter(({ table }) => !tables.includes(table)),
    );
    expect(ending).toEqual([]);
  });

  it('are made by the entities of their owners', () => {
    const entities: Readonly<Record<string, readonly (new () => object)[]>> = {
      identity: identityEntities,
      directory: directoryEntities,
      engagement: engagementEntities,
      applications: applicationsEntities,
      deployments: deploymentsEntities,
      metrics: metricsEntities,
      introductions: introductionsEntities,
      imports: importsEntities,
      following: followingEntities,
      breaches: breachesEntities,
    };
    const named = getMetadataArgsStorage().tables;
    const of = Object.entries(entities).flatMap(([room, classes]) =>
      classes.map((entity) => ({
        room,
        table: named.find(({ target }) => target === entity)?.name,
      })),
    );
    expect(of.length).toBeGreaterThan(40);
    const wrong = of.filter(({ room, table }) => !TABLE_OWNERS[room]?.includes(String(table)));
    expect(wrong).toEqual([]);
  });

  it('hide her from search by triggers that are named where she is written', async () => {
    const triggers = await test.asOwner<{ name: string }>(
      `SELECT DISTINCT t.tgname AS name FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
       WHERE NOT t.tgisinternal AND p.prosrc LIKE '%INSERT INTO search_withheld%' ORDER BY 1`,
    );
    expect(triggers.length).toBeGreaterThan(4);
    const source = sourceOf('libs/directory/src');
    const unnamed = triggers.filter(({ name }) => !source.includes(`\`${name}\``));
    expect(unnamed).toEqual([]);
  });

  it('take the words of the closed lists, and no others', async () => {
    const constraints = await test.asOwner<Constraint>(
      `SELECT conname AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint
       WHERE contype = 'c' AND connamespace IN ('public'::regnamespace, 'search'::regnamespace)
         AND pg_get_constraintdef(oid) ~ '(= ANY|<@) \\(*ARRAY\\['`,
    );
    const stated = new Map(
      getMetadataArgsStorage().checks.map(({ name, expression }) => [name, wordsOf(expression)]),
    );
    const held = constraints.map(({ name, text }) => [name, wordsOf(text)] as const);
    expect(held.length).toBeGreaterThan(35);
    expect(held.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(WITHOUT_ENTITY)));
    for (const [name, words] of held) {
      expect([name, words]).toEqual([name, WITHOUT_ENTITY[name] ?? stated.get(name)]);
    }
  });
});

/** All source of a folder, specs left out. */
function sourceOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
    .map((path) => readFileSync(`${folder}/${path}`, 'utf8'))
    .join('\n');
}

/** Constraints of tables that no entity describes. */
const WITHOUT_ENTITY: Readonly<Record<string, readonly string[]>> = {
  request_usage_kind_known: USAGE_KINDS,
  mail_message_channel: ['mail', 'message'],
};

/** The texts in quotes, in the order of the list. */
function wordsOf(expression: string): string[] {
  return [...expression.matchAll(/'((?:[^']|'')*)'/g)].map(([, word = '']) => word);
}
