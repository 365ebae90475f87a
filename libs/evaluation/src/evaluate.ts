import {
  averagePrecision,
  bpref,
  type Judged,
  judgedShare,
  ndcg,
  precision,
  type Qrels,
  recall,
  reciprocalRank,
  relevanceOf,
  RELEVANT_FROM,
  type Run,
} from './measures.js';

interface EvaluationSettings {
  /** The k of nDCG@k, recall@k, precision@k and judged@k. */
  readonly cutoffs: readonly number[];
  /** Grade from which a candidate is relevant; RELEVANT_FROM where it is left out. */
  readonly threshold?: number;
  /** Leaves out whom nobody judged before measuring, as `trec_eval -J` does; judged@k stays as it was. */
  readonly judgedOnly?: boolean;
}

/** Values by the name of the measure: `nDCG@10`, `recall@10`, `RR`, `AP` and so on. */
export type Measures = Readonly<Record<string, number>>;

export interface Evaluation {
  /** In the order of the judgements. */
  readonly topics: readonly { readonly topic: string; readonly measures: Measures }[];
  /** Over all judged topics; of RR it is the MRR, of AP the MAP. */
  readonly mean: Measures;
  /** Judged topics that the run does not rank: they count as 0. */
  readonly missing: readonly string[];
  /** Topics of the run that nobody judged: they do not count. */
  readonly unjudged: readonly string[];
}

/** Measures a run against judgements, topic by topic and on average, as `trec_eval -c` does. */
export function evaluate(qrels: Qrels, run: Run, settings: EvaluationSettings): Evaluation {
  const topics = [...qrels].map(([topic, judged]) => ({
    topic,
    measures: measure(run.get(topic) ?? [], judged, settings),
  }));
  return {
    topics,
    mean: meanOf(topics.map(({ measures }) => measures)),
    missing: [...qrels.keys()].filter((topic) => !run.has(topic)),
    unjudged: [...run.keys()].filter((topic) => !qrels.has(topic)),
  };
}

function measure(
  all: readonly string[],
  judged: Judged,
  { cutoffs, threshold = RELEVANT_FROM, judgedOnly = false }: EvaluationSettings,
): Measures {
  const ranking = judgedOnly ? all.filter((docno) => judged.has(docno)) : all;
  const relevance = relevanceOf(ranking, judged, threshold);
  const relevant = [...judged.values()].filter((grade) => grade >= threshold).length;
  const at = (name: string, value: (k: number) => number) =>
    cutoffs.map((k) => [`${name}@${k}`, value(k)] as const);
  return Object.fromEntries([
    ...at('nDCG', (k) => ndcg(ranking, judged, k)),
    ...at('recall', (k) => recall(relevance, relevant, k)),
    ...at('precision', (k) => precision(relevance, k)),
    ['RR', reciprocalRank(relevance)],
    ['AP', averagePrecision(relevance, relevant)],
    ['bpref', bpref(ranking, judged, threshold)],
    ...at('judged', (k) => judgedShare(all, judged, k)),
  ]);
}

function meanOf(all: readonly Measures[]): Measures {
  const names = Object.keys(all[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [
      name,
      all.reduce((sum, measures) => sum + (measures[name] ?? 0), 0) / all.length,
    ]),
  );
}
