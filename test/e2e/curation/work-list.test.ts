import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ColumnMap, importProfiles, rowsFromRecords } from '#directory';
import { OPERATOR, type Viewer } from '#identity';
import { globalId, openCurationBench, type CurationBench } from '../../support/curating.js';
import { record, TODAY } from '../../support/fill.js';
import { countStatements } from '../../support/statements.js';

interface Item {
  profile: { id: string; fullName: string; completeness: { percent: number } } | null;
  reject: object | null;
}

describe('the work list', () => {
  let bench: CurationBench;
  beforeAll(async () => {
    bench = await openCurationBench({ BARAZA_CONFIRM_AFTER_DAYS: '365' });
  });
  afterAll(async () => bench.close());
  beforeEach(async () => bench.clear());

  const FIELDS = `totalCount edges { cursor node { profile { id fullName completeness { percent } }
    reject { row column value reason } merge { id mergedBy } } } pageInfo { hasNextPage }`;
  const ask = (viewer: Viewer | null, kind: string, network = 'acacia', page = '') =>
    bench.ask(viewer, `{ workList(network: "${network}", kind: ${kind}${page}) { ${FIELDS} } }`);
  const items = async (kind: string, network?: string): Promise<Item[]> => {
    const { edges } = await ask(network === 'fjord' ? bench.fay : bench.ada, kind, network);
    return (edges as { node: Item }[]).map(({ node }) => node);
  };
  const names = async (kind: string, network?: string) =>
    (await items(kind, network)).map(({ profile }) => profile?.fullName);

  it('is for the coordinators of the network alone', async () => {
    expect(await ask(bench.fay, 'REVIEW')).toMatchObject({ __typename: 'NOT_PERMITTED' });
    expect(await ask(null, 'REVIEW')).toMatchObject({ __typename: 'UNAUTHENTICATED' });
    expect(await ask(bench.ada, 'REVIEW', 'nobody')).toMatchObject({ __typename: 'NOT_FOUND' });
    const curated = '{ curatedProfiles(network: "acacia") { totalCount } }';
    expect(await bench.ask(bench.fay, curated)).toMatchObject({ __typename: 'NOT_PERMITTED' });
    expect(await bench.ask(bench.ada, curated)).toEqual({ totalCount: 0 });
  });

  it('finds women of the network by how their names begin, and nobody else', async () => {
    const byId = await bench.list(
      'acacia',
      record(1, { full_name: 'Aïcha Ndiaye-Sow' }),
      record(2, { full_name: 'Fatou Aichatou', name_variants: 'فاطمة' }),
      record(3, { full_name: 'Mariam Keita' }),
    );
    await bench.list('fjord', record(4, { full_name: 'Aicha Berg' }));
    const find = (viewer: Viewer | null, name: string, page = '') =>
      bench.ask(
        viewer,
        `query ($name: String!) { findProfiles(network: "acacia", name: $name${page}) {
           totalCount pageInfo { hasNextPage endCursor } edges { node { id fullName } } } }`,
        { name },
      );
    const found = async (name: string) => {
      const { edges, totalCount } = await find(bench.ada, name);
      const nodes = (edges as { node: { fullName: string } }[]).map(({ node }) => node.fullName);
      expect(totalCount).toBe(nodes.length);
      return nodes.toSorted();
    };
    expect(byId(1)).not.toBe(byId(2));
    expect(await found('aicha')).toEqual(['Aïcha Ndiaye-Sow', 'Fatou Aichatou']);
    expect(await found('SOW aï')).toEqual(['Aïcha Ndiaye-Sow']);
    expect(await found('فاطمه')).toEqual(['Fatou Aichatou']);
    expect(await found('icha')).toEqual([]);
    expect(await found('berg')).toEqual([]);
    const first = await find(bench.ada, 'a', ', first: 1');
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const { endCursor } = first.pageInfo as { endCursor: string };
    const second = await find(bench.ada, 'a', `, first: 1, after: "${endCursor}"`);
    expect(second).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } });
    expect(second.edges).not.toEqual(first.edges);
    expect(await find(bench.ada, ' . ')).toMatchObject({ __typename: 'VALIDATION_ERROR' });
    expect(await find(bench.fay, 'a')).toMatchObject({ __typename: 'NOT_PERMITTED' });
    expect(await find(null, 'a')).toMatchObject({ __typename: 'UNAUTHENTICATED' });
  });

  it('shows what waits for a review', async () => {
    await bench.setFourEyes(bench.networks.acacia, true);
    await bench.list('acacia', record(1), record(2, { consent: 'MATCHED' }));
    expect(await names('REVIEW')).toEqual(['Person Number 1']);
    expect(await names('REVIEW', 'fjord')).toEqual([]);
  });

  it('shows who is incomplete, the least complete first, and what would change most', async () => {
    const bare = { languages: '', territories: '', expertise: '', tracks: '', roles: '' };
    await bench.list('acacia', record(1), record(2, bare), record(3, { expertise: '' }));
    const found = await items('INCOMPLETE');
    expect(found.map(({ profile }) => [profile?.fullName, profile?.completeness.percent])).toEqual([
      ['Person Number 2', 5],
      ['Person Number 3', 65],
      ['Person Number 1', 95],
    ]);
    const { completeness } = await bench.profile(
      bench.ada,
      (await bench.list('acacia'))(3),
      'completeness { missing { field gain criterion filters } }',
    );
    expect((completeness as { missing: unknown[] }).missing[0]).toEqual({
      field: 'EXPERTISE',
      gain: 30,
      criterion: 'EXPERTISE',
      filters: ['filter.expertise', 'search'],
    });
  });

  it('goes in pages that stay where they are', async () => {
    await bench.list('acacia', ...Array.from({ length: 5 }, (_, i) => record(i + 1)));
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const page = await ask(bench.ada, 'INCOMPLETE', 'acacia', `, first: 2${cursor}`);
      const edges = page.edges as { cursor: string; node: Item }[];
      found.push(...edges.map(({ node }) => node.profile?.id ?? ''));
      expect(page.totalCount).toBe(5);
      if (!(page.pageInfo as { hasNextPage: boolean }).hasNextPage) break;
      cursor = `, after: "${edges.at(-1)?.cursor}"`;
    }
    expect(new Set(found).size).toBe(5);
  });

  it('shows who is stale, or will be within a month', async () => {
    await bench.list('acacia', record(1), record(2), record(3));
    await bench.api.services.database.query(
      `UPDATE mediator SET confirmed_on = current_date - days, state = d.state
       FROM (VALUES (1, 336, 'published'), (2, 300, 'published'), (3, 500, 'stale')) AS d(n, days, state)
       WHERE full_name = 'Person Number ' || n`,
    );
    expect(await names('STALE')).toEqual(['Person Number 3', 'Person Number 1']);
  });

  it('shows where sources contradict each other', async () => {
    const id = (await bench.list('acacia', record(1, { residence: 'KE' }), record(2)))(1);
    await bench.mutate(
      bench.herself(id),
      `editProfile(id: "${globalId('Profile', id)}", revision: 1, changes: $changes)`,
      { changes: { residence: 'UG' } },
    );
    expect(await names('CONFLICTS')).toEqual(['Person Number 1']);
  });

  it('shows who waits for a correction, the longest first, until it is handled', async () => {
    const ids = await bench.list('acacia', record(1), record(2), record(3));
    const { corrections } = bench.api.services;
    const request = async (n: number) =>
      corrections.request(bench.herself(ids(n)), null, 'My name is spelt otherwise.');
    const first = await request(2);
    await request(1);
    await request(2);
    expect(await names('CORRECTIONS')).toEqual(['Person Number 2', 'Person Number 1']);
    expect(await names('CORRECTIONS', 'fjord')).toEqual([]);
    await corrections.handle(bench.ada, first.id, 'done', 'It is put right.');
    expect(await names('CORRECTIONS')).toEqual(['Person Number 1', 'Person Number 2']);
    expect(JSON.stringify(await ask(bench.ada, 'CORRECTIONS'))).not.toContain('spelt otherwise');
  });

  it('keeps what the last import did not accept, without contact data', async () => {
    const send = (...records: Record<string, string>[]) =>
      importProfiles(bench.api.services, {
        by: OPERATOR,
        rows: rowsFromRecords(records),
        columns: new ColumnMap(),
        network: 'acacia',
        today: TODAY,
      });
    await send(
      record(1, { languages: 'Klingonese (C1)' }),
      record(2, { email: 'not an address' }),
      record(3, { territories: 'her@example.org' }),
    );
    const rejects = (await items('IMPORT_REJECTS')).map(({ reject }) => reject);
    expect(rejects).toMatchObject([
      { row: 1, column: 'languages', value: 'Klingonese (C1)' },
      { row: 2, column: 'email', value: '(not shown)' },
      { row: 3, column: 'territories', value: '(not shown)' },
    ]);
    expect(await items('IMPORT_REJECTS', 'fjord')).toEqual([]);
    const french = await bench.api.ask(
      `{ workList(network: "acacia", kind: IMPORT_REJECTS) { edges { node { reject { value reason } } } } }`,
      {},
      { ...bench.viewers.as(bench.ada), 'accept-language': 'fr' },
    );
    expect(french.data).toMatchObject({
      workList: {
        edges: [
          {
            node: {
              reject: {
                reason:
                  '«\u00a0Klingonese\u00a0» n’est pas une langue connue ici. Vouliez-vous dire klingon (tlh)\u00a0?',
              },
            },
          },
          { node: { reject: { value: '(non affiché)' } } },
          { node: { reject: { value: '(non affiché)' } } },
        ],
      },
    });
    await send(record(1));
    expect(await items('IMPORT_REJECTS')).toEqual([]);
  });

  it('forgets the rejects of a network with a woman whom it listed', async () => {
    const id = (await bench.list('acacia', record(1)))(1);
    await importProfiles(bench.api.services, {
      by: OPERATOR,
      rows: rowsFromRecords([record(2, { years: 'many' })]),
      columns: new ColumnMap(),
      network: 'acacia',
      today: TODAY,
    });
    expect(await items('IMPORT_REJECTS')).toHaveLength(1);
    await bench.api.services.erasure.erase(OPERATOR, id);
    expect(await items('IMPORT_REJECTS')).toEqual([]);
  });

  it('costs the same number of SQL statements for one item and for many', async () => {
    await bench.list('acacia', ...Array.from({ length: 12 }, (_, i) => record(i + 1)));
    const asked = async (first: number) =>
      ask(bench.ada, 'INCOMPLETE', 'acacia', `, first: ${first}`);
    await asked(1);
    const one = await countStatements(() => asked(1));
    expect(await countStatements(() => asked(12))).toBe(one);
  });
});
