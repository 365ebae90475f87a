import { compareEvaluations, type Evaluation } from '#evaluation';
import type { Format } from './format-option.js';
import { asCsv, asJson, asTable, type Listing } from './output.js';

/** The measures of each need, and their mean. */
export function printedEvaluation(
  evaluation: Evaluation,
  titles: ReadonlyMap<string, string>,
  format: Format,
): string {
  if (format === 'json') return asJson(evaluation);
  const names = Object.keys(evaluation.mean);
  const listing: Listing = {
    head: ['need', ...names],
    rows: [
      ...evaluation.topics.map(({ topic, measures }) => [
        topic,
        ...names.map((name) => value(measures[name])),
      ]),
      ['mean', ...names.map((name) => value(evaluation.mean[name]))],
    ],
  };
  if (format === 'csv') return asCsv(listing);
  const { topics, missing, unjudged } = evaluation;
  return [
    `${topics.length} judged needs. The mean of RR is the MRR, of AP the MAP.`,
    ...listed('Not ranked, so counted as 0', missing, titles),
    ...listed('Ranked, but judged by nobody and not counted', unjudged, titles),
    asTable(listing),
  ].join('\n');
}

/** Two evaluations side by side, measure by measure. */
export function printedComparison(first: Evaluation, second: Evaluation, format: Format): string {
  const compared = compareEvaluations(first, second);
  if (format === 'json') return asJson({ first, second, compared });
  const listing: Listing = {
    head: ['measure', 'first', 'second', 'difference', 'wins', 'losses', 'ties', 'p'],
    rows: compared.map((line) => [
      line.measure,
      value(line.first),
      value(line.second),
      value(line.difference),
      line.wins,
      line.losses,
      line.ties,
      line.p.toFixed(5),
    ]),
  };
  if (format === 'csv') return asCsv(listing);
  return [
    `${first.topics.length} judged needs; wins are needs in which the first is better, p is of the randomisation test.`,
    asTable(listing),
  ].join('\n');
}

function listed(
  what: string,
  topics: readonly string[],
  titles: ReadonlyMap<string, string>,
): string[] {
  if (topics.length === 0) return [];
  return [
    `${what}: ${topics.map((topic) => `${topic} ${titles.get(topic) ?? ''}`.trim()).join('; ')}.`,
  ];
}

function value(measured = 0): string {
  return measured.toFixed(4);
}
