import type { MatchPage } from '#engagement';
import type { Locale } from '#vocabulary';
import { toAreas } from '../graphql/texts.js';
import { pageInfo } from '../graphql/page.js';
import { toMediator } from '../mediators/to-mediator.js';
import { toExplanations } from './to-explanations.js';
import { toConnectionFairness, toMatchFairness } from './to-fairness.js';
import type { MatchConnection } from './match.type.js';
import type { RankCursors } from './rank-cursor.js';

/** A page of a ranking as the viewer may see it: who became invisible since is left out. */
export function toMatchConnection(
  { ranking, views, assumed }: MatchPage,
  cursors: RankCursors,
  hasPreviousPage: boolean,
  locale: Locale,
): MatchConnection {
  const edges = ranking.results.flatMap((result) => {
    const view = views.get(result.id);
    if (!view) return [];
    const { rank, score, toBeChecked } = result;
    const node = {
      rank,
      score,
      mediator: toMediator(view, locale),
      explanation: toExplanations(result.contributions, locale),
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
