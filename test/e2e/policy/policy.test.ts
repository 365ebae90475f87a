import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestApi, type TestApi } from '../../support/api.js';
import { MUTATIONS, QUERIES, type World } from './asked.js';
import { openEveryone, VIEWERS, type ViewerName } from './everyone.js';

const REFUSALS = '__typename ... on NotPermitted { signedIn }';

describe('every field of the schema, asked by everyone', () => {
  let api: TestApi;
  let everyone: Awaited<ReturnType<typeof openEveryone>>;
  beforeAll(async () => {
    api = await openTestApi();
    everyone = await openEveryone(api);
  });
  afterAll(async () => api.close());

  const answer = async (document: string, viewer: ViewerName): Promise<string> => {
    const headers = { ...(await everyone.headers(viewer)), 'apollo-require-preflight': '1' };
    const { data, errors } = await api.ask<Record<string, unknown>>(document, {}, headers);
    if (errors) {
      const { message, extensions } = errors[0] ?? {};
      const told = { UNAUTHENTICATED: 's', NOT_PERMITTED: 'n', NOT_FOUND: '-' };
      const letter = told[extensions?.code as keyof typeof told];
      if (!letter) throw new Error(`${viewer}: ${document}: ${message}`);
      return letter;
    }
    return letterOf(Object.values(data ?? {})[0]);
  };

  for (const [root, asked] of [
    ['query', QUERIES],
    ['mutation', MUTATIONS],
  ] as const) {
    it.each(Object.keys(asked))(`${root} %s`, async (field) => {
      const ask = asked[field] as (world: World) => string;
      const letters: string[] = [];
      for (const viewer of VIEWERS) {
        const selection = root === 'mutation' ? ` { ${REFUSALS} }` : '';
        letters.push(
          await answer(`${root} { ${ask(await everyone.world())}${selection} }`, viewer),
        );
      }
      console.error('ROW', field, letters.join(' '));
      expect(letters.length).toBe(VIEWERS.length);
    });
  }
});

/** y answered, n not permitted, s has to sign in, - nothing there for her. */
function letterOf(value: unknown): string {
  if (value === null || value === undefined) return '-';
  const { __typename: type, signedIn } = value as { __typename?: string; signedIn?: boolean };
  if (type === 'NotPermitted') return signedIn ? 'n' : 's';
  return type === 'NotFound' ? '-' : 'y';
}
