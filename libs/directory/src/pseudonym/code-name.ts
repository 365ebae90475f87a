import { characterCount } from '#kernel';
import { problem, type Problem } from '#messages';
import { foldText } from '#vocabulary';

/** Letters of the shortest word that can tell who she is: "de" and "al" are in many names. */
const SHORTEST = 3;
/** Letters of the shortest word that tells it within another one, too: "Ana" is in "Banana". */
const SHORTEST_WITHIN = 4;
const HAN = /\p{Script=Han}/u;
const NUMBER = /\d+/g;
const NO_LETTERS = /[\d\s]+/;
const SPELLED = /(?<!\S)\p{L}(?: \p{L})+(?!\S)/gu;
/** As in "AwaHeron". */
const NEXT_WORD = /(?<=\p{Ll})(?=\p{Lu})/gu;

/** Her names, and the one that is to hide them; what is absent says nothing. */
interface Names {
  readonly codeName?: string | null;
  readonly fullName?: string | null;
  readonly displayName?: string | null;
  readonly nameVariants?: readonly string[];
}

/**
 * Why a code name would tell who she is: it holds a word of her names, also within a word of its own or letter by
 * letter, or a number that is also in her number of a list, however either is written. Null where it does not. The problem repeats nothing of her name.
 *
 * @param number her number in the list of a network, where it is known
 */
export function codeNameProblem(
  { codeName, fullName, displayName, nameVariants = [] }: Names,
  number = '',
): Problem | null {
  const folded = foldText(codeName ?? '');
  const words = wordsIn(codeName ?? '');
  const tells = (word: string) => {
    if (HAN.test(word)) return word.length > 1 && folded.includes(word);
    const letters = characterCount(word);
    return letters >= SHORTEST_WITHIN
      ? words.some((one) => one.includes(word))
      : letters >= SHORTEST && words.includes(word);
  };
  const nameWords = [fullName, displayName, ...nameVariants].flatMap((name) =>
    foldText(name ?? '').split(' '),
  );
  if (nameWords.some(tells)) {
    return problem('codeName.name');
  }
  const listed = new Set(numbersIn(foldText(number)));
  if (numbersIn(folded).some((digits) => listed.has(digits))) {
    return problem('codeName.number');
  }
  return null;
}

/** Its words, with digits or without, and those that are written together or letter by letter. */
function wordsIn(codeName: string): string[] {
  const folded = foldText(codeName);
  const apart = foldText(codeName.replaceAll(NEXT_WORD, ' '));
  const spelled = (folded.match(SPELLED) ?? []).map((letters) => letters.replaceAll(' ', ''));
  return [folded, apart]
    .flatMap((text) => [...text.split(' '), ...text.split(NO_LETTERS)])
    .concat(spelled);
}

function numbersIn(folded: string): string[] {
  return (folded.match(NUMBER) ?? []).map((digits) => digits.replace(/^0+(?=\d)/, ''));
}
