import { explain } from '#explanations';
import type { Contribution } from '#matching';
import type { Locale } from '#vocabulary';
import type { Explanation } from './match.type.js';

/** Whether sentences are selected, of the candidates of a page: writing them takes longer than the rest of the answer. */
export const SENTENCES = ['edges', 'node', 'explanation', 'sentence'] as const;

/**
 * Contributions with a sentence each.
 *
 * @param areWanted whether the sentences are selected; else they are empty
 */
export function toExplanations(
  contributions: readonly Contribution[],
  locale: Locale,
  areWanted = true,
): Explanation[] {
  return contributions.map((contribution) => ({
    ...contribution,
    sentence: areWanted ? explain(contribution, locale) : '',
  }));
}

export function toExplanation(contribution: Contribution, locale: Locale): Explanation {
  return { ...contribution, sentence: explain(contribution, locale) };
}
