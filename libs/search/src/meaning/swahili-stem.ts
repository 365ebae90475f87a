/** Prefixes of noun classes, of the infinitive and of abstract nouns, longest first. */
const PREFIX = /^(?:mw|wa|mu|mi|ki|vi|ma|ku|kw|m|u)(?=.{4})/u;
/** In, at or to a place: kijijini, in the village. */
const LOCATIVE = /(?<=.{4})ni$/u;
/** A verb ends in another vowel than who does it and what is done: -patanisha, mpatanishi, upatanisho. */
const FINAL_VOWEL = /(?<=.{3})[aeiou]$/u;

/**
 * A light stem of a Swahili noun or infinitive: without the prefix of its class, so that singular and plural, doer and deed
 * meet (mpatanishi, wapatanishi, upatanishi, kupatanisha). The classes are those of E. O. Ashton, Swahili Grammar (Longmans
 * 1944), chapters I to XXI; prefixes that change with the letter behind them (ch-, vy-, j-, n-) stay, and so do the subjects and
 * tenses of verbs.
 */
export function swahiliStem(word: string): string {
  return word.replace(LOCATIVE, '').replace(PREFIX, '').replace(FINAL_VOWEL, '');
}
