import { MediatorIds } from '#directory';
import { type ComparedWomen, AnalysisService } from '#engagement';
import { OPERATOR } from '#identity';
import { AnalysisSentences } from '#explanations';
import type { Format } from '../format-option.js';
import { asJsonOutside, mediatorKeys, readMediatorId } from '../mediator-id.js';
import { readNeed } from '../need-file.js';
import { asCsv, asTable, points, type Listing } from '../output.js';
import { assumedLine } from '../assumed-line.js';
import { withApplication } from '../with-application.js';

/** Prints two mediators side by side for the need in a file. */
export async function compare(
  file: string,
  first: string,
  second: string,
  { format }: { format: Format },
): Promise<void> {
  const given = [readMediatorId(first), readMediatorId(second)];
  const need = await readNeed(file);
  await withApplication(async (app) => {
    const analyses = app.get(AnalysisService);
    const mediatorIds = app.get(MediatorIds);
    const [one = '', other = ''] = await mediatorKeys(mediatorIds, given);
    console.log(PRINT[format](await analyses.compare(OPERATOR, need, [one, other])));
  });
}

const PRINT: Record<Format, (found: ComparedWomen) => string> = {
  json: ({ comparison, first, second, assumed }) =>
    asJsonOutside(
      {
        ...comparison,
        assumedTerritories: assumed,
        names: { first: first.name, second: second.name },
      },
      new Map([first, second].map((view) => [view.id, view])),
    ),

  csv: (found) => {
    const { head, rows } = criterionRows(found);
    const { first, second } = found.comparison;
    const open = [first, second].map(({ toBeChecked }) => toBeChecked.join(' '));
    return asCsv({ head, rows: [...rows, ['to be checked', '', ...open, '']] });
  },

  table: (found) => {
    const { comparison, first, second, assumed } = found;
    const names = { first: first.name, second: second.name };
    return [
      ...assumedLine(assumed),
      asTable(criterionRows(found)),
      ...new AnalysisSentences('en').comparison(comparison, names),
      ...(['first', 'second'] as const).flatMap((side) => {
        const { toBeChecked } = comparison[side];
        return toBeChecked.length === 0
          ? []
          : [`Only her network can check of ${names[side]}: ${toBeChecked.join(', ')}.`];
      }),
    ].join('\n');
  },
};

/** A row for each criterion, then their sums: the scores. */
function criterionRows({ comparison, first, second }: ComparedWomen): Listing {
  return {
    head: ['criterion', 'weight', first.name, second.name, 'difference'],
    rows: [
      ...comparison.criteria.map((each) => [
        each.criterion,
        each.weight,
        points(each.first.contribution),
        points(each.second.contribution),
        points(each.difference),
      ]),
      [
        'score',
        '',
        points(comparison.first.score),
        points(comparison.second.score),
        points(comparison.difference),
      ],
    ],
  };
}
