import { problem, type Problem } from '#messages';

/** Zero-width joiner and non-joiner: between letters of these scripts they decide how a word is written. */
const JOINERS = /[\u200c\u200d]/u;
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mandaic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Tibetan}]/u;
/** Variation selectors choose a form of a Han or Mongolian letter that stands before them. */
const SELECTORS = /[\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
const SELECTED = /[\p{Script=Han}\p{Script=Mongolian}]/u;
/** Also the blank of Braille, and what stands for a picture that was lost. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Co}\p{Cn}\u2800\ufffc]/u;
const LINE = /[\t-\r\u0085\u2028\u2029]/;
/** A mark alone and a modifier are none: they need a letter that they belong to. */
const LETTER = /(?!\p{Default_Ignorable_Code_Point})[\p{Lu}\p{Ll}\p{Lt}\p{Lo}]/u;

/** Nothing but letters and what is written between names: most names are told by this alone. */
const PLAIN = /^[\p{Lu}\p{Ll}][\p{Lu}\p{Ll} .'’-]*$/u;

/** Why a text cannot be somebody's name. */
export interface NameProblem {
  readonly reason: Problem;
  /** The name that was perhaps meant. */
  readonly suggestion: string | null;
}

/**
 * Null for a text that can be a name: it has a letter that is seen, and no character that nobody sees where
 * that character means nothing. A joiner is kept between letters of scripts whose words are written with it.
 */
export function nameProblem(text: string): NameProblem | null {
  if (PLAIN.test(text)) return null;
  const characters = Array.from(text);
  const seen = characters.map((character, i) => {
    if (!isStray(characters, i)) return character;
    return LINE.test(character) ? ' ' : '';
  });
  const name = seen.join('').replaceAll(/\s+/gu, ' ').trim();
  if (!LETTER.test(name)) {
    return { reason: problem('name.noLetters'), suggestion: null };
  }
  if (/^[#＃]/u.test(name)) {
    return { reason: problem('name.hash'), suggestion: null };
  }
  const stray = characters.find((_, i) => isStray(characters, i));
  if (stray === undefined) return null;
  const code = (stray.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { reason: problem('name.unseen', { code }), suggestion: name };
}

function isStray(characters: readonly string[], at: number): boolean {
  const character = characters[at] ?? '';
  // A cell may hold a name on two lines: an end of a line is a space that is seen.
  if (character === '\n' || !INVISIBLE.test(character)) return false;
  const before = characters[at - 1] ?? '';
  if (JOINERS.test(character)) {
    return !(JOINING.test(before) && JOINING.test(characters[at + 1] ?? ''));
  }
  return !(SELECTORS.test(character) && SELECTED.test(before));
}
