import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ExposureLedger, type Exposed } from '#engagement';
import { mediatorViewer } from '../../support/viewers.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { insertListed } from '../../support/listed-mediator.js';
import { insertNeed } from '../../support/stored-need.js';

describe('the ledger of exposure', () => {
  const ledger = new ExposureLedger();
  let api: TestApi;
  let amina: string;
  let zuri: string;
  let need: string;
  beforeAll(async () => {
    api = await openTestApi();
  });
  afterAll(async () => api.close());
  beforeEach(async () => {
    amina = await insertListed(api.services.database, { display_name: 'Amina' });
    zuri = await insertListed(api.services.database, { display_name: 'Zuri' });
    need = await insertNeed(api.services.database);
  });

  const record = (kind: 'shown' | 'shortlisted', ...entries: Exposed[]) =>
    api.services.database.transaction((tx) => ledger.record(tx, need, kind, entries));
  const rows = () =>
    api.services.database.query<Exposed & { kind: string }>(
      `SELECT mediator_id AS "mediatorId", kind, rank FROM exposure WHERE need_id = $1
       ORDER BY kind, rank, mediator_id`,
      [need],
    );

  it('counts a woman once for a need and a kind, at her best rank', async () => {
    await record('shown', { mediatorId: amina, rank: 4 }, { mediatorId: zuri, rank: 2 });
    await record('shown', { mediatorId: amina, rank: 1 }, { mediatorId: zuri, rank: 9 });
    await record('shortlisted', { mediatorId: amina, rank: 3 });
    expect(await rows()).toEqual([
      { mediatorId: amina, kind: 'shortlisted', rank: 3 },
      { mediatorId: amina, kind: 'shown', rank: 1 },
      { mediatorId: zuri, kind: 'shown', rank: 2 },
    ]);
  });

  it('says what it changed, and nothing when it knew', async () => {
    const entries = [
      { mediatorId: amina, rank: 4 },
      { mediatorId: zuri, rank: 2 },
    ];
    expect(await record('shown', ...entries)).toHaveLength(2);
    expect(await record('shown', ...entries)).toEqual([]);
    const better = { mediatorId: amina, rank: 3 };
    expect(await record('shown', better, ...entries)).toEqual([better]);
    expect(await record('shown')).toEqual([]);
  });

  it('takes pages of one need in any order at once', async () => {
    const forth = [amina, zuri].map((mediatorId, i) => ({ mediatorId, rank: i + 1 }));
    const back = [zuri, amina].map((mediatorId, i) => ({ mediatorId, rank: i + 1 }));
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => record('shown', ...(i % 2 === 0 ? forth : back))),
    );
    expect((await rows()).map(({ rank }) => rank)).toEqual([1, 1]);
  });

  it('forgets who is erased, and does not bring her back', async () => {
    await record('shown', { mediatorId: amina, rank: 1 }, { mediatorId: zuri, rank: 2 });
    await api.services.database.query('DELETE FROM mediator WHERE id = $1', [amina]);
    expect(await rows()).toEqual([{ mediatorId: zuri, kind: 'shown', rank: 2 }]);
    await record('shown', { mediatorId: amina, rank: 1 }, { mediatorId: zuri, rank: 1 });
    expect(await rows()).toEqual([{ mediatorId: zuri, kind: 'shown', rank: 1 }]);
  });

  it('takes only ranks from 1', async () => {
    await expect(record('shown', { mediatorId: amina, rank: 0 })).rejects.toThrow('rank');
    expect(await rows()).toEqual([]);
  });

  it('shows her for which needs she was shown, those of others without their titles', async () => {
    await record('shown', { mediatorId: amina, rank: 2 }, { mediatorId: zuri, rank: 1 });
    need = await insertNeed(api.services.database, {
      confidentiality: 'public',
      title: 'Open talks',
    });
    await record('shortlisted', { mediatorId: amina, rank: 1 });
    const { parts } = await api.services.personalData.read(mediatorViewer(amina));
    expect(parts['exposures']).toEqual([
      { need: 'a restricted need', kind: 'shown', rank: 2, at: expect.any(String) },
      { need: 'Open talks', kind: 'shortlisted', rank: 1, at: expect.any(String) },
    ]);
  });

  it('shows her what was recorded of a record that is hers too', async () => {
    await record('shown', { mediatorId: zuri, rank: 1 });
    await api.services.database.query('UPDATE mediator SET merged_into = $1 WHERE id = $2', [
      amina,
      zuri,
    ]);
    const { parts } = await api.services.personalData.read(mediatorViewer(amina));
    expect(parts['exposures']).toMatchObject([{ kind: 'shown', rank: 1 }]);
  });
});
