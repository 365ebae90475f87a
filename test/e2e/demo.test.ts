import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SHAPES } from '#demo';
import { OPERATOR, PUBLIC_VIEWER } from '#identity';
import { loadDemo, openTestApi, type TestApi } from '../support/api.js';
import { TODAY } from '../support/fill.js';
import { organizerViewer } from '../support/viewers.js';

describe('the demo', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi();
  });
  afterAll(() => api.close());

  const count = async (table: string) => {
    const [row] = await api.services.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table}`,
    );
    return row?.n;
  };

  it('that was cut short is finished by the next load', async () => {
    const [first] = SHAPES;
    if (first) await api.services.networks.create(OPERATOR, first.network);
    expect(await loadDemo(api, TODAY)).toMatchObject({ networks: 5, profiles: 400 });
    expect(await count('mediator')).toBe(400);
    expect(await count('need')).toBe(13);
    expect(await count('peace_process')).toBe(42);
    expect(await count('membership_call')).toBe(1);
    await api.services.jobs.drain();
  });

  it('is loaded once', async () => {
    expect(await loadDemo(api, TODAY)).toBeNull();
    expect(await count('mediator')).toBe(400);
  });

  it('has drafts that nobody sees and women shown by a code name only', async () => {
    const shown = await api.services.search.search({ clearance: 'PUBLIC', page: { first: 1 } });
    expect(shown.totalCount).toBeGreaterThan(370);
    expect(shown.totalCount).toBeLessThan(400);
    const [hidden] = await api.services.database.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM mediator WHERE pseudonymous',
    );
    expect(hidden?.n).toBeGreaterThan(25);
  });

  it('has candidates for each of its needs', async () => {
    const { items } = await api.services.needs.list(PUBLIC_VIEWER, { first: 20 });
    expect(items).toHaveLength(12);
    for (const { id, criteria } of items) {
      const { ranking } = await api.services.matches.match(
        OPERATOR,
        { id, ...criteria },
        { first: 3 },
      );
      expect(ranking.results).toHaveLength(3);
    }
  });

  it('has a need of its own office with a shortlist begun, for its organizer alone', async () => {
    const [account] = await api.services.database.query<{ organizationId: string }>(
      `SELECT a.organization_id AS "organizationId" FROM account a JOIN account_role r ON r.account_id = a.id
       WHERE r.role = 'organizer'`,
    );
    const organizer = { ...organizerViewer(), organizationId: account?.organizationId ?? null };
    const { items } = await api.services.ownNeeds.list(organizer, { first: 5 });
    expect(items).toMatchObject([
      { state: 'shortlisting', confidentiality: 'restricted', fictional: true, wanted: 3 },
    ]);
    const lists = await api.services.shortlists.list(organizer, items[0]?.id ?? '', { first: 5 });
    expect(lists.items.map(({ entries }) => entries.map(({ rank }) => rank))).toEqual([[1, 2, 3]]);
    await expect(
      api.services.shortlists.list(organizerViewer(), items[0]?.id ?? '', { first: 5 }),
    ).rejects.toThrow('There is no such need.');
  });

  it('is marked as fictional to whoever asks', async () => {
    const { data } = await api.ask<{
      networks: { edges: { node: { name: string; fictional: boolean } }[] };
    }>('{ networks(first: 10) { edges { node { name fictional } } } }');
    const nodes = data?.networks.edges.map(({ node }) => node) ?? [];
    expect(nodes).toHaveLength(5);
    for (const node of nodes)
      expect(node).toMatchObject({
        fictional: true,
        name: expect.stringContaining('(demo)') as unknown,
      });
  });
});

describe('a directory with a network of its own', () => {
  it('gets no demo', async () => {
    const api = await openTestApi();
    try {
      await api.services.networks.create(OPERATOR, { slug: 'ours', names: { en: 'Ours' } });
      expect(await loadDemo(api, TODAY)).toBeNull();
    } finally {
      await api.close();
    }
  });
});
