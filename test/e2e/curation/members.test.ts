import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { globalId, openCurationBench, type CurationBench } from '../../support/curating.js';
import { record } from '../../support/fill.js';

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly fullName: string } }[];
  readonly pageInfo: { readonly endCursor: string | null };
}

describe('the members of a network', () => {
  let bench: CurationBench;
  let byId: (number: number) => string;
  beforeAll(async () => {
    bench = await openCurationBench({ BARAZA_CONFIRM_AFTER_DAYS: '365' });
    byId = await bench.list(
      'acacia',
      record(1, { full_name: 'Zélie Áda', confirmed_on: '2026-10-03' }),
      record(2, { full_name: 'Amina Diallo', confirmed_on: '2026-10-02', consent: '' }),
      record(3, {
        full_name: 'Binta Traoré',
        confirmed_on: '2026-10-01',
        biography: 'She mediates.',
      }),
    );
    await bench.list('fjord', record(4, { full_name: 'Adele of the North' }));
  });
  afterAll(async () => bench.close());

  const page = async (args = ''): Promise<Page> =>
    (await bench.ask(
      bench.ada,
      `{ members(network: "acacia"${args}) { totalCount edges { node { fullName } } pageInfo { endCursor } } }`,
    )) as unknown as Page;
  const names = async (args = '') => (await page(args)).edges.map(({ node }) => node.fullName);

  it('are listed in the order of their names, folded', async () => {
    expect(await names()).toEqual(['Amina Diallo', 'Binta Traoré', 'Zélie Áda']);
  });

  it('are found by the beginnings of their names', async () => {
    expect(await names(', filter: { name: "ad zel" }')).toEqual(['Zélie Áda']);
    expect(await names(', filter: { name: "traore" }')).toEqual(['Binta Traoré']);
    expect(await names(', filter: { name: "nobody" }')).toEqual([]);
    expect(await names(', filter: { name: " " }')).toHaveLength(3);
  });

  it('are ordered by when they were confirmed, how complete they are and what changed last', async () => {
    expect(await names(', sort: CONFIRMED')).toEqual(['Binta Traoré', 'Amina Diallo', 'Zélie Áda']);
    expect((await names(', sort: COMPLETENESS')).at(-1)).toBe('Binta Traoré');
    await bench.api.services.database.query(`UPDATE mediator SET years = 12 WHERE id = $1`, [
      byId(1),
    ]);
    expect((await names(', sort: CHANGED'))[0]).toBe('Zélie Áda');
  });

  it('are found by state and by what is true of them', async () => {
    expect(await names(', filter: { states: [DRAFT] }')).toEqual(['Amina Diallo']);
    expect(await names(', filter: { marks: [WITHOUT_CONSENT] }')).toEqual(['Amina Diallo']);
    expect(await names(', filter: { marks: [WITHOUT_CONSENT, AT_RISK] }')).toEqual([]);
    expect(await names(', filter: { marks: [WITHOUT_ACCOUNT] }')).toHaveLength(3);
    expect(await names(', filter: { states: [PUBLISHED], name: "b" }')).toEqual(['Binta Traoré']);
  });

  it('are found by the import that said something new of them', async () => {
    const profile = await bench.profile(bench.ada, byId(1), 'imports { importId }');
    const [first] = profile.imports as { importId: string }[];
    expect(await names(`, filter: { importId: "${first?.importId}" }`)).toHaveLength(3);
    const none = globalId('Import', '01900000-0000-7000-8000-000000000000');
    expect(await names(`, filter: { importId: "${none}" }`)).toEqual([]);
    expect(
      await bench.ask(
        bench.ada,
        `{ members(network: "acacia", filter: { importId: "x" }) { totalCount } }`,
      ),
    ).toMatchObject({ __typename: 'VALIDATION_ERROR' });
  });

  it('are paged without gaps, and a cursor belongs to its filter and order', async () => {
    const first = await page(', first: 2');
    expect(first.totalCount).toBe(3);
    const after = first.pageInfo.endCursor ?? '';
    expect(await names(`, first: 2, after: "${after}"`)).toEqual(['Zélie Áda']);
    const other = `{ members(network: "acacia", sort: CONFIRMED, after: "${after}") { totalCount } }`;
    expect(await bench.ask(bench.ada, other)).toMatchObject({ __typename: 'VALIDATION_ERROR' });
  });

  it('are counted by kind', async () => {
    const counts = async (filter: string) =>
      bench.ask(
        bench.ada,
        `{ memberCounts(network: "acacia"${filter}) { total states { state count } marks { mark count } } }`,
      );
    const all = await counts('');
    expect(all.total).toBe(3);
    expect(all.states).toContainEqual({ state: 'DRAFT', count: 1 });
    expect(all.states).toContainEqual({ state: 'PUBLISHED', count: 2 });
    expect(all.marks).toContainEqual({ mark: 'WITHOUT_CONSENT', count: 1 });
    expect(all.marks).toContainEqual({ mark: 'AT_RISK', count: 0 });
    const drafts = await counts(', filter: { states: [DRAFT], name: "b" }');
    expect(drafts.total).toBe(0);
    expect(drafts.states).toContainEqual({ state: 'PUBLISHED', count: 1 });
  });

  it('are shown to nobody else', async () => {
    for (const query of ['members', 'memberCounts']) {
      const field = query === 'members' ? 'totalCount' : 'total';
      expect(
        await bench.ask(bench.fay, `{ ${query}(network: "acacia") { ${field} } }`),
      ).toMatchObject({ __typename: 'NOT_PERMITTED' });
    }
  });
});
