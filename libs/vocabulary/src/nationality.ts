import { demonymsByTerritory } from './demonyms.js';
import { AMBIGUOUS_TERRITORIES } from './further-names.js';
import type { TerritoryCode } from './kinds.js';
import { Lexicon } from './lexicon.js';
import { territories } from './lists.js';
import { parseTerritory } from './parse.js';
import { understood, type Parsed } from './problem.js';

let people: Lexicon | null = null;

/**
 * The country of a nationality: its name or code, or the name of its people in six languages, feminine or
 * masculine. Only for what is known to be a nationality: "French" is also a language. A name of two peoples
 * ("Congolese") is refused with both countries as suggestions.
 */
export function parseNationality(text: string): Parsed<TerritoryCode> {
  const territory = parseTerritory(text);
  if (territory.ok) return territory;
  people ??= lexiconOfPeoples();
  const named = people.parse(text);
  if (named.ok) return understood(named.value);
  return territory.problem.suggestions.length > 0 && named.problem.reason !== 'ambiguous'
    ? territory
    : named;
}

function lexiconOfPeoples(): Lexicon {
  const names = demonymsByTerritory();
  const entries = territories.map((one) => ({
    ...one,
    aliases: names.get(one.code) ?? [],
    labels: { en: one.labels.en },
  }));
  return new Lexicon('territory', entries, { ambiguous: AMBIGUOUS_TERRITORIES });
}
