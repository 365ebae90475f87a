import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditServer } from 'graphql-http';
import { openTestApi, type TestApi } from '../../support/api.js';

/**
 * What is done otherwise on purpose, all of it optional in the specification: a GET without a header
 * that browsers ask leave for is refused (cross-site request forgery), and a request that cannot be
 * executed is a 400 for every media type.
 */
const OTHERWISE = new Set(['5A70', 'D6D5', '6A70', '572B', 'FDE2', '7B9B']);

describe('GraphQL over HTTP', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi();
    await api.app.listen(0, '127.0.0.1');
  });
  afterAll(async () => api.close());

  it("passes graphql-http's audit", async () => {
    const url = `${await api.app.getUrl()}/graphql`;
    const results = await auditServer({ url });
    expect(results.length).toBeGreaterThan(50);
    const failed = results
      .filter(({ id, status }) => status === 'error' || (status !== 'ok' && !OTHERWISE.has(id)))
      .map(({ id, name, status }) => `${status} ${id} ${name}`);
    expect(failed).toEqual([]);
  });

  it.each(['{ __typename }', '{ nothing }', '{'])(
    'lets nobody keep the answer to %s',
    async (query) => {
      const response = await fetch(`${await api.app.getUrl()}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      await response.text();
      expect(response.headers.get('cache-control')).toBe('no-store');
    },
  );
});
