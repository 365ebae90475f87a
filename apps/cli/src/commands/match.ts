import { type MatchPage, MatchService } from '#engagement';
import { OPERATOR } from '#identity';
import { explain, explainFairness } from '#explanations';
import type { FairnessEffect, RankedCandidate } from '#matching';
import type { Format } from '../format-option.js';
import { asJsonOutside } from '../mediator-id.js';
import { readNeed } from '../need-file.js';
import { positiveInteger } from '../numbers.js';
import { asCsv, asTable, points } from '../output.js';
import { uncheckedCell, uncheckedLines } from '../unchecked-lines.js';
import { assumedLine } from '../assumed-line.js';
import { withApplication } from '../with-application.js';

/** Ranks the candidates for the need in a file and prints them with the reasons for every point. */
export async function match(
  file: string,
  options: { limit: string; format: Format },
): Promise<void> {
  const first = positiveInteger('--limit', options.limit, 1_000);
  const need = await readNeed(file);
  await withApplication(async (app) => {
    const matches = app.get(MatchService);
    console.log(PRINT[options.format](await matches.match(OPERATOR, need, { first })));
  });
}

const PRINT: Record<Format, (page: MatchPage) => string> = {
  json: ({ ranking, views, assumed }) => {
    const results = ranking.results.map((result) => ({
      rank: result.rank,
      id: result.id,
      name: views.get(result.id)?.name,
      score: result.score,
      toBeChecked: result.toBeChecked,
      contributions: result.contributions,
      fairness: result.fairness,
    }));
    const { modelVersion, considered, eligible, exclusions, unchecked, fairness } = ranking;
    const counts = { modelVersion, considered, eligible, exclusions, unchecked };
    const shown = { ...counts, assumedTerritories: assumed, fairness, results };
    return asJsonOutside(shown, views);
  },

  csv: ({ ranking, views }) => {
    const criteria = ranking.results[0]?.contributions.map(({ criterion }) => criterion) ?? [];
    const fair = ranking.fairness ? ['rank without fairness', 'rotation', 'by the test'] : [];
    return asCsv({
      head: [
        'rank',
        'id',
        'name',
        'score',
        ...criteria,
        'to be checked',
        ...fair,
        'unchecked in all',
      ],
      rows: ranking.results.map(({ rank, id, score, contributions, toBeChecked, fairness }) => [
        rank,
        views.get(id)?.publicId ?? '',
        views.get(id)?.name ?? '',
        score,
        ...contributions.map(({ contribution }) => contribution),
        toBeChecked.join(' '),
        ...(fairness
          ? [
              fairness.rankWithout,
              fairness.rotation?.points ?? 0,
              fairness.group?.forced ? 'yes' : 'no',
            ]
          : []),
        uncheckedCell(ranking.unchecked),
      ]),
    });
  },

  table: ({ ranking, views, assumed }) => {
    const rows = ranking.results.map((result) => [
      result.rank,
      points(result.score),
      views.get(result.id)?.name ?? '(no longer visible)',
      reasons(result),
    ]);
    const excluded = ranking.exclusions
      .filter(({ any }) => any > 0)
      .map(({ reason, first, any }) => `  ${reason}: ${first} first, ${any} in all`);
    return [
      `${ranking.eligible} of ${ranking.considered} are eligible (model version ${ranking.modelVersion}).`,
      ...assumedLine(assumed),
      ...(excluded.length > 0 ? ['Excluded:', ...excluded] : []),
      ...uncheckedLines(ranking.unchecked),
      ...(ranking.fairness ? [costOf(ranking.fairness)] : []),
      asTable({
        head: ['rank', 'score', 'name', 'why'],
        rows,
        widths: [6, 9, 24, 'rest'],
      }),
    ].join('\n');
  },
};

function reasons({ rank, contributions, toBeChecked, fairness }: RankedCandidate): string {
  return [
    ...contributions.map((line) => `${points(line.contribution)}  ${explain(line, 'en')}`),
    ...(toBeChecked.length > 0 ? [`Only her network can check: ${toBeChecked.join(', ')}.`] : []),
    ...(fairness ? explainFairness({ rank, fairness }, 'en') : []),
  ].join('\n');
}

/** What fairness cost, and whether its test could be passed. */
function costOf({ cost, meanCost, test }: FairnessEffect): string {
  const passed = test && !test.passed ? ' Too few of the group are eligible for the test.' : '';
  return `Fair exposure cost ${points(cost)} points of score on this page, ${points(meanCost)} a place.${passed}`;
}
