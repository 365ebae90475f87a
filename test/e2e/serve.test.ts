import type { INestApplicationContext } from '@nestjs/common';
import { openModules } from '../support/services.js';
import { Database } from '#database';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indexSyncJob, SearchIndex, IndexSync } from '#search';
import { loadSettings } from '#config';
import { DEMO_TAKES } from '../support/api.js';
import { baraza, Baraza, command } from '../support/cli.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { TEST_MASTER_KEYS } from '../support/keys.js';
import { readOutbox } from '../support/outbox.js';
import { insertListed } from '../support/listed-mediator.js';

const READY =
  /Baraza is ready: (\d+) profiles, search by PostgreSQL\.[^]*? GraphQL +(\S+)\/graphql\n/;

describe('baraza serve', () => {
  let folder: string;
  let service: Baraza;
  let address: string;
  let port: string;
  /** How many profiles it says that there are. */
  let kept: string;
  const start = async (env: Record<string, string> = {}): Promise<string> => {
    service = new Baraza(['serve'], { BARAZA_DATA_DIR: folder, PORT: '0', ...env });
    const [, count = '', at = ''] = await service.says(READY);
    address = at;
    port = new URL(at).port;
    await service.says(/Three queries to paste:[^]*fields \{ path message \} \} \} \}\n/);
    return count;
  };

  const ask = async (query: string): Promise<unknown> => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return response.json();
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baraza-serve-'));
    // The account PostgreSQL runs under must be able to reach its own folder.
    await chmod(folder, 0o755);
  });
  afterAll(async () => {
    service.kill('SIGKILL');
    // It finds a PostgreSQL that was left behind, and stops it.
    await command(['doctor'], { BARAZA_DATA_DIR: folder });
    await rm(folder, { recursive: true, force: true });
  });

  it(
    'fills an empty directory with the demo and says where it is',
    async () => {
      kept = await start();
      await service.says(/Loaded 5 fictional networks, 400 profiles\./);
      const [, users = ''] = await service.says(/ \(passwords: (\S+)\)\n/);
      expect(users).toBe(join(folder, 'demo-users.txt'));
      expect(Number(kept)).toBeGreaterThan(380);
      expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(true);
    },
    DEMO_TAKES,
  );

  it('answers each of the three queries it prints', async () => {
    const [, text = ''] = await service.says(/Three queries to paste:\n([^]*)/);
    const queries = text.split(/\n\n(?= {2}\{)/).map((query) => query.trim());
    expect(queries).toHaveLength(3);
    for (const query of queries) {
      const body = (await ask(query)) as { data: Record<string, { edges: unknown[] }> };
      expect(body).not.toHaveProperty('errors');
      for (const list of Object.values(body.data)) expect(list.edges.length).toBeGreaterThan(2);
    }
  });

  it('serves GraphiQL with all it needs, and nothing from elsewhere', async () => {
    const page = await (await fetch(`${address}/graphiql`)).text();
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
    const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
    expect(parts).toHaveLength(4);
    for (const path of parts) {
      const part = await fetch(address + path);
      expect(part.status).toBe(200);
      expect((await part.text()).length).toBeGreaterThan(1_000);
    }
    const [, first = ''] = /defaultQuery: (".*"),/.exec(page) ?? [];
    const answer = await ask(JSON.parse(first) as string);
    expect(answer).toMatchObject({ data: { mediators: { facets: [{ name: 'LANGUAGES' }] } } });
  });

  it('names itself, in links and on pages, by the port where it listens', async () => {
    const page = await (await fetch(`${address}/link/done?after=signed-in`)).text();
    expect(page).toContain(`${address}/graphql`);
  });

  it('is used by other commands while it runs', async () => {
    expect(await command(['network', 'list'], { BARAZA_DATA_DIR: folder })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Acacia Women in Mediation (demo)') as unknown,
    });
  });

  it('sends links that lead to the port where it listens', async () => {
    const sent = (await ask(
      'mutation { requestSignInLink(email: "mediator@example.org") { __typename } }',
    )) as { errors?: unknown };
    expect(sent.errors).toBeUndefined();
    // The mail is written by a job of the service itself.
    let mails = await readOutbox({ dataDirectory: folder });
    while (mails.length === 0) {
      await pause(100);
      mails = await readOutbox({ dataDirectory: folder });
    }
    const [link = ''] = mails.at(-1)?.links ?? [];
    expect(link).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/link/sign-in\\?token=`));
    expect((await fetch(link)).status).toBe(200);
  });

  it('says in a sentence that its port is taken, and leaves the other alone', async () => {
    expect(await baraza(['serve'], { BARAZA_DATA_DIR: folder, PORT: port })).toEqual({
      code: 1,
      stdout: '',
      stderr: `Port ${port} on 127.0.0.1 is taken: stop what uses it, or choose another with PORT=3001 npm start.\n`,
    });
    expect((await fetch(`${address}/live`)).status).toBe(200);
  });

  it('starts again after it was killed, whatever lock that left behind, and loads no demo again', async () => {
    service.kill('SIGKILL');
    await service.ended;
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(true);
    expect(await start()).toBe(kept);
  });

  it('stops all of it at Ctrl-C, also when that comes twice', async () => {
    service.kill('SIGINT');
    service.kill('SIGINT');
    const { code, stdout, stderr } = await service.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/\nStopping\.\n$/);
    expect(stdout).not.toContain('Loaded');
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('shows no GraphiQL and refuses an embedded database in production', async () => {
    expect(await baraza(['serve'], { NODE_ENV: 'production', BARAZA_DATA_DIR: folder })).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'The settings are wrong. DATABASE_URL is required in production. BARAZA_MASTER_KEYS is required in production. BARAZA_MAIL_URL is required in production. BARAZA_PUBLIC_URL is required in production.\n',
    });
  });
});

describe('the worker', () => {
  let test: TestDatabase;
  let app: INestApplicationContext;
  beforeAll(async () => {
    test = await openTestDatabase();
    app = await openModules(
      loadSettings({
        DATABASE_URL: test.url,
        BARAZA_MASTER_KEYS: TEST_MASTER_KEYS,
        BARAZA_DEMO: 'off',
      }),
    );
  });
  afterAll(async () => {
    await app.close();
    await test.drop();
  });

  it('does the jobs of others until it is told to stop', async () => {
    const worker = Baraza.worker({ DATABASE_URL: test.url });
    await worker.says(/The worker is ready\./);
    await app.get(Database).transaction(async (tx) => {
      await insertListed(tx);
      await tx.addJob(indexSyncJob());
    });
    const done = async (): Promise<boolean> => {
      return (await app.get(SearchIndex).count()) === 2;
    };
    while (!(await done())) {
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
    worker.kill('SIGTERM');
    expect(await worker.ended).toEqual({ code: 0, stdout: 'The worker is ready.\n', stderr: '' });
    expect(await app.get(IndexSync).backlog()).toMatchObject({ waiting: 0, setAside: [] });
  });
});
