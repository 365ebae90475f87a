import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { firstLetters, memoizeTexts } from '#kernel';
import { foldText, type Locale } from '#vocabulary';
import { LONGEST_WORD } from '../words.js';
import { swahiliStem } from './swahili-stem.js';

/** Snowball's, and our own where it has none. */
const STEMMERS: readonly (readonly [Locale, (word: string) => string])[] = [
  ['ar', arabic],
  ['en', english],
  ['es', spanish],
  ['fr', french],
  ['pt', portuguese],
  ['sw', swahiliStem],
];

/** Texts have the same words again and again. */
const stems = new Map(
  STEMMERS.map(([language, stemmer]) => [
    language,
    memoizeTexts(
      (written) => {
        const word = firstLetters(written, LONGEST_WORD).toLowerCase().normalize('NFC');
        return foldText(stemmer(word));
      },
      { longest: LONGEST_WORD },
    ),
  ]),
);

/** The stem of a word as it is written, for its accents tell endings apart; folded. */
export function stemOf(language: Locale, written: string): string {
  return stems.get(language)?.(written) ?? written;
}
