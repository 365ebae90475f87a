import type { NeedReport as Found } from '#engagement';
import { AnalysisSentences } from '#explanations';
import type { Locale } from '#vocabulary';
import { toAreas } from '../graphql/texts.js';
import { pageInfo } from '../graphql/page.js';
import type { RankCursors } from '../matching/rank-cursor.js';
import { toExplanations } from '../matching/to-explanations.js';
import { toMediator } from '../mediators/to-mediator.js';
import type { NeedReport } from './need-report.type.js';
import { toShortfall } from './to-shortfall.js';

/** A report as the viewer may see it: who became invisible since is left out. */
export function toNeedReport(
  { waterfall, nearly, views, assumed }: Found,
  cursors: RankCursors,
  hasPreviousPage: boolean,
  { locale, sentences }: { readonly locale: Locale; readonly sentences: boolean },
): NeedReport {
  const say = new AnalysisSentences(locale);
  const edges = nearly.results.flatMap((result) => {
    const view = views.get(result.id);
    if (!view) return [];
    const node = {
      mediator: toMediator(view, locale),
      score: result.score,
      explanation: toExplanations(result.contributions, locale, sentences),
      shortfall: toShortfall(result.shortfall, locale),
      toBeChecked: result.toBeChecked,
      sentence: say.nearly(result),
    };
    return [{ cursor: cursors.write(result), node }];
  });
  const more = { hasNextPage: nearly.hasNext, hasPreviousPage };
  return {
    __typename: 'NeedReport',
    considered: waterfall.considered,
    eligible: waterfall.eligible,
    waterfall: waterfall.steps.map((step) => ({ ...step, sentence: say.step(step) })),
    assumedTerritories: toAreas(assumed, locale),
    uncheckedCriteria: waterfall.unchecked,
    nearlyEligible: {
      edges,
      pageInfo: pageInfo(edges, more),
      totalCount: nearly.total,
      unnamed: nearly.kept,
    },
  };
}
