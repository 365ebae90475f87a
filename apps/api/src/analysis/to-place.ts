import type { ExplainedPlace } from '#engagement';
import { AnalysisSentences } from '#explanations';
import type { Lift as Found } from '#matching';
import type { Locale } from '#vocabulary';
import { toAreas } from '../graphql/texts.js';
import { toExplanations } from '../matching/to-explanations.js';
import { toMediator } from '../mediators/to-mediator.js';
import type { Lift, PlaceExplanation, Stability } from './place.type.js';
import { toShortfall } from './to-shortfall.js';

/** Why somebody stands where she does, for the graph. */
export function toPlace(
  { place, view, assumed }: ExplainedPlace,
  locale: Locale,
): PlaceExplanation {
  const say = new AnalysisSentences(locale);
  const { standing, top, eligible, score } = place;
  const common = {
    __typename: 'PlaceExplanation' as const,
    mediator: toMediator(view, locale),
    standing,
    top,
    eligible,
    score,
    explanation: toExplanations(place.contributions, locale),
    lifts: [],
    most: null,
    margin: null,
    stability: null,
    shortfalls: [],
    toBeChecked: place.toBeChecked,
    assumedTerritories: toAreas(assumed, locale),
    uncheckedCriteria: place.unchecked,
    sentences: say.place(place),
  };
  if (place.standing === 'excluded') {
    const shortfalls = place.shortfalls.map((each) => toShortfall(each, locale));
    return { ...common, rank: place.rankIfMet, shortfalls };
  }
  const { rank } = place;
  const stability = toStability(place, say);
  if (place.standing === 'inside') return { ...common, rank, stability, margin: place.margin };
  const { lifts, most } = place.counterfactual;
  return {
    ...common,
    rank,
    stability,
    lifts: lifts.map((lift) => toLift(lift, say)),
    most: most && toLift(most, say),
  };
}

function toStability(
  {
    stability,
    top,
  }: { stability: Extract<ExplainedPlace['place'], { rank: number }>['stability']; top: number },
  say: AnalysisSentences,
): Stability {
  const { ranks, interval, ...figures } = stability;
  return {
    ...figures,
    ...interval,
    bestRank: ranks.best,
    worstRank: ranks.worst,
    sentence: say.stability(stability, top),
  };
}

function toLift(lift: Found, say: AnalysisSentences): Lift {
  const { criterion, ...change } = lift.change;
  const { steps, alike, score, rank } = lift;
  return { criterion, change, steps, alike, score, rank, sentence: say.lift(lift) };
}
