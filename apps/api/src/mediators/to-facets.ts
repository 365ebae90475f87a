import { textIn } from '#messages';
import type { NetworkView } from '#directory';
import type { FacetName, SearchResult } from '#search';
import { areaLabel, isTerritory, label, WORLD, type Locale } from '#vocabulary';
import { AvailabilityEnum, RoleEnum, TrackEnum } from '../graphql/enums/vocabulary.js';

import type { MediatorFilter } from './mediator-filter.input.js';
import type { Facet } from './mediators.args.js';

/** The values that a filter names, by the facet that counts them. */
export type Chosen = Partial<Record<FacetName, readonly string[]>>;

const LABELS: Partial<Record<FacetName, (code: string, locale: Locale) => string>> = {
  languages: (code, locale) => label('language', code, locale),
  territories: areaLabel,
  expertise: (code, locale) => label('expertise', code, locale),
  tracks: (code, locale) => label('track', code, locale),
  roles: (code, locale) => label('role', code, locale),
  availability: (code, locale) => label('availability', code, locale),
};

/** What the filter calls a value: its name in an enum, where there is one. */
const NAMES: Partial<Record<FacetName, ReadonlyMap<string, string>>> = {
  tracks: namesIn(TrackEnum),
  roles: namesIn(RoleEnum),
  availability: namesIn(AvailabilityEnum),
};

/** What a filter names. */
export function chosenBy(filter: MediatorFilter | null | undefined): Chosen {
  if (!filter) return {};
  const { languages, territories, expertise, tracks, roles, networks, availability } = filter;
  return {
    languages: languages?.map(({ code }) => code) ?? [],
    territories: territories ?? [],
    expertise: expertise ?? [],
    tracks: tracks ?? [],
    roles: roles ?? [],
    networks: networks ?? [],
    availability: availability ?? [],
  };
}

/**
 * The graph's facets.
 *
 * @param chosen values that are told also where nobody has them, so that they can be taken away from the filter
 * @param networks those that are counted or chosen, by slug
 */
export function toFacets(
  { facets }: SearchResult,
  chosen: Chosen,
  networks: ReadonlyMap<string, NetworkView>,
  locale: Locale,
): Facet[] {
  const labelOf = (name: FacetName, code: string): string => {
    const network = name === 'networks' ? networks.get(code) : undefined;
    if (network) return textIn(network.names, locale) ?? code;
    return LABELS[name]?.(code, locale) ?? code;
  };
  return Object.entries(facets).map(([key, counts]) => {
    const name = key as FacetName;
    const isArea = name === 'territories';
    const counted = new Set(counts.map(({ code }) => code));
    const nobody = [...new Set(chosen[name])].filter((code) => !counted.has(code));
    return {
      name,
      counts: [...counts, ...nobody.map((code) => ({ code, count: 0 }))]
        .filter(({ code }) => !isArea || code !== WORLD)
        .map(({ code, count }) => ({
          code: NAMES[name]?.get(code) ?? code,
          label: labelOf(name, code),
          group: isArea && !isTerritory(code),
          count,
        })),
    };
  });
}

function namesIn(values: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(values).map(([name, code]) => [code, name]));
}
