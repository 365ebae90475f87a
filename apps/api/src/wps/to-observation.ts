import { textIn } from '#messages';
import type { Locale } from '#vocabulary';
import type { IndicatorView, ObservationView, SheetRow as SheetRowView } from '#wps';
import { globalId } from '../graphql/global-id.js';
import { toTexts } from '../graphql/texts.js';
import type { Observation, SheetRow, WpsIndicator } from './indicator.type.js';
import { toActorName } from './to-actor.js';

export function toIndicator(
  { id, framework, text, ...columns }: IndicatorView,
  locale: Locale,
): WpsIndicator {
  return {
    __typename: 'WpsIndicator',
    ...columns,
    id: globalId('WpsIndicator', id),
    framework: framework.code,
    text: textIn(text, locale) ?? '',
    texts: toTexts(text),
  };
}

/** The graph's observation: the service has decided that this viewer may see it. */
export function toObservation(
  { id, actor, indicator, supersedesId, ...columns }: ObservationView,
  locale: Locale,
): Observation {
  return {
    __typename: 'Observation',
    ...columns,
    id: globalId('Observation', id),
    actor: toActorName(actor, locale),
    indicator: toIndicator(indicator, locale),
    supersedesId: supersedesId && globalId('Observation', supersedesId),
  };
}

export function toSheetRow(
  { indicator, observation, caveats }: SheetRowView,
  locale: Locale,
): SheetRow {
  return {
    indicator: toIndicator(indicator, locale),
    observation: observation && toObservation(observation, locale),
    caveats: caveats.map((caveat) => ({
      ...caveat,
      indicator: toIndicator(caveat.indicator, locale),
    })),
  };
}
