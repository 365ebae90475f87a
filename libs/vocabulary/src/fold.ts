const MARKS = /\p{M}/gu;
const SEPARATORS = /[^\p{L}\p{N}]+/gu;
/** Arabic letters that writers exchange, the tatweel that only stretches, and letters with no decomposition. */
const LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ı: 'i',
};
const EXCHANGED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
/** A plus carries meaning in levels: ILR 3 is not ILR 3+. */
const PLUS = /\+/g;
const ASCII = /^[a-z0-9]+$/;

/**
 * Folds text for look-ups: compatibility forms, accents, case, Arabic spelling variants and
 * punctuation make no difference. `Côte d’Ivoire` and `cote d'ivoire` fold to the same text.
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text;
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(EXCHANGED, (letter) => LETTERS[letter] ?? letter)
    .replace(MARKS, '')
    .replace(EXCHANGED, (letter) => LETTERS[letter] ?? letter)
    .replace(PLUS, ' plus ')
    .replace(SEPARATORS, ' ')
    .trim();
}
