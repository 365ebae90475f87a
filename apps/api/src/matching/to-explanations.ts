import { explain } from '#explanations';
import { type Contribution, MODEL } from '#matching';
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
    ...toldOf(contribution),
    sentence: areWanted ? explain(contribution, locale) : '',
  }));
}

export function toExplanation(contribution: Contribution, locale: Locale): Explanation {
  return {
    ...contribution,
    ...toldOf(contribution),
    sentence: explain(contribution, locale),
  };
}

/** What a contribution leaves out where it is as usual. */
function toldOf({ unstated, kept }: Contribution) {
  return { unstated: unstated ?? false, kept: kept ?? MODEL.unit };
}
