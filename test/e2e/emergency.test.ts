import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HidingService } from '#directory';
import { OPERATOR } from '#identity';
import { makeAccount, openSession } from '../support/accounts.js';
import { command, type Ended } from '../support/cli.js';
import { globalId, openCurationBench, type CurationBench } from '../support/curating.js';
import { record } from '../support/fill.js';
import { TEST_MASTER_KEYS } from '../support/keys.js';

describe('an emergency', () => {
  let bench: CurationBench;
  let folder: string;
  beforeAll(async () => {
    bench = await openCurationBench();
    folder = await mkdtemp(join(tmpdir(), 'baraza-emergency-'));
    await bench.api.services.database.query('UPDATE network SET parent_id = $1 WHERE id = $2', [
      bench.networks.acacia,
      bench.networks.fjord,
    ]);
  });
  afterAll(async () => {
    await bench.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await bench.clear();
    await bench.api.services.database.query('DELETE FROM hiding');
  });

  const run = async (...args: string[]): Promise<Ended> =>
    command(args, {
      DATABASE_URL: bench.api.settings.databaseUrl ?? '',
      BARAZA_MASTER_KEYS: TEST_MASTER_KEYS,
      BARAZA_DATA_DIR: folder,
    });
  const start = async (...args: string[]): Promise<string> => {
    const { stdout, stderr } = await run('hiding', 'start', ...args);
    expect(stderr).toBe('');
    return /lift (\S+)\n/.exec(stdout)?.[1] ?? '';
  };
  const shown = async (): Promise<string[]> => {
    const { data } = await bench.api.ask<{
      mediators: { totalCount: number; edges: { node: { name: string } }[] };
    }>('{ mediators(first: 50) { totalCount edges { node { name } } } }');
    const names = (data?.mediators.edges ?? []).map(({ node }) => node.name);
    expect(data?.mediators.totalCount).toBe(names.length);
    return names.map((name) => name.replace('Person Number ', '')).toSorted();
  };
  const states = async (): Promise<string[]> => {
    const rows = await bench.api.services.database.query<{ state: string }>(
      'SELECT state FROM mediator m JOIN affiliation a ON a.mediator_id = m.id ORDER BY external_id',
    );
    return rows.map(({ state }) => state);
  };

  it('hides a network with its chapters at once, and brings back each as she was', async () => {
    await bench.list('acacia', record(1), record(2, { consent: '' }));
    await bench.list('fjord', record(3), record(4, { confirmed_on: '2011-01-01' }));
    const [seen, before] = [await shown(), await states()];
    expect(seen).toEqual(['1', '3', '4']);
    const { database } = bench.api.services;
    const jobs = async () => database.query('SELECT FROM graphile_worker.jobs');

    // Before the index follows.
    const hiding = await bench.api.app
      .get(HidingService)
      .hide(OPERATOR, { networkId: bench.networks.acacia });
    expect(await shown()).toEqual([]);
    expect(hiding).toMatchObject({ network: 'acacia', women: 4, hiddenBy: 'operator' });
    expect((await jobs()).length).toBeGreaterThan(0);
    expect(new Set(await states())).toEqual(new Set(['suspended']));
    // An import of the same list brings back nobody.
    await bench.list('fjord', record(3, { years: '9' }));
    expect(await shown()).toEqual([]);

    expect((await run('hiding', 'lift', hiding.id)).stdout).toBe(
      'Brought back: 4 women. Still hidden by another hiding: 0. Left as they are now, because somebody took a step since: 0.\n',
    );
    expect([await shown(), await states()]).toEqual([seen, before]);
    expect(await run('hiding', 'lift', hiding.id)).toMatchObject({
      code: 1,
      stderr: 'It has been lifted before.\n',
    });
    const logged = await database.query<{ action: string; count: number }>(
      `SELECT action, count(*)::int FROM audit_entry WHERE action ~ '^profiles[.]|^profile[.](suspend|reinstate)'
       GROUP BY action ORDER BY action`,
    );
    expect(logged).toEqual([
      { action: 'profile.reinstate', count: 4 },
      { action: 'profile.suspend', count: 4 },
      { action: 'profiles.hide', count: 1 },
      { action: 'profiles.lift', count: 1 },
    ]);
  });

  it('hides women of a list, keeps whom two hidings name, and leaves whoever decided otherwise', async () => {
    const id = await bench.list('acacia', record(1), record(2), record(3));
    const file = join(folder, 'ids');
    await writeFile(file, [1, 2].map((n) => `${globalId('Profile', id(n))}\n`).join(''));
    const first = await start('--file', file);
    expect(await shown()).toEqual(['3']);
    const second = await start('--network', 'acacia');
    expect(await shown()).toEqual([]);
    expect((await run('hiding', 'lift', first)).stdout).toContain('by another hiding: 2.');
    expect(await shown()).toEqual([]);
    // One withdraws meanwhile, one takes back her consent.
    const { lifeCycle, consents } = bench.api.services;
    await lifeCycle.step(bench.herself(id(1)), id(1), 'withdraw');
    await consents.withdraw(bench.herself(id(2)), id(2), 'LISTED', null);
    expect((await run('hiding', 'lift', second)).stdout).toBe(
      'Brought back: 2 women. Still hidden by another hiding: 0. Left as they are now, because somebody took a step since: 1.\n',
    );
    expect(await shown()).toEqual(['3']);
    const { stdout } = await run('hiding', 'list', '--format', 'csv');
    expect(stdout.trim().split('\n')).toHaveLength(3);
  });

  it('is for operators and administrators, and hides all who are named or nobody', async () => {
    const id = await bench.list('acacia', record(1));
    const hidings = bench.api.app.get(HidingService);
    const scope = { networkId: bench.networks.acacia };
    await expect(hidings.hide(bench.ada, scope)).rejects.toThrow('You may not do this.');
    const unknown = { mediatorIds: [id(1), '019a0000-0000-7000-8000-000000000001'] };
    await expect(hidings.hide(OPERATOR, unknown)).rejects.toThrow('There is no such mediator.');
    expect(await shown()).toEqual(['1']);
    expect(await run('hiding', 'start')).toMatchObject({
      code: 1,
      stderr: 'Hide whom? Name either --network or --file.\n',
    });
  });

  it('shuts an account with one command, and lists what was done from it', async () => {
    const { services } = bench.api;
    const id = await bench.list('acacia', record(1));
    const { id: accountId, email } = await makeAccount(services, {
      role: 'coordinator',
      networks: ['acacia'],
      secondFactor: true,
    });
    await openSession(services, accountId, true);
    await services.lifeCycle.step({ ...bench.ada, name: `user:${accountId}` }, id(1), 'suspend');
    const frozen = await run('user', 'freeze', '--email', email, '--format', 'json');
    expect(frozen.code).toBe(0);
    expect(frozen.stderr).toMatch(
      /^The account is shut and its sessions are ended\. Since .* 1 women\.\n$/,
    );
    const entries = JSON.parse(frozen.stdout) as { action: string; subjectId: string }[];
    expect(entries.map(({ action }) => action)).toContain('profile.suspend');
    expect(entries.map(({ subjectId }) => subjectId)).toContain(id(1));
    const sessions = await services.database.query(
      'SELECT FROM session WHERE account_id = $1 AND ended_at IS NULL',
      [accountId],
    );
    expect(sessions).toEqual([]);
    const again = await run(
      'user',
      'freeze',
      '--email',
      email,
      '--since',
      '2099-01-01',
      '--format',
      'json',
    );
    expect([again.code, again.stdout]).toEqual([0, '[]\n']);
    expect(await run('user', 'freeze', '--email', email, '--since', 'yesterday')).toMatchObject({
      code: 1,
      stderr: '--since takes a day such as 2027-01-31, not "yesterday".\n',
    });
  });
});
