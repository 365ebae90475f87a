import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';
import { countStatements } from '../../support/statements.js';

interface Page {
  totalCount: number;
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

const FIELDS = `totalCount edges { cursor node { ... on Node { id } } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
const NEED = '{ date: "2026-11-01", soft: { years: 20 } }';

/** Every connection of the graph, as a function of its paging arguments. */
const LISTS: Record<string, (page: string) => string> = {
  'mediators by name': (page) => `{ list: mediators(sort: NAME, ${page}) { ${FIELDS} } }`,
  'mediators by years': (page) => `{ list: mediators(sort: YEARS, ${page}) { ${FIELDS} } }`,
  'mediators found': (page) => `{ list: mediators(search: "person", ${page}) { ${FIELDS} } }`,
  networks: (page) => `{ list: networks(${page}) { ${FIELDS} } }`,
  needs: (page) => `{ list: needs(${page}) { ${FIELDS} } }`,
  vocabulary: (page) =>
    `{ list: vocabulary(kind: ROLE, ${page}) { ${FIELDS.replace('... on Node { id }', 'id: code')} } }`,
};

describe('Relay connections', () => {
  let api: TestApi;
  let sizes: Record<string, number>;

  beforeAll(async () => {
    api = await openTestApi();
    const people = Array.from({ length: 23 }, (_, i) => record(i, { years: String(i % 4) }));
    await fill(api.services, 'net-0', people);
    for (let n = 1; n < 7; n += 1) await fill(api.services, `net-${n}`, []);
    await api.services.needs.add(
      OPERATOR,
      [],
      Array.from({ length: 5 }, (_, i) => ({
        slug: `need-${i}`,
        title: `Need ${i}`,
        brief: '',
        process: null,
        confidentiality: 'public' as const,
        criteria: { date: '2026-11-01', hard: {}, soft: { years: 10 } },
        fictional: true,
      })),
    );
    sizes = {
      'mediators by name': 23,
      'mediators by years': 23,
      'mediators found': 23,
      networks: 7,
      needs: 5,
      vocabulary: 9,
    };
  });
  afterAll(async () => api.close());

  const page = async (list: string, args: string): Promise<Page> => {
    const { data, errors } = await api.ask<{ list: Page }>(
      (LISTS[list] as (p: string) => string)(args),
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return (data as { list: Page }).list;
  };
  const idsOf = (one: Page): string[] => one.edges.map(({ node }) => node.id);
  const walk = async (list: string, forward: boolean): Promise<Page[]> => {
    const pages: Page[] = [];
    for (let cursor = ''; ;) {
      const args = forward
        ? `first: 4${cursor && `, after: "${cursor}"`}`
        : `last: 4${cursor && `, before: "${cursor}"`}`;
      const one = await page(list, args);
      pages.push(one);
      if (!(forward ? one.pageInfo.hasNextPage : one.pageInfo.hasPreviousPage)) return pages;
      cursor = (forward ? one.pageInfo.endCursor : one.pageInfo.startCursor) as string;
    }
  };

  describe.each(Object.keys(LISTS))('%s', (list) => {
    it('put together forward equal the whole list, none twice', async () => {
      const whole = idsOf(await page(list, 'first: 100'));
      const pages = await walk(list, true);
      expect(pages.flatMap(idsOf)).toEqual(whole);
      expect(new Set(whole).size).toBe(sizes[list]);
      expect(pages.every(({ totalCount }) => totalCount === sizes[list])).toBe(true);
    });

    it('put together backward equal the whole list', async () => {
      const whole = idsOf(await page(list, 'first: 100'));
      const pages = await walk(list, false);
      expect(pages.toReversed().flatMap(idsOf)).toEqual(whole);
    });

    it('say what stands before and after', async () => {
      const first = await page(list, 'first: 2');
      expect(first.pageInfo).toEqual({
        hasNextPage: true,
        hasPreviousPage: false,
        startCursor: first.edges[0]?.cursor,
        endCursor: first.edges[1]?.cursor,
      });
      const second = await page(list, `first: 2, after: "${first.pageInfo.endCursor}"`);
      expect(second.pageInfo.hasPreviousPage).toBe(true);
    });

    it('give nothing and null cursors for first: 0', async () => {
      expect(await page(list, 'first: 0')).toEqual({
        totalCount: sizes[list],
        edges: [],
        pageInfo: {
          hasNextPage: true,
          hasPreviousPage: false,
          startCursor: null,
          endCursor: null,
        },
      });
    });

    it.each([
      ['first: -1', 'first', 'OUT_OF_RANGE'],
      ['last: -1', 'last', 'OUT_OF_RANGE'],
      ['first: 101', 'first', 'OUT_OF_RANGE'],
      ['first: 2147483647', 'first', 'OUT_OF_RANGE'],
      ['first: 2, last: 2', 'last', 'CONTRADICTION'],
      ['before: "x"', 'last', 'MISSING'],
      ['first: 2, after: "tampered"', 'after', 'MALFORMED'],
      ['first: 2, after: "bnVsbA"', 'after', 'MALFORMED'],
      ['first: 2, after: ""', 'after', 'MALFORMED'],
      ['last: 2, before: "WyJhIl0"', 'before', 'MALFORMED'],
    ])('refuse %s with a typed error', async (args, path, code) => {
      const { errors } = await api.ask((LISTS[list] as (p: string) => string)(args));
      expect(errors?.[0]?.extensions?.fields).toEqual([
        { path, code, message: expect.any(String) as unknown },
      ]);
    });
  });

  it("do not take another list's cursor", async () => {
    const { edges } = await page('networks', 'first: 1');
    const { errors } = await api.ask(
      `{ needs(first: 1, after: "${edges[0]?.cursor}") { totalCount } }`,
    );
    expect(errors?.[0]?.extensions?.code).toBe('VALIDATION_ERROR');
  });

  it('stay where they are while others come and go', async () => {
    const first = await page('networks', 'first: 3');
    await fill(api.services, 'aaa-came-before', []);
    const second = await page('networks', `first: 100, after: "${first.pageInfo.endCursor}"`);
    expect(idsOf(second).filter((id) => idsOf(first).includes(id))).toEqual([]);
    expect(second.edges.length).toBe(4);
    await api.services.database.transaction(async (tx) => {
      await tx.query(`DELETE FROM network WHERE slug = 'aaa-came-before'`);
    });
  });

  describe('of matches', () => {
    const match = async (args: string) => {
      const { data, errors } = await api.ask<{ list: Page & { fields?: unknown[] } }>(
        `{ list: matchCandidates(need: ${NEED}, ${args}) {
            ... on MatchConnection { totalCount edges { cursor node { rank mediator { id } } }
              pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
            ... on ValidationError { fields { path code } } } }`,
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return (data as { list: Page & { fields?: unknown[] } }).list;
    };
    const ranked = (one: Page) =>
      one.edges.map(({ node }) => node as unknown as { rank: number; mediator: { id: string } });

    it('put together equal the whole ranking', async () => {
      const whole = ranked(await match('first: 100'));
      const found = [];
      for (let cursor: string | null = null; ;) {
        const one: Page = await match(`first: 4${cursor ? `, after: "${cursor}"` : ''}`);
        found.push(...ranked(one));
        if (!one.pageInfo.hasNextPage) break;
        cursor = one.pageInfo.endCursor;
      }
      expect(found).toEqual(whole);
      expect(whole.map(({ rank }) => rank)).toEqual(Array.from({ length: 23 }, (_, i) => i + 1));
    });

    it('give nothing for first: 0 and a typed error for what is wrong', async () => {
      expect(await match('first: 0')).toMatchObject({ totalCount: 23, edges: [] });
      expect(await match('first: -1')).toEqual({
        fields: [{ path: 'first', code: 'OUT_OF_RANGE' }],
      });
      expect(await match('first: 1, after: "tampered"')).toEqual({
        fields: [{ path: 'after', code: 'MALFORMED' }],
      });
    });
  });

  it('cost the same number of SQL statements whatever their size', async () => {
    const withNetworks = (size: number) =>
      `{ mediators(first: ${size}) { edges { node { name affiliations { network { slug parent { slug } } } languages { label } } } } }`;
    const matched = (size: number) =>
      `{ matchCandidates(first: ${size}, need: ${NEED}) { ... on MatchConnection { edges { node { mediator { affiliations { network { slug } } } } } } } }`;
    for (const query of [withNetworks, matched]) {
      // Read once before, so that both sizes find the same profiles known.
      await api.ask(query(20));
      const one = await countStatements(async () => api.ask(query(1)));
      const many = await countStatements(async () => api.ask(query(20)));
      expect(one).toBeGreaterThan(1);
      expect(many).toBe(one);
    }
  });
});
