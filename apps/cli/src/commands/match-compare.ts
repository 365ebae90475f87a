import type { ComparedWomen } from '#engagement';
import { OPERATOR } from '#identity';
import { AnalysisSentences } from '#matching';
import type { Format } from '../format-option.js';
import { readMediatorId } from '../mediator-id.js';
import { readNeed } from '../need-file.js';
import { asCsv, asJson, asTable, points, type Listing } from '../output.js';
import { withRooms } from '../with-rooms.js';

/** Prints two mediators side by side for the need in a file. */
export async function compare(
  file: string,
  first: string,
  second: string,
  { format }: { format: Format },
): Promise<void> {
  const pair = [readMediatorId(first), readMediatorId(second)] as const;
  const need = await readNeed(file);
  await withRooms(async ({ analyses }) => {
    console.log(PRINT[format](await analyses.compare(OPERATOR, need, pair)));
  });
}

const PRINT: Record<Format, (found: ComparedWomen) => string> = {
  json: ({ comparison, first, second }) =>
    asJson({ ...comparison, names: { first: first.name, second: second.name } }),

  csv: (found) => asCsv(criterionRows(found)),

  table: (found) => {
    const { comparison, first, second } = found;
    const names = { first: first.name, second: second.name };
    return [
      asTable(criterionRows(found)),
      ...new AnalysisSentences('en').comparison(comparison, names),
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
