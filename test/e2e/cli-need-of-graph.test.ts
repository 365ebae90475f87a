import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { command } from '../support/cli.js';
import { fill, record } from '../support/fill.js';
import { openNeedBench, type NeedBench } from '../support/needing.js';

const CRITERIA = {
  date: '2026-11-01',
  period: { from: '2026-11-01', to: '2026-11-20' },
  preset: 'COMMUNITY_MEDIATION',
  hard: { languages: [{ code: 'fr', level: 'B1' }], roles: ['LEAD_MEDIATOR', 'FACILITATOR'] },
  soft: {
    languages: [{ code: 'fr', level: 'C1', weight: 3 }],
    expertise: [{ code: 'mediation', level: 'FAMILIAR' }],
    tracks: [{ code: 'TRACK_1_5' }],
    process: { phase: 'NEGOTIATION' },
    years: 12,
  },
};

describe('a need that was saved through the graph', () => {
  let bench: NeedBench;
  let folder: string;
  beforeAll(async () => {
    bench = await openNeedBench();
    folder = await mkdtemp(join(tmpdir(), 'baraza-need-'));
    const people = Array.from({ length: 9 }, (_, i) =>
      record(i, {
        languages: i % 4 === 3 ? 'en (C1)' : `fr (${['B1', 'C1', 'C2'][i % 3]})`,
        roles: i % 2 === 0 ? 'facilitator' : 'lead mediator',
        tracks: i % 3 === 0 ? '1.5' : '2',
        expertise: i % 2 === 0 ? 'mediation (expert)' : 'mediation (familiar)',
        years: String(3 + i),
      }),
    );
    await fill(bench.api.services, 'acacia', people);
  });
  afterAll(async () => {
    await bench.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ranked = async (content: unknown): Promise<[id: string, score: number][]> => {
    const file = join(folder, 'need.json');
    await writeFile(file, JSON.stringify(content));
    const { databaseUrl } = bench.api.settings;
    const ended = await command(['match', file, '--format', 'json'], {
      DATABASE_URL: databaseUrl ?? '',
    });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const { results } = JSON.parse(ended.stdout) as { results: { id: string; score: number }[] };
    return results.map(({ id, score }) => [id, score]);
  };

  it.each([
    ['ties', { date: '2026-11-01', seed: 'draw', soft: { years: 1 } }],
    ['ties by another seed', { date: '2026-11-01', seed: 'again', soft: { years: 1 } }],
    [
      'a fair order',
      {
        date: '2026-11-01',
        soft: { years: 12 },
        fairness: { group: { group: 'NEW_TO_TRACK_1', proportion: 500_000, places: 10 } },
      },
    ],
  ])(
    'stands at the command line in the order of the pages of the graph: %s',
    async (_name, need) => {
      const pages: [string, number][] = [];
      for (let after: string | null = null, more = true; more;) {
        const { edges, pageInfo } = (await bench.ask(
          bench.ana,
          `query ($need: NeedInput, $after: String) { matchCandidates(need: $need, first: 2, after: $after) {
           ... on MatchConnection { pageInfo { hasNextPage endCursor } edges { node { score mediator { id } } } } } }`,
          { need, after },
        )) as unknown as Page;
        pages.push(...edges.map(({ node }) => placeOf(node)));
        [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      }
      expect(pages).toHaveLength(9);
      expect(await ranked(need)).toEqual(pages);
    },
  );

  it('is ranked by the command line from what the query gives, as the graph ranks it', async () => {
    const input = { title: 'Talks at the lake', wanted: 2, criteria: CRITERIA };
    const variables = { input };
    const document =
      'mutation ($input: CreateNeedInput!) { createNeed(input: $input) { ... on Need { id } } }';
    const { id } = await bench.ask(bench.ana, document, variables);
    const asked = 'query ($id: ID!) { node(id: $id) { ... on Need { title wanted criteria } } }';
    const need = await bench.ask(bench.ana, asked, { id });
    const byGraph = await bench.ask(
      bench.ana,
      `query ($need: NeedInput) { matchCandidates(need: $need, first: 100) {
         ... on MatchConnection { edges { node { score mediator { id name } } } } } }`,
      { need: need.criteria },
    );
    const { edges } = byGraph as unknown as {
      edges: { node: { score: number; mediator: { id: string } } }[];
    };
    const expected = edges.map(({ node }) => placeOf(node));
    expect(expected.length).toBeGreaterThan(4);
    expect(await ranked(need)).toEqual(expected);
    expect(await ranked(need.criteria)).toEqual(expected);
    expect(await ranked({ data: { node: need } })).toEqual(expected);
  });
});

interface Place {
  readonly score: number;
  readonly mediator: { readonly id: string };
}

interface Page {
  readonly edges: readonly { readonly node: Place }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

function placeOf({ score, mediator }: Place): [id: string, score: number] {
  return [Buffer.from(mediator.id, 'base64url').toString().split(':')[1] ?? '', score];
}
