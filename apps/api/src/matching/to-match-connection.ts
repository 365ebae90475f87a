import type { MatchPage } from '#engagement';
import { explainFairness } from '#explanations';
import type { FairnessEffect, RankedCandidate } from '#matching';
import type { Locale } from '#vocabulary';
import { toAreas } from '../graphql/texts.js';
import { pageInfo } from '../graphql/page.js';
import { toMediator } from '../mediators/to-mediator.js';
import { toExplanations } from './to-explanations.js';
import type { ConnectionFairness, MatchFairness } from './fairness.type.js';
import type { MatchConnection } from './match.type.js';
import type { RankCursors } from './rank-cursor.js';

/**
 * A page of a ranking as the viewer may see it: who became invisible since is left out. Sentences are written where they
 * are selected.
 */
export function toMatchConnection(
  { ranking, views, assumed }: MatchPage,
  cursors: RankCursors,
  hasPreviousPage: boolean,
  { locale, sentences }: { readonly locale: Locale; readonly sentences: boolean },
): MatchConnection {
  const edges = ranking.results.flatMap((result) => {
    const view = views.get(result.id);
    if (!view) return [];
    const { rank, score, toBeChecked } = result;
    const node = {
      rank,
      score,
      mediator: toMediator(view, locale),
      explanation: toExplanations(result.contributions, locale, sentences),
      toBeChecked,
      fairness: toMatchFairness(result, locale),
    };
    return [{ cursor: cursors.write(result), node }];
  });
  const { modelVersion, considered, eligible, exclusions, unchecked, hasNext } = ranking;
  const more = { hasNextPage: hasNext, hasPreviousPage };
  return {
    __typename: 'MatchConnection',
    edges,
    pageInfo: pageInfo(edges, more),
    totalCount: eligible,
    modelVersion,
    considered,
    exclusions,
    assumedTerritories: toAreas(assumed, locale),
    uncheckedCriteria: unchecked,
    fairness: toConnectionFairness(ranking.fairness),
  };
}

/** What fairness did to one place; null where it is off. */
function toMatchFairness(
  { rank, fairness }: Pick<RankedCandidate, 'rank' | 'fairness'>,
  locale: Locale,
): MatchFairness | null {
  if (!fairness) return null;
  return {
    rankWithout: fairness.rankWithout,
    rotation: fairness.rotation ?? null,
    group: fairness.group ?? null,
    sentences: explainFairness({ rank, fairness }, locale),
  };
}

/** What fairness did to a page; null where it is off. */
function toConnectionFairness(effect?: FairnessEffect): ConnectionFairness | null {
  return effect
    ? { ...effect, strength: effect.strength ?? null, test: effect.test ?? null }
    : null;
}
