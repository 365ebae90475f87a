import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import type { Database, NamedStatement } from '#database';
import { directoryEntities, NetworkService, ProfileService } from '#directory';
import { identityEntities, OPERATOR, PUBLIC_VIEWER } from '#identity';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import {
  heldTransaction,
  insertListed,
  type MediatorColumns,
  withdrawConsent,
} from '../support/listed-mediator.js';
import { countStatements } from '../support/statements.js';

/** A promise and what settles it. */
function deferred() {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

describe('profiles that were read before', () => {
  let test: TestDatabase;
  let database: Database;
  let profiles: ProfileService;
  let now = new Date('2026-11-01T12:00:00Z');

  beforeAll(async () => {
    test = await openTestDatabase([...identityEntities, ...directoryEntities]);
    database = test.database;
    profiles = new ProfileService(database, () => now);
  });
  afterAll(async () => test.drop());

  const look = async (...ids: string[]) => profiles.viewsByIds(PUBLIC_VIEWER, ids);
  const inserted = async (columns?: MediatorColumns) =>
    database.transaction((tx) => insertListed(tx, columns));
  const change = async (sql: string, id: string) =>
    database.transaction((tx) => tx.query(sql, [id]));
  /** A woman who has been read. */
  const known = async (columns?: MediatorColumns) => {
    const id = await inserted(columns);
    expect((await look(id)).has(id)).toBe(true);
    return id;
  };

  it('cost one statement the next time, and two beside some that were not', async () => {
    const ids = [await known(), await known()];
    const fresh = await inserted();
    expect(await countStatements(async () => look(...ids))).toBe(1);
    expect(await countStatements(async () => look(...ids, fresh))).toBe(2);
    expect(await countStatements(async () => look(...ids, fresh))).toBe(1);
    expect(await countStatements(async () => look())).toBe(0);
    expect([...(await look(...ids, fresh)).keys()].toSorted()).toEqual([...ids, fresh].toSorted());
  });

  it('are the same as those read for the first time', async () => {
    const id = await known();
    const fresh = await new ProfileService(database, () => now).viewsByIds(PUBLIC_VIEWER, [id]);
    expect(await look(id)).toEqual(fresh);
  });

  it('are gone at the very next look when consent is withdrawn', async () => {
    const id = await known();
    await database.transaction((tx) => withdrawConsent(tx, id));
    expect((await look(id)).has(id)).toBe(false);
  });

  it.each(['suspended', 'withdrawn'])('are gone when she is %s', async (state) => {
    const id = await known();
    await change(`UPDATE mediator SET state = '${state}' WHERE id = $1`, id);
    expect((await look(id)).has(id)).toBe(false);
  });

  it('are gone when she is erased, and are not there again under her id', async () => {
    const id = await known();
    await change('DELETE FROM mediator WHERE id = $1', id);
    expect((await look(id)).has(id)).toBe(false);
    // Nothing of her is held any more that would have to be compared.
    expect(await countStatements(async () => look(id))).toBe(1);
    await inserted({ id, display_name: 'Another' });
    expect((await look(id)).get(id)?.name).toBe('Another');
  });

  it('hide her name at once when she becomes pseudonymous', async () => {
    const id = await known();
    await change(`UPDATE mediator SET pseudonymous = true, code_name = 'Cedar' WHERE id = $1`, id);
    expect((await look(id)).get(id)).toMatchObject({ name: 'Cedar', pseudonymous: true });
  });

  it('follow a change of what belongs to her', async () => {
    const id = await known();
    await change(
      `INSERT INTO mediator_language (mediator_id, language, level) VALUES ($1, 'fr', 'C1')`,
      id,
    );
    expect((await look(id)).get(id)?.languages).toEqual([{ code: 'fr', level: 'C1' }]);
    await change('DELETE FROM mediator_language WHERE mediator_id = $1', id);
    expect((await look(id)).get(id)?.languages).toEqual([]);
  });

  it('follow a network that lists her, renamed by whatever statement', async () => {
    const networks = new NetworkService(database);
    const { id: networkId } = await networks.create(OPERATOR, {
      slug: 'first',
      names: { en: 'First' },
    });
    const id = await known();
    await change(
      `INSERT INTO affiliation (id, mediator_id, network_id, external_id, role, status)
       VALUES (gen_random_uuid(), $1, '${networkId}', 'M-1', 'member', 'verified')`,
      id,
    );
    const names = async () => (await look(id)).get(id)?.networks.map((each) => each.names.en);
    expect(await names()).toEqual(['First']);
    await networks.edit(OPERATOR, networkId, 1, { names: { en: 'Second' } });
    expect(await names()).toEqual(['Second']);
    await change(`UPDATE network SET names = '{"en": "Third"}' WHERE id = $1`, networkId);
    expect(await names()).toEqual(['Third']);
    await change('DELETE FROM affiliation WHERE mediator_id = $1', id);
    expect(await names()).toEqual([]);
  });

  it('follow two changes that overlap, in the order in which they commit', async () => {
    const id = await known({ years: 1 });
    const years = async () => (await look(id)).get(id)?.yearsBand;
    const held = heldTransaction(database);
    const earlier = await held.run(async (tx) => {
      await tx.query('SELECT pg_current_xact_id()');
      return tx;
    });
    await change('UPDATE mediator SET years = 21 WHERE id = $1', id);
    expect(await years()).toBe(20);
    await earlier.query('UPDATE mediator SET years = 4 WHERE id = $1', [id]);
    await earlier.query('UPDATE mediator SET years = 8 WHERE id = $1', [id]);
    expect(await years()).toBe(20);
    await held.commit();
    expect(await years()).toBe(7);
  });

  it('are given out by what was asked a moment ago, and not by what was asked long ago', async () => {
    const id = await known();
    const reading = profiles.prefetchViews(PUBLIC_VIEWER);
    await database.transaction((tx) => withdrawConsent(tx, id));
    now = new Date(now.getTime() + 101);
    expect((await reading.byIds([id])).has(id)).toBe(false);
  });

  it('fail one reading alone when the database fails, and no one who did not want them', async () => {
    const id = await known();
    const broken = Object.assign(Object.create(database) as Database, {
      queryPrepared: async () => Promise.reject(new Error('Connection terminated')),
    });
    const reading = new ProfileService(broken, () => now).prefetchViews(PUBLIC_VIEWER);
    new ProfileService(broken, () => now).prefetchViews(PUBLIC_VIEWER);
    await expect(reading.byIds([id])).rejects.toThrow('Connection terminated');
    expect((await look(id)).has(id)).toBe(true);
  });

  describe('while answers of the database overtake each other', () => {
    /** Answers to statements of this name wait until they are let through. */
    const withHeld = (name: string) => {
      const gate = { answered: deferred(), open: deferred() };
      const slow = Object.assign(Object.create(database) as Database, {
        queryPrepared: async (statement: NamedStatement, parameters: readonly unknown[]) => {
          const rows = await database.queryPrepared(statement, parameters);
          if (statement.name === name) {
            gate.answered.resolve();
            await gate.open.promise;
          }
          return rows;
        },
      });
      return { ...gate, profiles: new ProfileService(slow, () => now) };
    };

    it('are not kept as they were read before a change that was told meanwhile', async () => {
      const id = await inserted({ display_name: 'Before' });
      const other = await inserted();
      const { answered, open, profiles: slowed } = withHeld('profiles-by-ids');
      const early = slowed.viewsByIds(PUBLIC_VIEWER, [id]);
      await answered.promise;
      await change(`UPDATE mediator SET display_name = 'After' WHERE id = $1`, id);
      // Is told of the change, while the first still has to be given what it read.
      const late = slowed.prefetchViews(PUBLIC_VIEWER).byIds([other]);
      await setTimeout(50);
      open.resolve();
      await Promise.all([early, late]);
      expect((await slowed.viewsByIds(PUBLIC_VIEWER, [id])).get(id)?.name).toBe('After');
    });

    it('are not given out by an answer that was asked for before', async () => {
      const id = await inserted({ display_name: 'Before' });
      const { answered, open, profiles: slowed } = withHeld('profile-cache-changes');
      await slowed.viewsByIds(PUBLIC_VIEWER, [id]);
      const early = slowed.prefetchViews(PUBLIC_VIEWER);
      await answered.promise;
      await change(`UPDATE mediator SET display_name = 'After' WHERE id = $1`, id);
      const late = slowed.prefetchViews(PUBLIC_VIEWER);
      open.resolve();
      await early.byIds([id]);
      expect((await late.byIds([id])).get(id)?.name).toBe('After');
    });

    it('are asked about once for all who ask meanwhile', async () => {
      const id = await known();
      const reads = async () =>
        Promise.all(
          Array.from({ length: 20 }, async () => profiles.prefetchViews(PUBLIC_VIEWER).byIds([id])),
        );
      expect(await countStatements(reads)).toBe(2);
    });

    it.each([1325, 2242, 1889])('show every change from its commit on (seed %i)', async (seed) => {
      const random = xoroshiro128plus(seed);
      const pause = async () => setTimeout(uniformInt(random, 0, 4));
      const slow = Object.assign(Object.create(database) as Database, {
        queryPrepared: async (statement: NamedStatement, parameters: readonly unknown[]) => {
          await pause();
          const rows = await database.queryPrepared(statement, parameters);
          await pause();
          return rows;
        },
      });
      const service = new ProfileService(slow, () => now);
      const ids = await Promise.all(
        Array.from({ length: 4 }, async () => inserted({ display_name: '0' })),
      );
      const committed = new Map(ids.map((id) => [id, 0]));
      const write = async (id: string) => {
        for (let turn = 1; turn <= 25; turn++) {
          await change(`UPDATE mediator SET display_name = '${turn}' WHERE id = $1`, id);
          committed.set(id, turn);
          await pause();
        }
      };
      const read = async () => {
        for (let turn = 1; turn <= 30; turn++) {
          const least = new Map(committed);
          // Half of them know from the first whose they need, and may need one who is not kept.
          const reading = turn % 2 === 0 ? service.prefetchViews(PUBLIC_VIEWER) : null;
          const wanted = reading ? ids : ids.slice(turn % 4, (turn % 4) + 1);
          if (reading) await pause();
          const views = await (reading?.byIds(wanted) ?? service.viewsByIds(PUBLIC_VIEWER, wanted));
          for (const id of wanted) {
            expect(Number(views.get(id)?.name)).toBeGreaterThanOrEqual(least.get(id) ?? 0);
          }
        }
      };
      await Promise.all([...ids.map(write), ...Array.from({ length: 6 }, read)]);
    });
  });

  it('are forgotten when nobody has asked for a quarter of an hour', async () => {
    const id = await known();
    const other = await known();
    const statements = async () => countStatements(async () => look(id, other));
    now = new Date(now.getTime() + 10 * 60_000);
    expect(await statements()).toBe(1);
    now = new Date(now.getTime() + 16 * 60_000);
    await look(other);
    expect(await statements()).toBe(2);
  });

  // The last: a transaction that some other test holds open may have all of these told again and again.
  it('are read anew after a while of changes too many to be told', async () => {
    const id = await known({ display_name: 'Before' });
    await database.transaction((tx) =>
      tx.query(
        `INSERT INTO mediator (id, state, full_name, display_name)
         SELECT gen_random_uuid(), 'draft', 'Many', 'Many' FROM generate_series(1, 5001)`,
      ),
    );
    await change(`UPDATE mediator SET display_name = 'After' WHERE id = $1`, id);
    expect((await look(id)).get(id)?.name).toBe('After');
  });
});
