import { MediatorIds } from '#directory';
import { type ExplainedPlace, AnalysisService } from '#engagement';
import { OPERATOR } from '#identity';
import { AnalysisSentences, explain } from '#explanations';
import type { Lift } from '#matching';
import type { Format } from '../format-option.js';
import { asJsonOutside, mediatorKey, readMediatorId } from '../mediator-id.js';
import { readNeed } from '../need-file.js';
import { positiveInteger } from '../numbers.js';
import { asCsv, points, type Listing } from '../output.js';
import { assumedLine } from '../assumed-line.js';
import { uncheckedLines, uncheckedOf } from '../unchecked-lines.js';
import { withApplication } from '../with-application.js';

interface Options {
  readonly top: string;
  readonly delta: string;
  readonly samples: string;
  readonly format: Format;
}

/** Prints why a mediator stands where she does for the need in a file, and what would change that. */
export async function explainPlaceOf(
  file: string,
  mediator: string,
  { top, delta, samples, format }: Options,
): Promise<void> {
  const asked = {
    top: positiveInteger('--top', top, 1_000),
    delta: positiveInteger('--delta', delta, 100),
    samples: positiveInteger('--samples', samples, 2_000),
  };
  const given = readMediatorId(mediator);
  const need = await readNeed(file);
  await withApplication(async (app) => {
    const analyses = app.get(AnalysisService);
    const mediatorIds = app.get(MediatorIds);
    const id = await mediatorKey(mediatorIds, given);
    console.log(PRINT[format](await analyses.explain(OPERATOR, need, id, asked)));
  });
}

const say = new AnalysisSentences('en');

const PRINT: Record<Format, (found: ExplainedPlace) => string> = {
  json: ({ place, view, assumed }) =>
    asJsonOutside(
      { ...place, assumedTerritories: assumed, name: view.name },
      new Map([[view.id, view]]),
    ),

  /** The changes that would bring her among the first, and what only her network can check. */
  csv: ({ place }) => {
    const { head, rows } = changeRows(
      place.standing === 'outside' ? place.counterfactual.lifts : [],
    );
    const open = place.unchecked
      .filter(({ count, criterion }) => count > 0 || place.toBeChecked.includes(criterion))
      .map((one) => {
        const her = place.toBeChecked.includes(one.criterion)
          ? 'Only her network can check it. '
          : '';
        return [
          one.criterion,
          '',
          '',
          '',
          `${her}Only their networks can check: ${uncheckedOf(one)}.`,
        ];
      });
    return asCsv({ head, rows: [...rows, ...open] });
  },

  table: ({ place, view, assumed }) =>
    [
      `${view.name}: ${STANDINGS[place.standing]}, score ${points(place.score)}.`,
      ...place.contributions.map((line) => `${points(line.contribution)}  ${explain(line, 'en')}`),
      ...assumedLine(assumed),
      ...uncheckedLines(place.unchecked),
      '',
      ...(place.toBeChecked.length > 0
        ? [`Only her network can check: ${place.toBeChecked.join(', ')}.`]
        : []),
      ...say.place(place),
    ].join('\n'),
};

const STANDINGS = {
  inside: 'among the first',
  outside: 'eligible, and after the first',
  excluded: 'excluded',
} as const;

function changeRows(lifts: readonly Lift[]): Listing {
  return {
    head: ['criterion', 'steps', 'score', 'rank', 'sentence'],
    rows: lifts.map((lift) => [
      lift.change.criterion,
      lift.steps,
      points(lift.score),
      lift.rank,
      say.lift(lift),
    ]),
  };
}
