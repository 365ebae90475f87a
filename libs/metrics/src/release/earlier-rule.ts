import type { MetricCode } from '../metric-list.js';
import { OF_THE_SAME, RULE } from './differences.js';
import type { Figures, QuarterFigures } from './quarter-figures.js';

/** What an earlier rule told too much of, whatever else is told. */
const WITHHELD: ReadonlySet<MetricCode> = new Set([
  'utilization',
  'decline-reasons',
  'repeat-share',
]);

/**
 * What is told of a quarter whose figures were made by an earlier rule. They are not made again, for the difference of old and new
 * figures would tell of whoever came or went since. What can be subtracted from each other is left out: of metrics that count the same
 * all but the first, and the figures for reports, which count the same as those of all.
 */
export function asToldToday(figures: QuarterFigures): QuarterFigures {
  if (figures.rule === RULE) return figures;
  const { all, networks, organizations } = figures;
  const eachOf = (scopes: Readonly<Record<string, Figures>>) =>
    Object.fromEntries(Object.entries(scopes).map(([id, one]) => [id, withoutRelated(one)]));
  return {
    all: withoutRelated(all),
    networks: eachOf(networks),
    organizations: eachOf(organizations),
  };
}

function withoutRelated(figures: Figures): Figures {
  const left = { ...figures };
  for (const code of WITHHELD) delete left[code];
  for (const codes of OF_THE_SAME) {
    const [, ...others] = codes.filter((code) => (left[code] ?? []).length > 0);
    for (const code of others) delete left[code];
  }
  return left;
}
