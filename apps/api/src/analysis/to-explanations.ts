import { AnalysisSentences, explain, type Contribution, type Shortfall as Lack } from '#matching';
import type { Locale } from '#vocabulary';
import type { Explanation } from '../matching/match.type.js';
import type { Shortfall } from './need-report.type.js';

/** Contributions with a sentence each. */
export function toExplanations(
  contributions: readonly Contribution[],
  locale: Locale,
): Explanation[] {
  return contributions.map((contribution) => toExplanation(contribution, locale));
}

export function toExplanation(contribution: Contribution, locale: Locale): Explanation {
  return { ...contribution, sentence: explain(contribution, locale) };
}

/** What stops somebody, with a sentence. */
export function toShortfall(shortfall: Lack, locale: Locale): Shortfall {
  const { criterion, ...lack } = shortfall;
  return { criterion, lack, sentence: new AnalysisSentences(locale).shortfall(shortfall) };
}
