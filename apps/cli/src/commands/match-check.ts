import { NeedReviewService } from '#engagement';
import { OPERATOR } from '#identity';
import { explainFinding } from '#explanations';
import type { NeedReview } from '#matching';
import type { Format } from '../format-option.js';
import { readNeed } from '../need-file.js';
import { positiveInteger } from '../numbers.js';
import { asCsv, asJson, asTable, type Listing } from '../output.js';
import { assumedLine } from '../assumed-line.js';
import { uncheckedLines, uncheckedOf } from '../unchecked-lines.js';
import { withApplication } from '../with-application.js';

/** Exit code when nobody can be eligible, whoever joins. */
const CONTRADICTORY = 2;
/** A directory has fewer women than that. */
const MOST_WANTED = 1_000_000;

interface Options {
  readonly wanted?: string;
  readonly format: Format;
}

/** Prints what is contradictory or too narrow in the need in a file, before anyone is ranked by it. */
export async function check(file: string, { wanted, format }: Options): Promise<void> {
  const women = wanted === undefined ? undefined : positiveInteger('--wanted', wanted, MOST_WANTED);
  const need = await readNeed(file);
  await withApplication(async (app) => {
    const needReviews = app.get(NeedReviewService);
    const review = await needReviews.review(OPERATOR, need, women);
    console.log(PRINT[format](review));
    if (review.findings.some(({ kind }) => kind === 'CONTRADICTION')) {
      process.exitCode = CONTRADICTORY;
    }
  });
}

const PRINT: Record<Format, (review: NeedReview) => string> = {
  json: ({ findings, assumed, ...counts }) =>
    asJson({
      ...counts,
      assumedTerritories: assumed,
      findings: findings.map((found) => ({ ...found, sentence: explainFinding(found) })),
    }),

  /** What only networks can check, then the findings; how many women it is about where it is about women. */
  csv: (review) => {
    const { head, rows } = findingRows(review);
    const unchecked = review.unchecked
      .filter(({ count }) => count > 0)
      .map((one) => [
        'UNCHECKED',
        one.criterion,
        `Only their networks can check: ${uncheckedOf(one)}.`,
        one.count,
      ]);
    return asCsv({
      head: [...head, 'women'],
      rows: [...unchecked, ...rows.map((row) => [...row, ''])],
    });
  },

  table: (review) => {
    const { considered, eligible, reliefs, unchecked, assumed, findings } = review;
    const without = reliefs.map(
      ({ requirement, eligible: count }) => `  without ${requirement}: ${count}`,
    );
    return [
      `${eligible} of ${considered} are eligible.`,
      ...assumedLine(assumed),
      ...without,
      ...uncheckedLines(unchecked),
      findings.length === 0
        ? 'Nothing in the need is contradictory, too narrow or without effect.'
        : asTable({ ...findingRows(review), widths: [16, 26, 'rest'] }),
    ].join('\n');
  },
};

function findingRows({ findings }: NeedReview): Listing {
  return {
    head: ['kind', 'where', 'finding'],
    rows: findings.map((found) => [found.kind, found.path, explainFinding(found)]),
  };
}
