import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MIGRATIONS } from '#database';
import type { QueryRunner } from 'typeorm';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { insertListed } from '../support/listed-mediator.js';
import { insertNeed } from '../support/stored-need.js';

interface Kept {
  readonly table: string;
  readonly name: string;
  readonly isHers: boolean;
}

describe('an installation whose women had no public ids', () => {
  let test: TestDatabase;
  const runner = { query: async (sql: string) => test.asOwner(sql) } as unknown as QueryRunner;
  /** Those that gave them, and whatever came since. */
  const first = MIGRATIONS.findIndex(({ name }) => name.startsWith('PublicIds'));
  const steps = MIGRATIONS.slice(first).map((Migration) => new Migration());

  beforeAll(async () => {
    test = await openTestDatabase();
    for (const step of steps.toReversed()) await step.down(runner);
    const { database } = test;
    const [named, hidden] = [
      await insertListed(database, { display_name: 'Named' }),
      await insertListed(database, {
        display_name: 'Hidden',
        code_name: 'Heron',
        pseudonymous: true,
      }),
    ];
    // A draft, for later columns are not there yet.
    const need = await insertNeed(database, { state: 'draft' });
    await test.asOwner(`
      INSERT INTO shortlist (id, need_id, title, created_by)
        VALUES ('00000000-0000-4000-8000-000000000001', '${need}', 'First', 'test');
      INSERT INTO team_run (id, asked_by, clearance, need, request, time_limit)
        VALUES ('00000000-0000-4000-8000-000000000002', 'test', 'VETTED', '{}', '{}', 5);`);
    for (const woman of [named, hidden]) {
      await test.asOwner(`
        INSERT INTO shortlist_entry (id, shortlist_id, mediator_id, rank, score, total, model_version, considered,
            eligible, contributions, asked, added_by)
          VALUES (gen_random_uuid(), '00000000-0000-4000-8000-000000000001', '${woman}', 1, 1, 1, 1, 1, 1, '[]', '{}', 'test');
        INSERT INTO team_run_mediator (run_id, mediator_id)
          VALUES ('00000000-0000-4000-8000-000000000002', '${woman}');
        INSERT INTO exposure (need_id, mediator_id, kind, rank) VALUES ('${need}', '${woman}', 'shown', 1);`);
    }
    for (const step of steps) await step.up(runner);
  });
  afterAll(async () => test.drop());

  it('gives each a random one, which is not what the graph called her before', async () => {
    const rows = await test.asOwner<{ id: string; publicId: string; lot: string }>(
      'SELECT id, public_id AS "publicId", lot FROM mediator',
    );
    expect(rows).toHaveLength(2);
    const made = rows.flatMap(({ publicId, lot }) => [publicId, lot]);
    expect(new Set([...made, ...rows.map(({ id }) => id)]).size).toBe(6);
    for (const id of made) expect(id).toMatch(/^.{8}-.{4}-4.{3}-[89ab]/);
  });

  it('keeps what was held of the named, and ends what was of the pseudonymous', async () => {
    const kept = await Promise.all(
      ['shortlist_entry', 'team_run_mediator', 'exposure'].map((table) =>
        test.asOwner<Kept>(
          `SELECT '${table}' AS table, m.display_name AS name, t.public_id = m.public_id AS "isHers"
           FROM ${table} t JOIN mediator m ON m.id = t.mediator_id ORDER BY 2`,
        ),
      ),
    );
    expect(kept).toEqual(
      ['shortlist_entry', 'team_run_mediator', 'exposure'].map((table) => [
        { table, name: 'Hidden', isHers: false },
        { table, name: 'Named', isHers: true },
      ]),
    );
  });
});
