import { closedList } from './closed-lists.js';
import { AMBIGUOUS_LANGUAGES, AMBIGUOUS_TERRITORIES } from './further-names.js';
import type { VocabularyEntry, VocabularyKind } from './kinds.js';
import { Lexicon } from './lexicon.js';
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

const ambiguities = { language: AMBIGUOUS_LANGUAGES, territory: AMBIGUOUS_TERRITORIES };

/** Look-up by any name, for each kind. */
export const lexicons = Object.fromEntries(
  Object.entries(lists).map(([kind, entries]) => [
    kind,
    new Lexicon(
      kind as VocabularyKind,
      entries,
      ambiguities[kind as keyof typeof ambiguities] ?? {},
    ),
  ]),
) as unknown as Readonly<Record<VocabularyKind, Lexicon>>;
