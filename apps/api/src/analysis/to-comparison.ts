import type { ComparedWomen } from '#engagement';
import { AnalysisSentences } from '#matching';
import type { Locale } from '#vocabulary';
import { toAreas } from '../graphql/texts.js';
import { toExplanation } from '../matching/to-explanations.js';
import { toMediator } from '../mediators/to-mediator.js';
import type { Comparison } from './comparison.type.js';

/** Two women side by side, for the graph. */
export function toComparison(
  { comparison, first, second, assumed }: ComparedWomen,
  locale: Locale,
): Comparison {
  const side = (who: 'first' | 'second') => {
    const { rank, score, stoppedBy, toBeChecked } = comparison[who];
    const view = who === 'first' ? first : second;
    return {
      mediator: toMediator(view, locale),
      rank,
      score,
      stoppedBy: [...stoppedBy],
      toBeChecked: [...toBeChecked],
    };
  };
  const { ahead, difference, decidedBy, turns } = comparison;
  const names = { first: first.name, second: second.name };
  return {
    __typename: 'Comparison',
    first: side('first'),
    second: side('second'),
    ahead,
    criteria: comparison.criteria.map((each) => ({
      criterion: each.criterion,
      first: toExplanation(each.first, locale),
      second: toExplanation(each.second, locale),
      difference: each.difference,
    })),
    difference,
    decidedBy,
    turns,
    assumedTerritories: toAreas(assumed, locale),
    sentences: new AnalysisSentences(locale).comparison(comparison, names),
  };
}
