import { createHash } from 'node:crypto';
import type { EvaluationService, RankingSettings } from '#engagement';
import type { Viewer } from '#identity';
import {
  compareEvaluations,
  evaluate,
  RELEVANT_FROM,
  type Evaluation,
  type Measures,
  type Run,
} from '#evaluation';
import { CRITERIA, MODEL, PRESET_CODES, PRESETS, type Criterion } from '#matching';
import committed from './data/judged/baseline.json' with { type: 'json' };
import type { JudgedSet } from './judged-set.js';

/** Whether the default weights are better than another way to rank. */
export interface Versus {
  readonly difference: number;
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
  readonly p: number;
}

/** How well one way to rank answers the judged set. */
export interface BaselineRow {
  readonly name: string;
  readonly mean: Measures;
  /** The same without whom nobody judged. */
  readonly judgedOnly: Measures;
  /** Default weights against this, in nDCG@10; null for themselves. */
  readonly versus: Versus | null;
  /** The same without whom nobody judged. */
  readonly versusJudgedOnly: Versus | null;
}

/** How often a network has one of the first ten places, in shares of all places. */
export interface NetworkShare {
  readonly network: string;
  /** Of those who are eligible for some need. */
  readonly ofPool: number;
  readonly model1: number;
  readonly model2: number;
}

export interface Baseline {
  readonly modelVersion: number;
  readonly needs: number;
  readonly judgements: number;
  readonly relevantFrom: number;
  readonly rows: readonly BaselineRow[];
  readonly networks: readonly NetworkShare[];
}

const CUTOFFS = [10, 20];
const DECISIVE = 'nDCG@10';

const only = (criterion: Criterion): RankingSettings => ({
  weights: Object.fromEntries(CRITERIA.map((each) => [each, each === criterion ? 1 : 0])),
});

const WAYS: readonly (readonly [name: string, settings: RankingSettings])[] = [
  ['default weights', {}],
  ['all weights alike', { weights: Object.fromEntries(CRITERIA.map((each) => [each, 100])) }],
  ['languages only', only('LANGUAGE')],
  ['regions only', only('REGION')],
  ['expertise only', only('EXPERTISE')],
  ['default weights, with the brief', { brief: true }],
  ['the preset that fits, where one does', { presets: true }],
  ...PRESET_CODES.map((code) => [code, { weights: PRESETS[code].weights }] as const),
];

/**
 * Measures the model on the judged set of the demo: the same numbers on every machine and day. The brief
 * is searched for in the index, which holds the demo already.
 */
export async function measureBaseline(
  evaluation: EvaluationService,
  viewer: Viewer,
  { needs, qrels }: JudgedSet,
): Promise<Baseline> {
  const runs: [name: string, run: Run][] = [];
  for (const [name, settings] of WAYS) {
    runs.push([name, await evaluation.rankAll(viewer, needs, qrels, settings)]);
  }
  const everyone = await evaluation.rankAll(viewer, needs, qrels, { depth: 10_000 });
  const later = await evaluation.rankAll(viewer, needs, qrels, { version: 2 });
  runs.push(['chance, among the eligible', shuffled(everyone)]);
  const measure = (judgedOnly: boolean) =>
    runs.map(([, run]) => evaluate(qrels, run, { cutoffs: CUTOFFS, judgedOnly }));
  const [all, known] = [measure(false), measure(true)];
  return {
    modelVersion: MODEL.version,
    needs: qrels.size,
    judgements: [...qrels.values()].reduce((sum, judged) => sum + judged.size, 0),
    relevantFrom: RELEVANT_FROM,
    rows: runs.map(([name], i) => ({
      name,
      mean: rounded(all[i]!),
      judgedOnly: rounded(known[i]!),
      versus: i === 0 ? null : versus(all[0]!, all[i]!),
      versusJudgedOnly: i === 0 ? null : versus(known[0]!, known[i]!),
    })),
    networks: networkShares(everyone, runs[0]![1], later),
  };
}

function networkShares(everyone: Run, model1: Run, model2: Run): NetworkShare[] {
  const firstTen = (run: Run) => [...run.values()].flatMap((ranking) => ranking.slice(0, 10));
  const pool = [...new Set([...everyone.values()].flat())];
  const [ofPool, first, second] = [pool, firstTen(model1), firstTen(model2)].map(sharesByNetwork);
  return [...ofPool!.keys()].toSorted().map((network) => ({
    network,
    ofPool: digits(ofPool!.get(network) ?? 0, 4),
    model1: digits(first!.get(network) ?? 0, 4),
    model2: digits(second!.get(network) ?? 0, 4),
  }));
}

function sharesByNetwork(docnos: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const docno of docnos) {
    const [network] = docno.split(':') as [string];
    counts.set(network, (counts.get(network) ?? 0) + 1 / docnos.length);
  }
  return counts;
}

function versus(best: Evaluation, other: Evaluation): Versus | null {
  const [found] = compareEvaluations(best, other, [DECISIVE]);
  if (!found) return null;
  const { difference, wins, losses, ties, p } = found;
  return { difference: digits(difference, 4), wins, losses, ties, p: digits(p, 5) };
}

/** An order that has nothing to do with the need, the same everywhere. */
function shuffled(run: Run): Run {
  const place = (topic: string, docno: string) =>
    createHash('sha256').update(`chance:${topic}:${docno}`).digest('hex');
  return new Map(
    [...run].map(([topic, ranking]) => [
      topic,
      ranking
        .map((docno) => ({ docno, place: place(topic, docno) }))
        .toSorted((a, b) => (a.place < b.place ? -1 : 1))
        .map(({ docno }) => docno),
    ]),
  );
}

function rounded({ mean }: Evaluation): Measures {
  return Object.fromEntries(
    Object.entries(mean).map(([measure, value]) => [measure, digits(value, 4)]),
  );
}

function digits(value: number, count: number): number {
  return Number(value.toFixed(count));
}

/** What is committed: a test compares it with what the model does. */
export const BASELINE: Baseline = committed;

const COLUMNS = ['nDCG@10', 'nDCG@20', 'recall@10', 'recall@20', 'RR', 'AP', 'bpref', 'judged@10'];

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The shares of the networks as a table of the docs. */
export function networksTable(): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  return [
    line(['network', 'of the pool', 'of the first ten, model 1', 'model 2']),
    line(['---', '---:', '---:', '---:']),
    ...BASELINE.networks.map(({ network, ofPool, model1, model2 }) =>
      line([network, ...[ofPool, model1, model2].map(percent)]),
    ),
  ].join('\n');
}

/** The baseline as a table of the docs. */
export function baselineTable(): string {
  const versusText = (found: Versus | null) =>
    found ? `${found.wins}, ${found.losses}, ${found.ties}; p ${found.p.toFixed(5)}` : '';
  return [
    line([
      'way to rank',
      ...COLUMNS,
      'nDCG@10, judged only',
      'defaults win, lose, tie',
      'judged only',
    ]),
    line(['---', ...COLUMNS.map(() => '---:'), '---:', '---', '---']),
    ...BASELINE.rows.map((row) =>
      line([
        row.name,
        ...COLUMNS.map((measure) => (row.mean[measure] ?? 0).toFixed(4)),
        (row.judgedOnly[DECISIVE] ?? 0).toFixed(4),
        versusText(row.versus),
        versusText(row.versusJudgedOnly),
      ]),
    ),
  ].join('\n');
}
