import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOCK, type Clock, loadSettings, type Settings } from '#config';
import { DemoLoader, DemoModule, type LoadedDemo } from '#demo';
import { PasswordHasher, ViewerSource } from '#identity';
import { dayOf } from '#kernel';
import { ProgramLogger } from '#runtime';
import { LazyModuleLoader } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { httpServer } from '../../apps/api/src/create-api.js';
import { ConsoleBuild } from '../../apps/api/src/http/console-build.js';
import { FAST_HASHER, makeAccount, openSession, type Who } from './accounts.js';
import { openTestDatabase, templateOnce, type TestDatabase } from './database.js';
import { TEST_MASTER_KEYS } from './keys.js';
import { servicesOf, type Services } from './services.js';

/** The whole service on a database of the test file's own, asked without a network. */
export interface TestApi {
  readonly services: Services;
  readonly app: NestFastifyApplication;
  readonly settings: Settings;
  /** Sends a GraphQL document by POST and gives the answer's body. */
  ask<T = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  /** Makes an account and signs in to it: the headers with its access token, for `ask`. */
  signedIn(who: Who): Promise<Record<string, string>>;
  /** See TestDatabase. */
  readonly asOwner: TestDatabase['asOwner'];
  /** @param keepAs a name under which its database is kept as a template, and not dropped */
  close(keepAs?: string): Promise<void>;
}

export interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: {
    message: string;
    path?: (string | number)[];
    extensions?: { code?: string; fields?: { path: string; code: string; message: string }[] };
  }[];
}

/** Production wants to know its address and a mail server; nothing listens there. */
const OF_PRODUCTION = {
  BARAZA_PUBLIC_URL: 'http://localhost:3000',
  BARAZA_MAIL_URL: 'smtp://127.0.0.1:9',
  BARAZA_MAIL_FROM: 'baraza@example.org',
};

/** A test asks more in a minute than anybody, on a machine that may be busy. What one document may cost is as it is for everybody. */
const NO_HURRY = {
  BARAZA_REQUEST_SECONDS: '600',
  BARAZA_ANONYMOUS_COST_PER_MINUTE: '1000000000',
  BARAZA_ANONYMOUS_PROFILES_PER_HOUR: '1000000',
  BARAZA_ANONYMOUS_AT_ONCE: '1000',
  BARAZA_ACCOUNT_COST_PER_MINUTE: '1000000000',
  BARAZA_ACCOUNT_AT_ONCE: '1000',
  BARAZA_SERVICE_COST_PER_MINUTE: '1000000000',
};

/**
 * @param viewers who asks, where a test decides that itself and does not sign in
 * @param now the time, where a test lets it go by
 * @param console the files of the console, where they are not those that were built
 * @param template what its database is a copy of, see openTestDatabase
 */
export async function openTestApi(
  env: Record<string, string> = {},
  viewers?: ViewerSource,
  now?: Clock,
  console?: ConsoleBuild,
  template?: string,
): Promise<TestApi> {
  const test = await openTestDatabase([], template);
  const folder = await mkdtemp(join(tmpdir(), 'baraza-api-'));
  const asked = loadSettings({
    NODE_ENV: 'test',
    DATABASE_URL: test.url,
    BARAZA_DATA_DIR: folder,
    ...(env.NODE_ENV === 'production' ? OF_PRODUCTION : {}),
    BARAZA_MASTER_KEYS: TEST_MASTER_KEYS,
    BARAZA_DEMO: 'off',
    ...NO_HURRY,
    // Fixed dates of confirmation are not to go stale while the years pass.
    BARAZA_CONFIRM_AFTER_DAYS: '3650',
    ...env,
  });
  // Without threads for matching, each of which costs half a second of work, where a test is not about them.
  const settings = env.BARAZA_MATCHING_THREADS ? asked : { ...asked, matchingThreads: 0 };
  const app = await startTestApi(settings, viewers, now, console);
  const services = servicesOf(app);
  return {
    services,
    app,
    settings,
    asOwner: test.asOwner,
    signedIn: async (who) => {
      const { id } = await makeAccount(services, who);
      const { accessToken } = await openSession(services, id, who.secondFactor);
      return { authorization: `Bearer ${accessToken}` };
    },
    ask: async (query, variables, headers = {}) => {
      const response = await app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', ...headers },
        payload: JSON.stringify({ query, variables }),
      });
      return response.json();
    },
    close: async (keepAs) => {
      await app.close();
      await (keepAs ? test.keepAs(keepAs) : test.drop());
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The service as `createApi` opens it, but for the work of hashing passwords and for who asks, where that is given. */
export async function startTestApi(
  settings: Settings,
  viewers?: ViewerSource,
  now?: Clock,
  console?: ConsoleBuild,
): Promise<NestFastifyApplication> {
  const logger = new ProgramLogger();
  const testing = Test.createTestingModule({ imports: [ApiModule.of(settings)] })
    .setLogger(logger)
    .overrideProvider(PasswordHasher)
    .useValue(FAST_HASHER);
  if (viewers) testing.overrideProvider(ViewerSource).useValue(viewers);
  if (now) testing.overrideProvider(CLOCK).useValue(now);
  if (console) testing.overrideProvider(ConsoleBuild).useValue(console);
  const module = await testing.compile();
  const server = await httpServer(settings);
  const app = module.createNestApplication<NestFastifyApplication>(server, { logger });
  await app.init();
  await server.getInstance().ready();
  return app;
}

/** Milliseconds within which the demo is loaded, where much other work is done too. */
export const DEMO_TAKES = 240_000;

/** The service with the demo as of a day, and with all jobs of its load done. Each call gets a copy. */
export async function openDemoApi(today: Date): Promise<TestApi> {
  return openTestApi({}, undefined, undefined, undefined, await demoTemplate(today));
}

/** Names the database with that demo, which is loaded once for a day in a run. */
export async function demoTemplate(today: Date): Promise<string> {
  const name = `baraza_demo_${dayOf(today).replaceAll('-', '_')}`;
  return templateOnce(name, async () => {
    const api = await openTestApi();
    await loadDemo(api, today);
    await api.services.jobs.drain();
    await api.close(name);
  });
}

/** Loads the demo as of a day, as `baraza demo` does. */
export async function loadDemo(
  { app }: Pick<TestApi, 'app'>,
  today: Date,
): Promise<LoadedDemo | null> {
  const demo = await app.get(LazyModuleLoader).load(() => DemoModule);
  return demo.get(DemoLoader).load(today);
}
