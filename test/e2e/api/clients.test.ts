import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, fetchExchange } from '@urql/core';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';

const PAGE = `query Mediators($first: Int!, $after: String) {
  mediators(first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { id name expertise { label level } } }
  }
}`;

interface Found {
  mediators: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { node: { id: string; name: string; expertise: { level: string }[] } }[];
  };
}

/** Clients of other projects, as docs/graphql.md shows them. */
describe('a client', () => {
  let api: TestApi;
  let url: string;
  beforeAll(async () => {
    api = await openTestApi();
    await fill(api.services, 'acacia', [record(1), record(2), record(3)]);
    await api.app.listen(0, '127.0.0.1');
    url = `${await api.app.getUrl()}/graphql`;
  });
  afterAll(async () => api.close());

  const pages = async (ask: (variables: { first: number; after?: string }) => Promise<Found>) => {
    const first = (await ask({ first: 2 })).mediators;
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(first.edges[0]?.node.expertise[0]?.level).toBe('EXPERT');
    const after = first.pageInfo.endCursor ?? '';
    const second = (await ask({ first: 2, after })).mediators;
    const ids = [...first.edges, ...second.edges].map(({ node }) => node.id);
    return new Set(ids).size;
  };

  it('with urql reads page after page', async () => {
    const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod: false });
    const women = await pages(async (variables) => {
      const { data, error } = await client.query<Found>(PAGE, variables).toPromise();
      if (!data) throw error ?? new Error('Nothing came.');
      return data;
    });
    expect(women).toBe(3);
  });

  it('with Apollo Client reads page after page', async () => {
    const client = new ApolloClient({
      link: new HttpLink({ uri: url }),
      cache: new InMemoryCache(),
    });
    const women = await pages(async (variables) => {
      const { data } = await client.query<Found>({ query: gql(PAGE), variables });
      if (!data) throw new Error('Nothing came.');
      return data;
    });
    expect(women).toBe(3);
    client.stop();
  });
});
