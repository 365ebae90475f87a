import { foldLetters } from './fold-letters.js';
import { asciiDigits } from './whole-number.js';

/** Characters that are not seen: joiners, soft hyphens, direction marks, and fillers of Hangul. */
const INVISIBLE = /[\p{Cf}\u115f\u1160]/gu;
/**
 * Marks that change how a letter sounds and not which letter it is: accents, niqqud, harakat, tone marks,
 * nuktas. The short over и is none: й is a letter of its own (Unicode CLDR, root collation), and so are kana
 * with voicing marks. Vowel signs of the scripts of India and South-East Asia are letters as well.
 */
const MARKS = new RegExp(
  [
    '(?<!и)\\u0306',
    '(?![\\u0306\\u3099\\u309a])(?=\\p{M})[\\p{sc=Zinh}\\p{sc=Arab}\\p{sc=Hebr}\\p{sc=Cyrl}\\p{sc=Syrc}\\p{sc=Nkoo}\\p{sc=Adlm}\\p{sc=Ethi}\\p{sc=Tfng}\\p{sc=Latn}\\p{sc=Grek}]',
    // Small letters of the Koran above the line, which are no marks to Unicode.
    '[\\u06e5\\u06e6]',
    // Nuktas.
    '[\\u093c\\u09bc\\u0a3c\\u0abc\\u0b3c\\u0c3c\\u0cbc]',
    // Tone marks and signs of silence: Thai, Lao, Burmese, Khmer.
    '[\\u0e47-\\u0e4c\\u0e4e\\u0ec8-\\u0ecc\\u1037\\u1038\\u17c9-\\u17d1\\u17dd]',
  ].join('|'),
  'gu',
);
/** Apostrophes of all kinds, some of which Unicode calls letters. */
const APOSTROPHE_LETTERS = /[ʹʺʻʼʽʾʿˀˁˈˊˋˌꞋꞌ]/gu;
/** A nasal before a consonant, written in full or as a dot (हिन्दी, हिंदी). */
const NASAL = /[ङञणनम]\u094d(?=[क-ह])/gu;
const KATAKANA = /[ァ-ヶ]/gu;
const HIRAGANA_BEFORE_KATAKANA = 0x60;
/** A plus carries meaning in levels: ILR 3 is not ILR 3+. */
const PLUS = /\+/g;
const SEPARATORS = /[^\p{L}\p{N}\p{M}]+/gu;
const MARKS_ALONE = /(?<![\p{L}\p{N}\p{M}])\p{M}+/gu;
/** Words of ASCII with one space between: most texts are told by this alone. */
const PLAIN = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;
const ASCII = /^[\0-\x7f]*$/;
const ASCII_SEPARATORS = /[^a-z0-9]+/g;

/**
 * Folds text for look-ups: what people write in one way or another folds to the same text, in every
 * script. Compatibility forms, accents, case, digits, invisible characters, letters that writers exchange
 * and punctuation make no difference. `Côte d’Ivoire` and `cote d'ivoire` fold to the same text.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  // The rest is about other characters, and takes its time.
  if (ASCII.test(text)) {
    return text.toLowerCase().replace(PLUS, ' plus ').replace(ASCII_SEPARATORS, ' ').trim();
  }
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(INVISIBLE, '')
    .replace(APOSTROPHE_LETTERS, "'")
    .replace(MARKS, '');
  return asciiDigits(foldLetters(letters))
    .replace(NASAL, '\u0902')
    .replace(KATAKANA, hiragana)
    .normalize('NFC')
    .replace(PLUS, ' plus ')
    .replace(MARKS_ALONE, '')
    .replace(SEPARATORS, ' ')
    .trim();
}

function hiragana(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) - HIRAGANA_BEFORE_KATAKANA);
}
