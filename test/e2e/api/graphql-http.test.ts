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

  it('says in the reader’s language what is wrong with a request', async () => {
    const url = await api.app.getUrl();
    const at = async (path: string, language: string) => {
      const headers = { 'accept-language': language, authorization: 'Bearer of.nobody' };
      const { errors } = (await (await fetch(`${url}${path}`, { headers })).json()) as {
        errors: { message: string; extensions: { code: string } }[];
      };
      return errors.map(({ message, extensions }) => `${extensions.code} ${message}`);
    };
    expect(await at('/nowhere', 'de')).toEqual([
      'NOT_FOUND There is nothing at this address: GraphQL is at /graphql.',
    ]);
    expect(await at('/nowhere', 'sw')).toEqual([
      'NOT_FOUND Hakuna kitu kwenye anwani hii: GraphQL iko /graphql.',
    ]);
    const read = encodeURIComponent('{ __typename }');
    const headers = { 'accept-language': 'es', 'apollo-require-preflight': 'yes' };
    const answer = await fetch(`${url}/graphql?query=${read}`, {
      headers: { ...headers, authorization: 'Bearer of.nobody' },
    });
    expect(await answer.json()).toMatchObject({
      errors: [{ message: 'El token no es válido: inicie sesión de nuevo.' }],
    });
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
