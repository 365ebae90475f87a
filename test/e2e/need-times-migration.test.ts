import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MIGRATIONS } from '#database';
import type { QueryRunner } from 'typeorm';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

const MADE = '2026-01-05T08:00:00Z';
const CHANGED = '2026-02-03T09:00:00Z';
const idOf = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

/** Earlier versions wrote down neither when a need was opened nor when it was closed. */
describe('an installation with needs of an earlier version', () => {
  let test: TestDatabase;
  const runner = { query: async (sql: string) => test.asOwner(sql) } as unknown as QueryRunner;
  /** The one that gave needs their times, and whatever came since. */
  const first = MIGRATIONS.findIndex(({ name }) => name.startsWith('NeedUrgency'));
  const steps = MIGRATIONS.slice(first).map((Migration) => new Migration());

  beforeAll(async () => {
    test = await openTestDatabase();
    for (const step of steps.toReversed()) await step.down(runner);
    const states = ['draft', 'open', 'shortlisting', 'filled', 'cancelled', 'cancelled'];
    for (const [n, state] of states.entries()) {
      await test.asOwner(`INSERT INTO need (id, slug, title, state, criteria, created_at, updated_at)
        VALUES ('${idOf(n)}', 'need-${n}', 'Need ${n}', '${state}', '{}', '${MADE}', '${CHANGED}')`);
    }
    await test.asOwner(`INSERT INTO shortlist (id, need_id, title, created_by)
      VALUES ('${idOf(9)}', '${idOf(5)}', 'First', 'test')`);
    for (const step of steps) await step.up(runner);
  });
  afterAll(async () => test.drop());

  it('counts them from what is known, and states nothing that is not', async () => {
    const made = new Date(MADE);
    const changed = new Date(CHANGED);
    expect(
      await test.asOwner(
        'SELECT state, opened_at AS opened, closed_at AS closed FROM need ORDER BY id',
      ),
    ).toEqual([
      { state: 'draft', opened: null, closed: null },
      { state: 'open', opened: made, closed: null },
      { state: 'shortlisting', opened: made, closed: null },
      { state: 'filled', opened: made, closed: changed },
      { state: 'cancelled', opened: null, closed: changed },
      // A shortlist was begun for it, so it was open.
      { state: 'cancelled', opened: made, closed: changed },
    ]);
  });

  it('takes them for routine, with ties disclosed and no second place', async () => {
    expect(
      await test.asOwner('SELECT DISTINCT urgency, insider_ties AS ties, alongside FROM need'),
    ).toEqual([{ urgency: 'routine', ties: 'disclosed', alongside: null }]);
  });
});
