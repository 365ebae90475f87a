import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NotPermittedError } from '#identity';
import { DeskService, NO_PREFERENCE, PreferenceService, USUAL_HOURS } from '#introductions';
import { insertListed } from '../../support/listed-mediator.js';
import { openCurationBench, type CurationBench } from '../../support/curating.js';
import { mediatorViewer } from '../../support/viewers.js';

const HERS = {
  ...NO_PREFERENCE,
  timeZone: 'America/Bogota',
  quietFrom: '21:00',
  quietUntil: '06:30',
};

describe('how a mediator wants to be asked', () => {
  let bench: CurationBench;
  let preferences: PreferenceService;
  beforeAll(async () => {
    bench = await openCurationBench();
    preferences = bench.api.app.get(PreferenceService);
  });
  afterAll(async () => bench.api.close());

  const listed = async (...networks: { network: 'acacia' | 'fjord'; since: string | null }[]) => {
    const { database } = bench.api.services;
    const id = await insertListed(database);
    for (const { network, since } of networks) {
      await database.query(
        `INSERT INTO affiliation (id, mediator_id, network_id, external_id, since) VALUES (gen_random_uuid(), $1::uuid, $2, $1::text, $3)`,
        [id, bench.networks[network], since],
      );
    }
    return id;
  };
  const stateDesk = async (network: 'acacia' | 'fjord') => {
    const viewer = network === 'acacia' ? bench.ada : bench.fay;
    const statement = { ...USUAL_HOURS, address: 'desk@example.org', languages: ['en'] };
    await bench.api.app.get(DeskService).state(viewer, bench.networks[network], null, statement);
  };

  it('is mail at any hour until she says otherwise, and hers alone to say', async () => {
    const id = await listed({ network: 'acacia', since: '2020-01-01' });
    expect(await preferences.of(mediatorViewer(id))).toMatchObject(NO_PREFERENCE);
    const saved = await preferences.save(mediatorViewer(id), { ...HERS, channel: 'telephone' });
    expect(saved).toMatchObject({ ...HERS, channel: 'telephone' });
    expect(await preferences.of(mediatorViewer(id))).toEqual(saved);
    await expect(preferences.of(bench.ada)).rejects.toThrow(NotPermittedError);
    const deeds = await bench.api.services.database.query<{ action: string }>(
      `SELECT action FROM audit_entry WHERE subject_id = $1`,
      [id],
    );
    expect(deeds).toEqual([{ action: 'ask-preferences.edit' }]);
  });

  it('goes to the desk of the network that has listed her longest and has one, or that she names', async () => {
    const id = await listed(
      { network: 'fjord', since: '2022-01-01' },
      { network: 'acacia', since: '2019-01-01' },
    );
    const viewer = mediatorViewer(id);
    const { acacia, fjord } = bench.networks;
    const acting = async () => (await preferences.of(viewer)).actingNetworkId;
    expect(await acting()).toBe(acacia);
    await stateDesk('fjord');
    expect(await acting()).toBe(fjord);
    await expect(preferences.save(viewer, { ...HERS, deskNetworkId: acacia })).rejects.toThrow(
      'deskNetworkId',
    );
    await stateDesk('acacia');
    expect(await acting()).toBe(acacia);
    expect(await preferences.save(viewer, { ...HERS, deskNetworkId: fjord })).toMatchObject({
      actingNetworkId: fjord,
    });
    await bench.api.services.database.query(
      `UPDATE affiliation SET status = 'ended' WHERE mediator_id = $1 AND network_id = $2`,
      [id, fjord],
    );
    expect(await acting()).toBe(acacia);
  });

  it('stays hers where her record is merged into another, until she says otherwise', async () => {
    const [kept, merged] = [await listed(), await listed({ network: 'acacia', since: null })];
    await preferences.save(mediatorViewer(merged), HERS);
    await bench.api.services.database.query('UPDATE mediator SET merged_into = $1 WHERE id = $2', [
      kept,
      merged,
    ]);
    expect(await preferences.of(mediatorViewer(kept))).toMatchObject({
      ...HERS,
      actingNetworkId: bench.networks.acacia,
    });
    await preferences.save(mediatorViewer(kept), NO_PREFERENCE);
    expect(await preferences.of(mediatorViewer(kept))).toMatchObject(NO_PREFERENCE);
  });
});
