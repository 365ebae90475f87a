import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';

interface Mediators {
  mediators: {
    totalCount: number;
    edges: { cursor: string; node: Record<string, unknown>; highlights: { fragment: string }[] }[];
    facets: {
      name: string;
      counts: { code: string; label: string; group: boolean; count: number }[];
    }[];
  };
}

describe('mediators', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi();
    await fill(api.services, 'acacia', [
      record(1, {
        full_name: 'Amina Traoré',
        languages: 'French (C2); Bambara (native); Hassaniyya (B1)',
        territories: 'Mali; Niger',
        expertise: 'mediation.ceasefire-mediation (expert)',
        tracks: '1; 2',
        roles: 'lead-mediator',
        supports: 'advice',
        years: '17',
        notice_days: '3',
        remote: 'both',
        'biography:fr': 'A conduit des pourparlers de paix à Gao.',
        biography: 'Led peace talks in Gao.',
        member_since: '2019-05-01',
        network_role: 'mentor',
      }),
      record(2, {
        full_name: 'أمينة بن يوسف',
        languages: 'Arabic (native)',
        territories: 'Tunisia',
      }),
      record(3, { full_name: 'Draft Person', consent: '' }),
    ]);
    await fill(api.services, 'fjord', [
      record(4, {
        full_name: 'Secret Name',
        code_name: 'Heron',
        pseudonymous: 'yes',
        territories: 'Mali',
        biography: 'Tells too much.',
      }),
    ]);
  });
  afterAll(async () => api.close());

  it('are shown with everything that is public', async () => {
    const { data, errors } = await api.ask<Mediators>(`{
      mediators(search: "amina traore") {
        totalCount
        edges {
          node {
            name pseudonymous stale
            affiliations { role since network { slug name fictional } }
            languages { code label level }
            territories { code label }
            expertise { code label level }
            tracks roles supports years { from to } biography
            biographies { language text }
            availability noticeDays workingMode confirmedOn
          }
        }
      }
    }`);
    expect(errors).toBeUndefined();
    expect(data?.mediators.edges.map(({ node }) => node)).toEqual([
      {
        name: 'Amina Traoré',
        pseudonymous: false,
        stale: false,
        affiliations: [
          {
            role: 'MENTOR',
            since: '2019-05-01',
            network: { slug: 'acacia', name: 'Network acacia', fictional: true },
          },
        ],
        languages: [
          { code: 'bm', label: 'Bambara', level: 'NATIVE' },
          { code: 'fr', label: 'French', level: 'C2' },
          { code: 'mey', label: 'Hassaniyya', level: 'B1' },
        ],
        territories: [
          { code: 'ML', label: 'Mali' },
          { code: 'NE', label: 'Niger' },
        ],
        expertise: [
          { code: 'mediation.ceasefire-mediation', label: 'Ceasefire mediation', level: 'EXPERT' },
        ],
        tracks: ['TRACK_1', 'TRACK_2'],
        roles: ['LEAD_MEDIATOR'],
        supports: ['ADVICE'],
        years: { from: 15, to: 19 },
        biography: 'Led peace talks in Gao.',
        biographies: [
          { language: 'en', text: 'Led peace talks in Gao.' },
          { language: 'fr', text: 'A conduit des pourparlers de paix à Gao.' },
        ],
        availability: 'AVAILABLE',
        noticeDays: 3,
        workingMode: 'BOTH',
        confirmedOn: '2026-10-01',
      },
    ]);
  });

  it('speak the language of the request', async () => {
    const { data } = await api.ask<Mediators>(
      '{ mediators(search: "amina traore") { edges { node { biography languages { label } } } } }',
      {},
      { 'accept-language': 'de, fr-CA;q=0.9, en;q=0.8' },
    );
    expect(data?.mediators.edges[0]?.node).toEqual({
      biography: 'A conduit des pourparlers de paix à Gao.',
      languages: [{ label: 'bambara' }, { label: 'français' }, { label: 'Hassaniyya' }],
    });
  });

  it.each([
    ['networks: ["acacia"]', 2],
    ['languages: [{ code: "ar" }]', 2],
    ['languages: [{ code: "ar", minimumLevel: C1 }]', 1],
    ['territories: ["011"]', 1],
    ['territories: ["AFRICAN-UNION"]', 2],
    ['expertise: ["mediation"]', 2],
    ['tracks: [TRACK_2]', 1],
    ['roles: [LEAD_MEDIATOR]', 1],
    ['availability: [UNAVAILABLE]', 0],
    ['minimumYears: 15', 1],
  ])('are filtered by %s', async (filter, count) => {
    const { data } = await api.ask<Mediators>(
      `{ mediators(filter: { ${filter} }) { totalCount } }`,
    );
    expect(data?.mediators.totalCount).toBe(count);
  });

  it('are counted by facets that agree with the filters', async () => {
    const { data } = await api.ask<Mediators>(
      '{ mediators(facets: [TERRITORIES, NETWORKS]) { facets { name counts { code label group count } } } }',
    );
    const facets = data?.mediators.facets ?? [];
    expect(facets.map(({ name }) => name)).toEqual(['TERRITORIES', 'NETWORKS']);
    for (const { name, counts } of facets) {
      for (const { code, count } of counts) {
        const filter = `{ ${name.toLowerCase()}: ["${code}"] }`;
        const found = await api.ask<Mediators>(`{ mediators(filter: ${filter}) { totalCount } }`);
        expect([code, found.data?.mediators.totalCount]).toEqual([code, count]);
      }
    }
    const [areas, networks] = facets.map(({ counts }) => counts);
    const groups = new Map(areas?.map(({ code, group }) => [code, group]));
    expect(['ML', '011', 'AFRICAN-UNION', '001'].map((code) => groups.get(code))).toEqual([
      false,
      true,
      true,
      undefined,
    ]);
    const names = networks?.map(({ label }) => label) ?? [];
    expect(networks?.map(({ code }) => code)).not.toEqual(names);
  });

  it.each([
    ['tracks', 'Track', ['TRACK_1', 'TRACK_2', 'TRACK_3']],
    ['roles', 'Role', ['LEAD_MEDIATOR', 'NOTE_TAKER']],
    ['availability', 'Availability', ['UNAVAILABLE']],
    ['languages', 'LanguageFilter', [{ code: 'fr' }, { code: 'is' }]],
    ['territories', 'String', ['ML', 'TV', '061']],
    ['expertise', 'String', ['mediation.ceasefire-mediation', 'security.mine-action']],
    ['networks', 'String', ['fjord', 'acacia', 'nowhere']],
  ] as const)(
    'are counted by %s as the filter calls them, those of the filter also where nobody has them',
    async (name, type, chosen) => {
      const count = async (values: readonly unknown[]) => {
        const { data } = await api.ask<Mediators>(
          `query ($chosen: [${type}!], $facets: [FacetName!]) {
            mediators(filter: { ${name}: $chosen, minimumYears: 17 }, facets: $facets) {
              totalCount facets { name counts { code label group count } }
            }
          }`,
          { chosen: values, facets: [name.toUpperCase()] },
        );
        return data?.mediators;
      };
      const codes = chosen.map((one) => (typeof one === 'string' ? one : one.code));
      const found = await count(chosen);
      const counts = found?.facets[0]?.counts ?? [];
      expect(counts.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
      expect(counts.filter(({ label, code }) => label === code && code !== 'nowhere')).toEqual([]);
      // Each value that is told is one that the filter takes.
      for (const { code } of counts) {
        const again = await count([type === 'LanguageFilter' ? { code } : code]);
        expect([code, again?.totalCount]).toEqual([code, expect.any(Number)]);
      }
    },
  );

  it('come with the words that were found', async () => {
    const { data } = await api.ask<Mediators>(
      '{ mediators(search: "pourparlers") { edges { highlights { field fragment } } } }',
    );
    expect(data?.mediators.edges[0]?.highlights[0]?.fragment).toContain('‹pourparlers›');
  });

  it('are known by code name only where they are at risk and fewer than five', async () => {
    const { data } = await api.ask<Mediators>(`{
      mediators(search: "heron") {
        edges { node { name pseudonymous biography biographies { text } territories { code } } }
      }
    }`);
    expect(data?.mediators.edges.map(({ node }) => node)).toEqual([
      {
        name: 'Heron',
        pseudonymous: true,
        biography: null,
        biographies: [],
        territories: [{ code: '001' }],
      },
    ]);
  });

  it('are the same through the list, by id and as a node', async () => {
    const listed = await api.ask<Mediators>(
      '{ mediators(search: "amina traore") { edges { node { id name years { from } } } } }',
    );
    const node = listed.data?.mediators.edges[0]?.node;
    const { data } = await api.ask(
      'query ($id: ID!) { mediator(id: $id) { id name years { from } } node(id: $id) { id ... on Mediator { name years { from } } } }',
      { id: node?.['id'] },
    );
    expect(data).toEqual({ mediator: node, node });
  });

  it('are not found as drafts, by any way', async () => {
    const [row] = await api.services.database.query<{ id: string }>(
      `SELECT public_id AS id FROM mediator WHERE full_name = 'Draft Person'`,
    );
    const id = Buffer.from(`Mediator:${row?.id}`).toString('base64url');
    const unknown = Buffer.from('Mediator:01900000-0000-7000-8000-000000000000').toString(
      'base64url',
    );
    const ask = async (given: string) =>
      api.ask(
        'query ($id: ID!) { mediator(id: $id) { id } node(id: $id) { id } mediators(search: "Draft Person") { totalCount } }',
        { id: given },
      );
    // Forbidden and not there cannot be told apart.
    expect(await ask(id)).toEqual(await ask(unknown));
    expect(await ask(id)).toEqual({
      data: { mediator: null, node: null, mediators: { totalCount: 0 } },
    });
  });

  it('disappear at once when consent is withdrawn, whatever the index still holds', async () => {
    await fill(api.services, 'acacia', [record(9, { full_name: 'Going Away' })]);
    await api.services.database.transaction(async (tx) => {
      await tx.query(
        `UPDATE consent SET withdrawn_at = now() WHERE purpose = 'LISTED' AND mediator_id =
           (SELECT id FROM mediator WHERE full_name = 'Going Away')`,
      );
    });
    const { data } = await api.ask<Mediators>(
      '{ mediators(search: "Going Away") { edges { cursor } } }',
    );
    expect(data?.mediators.edges).toEqual([]);
  });
});
