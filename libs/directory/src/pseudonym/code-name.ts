import { problem, type Problem } from '#messages';
import { foldText } from '#vocabulary';

/** Letters of the shortest word that can tell who she is: "de" and "al" are in many names. */
const SHORTEST = 3;
const HAN = /\p{Script=Han}/u;
const NUMBER = /\d+/g;

/** Her names, and the one that is to hide them; what is absent says nothing. */
interface Names {
  readonly codeName?: string | null;
  readonly fullName?: string | null;
  readonly displayName?: string | null;
  readonly nameVariants?: readonly string[];
}

/**
 * Why a code name would tell who she is: it holds a word of her names, or a number that is also in her number of
 * a list, however either is written. Null where it does not. The problem repeats nothing of her name.
 *
 * @param number her number in the list of a network, where it is known
 */
export function codeNameProblem(
  { codeName, fullName, displayName, nameVariants = [] }: Names,
  number = '',
): Problem | null {
  const folded = foldText(codeName ?? '');
  const words = new Set(folded.split(' '));
  const tells = (word: string) =>
    HAN.test(word)
      ? word.length > 1 && folded.includes(word)
      : Array.from(word).length >= SHORTEST && words.has(word);
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

function numbersIn(folded: string): string[] {
  return (folded.match(NUMBER) ?? []).map((digits) => digits.replace(/^0+(?=\d)/, ''));
}
