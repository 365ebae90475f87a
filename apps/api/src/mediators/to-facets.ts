import type { NetworkView } from '#directory';
import type { SearchResult } from '#search';
import { areaLabel, isTerritory, label, WORLD, type Locale } from '#vocabulary';
import { inLocale } from '../graphql/texts.js';
import type { Facet } from './mediators.args.js';

const LABELS: Partial<Record<Facet['name'], (code: string, locale: Locale) => string>> = {
  languages: (code, locale) => label('language', code, locale),
  territories: areaLabel,
  expertise: (code, locale) => label('expertise', code, locale),
  tracks: (code, locale) => label('track', code, locale),
  roles: (code, locale) => label('role', code, locale),
  availability: (code, locale) => label('availability', code, locale),
};

/** The graph's facets. @param networks those that are counted, by slug */
export function toFacets(
  { facets }: SearchResult,
  networks: ReadonlyMap<string, NetworkView>,
  locale: Locale,
): Facet[] {
  const labelOf = (name: Facet['name'], code: string): string => {
    const network = name === 'networks' ? networks.get(code) : undefined;
    if (network) return inLocale(network.names, locale) ?? code;
    return LABELS[name]?.(code, locale) ?? code;
  };
  return Object.entries(facets).map(([key, counts]) => {
    const name = key as Facet['name'];
    const isArea = name === 'territories';
    return {
      name,
      counts: counts
        .filter(({ code }) => !isArea || code !== WORLD)
        .map(({ code, count }) => ({
          code,
          label: labelOf(name, code),
          group: isArea && !isTerritory(code),
          count,
        })),
    };
  });
}
