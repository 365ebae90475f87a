import { type NeedReport, AnalysisService } from '#engagement';
import { OPERATOR } from '#identity';
import { AnalysisSentences } from '#explanations';
import type { Uncheckable } from '#matching';
import type { Format } from '../format-option.js';
import { asJsonOutside } from '../mediator-id.js';
import { readNeed } from '../need-file.js';
import { positiveInteger } from '../numbers.js';
import { asCsv, asTable, points, type Listing } from '../output.js';
import { uncheckedLines } from '../unchecked-lines.js';
import { assumedLine } from '../assumed-line.js';
import { withApplication } from '../with-application.js';

interface Options {
  readonly limit: string;
  readonly nearly?: boolean;
  readonly format: Format;
}

/** Prints where the pool of the need in a file goes, and whom one criterion alone keeps out. */
export async function report(file: string, { limit, nearly, format }: Options): Promise<void> {
  const first = positiveInteger('--limit', limit, 1_000);
  const need = await readNeed(file);
  await withApplication(async (app) => {
    const analyses = app.get(AnalysisService);
    const found = await analyses.report(OPERATOR, need, { first });
    console.log(PRINT[format](found, nearly === true));
  });
}

const say = new AnalysisSentences('en');

const PRINT: Record<Format, (found: NeedReport, onlyNearly: boolean) => string> = {
  json: ({ waterfall, nearly, views, assumed }) => {
    const results = nearly.results.map((each) => ({
      ...each,
      name: views.get(each.id)?.name,
    }));
    const shown = { ...waterfall, assumedTerritories: assumed };
    return asJsonOutside({ ...shown, nearlyEligible: { ...nearly, results } }, views);
  },

  csv: (found, onlyNearly) => asCsv(onlyNearly ? nearlyCells(found) : waterfallCells(found)),

  table: (found, onlyNearly) => {
    const { considered, eligible } = found.waterfall;
    const { total, kept } = found.nearly;
    const listing: Listing = { ...nearlyRows(found), widths: [9, 38, 24, 'rest'] };
    return [
      ...(onlyNearly
        ? []
        : [
            `${eligible} of ${considered} are eligible.`,
            ...assumedLine(found.assumed),
            asTable(waterfallRows(found)),
            ...uncheckedLines(found.waterfall.unchecked),
          ]),
      `Fail only one criterion: ${total}. Fail only consent, state or safety, and are never named: ${kept}.`,
      asTable(listing),
    ].join('\n');
  },
};

function waterfallRows({ waterfall }: NeedReport): Listing {
  return {
    head: ['criterion', 'alone', 'removed', 'remaining', 'added if dropped'],
    rows: waterfall.steps.map(({ criterion, alone, removed, remaining, addedIfDropped }) => [
      criterion,
      alone,
      removed,
      remaining,
      addedIfDropped,
    ]),
  };
}

/** The same with how many of the eligible only their networks can check, also by what is no step. */
function waterfallCells({ waterfall, ...found }: NeedReport): Listing {
  const { head, rows } = waterfallRows({ waterfall, ...found });
  const counts = new Map(waterfall.unchecked.map(({ criterion, count }) => [criterion, count]));
  const steps = new Set<string>(waterfall.steps.map(({ criterion }) => criterion));
  const others = [...counts].filter(([criterion]) => !steps.has(criterion));
  return {
    head: [...head, 'unchecked'],
    rows: [
      ...rows.map((row) => [...row, counts.get(row[0] as Uncheckable) ?? 0]),
      ...others.map(([criterion, count]) => [criterion, '', '', '', '', count]),
    ],
  };
}

/** The same with what only her network can check. */
function nearlyCells(found: NeedReport): Listing {
  const { head, rows } = nearlyRows(found);
  const open = found.nearly.results.map(({ toBeChecked }) => toBeChecked.join(' '));
  return {
    head: [...head, 'to be checked'],
    rows: rows.map((row, i) => [...row, open[i]!]),
  };
}

function nearlyRows({ nearly, views }: NeedReport): Listing {
  return {
    head: ['score', 'id', 'name', 'lacks'],
    rows: nearly.results.map(({ id, score, shortfall }) => [
      points(score),
      views.get(id)?.publicId ?? '',
      views.get(id)?.name ?? '(no longer visible)',
      say.shortfall(shortfall),
    ]),
  };
}
