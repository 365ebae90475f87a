import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JobRunner } from '#database';
import { startTestApi, type TestApi } from './api.js';
import { Baraza } from './cli.js';
import { DatabaseFront } from './database-front.js';
import type { EngineProcess } from './engine-process.js';
import type { Door, Killable } from './kill-rounds.js';

const READY = /GraphQL +(\S+)\/graphql\n/;

/**
 * Two apis, which do jobs too, and a worker, each a process that is killed (`SIGKILL`) and started again.
 *
 * @param engine the search engine, where it is killed too
 */
export async function processes(api: TestApi, engine: EngineProcess | null): Promise<Killable> {
  const folder = await mkdtemp(join(tmpdir(), 'baraza-kills-'));
  const start = (kind: 'api' | 'worker') => {
    const env = {
      DATABASE_URL: api.settings.databaseUrl ?? '',
      BARAZA_DATA_DIR: folder,
      BARAZA_DEMO: 'off',
      BARAZA_PUBLIC_URL: api.settings.publicUrl,
      MEILISEARCH_URL: api.settings.meilisearchUrl ?? '',
      MEILISEARCH_KEY: api.settings.meilisearchKey ?? '',
      MEILISEARCH_INDEX: api.settings.meilisearchIndex,
      BARAZA_ACCOUNT_COST_PER_MINUTE: '1000000000',
      // However slow the machine is.
      BARAZA_REQUEST_SECONDS: '600',
      PORT: '0',
    };
    const process = kind === 'api' ? new Baraza(['serve'], env) : Baraza.worker(env);
    const started = { kind, process, door: null as Door | null, up: Promise.resolve() };
    if (kind === 'api') {
      started.up = process.says(READY).then(([, address = '']) => {
        started.door = doorAt(address);
      });
      // One that is killed before it is up says nothing.
      started.up.catch(() => undefined);
    }
    return started;
  };
  const running = (['api', 'api', 'worker'] as const).map(start);
  return {
    programs: running.length + (engine ? 1 : 0),
    dataDirectories: [folder],
    doors: async () => {
      // While one is starting, the other answers.
      await Promise.any(running.filter(({ kind }) => kind === 'api').map(({ up }) => up));
      return running.flatMap(({ door }) => (door ? [door] : []));
    },
    kill: async (program) => {
      const victim = running[program];
      if (!victim) return engine?.kill();
      victim.process.kill('SIGKILL');
      await victim.process.ended;
      running[program] = start(victim.kind);
    },
    stop: async () => {
      for (const { process } of running) process.kill('SIGTERM');
      await Promise.all(running.map(({ process }) => process.ended));
      await engine?.ready();
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * Two apis of this process, which do jobs too. They are cut off from PostgreSQL, which sees the same as if they had been
 * killed: what was under way there ends at that moment. Starting processes takes a hundred times as long.
 */
export async function cutOff(api: TestApi): Promise<Killable> {
  const running = await Promise.all(
    [1, 2].map(async () => {
      const front = await DatabaseFront.open(() => api.settings.databaseUrl ?? '');
      const app = await startTestApi({ ...api.settings, databaseUrl: front.url });
      await app.get(JobRunner).start();
      return { front, app };
    }),
  );
  return {
    programs: running.length,
    dataDirectories: [api.settings.dataDirectory],
    doors: async () =>
      running.map(({ app }): Door => async ({ path, headers, body }) => {
        const { statusCode, payload } = await app.inject({
          method: 'POST',
          url: path,
          headers,
          payload: body,
        });
        return { status: statusCode, text: payload };
      }),
    kill: async (program) => running[program]?.front.breakAll(),
    stop: async () => {
      for (const { app, front } of running) {
        await app.close();
        await front.close();
      }
    },
  };
}

function doorAt(address: string): Door {
  return async ({ path, headers, body }) => {
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
    return { status: answer.status, text: await answer.text() };
  };
}
