import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService } from '@nestjs/core';
import { buildSchema } from 'graphql';
import { BackgroundJob, type JobHandler } from '#database';
import { openTestApi, type TestApi } from '../support/api.js';
import { command } from '../support/cli.js';
import { EngineProcess } from '../support/engine-process.js';
import { engineOfTests, removeEngine, type EngineSettings } from '../support/engines.js';
import { fill, record } from '../support/fill.js';
import { cutOff, processes } from '../support/killables.js';
import { unaccounted } from '../support/kill-writes/every-write.js';
import { killRounds } from '../support/kill-rounds.js';

/** Rounds in which processes are killed; without the setting, ten in which apis are cut off from PostgreSQL. */
const KILLS = Number(process.env.BARAZA_TEST_KILLS ?? '0');
const ROUNDS = KILLS || 10;
const SEED = Number(process.env.FAST_CHECK_SEED ?? '2026');

/** The program of a Meilisearch server that is killed with the others. */
const ENGINE = KILLS > 0 ? process.env.BARAZA_TEST_MEILISEARCH : undefined;

/** Milliseconds that a round takes at the very most. */
const ROUND_TAKES = 300_000;

describe('a search engine of a test', () => {
  it('that ends before it answers says so, and is not waited for', async () => {
    // Node knows none of the options.
    await expect(EngineProcess.start(process.execPath)).rejects.toThrow(/ ended \(\d+\)\.$/);
  });
});

describe('programs that die while they write', () => {
  let api: TestApi;
  let engine: EngineProcess | null = null;
  let search: EngineSettings;

  beforeAll(async () => {
    engine = ENGINE ? await EngineProcess.start(ENGINE) : null;
    search = engine?.settings ?? engineOfTests();
    api = await openTestApi({ BARAZA_ACCESS_TOKEN_MINUTES: '60', ...search });
    await fill(api.services, 'acacia', [record(1, { consent: 'LISTED; MATCHED; CONTACTED' })]);
  });
  afterAll(async () => {
    await api.close();
    await (engine ? engine.stop() : removeEngine(search));
  });

  it(
    'lose nothing that they acknowledged, do nothing twice, and leave nothing behind',
    async () => {
      const killable = await (KILLS > 0 ? processes(api, engine) : cutOff(api));
      const { asked, writes, lost, doubled, stale } = await killRounds(api, killable, ROUNDS, SEED);
      await killable.remove?.();
      process.stdout.write(
        `${ROUNDS} rounds, ${writes.acknowledged} writes acknowledged, ${writes.unknown} not answered\n` +
          `lost, doubled, stale: ${lost.length}, ${doubled.length}, ${stale.length}\n`,
      );
      expect({ lost, doubled, stale, refused: writes.refused }).toEqual({
        lost: [],
        doubled: [],
        stale: [],
        refused: 0,
      });
      expect(writes.acknowledged).toBeGreaterThan(ROUNDS);
      const schema = buildSchema(await readFile('docs/schema.graphql', 'utf8'));
      const jobs = api.app
        .get(DiscoveryService)
        .getProviders({ metadataKey: BackgroundJob.KEY })
        .map(({ instance }) => (instance as JobHandler).name);
      const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
      expect(unaccounted(asked, { mutations, jobs })).toEqual([]);
      const audit = await command(['audit', 'verify'], {
        DATABASE_URL: api.settings.databaseUrl ?? '',
      });
      expect([audit.code, audit.stderr]).toEqual([0, '']);
    },
    ROUNDS * ROUND_TAKES,
  );
});
