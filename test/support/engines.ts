import { randomBytes } from 'node:crypto';
import { describe } from '@jest/globals';
import { INDEXED_CLEARANCES } from '#search';

/** Settings that choose a search engine, with an index of this test file's own. */
export type EngineSettings = Record<string, string>;

/**
 * The same tests in PostgreSQL and, where MEILISEARCH_URL names a server, in Meilisearch. Without one
 * that half is skipped and counted as skipped.
 */
export function describeInEachEngine(
  title: string,
  tests: (settings: EngineSettings) => void,
): void {
  const suite = (name: string, settings: EngineSettings, run: typeof describe.skip) =>
    run(name, () => {
      tests(settings);
    });
  suite(`${title} in PostgreSQL`, {}, describe);
  const settings = engineOfTests();
  suite(`${title} in Meilisearch`, settings, settings.MEILISEARCH_URL ? describe : describe.skip);
}

/** An index of a test's own on the server that MEILISEARCH_URL names; PostgreSQL where it names none. */
export function engineOfTests(): EngineSettings {
  const { MEILISEARCH_URL: url = '', MEILISEARCH_KEY: key = '' } = process.env;
  const index = `test-${randomBytes(6).toString('hex')}`;
  return { MEILISEARCH_URL: url, MEILISEARCH_KEY: key, MEILISEARCH_INDEX: index };
}

/** Removes the indexes and keys that tests made on a Meilisearch server. */
export async function removeEngine(settings: EngineSettings): Promise<void> {
  const { MEILISEARCH_URL: url, MEILISEARCH_KEY: key, MEILISEARCH_INDEX: index } = settings;
  if (!url) return;
  const ask = (method: string, path: string) =>
    fetch(new URL(path, url), { method, headers: { authorization: `Bearer ${key}` } });
  const uids = INDEXED_CLEARANCES.map((clearance) => `${index}-${clearance.toLowerCase()}`);
  await Promise.all(uids.map((uid) => ask('DELETE', `/indexes/${uid}`)));
  const { results } = (await (await ask('GET', '/keys?limit=1000')).json()) as {
    results: { uid: string; name: string | null }[];
  };
  const own = results.filter(({ name }) => uids.some((uid) => name?.endsWith(` ${uid}`)));
  await Promise.all(own.map(({ uid }) => ask('DELETE', `/keys/${uid}`)));
}
