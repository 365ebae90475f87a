import { explain } from '#explanations';
import type { Contribution } from '#matching';
import type { Locale } from '#vocabulary';
import type { Explanation } from './match.type.js';

/** Contributions with a sentence each. */
export function toExplanations(
  contributions: readonly Contribution[],
  locale: Locale,
): Explanation[] {
  return contributions.map((contribution) => toExplanation(contribution, locale));
}

/** The sentence is written when it is asked for: it takes longer than the rest of the answer. */
export function toExplanation(contribution: Contribution, locale: Locale): Explanation {
  return {
    ...contribution,
    get sentence() {
      return explain(contribution, locale);
    },
  };
}
