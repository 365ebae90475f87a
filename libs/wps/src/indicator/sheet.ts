import type { Fit, ObservationStatus } from './lists.js';
import { FITS, OBSERVATION_STATUSES } from './lists.js';
import type { IndicatorView, ObservationView } from './views.js';

/** A row of a report by a framework: an indicator with the observation that answers it. */
export interface SheetRow {
  readonly indicator: IndicatorView;
  /** Null is a gap, which is shown as such. */
  readonly observation: ObservationView | null;
  /** What a reader must know: how the indicator of the observation and that of the row differ from their concept. */
  readonly caveats: readonly Caveat[];
}

export interface Caveat {
  readonly indicator: IndicatorView;
  readonly fit: Fit;
  readonly note: string | null;
}

/**
 * The report of an actor by the indicators of one framework: enter once, print many. An indicator is answered by the
 * observation of the whole (not of a part) that comes first by: its own indicator before another of the same concept; the
 * closest fit to the concept; the later last day; the surer status; the later entry. A borrowed value brings its caveats.
 *
 * @param indicators of the framework, in its order
 * @param observations current ones of one actor, that the reader may see
 */
export function sheetRows(
  indicators: readonly IndicatorView[],
  observations: readonly ObservationView[],
): SheetRow[] {
  return indicators.map((indicator) => {
    const answers = observations.filter(
      ({ part, indicator: of }) => part === null && of.concept === indicator.concept,
    );
    const [best = null] = answers.toSorted(
      (a, b) =>
        Number(b.indicator.id === indicator.id) - Number(a.indicator.id === indicator.id) ||
        rank(FITS, a.indicator.fit) - rank(FITS, b.indicator.fit) ||
        descending(a.until, b.until) ||
        rank<ObservationStatus>(OBSERVATION_STATUSES, a.status) -
          rank<ObservationStatus>(OBSERVATION_STATUSES, b.status) ||
        descending(a.id, b.id),
    );
    const borrowed = best !== null && best.indicator.id !== indicator.id;
    const differing = borrowed ? [best.indicator, indicator] : [];
    return {
      indicator,
      observation: best,
      caveats: differing
        .filter(({ fit }) => fit !== 'same')
        .map((one) => ({ indicator: one, fit: one.fit, note: one.fitNote })),
    };
  });
}

function rank<T>(list: readonly T[], value: T): number {
  return list.indexOf(value);
}

/** Ids grow with time, so the later one of two is the greater. */
function descending(a: string, b: string): number {
  return a > b ? -1 : Number(a < b);
}
