import { isDeepStrictEqual } from 'node:util';
import type { Settings } from 'meilisearch';
import { SYNONYMS } from '../synonyms.js';

/**
 * The index's settings. Codes are filtered and never searched, so no typing error can turn one code
 * into another; words with digits take none either.
 */
export const INDEX_SETTINGS: Settings = {
  searchableAttributes: ['names', 'folded', 'keywords', 'texts'],
  // No text can be read out of the index: highlights are made from the database.
  displayedAttributes: ['mediatorId', 'publicId'],
  filterableAttributes: [
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
  rankingRules: ['sort', 'words', 'typo', 'attribute', 'proximity', 'exactness', 'publicId:asc'],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 9 },
    disableOnWords: [],
    disableOnAttributes: [],
    disableOnNumbers: true,
  },
  synonyms: Object.fromEntries([...SYNONYMS].map(([short, words]) => [short, [words.join(' ')]])),
  localizedAttributes: [
    {
      attributePatterns: ['names', 'folded', 'keywords', 'texts*'],
      locales: ['ara', 'eng', 'spa', 'fra', 'por'],
    },
  ],
  pagination: { maxTotalHits: 1_000_000 },
  faceting: { maxValuesPerFacet: 1_000, sortFacetValuesBy: { '*': 'count' } },
  stopWords: [],
};

/** Whether an index has these settings already: sent again, they would make it index everything anew. */
export function areInForce(held: Settings): boolean {
  return Object.entries(INDEX_SETTINGS).every(([name, value]) =>
    isDeepStrictEqual(value, held[name as keyof Settings]),
  );
}
