import { arrayText, databaseProblem, pipeline, Recordset, type SqlStatement } from '#database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { runs } from '../support/depth.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { breakLock } from '../support/waiting-locks.js';

describe('database', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(async () => test.drop());

  it('runs a job only when its transaction commits', async () => {
    const boom = test.database.transaction(async (tx) => {
      await tx.addJob({ name: 'never', ids: ['a'] });
      throw new Error('rolled back');
    });
    await expect(boom).rejects.toThrow('rolled back');
    await test.database.transaction((tx) => tx.addJob({ name: 'later', ids: ['b'] }));
    const jobs = await test.database.query(
      'SELECT task_identifier FROM graphile_worker.jobs ORDER BY 1',
    );
    expect(jobs).toEqual([{ task_identifier: 'later' }]);
  });

  it('is away where the connection of a transaction breaks between two of its statements', async () => {
    const { database } = test;
    const ended = database.transaction(async (tx) => {
      const [own] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await test.asOwner(`SELECT pg_terminate_backend(${own!.pid}, 10000)`);
      // Until this process has been told.
      while (!tx.manager.queryRunner!.isReleased) await setImmediate();
      await tx.query('SELECT 1');
    });
    const error: unknown = await ended.catch((problem: unknown) => problem);
    expect(databaseProblem(error)).toBe('away');
  });

  /** Erasing a mediator deletes or looks for her rows in each of these: without an index it would read all of the table. */
  it('finds by an index whatever refers to a mediator', async () => {
    const unindexed = await test.database.query(
      `SELECT c.conname FROM pg_constraint c
       WHERE c.contype = 'f' AND c.confrelid = 'mediator'::regclass AND NOT EXISTS (
         SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1]
           AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) LIKE '(% IS NOT NULL)'))
       ORDER BY 1`,
    );
    expect(unindexed).toEqual([]);
  });

  it('gives the rows of every kind of statement, inside a transaction and outside', async () => {
    const { database } = test;
    const row = [{ key: 'one' }];
    await database.query('CREATE TABLE search.kept (key text)');
    expect(await database.query(`INSERT INTO search.kept VALUES ('one') RETURNING key`)).toEqual(
      row,
    );
    expect(await database.query('UPDATE search.kept SET key = key RETURNING key')).toEqual(row);
    await database.transaction(async (tx) => {
      expect(await tx.query('SELECT key FROM search.kept')).toEqual(row);
      expect(await tx.query('DELETE FROM search.kept RETURNING key')).toEqual(row);
      expect(await tx.query('DELETE FROM search.kept RETURNING key')).toEqual([]);
    });
    expect(await database.query('DROP TABLE search.kept')).toEqual([]);
  });

  it('stores rows as they are, whatever stands in them', async () => {
    const { database } = test;
    const types = {
      id: 'int',
      word: 'text',
      words: 'text[]',
      flag: 'boolean',
      day: 'date',
      said: 'jsonb',
      heard: 'jsonb',
    } as const;
    const kept = new Recordset(types);
    const columns = Object.entries(types).map(([name, type]) => `${name} ${type}`);
    await database.query(`CREATE TABLE search.kept (${columns.join(', ')})`);
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.constantFrom(...Array.from('"\\{},\n\r\t\' NULL')) }),
        fc.constantFrom('NULL', 'null', 'SN', 'sector.reform', 'MC-01', '-', '.', '_'),
      )
      .filter((one) => !one.includes('\0'));
    const rows = fc.array(
      fc.record({
        word: fc.option(text),
        words: fc.option(fc.array(text)),
        flag: fc.option(fc.boolean()),
        day: fc.option(fc.constantFrom('2026-02-28', '1999-12-31')),
        said: fc.option(fc.oneof(text, fc.dictionary(text, text), fc.array(text))),
        heard: fc.option(fc.integer({ min: -9, max: 9 })),
      }),
    );
    const stored = fc.asyncProperty(rows, async (some) => {
      const all = some.map((row, id) => ({ id, ...row }));
      await database.transaction(async (tx) => {
        await tx.query('DELETE FROM search.kept');
        await tx.query(...kept.into('search.kept', all));
        const found = await tx.query('SELECT *, day::text AS day FROM search.kept ORDER BY id');
        expect(found).toEqual(all);
      });
    });
    await fc.assert(stored, { numRuns: runs(20) });
    expect(await database.query('DROP TABLE search.kept')).toEqual([]);
  });

  it.each([
    ['half a character', '\ud800'],
    ['a null character', 'a\0b'],
  ])('refuses %s, which it would store as another text', (_, text) => {
    expect(() => arrayText(['a', text])).toThrow(RangeError);
    expect(() => arrayText([['a', text]])).toThrow(RangeError);
  });

  it('sends bytes as they are', async () => {
    const bytes = Buffer.from('00ff5c782222', 'hex');
    const [sent] = await test.database.query<{ all: Buffer[] }>('SELECT $1::bytea[] AS all', [
      arrayText([bytes, null, Buffer.alloc(0)]),
    ]);
    expect(sent?.all).toEqual([bytes, null, Buffer.alloc(0)]);
  });

  it('tells who comes second, and lets who holds the lock go on', async () => {
    const busy = () => new Error('busy');
    await test.database.exclusively('one', async () => {
      const second = test.database.exclusively('one', async () => 'never', busy);
      await expect(second).rejects.toThrow('busy');
    });
    await expect(test.database.exclusively('one', async () => 'free', busy)).resolves.toBe('free');
  });

  it('writes nothing under a lock that was lost', async () => {
    const { database } = test;
    const counted = async () => (await database.query('SELECT FROM search_pending')).length;
    const before = await counted();
    const written = database.exclusively('lost', async (lost) => {
      const gone = once(lost, 'abort');
      const write = 'INSERT INTO search_pending (mediator_id) VALUES (gen_random_uuid())';
      const both = [
        database.transaction(async (tx) => {
          await tx.query(write);
          await breakLock(test, 'lost');
          await gone;
        }, lost),
        database.asOwner(async (tx) => {
          await tx.query(write);
          await gone;
        }, lost),
      ];
      const names = (await Promise.allSettled(both)).map(
        (one) => one.status === 'rejected' && (one.reason as Error).name,
      );
      // Nor does it begin.
      await expect(database.transaction(async () => undefined, lost)).rejects.toThrow('was lost');
      return names;
    });
    expect(await written).toEqual(['LockLostError', 'LockLostError']);
    expect(await counted()).toBe(before);
  });

  it('has given a lock back when the work under it is done', async () => {
    const { pool } = test.database;
    // Connections that wait, so that the next to ask for the lock asks at once.
    await Promise.all(Array.from({ length: 4 }, () => pool.query('SELECT pg_sleep(0.05)')));
    for (let turn = 0; turn < 4; turn++) {
      const done = test.database.exclusively(
        'turns',
        async () => turn,
        () => new Error('busy'),
      );
      await expect(done).resolves.toBe(turn);
    }
  });

  it('runs statements in turn, and sends the next while the database works', async () => {
    const told: string[] = [];
    const wait = (number: number): SqlStatement => {
      told.push(`made ${number}`);
      return ['SELECT $1::int AS number, pg_sleep(0.05)', [number]];
    };
    function* four(): Generator<SqlStatement> {
      for (const number of [1, 2, 3, 4]) yield wait(number);
    }
    const rows = await test.database.transaction((tx) =>
      pipeline(
        {
          query: async (sql, parameters) => {
            const found = await tx.query<never>(sql, parameters);
            told.push(`done ${String(parameters?.[0])}`);
            return found;
          },
        },
        four(),
      ),
    );
    expect(rows).toMatchObject([{ number: 4 }]);
    expect(told).toEqual([
      'made 1',
      'made 2',
      'made 3',
      'done 1',
      'made 4',
      'done 2',
      'done 3',
      'done 4',
    ]);
  });

  it('ends a turn of statements at the first that fails, and keeps none of them', async () => {
    const { database } = test;
    await database.query('CREATE TABLE search.turns (key text)');
    const turn = (last: SqlStatement | Error) =>
      database.transaction(async (tx) => {
        function* statements(): Generator<SqlStatement> {
          yield [`INSERT INTO search.turns VALUES ('one')`, []];
          if (last instanceof Error) throw last;
          yield last;
          // It is sent already when the one before it fails, and fails for that.
          yield [`INSERT INTO search.turns VALUES ('two')`, []];
        }
        await pipeline(tx, statements());
      });
    await expect(turn(['SELECT 1 / 0', []])).rejects.toThrow('division by zero');
    await expect(turn(new Error('nothing to say'))).rejects.toThrow('nothing to say');
    expect(await database.query('SELECT key FROM search.turns')).toEqual([]);
    await database.query('DROP TABLE search.turns');
  });
});
