import { identityEntities } from '#identity';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database, Transaction } from '#database';
import { directoryEntities, ProfileService } from '#directory';
import { CandidatePools } from '#engagement';
import { vaultEntities } from '#vault';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { heldTransaction, insertListed, withdrawConsent } from '../support/listed-mediator.js';

describe('matching pools', () => {
  let test: TestDatabase;
  let database: Database;
  let pools: CandidatePools;

  beforeAll(async () => {
    test = await openTestDatabase([...vaultEntities, ...identityEntities, ...directoryEntities]);
    database = test.database;
  });
  afterEach(() => pools.close());
  afterAll(async () => test.drop());
  beforeEach(async () => {
    await database.transaction(async (tx) => {
      await tx.query('DELETE FROM mediator');
    });
    pools = new CandidatePools(new ProfileService(database), {
      matchingThreads: 2,
      matchingQueue: 200,
    });
    await pools.catchUp();
  });

  const isIn = async (id: string): Promise<boolean> =>
    (await pools.pool('PUBLIC').ask('held', [id])).length === 1;
  const inPool = async (clearance: 'PUBLIC' | 'VETTED', id: string) =>
    (await pools.pool(clearance).ask('candidates', [id]))[0];

  it('hold what was committed before the catch-up was asked', async () => {
    const id = await database.transaction((tx) => insertListed(tx));
    await pools.catchUp();
    expect(await isIn(id)).toBe(true);
  });

  it('miss nothing when the transaction that began first commits last', async () => {
    const late = heldTransaction(database);
    const lateId = await late.run((tx) => insertListed(tx));
    const early = await database.transaction((tx) => insertListed(tx));
    await pools.catchUp();
    expect([await isIn(early), await isIn(lateId)]).toEqual([true, false]);
    await late.commit();
    await pools.catchUp();
    expect([await isIn(early), await isIn(lateId)]).toEqual([true, true]);
  });

  it('hold the later of two changes of one woman around a long transaction', async () => {
    const id = await database.transaction((tx) => insertListed(tx));
    await pools.catchUp();
    const long = heldTransaction(database);
    await long.run((tx) => insertListed(tx));
    await database.transaction(async (tx) => setYears(tx, id, 21));
    await pools.catchUp();
    await database.transaction(async (tx) => setYears(tx, id, 4));
    await pools.catchUp();
    expect((await inPool('PUBLIC', id))?.years).toBe(3);
    await long.commit();
  });

  it('let a woman go at once when consent is withdrawn, by whatever statement', async () => {
    const id = await database.transaction((tx) => insertListed(tx));
    await pools.catchUp();
    await database.transaction((tx) => withdrawConsent(tx, id));
    await pools.catchUp();
    expect(await isIn(id)).toBe(false);
  });

  it('follow a change in any part of a profile', async () => {
    const id = await database.transaction((tx) => insertListed(tx));
    await pools.catchUp();
    await database.transaction(async (tx) => {
      await tx.query(`INSERT INTO mediator_language VALUES ($1, 'fr', 'C1')`, [id]);
    });
    await pools.catchUp();
    expect((await inPool('PUBLIC', id))?.languages).toEqual([{ code: 'fr', level: 'C1' }]);
  });

  it('let an erased woman go', async () => {
    const id = await database.transaction((tx) => insertListed(tx));
    await pools.catchUp();
    await database.transaction(async (tx) => {
      await tx.query('DELETE FROM mediator WHERE id = $1', [id]);
    });
    await pools.catchUp();
    expect(await isIn(id)).toBe(false);
  });

  it('know nothing that their clearance may not see', async () => {
    const id = await database.transaction((tx) => insertListed(tx));
    await pools.catchUp();
    expect(await inPool('PUBLIC', id)).toMatchObject({
      nationalities: [],
      residence: null,
      ruledOut: null,
      years: 10,
    });
    expect(await inPool('VETTED', id)).toMatchObject({
      nationalities: ['ML'],
      residence: 'SN',
      ruledOut: null,
      years: 12,
    });
    await database.transaction(async (tx) => {
      await tx.query(
        `UPDATE mediator SET audience = '{"ruledOut": "VETTED", "nationalities": "CURATOR"}' WHERE id = $1`,
        [id],
      );
    });
    await pools.catchUp();
    const her = { nationalities: [], ruledOut: ['NE'] };
    expect(await inPool('VETTED', id)).toMatchObject(her);
    expect(await inPool('PUBLIC', id)).toMatchObject({ ...her, ruledOut: null });
  });

  it('let a profile go stale on its day, with no job and no change', async () => {
    const id = await database.transaction((tx) => insertListed(tx));
    await database.transaction(async (tx) => {
      await tx.query(`UPDATE mediator SET confirmed_on = '2025-12-01' WHERE id = $1`, [id]);
    });
    let now = new Date('2026-11-30T23:59:59Z');
    await pools.close();
    pools = new CandidatePools(new ProfileService(database, () => now, { confirmAfterDays: 365 }), {
      matchingThreads: 1,
      matchingQueue: 200,
    });
    await pools.catchUp();
    const states = async () => [
      (await inPool('PUBLIC', id))?.state,
      (await inPool('VETTED', id))?.state,
    ];
    expect(await states()).toEqual(['published', 'published']);
    now = new Date('2026-12-01T00:00:00Z');
    await pools.catchUp();
    expect(await states()).toEqual(['stale', 'stale']);
  });

  it.each([
    ['nothing', null, null],
    ['limited, no days', 'limited', 'limited'],
    ['unavailable', 'unavailable', []],
    ['available', 'available', [{ from: null, to: null }]],
  ])('know what is said of her days: %s', async (_, band, expected) => {
    const id = await database.transaction((tx) => insertListed(tx));
    await database.transaction(async (tx) => {
      await tx.query(
        `UPDATE mediator SET availability_band = $2, available = $3::datemultirange WHERE id = $1`,
        [id, band, band === null || band === 'unavailable' ? '{}' : '{(,)}'],
      );
    });
    await pools.catchUp();
    expect((await inPool('PUBLIC', id))?.available).toEqual(expected);
    expect((await inPool('VETTED', id))?.available).toEqual(expected);
  });

  it('serve many callers at the same time', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const id = await database.transaction((tx) => insertListed(tx));
        await pools.catchUp();
        return { id, there: await isIn(id) };
      }),
    );
    expect(ids.filter(({ there }) => !there)).toEqual([]);
  });
});

async function setYears(tx: Transaction, id: string, years: number): Promise<void> {
  await tx.query('UPDATE mediator SET years = $2 WHERE id = $1', [id, years]);
}
