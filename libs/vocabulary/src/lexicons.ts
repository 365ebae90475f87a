import { closedList } from './closed-lists.js';
import { AMBIGUOUS_LANGUAGES, AMBIGUOUS_TERRITORIES, NO_LANGUAGE } from './further-names.js';
import { PLACES_BELOW_COUNTRIES, REGIONS_OF_COUNTRIES } from './places.js';
import { WITHDRAWN_TERRITORIES } from './withdrawn-territories.js';
import type { VocabularyEntry, VocabularyKind } from './kinds.js';
import { Lexicon, type Exceptions } from './lexicon.js';
import { expertise, groupings, languages, regions, territories } from './lists.js';

/** All lists by kind. */
export const lists: Readonly<Record<VocabularyKind, readonly VocabularyEntry[]>> = {
  language: languages,
  territory: territories,
  region: regions,
  grouping: groupings,
  expertise,
  track: closedList('track'),
  role: closedList('role'),
  phase: closedList('phase'),
  'process-type': closedList('process-type'),
  support: closedList('support'),
  proficiency: closedList('proficiency'),
  'expertise-level': closedList('expertise-level'),
  availability: closedList('availability'),
};

const exceptions: Partial<Record<VocabularyKind, Exceptions>> = {
  language: { ambiguous: AMBIGUOUS_LANGUAGES, refused: NO_LANGUAGE },
  territory: {
    ambiguous: AMBIGUOUS_TERRITORIES,
    refused: { ...REGIONS_OF_COUNTRIES, ...PLACES_BELOW_COUNTRIES, ...WITHDRAWN_TERRITORIES },
  },
};

/** Look-up by any name, for each kind. */
export const lexicons = Object.fromEntries(
  (Object.entries(lists) as [VocabularyKind, readonly VocabularyEntry[]][]).map(
    ([kind, entries]) => [kind, new Lexicon(kind, entries, exceptions[kind])],
  ),
) as unknown as Readonly<Record<VocabularyKind, Lexicon>>;
