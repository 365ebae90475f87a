import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSettings, type Settings } from '#config';
import { BackgroundJob, Database, JobRunner, type JobHandler } from '#database';
import { CandidatePools } from '#engagement';
import { Allowances } from '#identity';
import { Vault } from '#vault';
import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createApi } from '../../apps/api/src/create-api.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { masterKey, TEST_MASTER_KEYS } from '../support/keys.js';
import { openModules } from '../support/services.js';

/** How many classes of the libraries say that they handle a kind of job. */
async function handlersInSources(): Promise<number> {
  const libs = fileURLToPath(new URL('../../libs/', import.meta.url));
  const files = (await readdir(libs, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const texts = await Promise.all(files.map((name) => readFile(join(libs, name), 'utf8')));
  return texts.join('\n').match(/^export class \w+ implements [^{]*\bJobHandler\b/gm)?.length ?? 0;
}

/** Files in which a Nest application is made. */
async function makersOfApplications(): Promise<string[]> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const found: string[] = [];
  for (const part of ['apps', 'libs']) {
    for (const name of await readdir(join(root, part), { recursive: true })) {
      if (!name.endsWith('.ts') || name.endsWith('.spec.ts')) continue;
      if (/\bNestFactory\b/.test(await readFile(join(root, part, name), 'utf8')))
        found.push(`${part}/${name}`);
    }
  }
  return found.toSorted();
}

type Ends<K extends string> = Record<K, () => Promise<unknown>>;

it('is an application only what starts, or writes a file and ends: its log is that of the whole process', async () => {
  expect(await makersOfApplications()).toEqual([
    'apps/api/src/create-api.ts',
    'apps/api/src/graphql/schema-text.ts',
    'apps/cli/src/with-application.ts',
    'apps/worker/src/main.ts',
    'libs/runtime/src/open-application.ts',
  ]);
});

describe('the modules', () => {
  let test: TestDatabase;
  let folder: string;
  beforeEach(async () => {
    test = await openTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'baraza-modules-'));
  });
  afterEach(async () => {
    // Fails where a connection was left open.
    await test.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const settings = (env: Record<string, string> = {}): Settings =>
    loadSettings({
      DATABASE_URL: test.url,
      BARAZA_DATA_DIR: folder,
      BARAZA_MASTER_KEYS: TEST_MASTER_KEYS,
      BARAZA_DEMO: 'off',
      BARAZA_MATCHING_THREADS: '1',
      ...env,
    });

  /** Notes what has ended when an application closes, in the order in which it did. */
  function noted(app: INestApplicationContext, http?: Ends<'close'>): string[] {
    const ended: string[] = [];
    const note = <K extends string>(name: string, of: Ends<K>, method: K): void => {
      const own = of[method].bind(of);
      const noting = async (): Promise<void> => {
        await own();
        ended.push(name);
      };
      Object.assign(of, { [method]: noting });
    };
    note('jobs', app.get(JobRunner), 'stop');
    if (http) note('http', http, 'close');
    note('usage', app.get(Allowances).usage, 'stop');
    note('pools', app.get(CandidatePools), 'close');
    note('database', app.get(Database), 'close');
    return ended;
  }

  it('close in order: jobs, HTTP, what they used, the database last', async () => {
    const api = await createApi(settings());
    const ended = noted(api, api.getHttpAdapter());
    await api.get(JobRunner).start();
    await api.get(CandidatePools).catchUp();
    await api.close();
    expect(ended).toEqual(['jobs', 'http', expect.any(String), expect.any(String), 'database']);
    expect(ended.toSorted()).toEqual(['database', 'http', 'jobs', 'pools', 'usage']);
  });

  it('close in the same order without HTTP', async () => {
    const app = await openModules(settings());
    const ended = noted(app);
    await app.get(JobRunner).start();
    await app.close();
    expect(ended[0]).toBe('jobs');
    expect(ended.at(-1)).toBe('database');
  });

  it('have every kind of job run: a class that handles one and is not found would never run', async () => {
    const app = await openModules(settings());
    const found = app
      .get(DiscoveryService)
      .getProviders({ metadataKey: BackgroundJob.KEY })
      .map(({ instance }) => (instance as JobHandler).name);
    await app.close();
    expect(found.toSorted()).toEqual([
      'breach-telling',
      'change-feed',
      'deployment-clocks',
      'duplicates',
      'duplicates-across',
      'identity-link-requests',
      'identity-registrations',
      'identity-signing-keys',
      'introduction-clocks',
      'introduction-desks',
      'look-back-clocks',
      'mail-send',
      'membership-applications',
      'need-alert-mails',
      'need-alerts',
      'organizer-figures',
      'profile-confirmation',
      'pseudonym-renewal',
      'retention',
      'search-index-heal',
      'search-index-sync',
      'staged-import',
      'staged-import-purge',
      'team-run',
      'webhook-send',
      'wps-mails',
    ]);
    expect(found).toHaveLength(await handlersInSources());
  });

  it('leave nothing open where one cannot be opened, and say nothing but its error', async () => {
    const written = jest.spyOn(process.stderr, 'write');
    await (await openModules(settings())).close();
    const wrongKey = settings({ BARAZA_MASTER_KEYS: masterKey('test', 8) });
    await expect(openModules(wrongKey)).rejects.toMatchObject({ name: 'VaultError' });
    await expect(createApi(wrongKey)).rejects.toMatchObject({ name: 'VaultError' });
    const noKey = settings({ MEILISEARCH_URL: 'http://127.0.0.1:9' });
    await expect(openModules(noKey)).rejects.toMatchObject({ name: 'SearchUnavailableError' });
    await expect(createApi(noKey)).rejects.toMatchObject({ name: 'SearchUnavailableError' });
    expect(written).not.toHaveBeenCalled();
  });

  it('leave nothing open where one fails when all are open', async () => {
    jest.spyOn(Vault.prototype, 'sealer').mockRejectedValueOnce(new Error('gone'));
    await test.asOwner(
      `CREATE TABLE mediator_contact_clear (mediator_id uuid, email text, telephone text, postal_address text,
         emergency_contact text, security_notes text, date_of_birth date)`,
    );
    await expect(openModules(settings())).rejects.toThrow('gone');
  });
});
