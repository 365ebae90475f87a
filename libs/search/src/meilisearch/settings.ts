import { isDeepStrictEqual } from 'node:util';
import type { Settings } from 'meilisearch';

/**
 * The index's settings. Nothing is searched by the server's own rules for words, which differ with the
 * script: words are codes like all others, and filters ask for them.
 */
export const INDEX_SETTINGS: Settings = {
  searchableAttributes: [],
  // No text can be read out of the index: highlights are made from the database.
  displayedAttributes: ['mediatorId', 'publicId'],
  filterableAttributes: [
    'words',
    'nameWords',
    'labelWords',
    'namePieces',
    'networks',
    'languages',
    'languageLevels',
    'territories',
    'expertise',
    'tracks',
    'roles',
    'availability',
    'years',
    'yearsAtLeast',
    'mediatorId',
  ],
  // In the order in which the server gives them back.
  sortableAttributes: ['confirmedDay', 'publicId', 'sortName', 'years'],
  // The last rule breaks every tie, at random, so that the order of a page is the order of the next one.
  rankingRules: ['sort', 'publicId:asc'],
  typoTolerance: {
    enabled: false,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: [],
    disableOnAttributes: [],
    disableOnNumbers: false,
  },
  synonyms: {},
  localizedAttributes: null,
  pagination: { maxTotalHits: 1_000_000 },
  faceting: { maxValuesPerFacet: 1_000, sortFacetValuesBy: { '*': 'count' } },
  // No facet is searched for its values, and words have a great many.
  facetSearch: false,
  prefixSearch: 'disabled',
  stopWords: [],
};

/** Whether an index has these settings already: sent again, they would make it index everything anew. */
export function areInForce(held: Settings): boolean {
  return Object.entries(INDEX_SETTINGS).every(([name, value]) =>
    isDeepStrictEqual(value, held[name as keyof Settings]),
  );
}
