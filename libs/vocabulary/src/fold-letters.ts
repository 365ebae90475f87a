/**
 * Letters that are written for one another, each list beside what it folds to; small and decomposed. Latin
 * letters with hooks and strokes, and those of African alphabets, fold to the letter that keyboards without
 * them offer.
 */
const WRITTEN_FOR: readonly (readonly [folded: string, letters: string])[] = [
  // Latin
  ['a', 'əɐɑɒⱥᶏ'],
  ['ae', 'æ'],
  ['b', 'ɓƀƃ'],
  ['c', 'ƈȼɕ'],
  ['d', 'đðɗɖƌȡ'],
  ['e', 'ɛǝɘɜɇᶒ'],
  ['f', 'ƒ'],
  ['g', 'ɠɡɣǥ'],
  ['h', 'ħɦⱨƕ'],
  ['i', 'ıɨɩɪ'],
  ['j', 'ɉʝɟʄȷ'],
  ['k', 'ƙĸⱪ'],
  ['l', 'łƚɫɬɭⱡȴ'],
  ['m', 'ɱ'],
  ['n', 'ŋɲƞɳȵ'],
  ['o', 'øɔɵ'],
  ['oe', 'œ'],
  ['p', 'ƥᵽ'],
  ['q', 'ɋʠ'],
  ['r', 'ɍɾɽɹ'],
  ['s', 'ʃʂȿ'],
  ['ss', 'ß'],
  ['t', 'ŧƭʈⱦȶ'],
  ['th', 'þ'],
  ['u', 'ʉʊɯ'],
  ['v', 'ʋʌ'],
  ['w', 'ⱳ'],
  ['y', 'ƴɏ'],
  ['z', 'ƶʒʐȥɀⱬ'],
  // Glottal stops and clicks, which are often left out or written as punctuation.
  ['', 'ʔʕɂǀǁǂǃʘ'],
  // Greek and Cyrillic; і, й, ь and ъ are letters of their own.
  ['σ', 'ς'],
  ['г', 'ґғҕ'],
  ['к', 'қҝҡ'],
  ['н', 'ңҥ'],
  ['х', 'һҳ'],
  ['ж', 'җ'],
  ['ч', 'ҷҹ'],
  ['а', 'ә'],
  ['о', 'ө'],
  ['у', 'ұү'],
  // Hebrew, with the letters of Yiddish
  ['כ', 'ך'],
  ['מ', 'ם'],
  ['נ', 'ן'],
  ['פ', 'ף'],
  ['צ', 'ץ'],
  ['וו', 'װ'],
  ['וי', 'ױ'],
  ['יי', 'ײ'],
  // Arabic, Persian, Urdu, Kurdish, Pashto; the tatweel only stretches.
  ['ا', 'أإآٱٲٳ'],
  ['ي', 'ىیېۍێےۑئ'],
  ['ه', 'ةہھۀەۂۃ'],
  ['و', 'ؤۆۇۈۋ'],
  ['ك', 'کڪ'],
  ['گ', 'ګڭݣ'],
  ['ف', 'ڢڤڥ'],
  ['ق', 'ڧڨ'],
  ['ن', 'ںڼ'],
  ['ر', 'ڕړ'],
  ['ل', 'ڵ'],
  ['', 'ـ'],
  // Gurmukhi, Devanagari
  ['\u0a02', '\u0a70'],
  ['\u0902', '\u0901'],
  // Malayalam: letters without a vowel of their own
  ['ണ്', 'ൺ'],
  ['ന്', 'ൻ'],
  ['ര്', 'ർ'],
  ['ല്', 'ൽ'],
  ['ള്', 'ൾ'],
  ['ക്', 'ൿ'],
  // Ethiopic: the first and the fourth order of these two, and what is rounded or not
  ['ሀ', 'ሃ'],
  ['አ', 'ኣ'],
  ['ው', 'ዉ'],
  ['ቆ', 'ቈ'],
  ['ሆ', 'ኈ'],
  ['ኮ', 'ኰ'],
  ['ጎ', 'ጐ'],
];

/** Rows of the Ethiopic syllabary that sound alike in Amharic, each with all its orders. */
const ETHIOPIC_ROWS: readonly (readonly [sound: string, rows: string])[] = [
  ['ሀ', 'ሐኀኸ'],
  ['ሰ', 'ሠ'],
  ['አ', 'ዐ'],
  ['ጸ', 'ፀ'],
];
/** Vowels of a row. */
const ORDERS = 7;

const FOLDED = foldedLetters();
const EXCHANGED = new RegExp(`[${[...FOLDED.keys()].join('')}]`, 'gu');

/** The text with each letter as the one that it is exchanged with. */
export function foldLetters(text: string): string {
  return text.replace(EXCHANGED, (letter) => FOLDED.get(letter) ?? letter);
}

function foldedLetters(): Map<string, string> {
  const folded = new Map<string, string>();
  for (const [to, letters] of WRITTEN_FOR) for (const letter of letters) folded.set(letter, to);
  for (const [to, rows] of ETHIOPIC_ROWS) {
    for (const row of rows) {
      for (let order = 0; order < ORDERS; order++) {
        const sound = following(to, order);
        folded.set(following(row, order), folded.get(sound) ?? sound);
      }
    }
  }
  return folded;
}

function following(letter: string, places: number): string {
  return String.fromCharCode(letter.charCodeAt(0) + places);
}
