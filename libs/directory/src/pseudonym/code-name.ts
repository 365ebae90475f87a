import { foldText } from '#vocabulary';

/** Letters of the shortest word that can tell who she is: "de" and "al" are in many names. */
const SHORTEST = 3;
const HAN = /\p{Script=Han}/u;
const NUMBER = /\d+/g;

/** What tells who she is. */
interface Identifying {
  readonly names: readonly (string | null | undefined)[];
  /** Her numbers in lists of networks. */
  readonly numbers?: readonly string[];
}

/**
 * Why a code name would tell who she is: it holds a word of her names, or a number that is also in her number of
 * a list, however either is written. Null where it does not. The sentence repeats nothing of her name.
 */
export function codeNameProblem(
  codeName: string,
  { names, numbers = [] }: Identifying,
): string | null {
  const folded = foldText(codeName);
  const words = new Set(folded.split(' '));
  const tells = (word: string) =>
    HAN.test(word)
      ? word.length > 1 && folded.includes(word)
      : Array.from(word).length >= SHORTEST && words.has(word);
  if (
    names.some((name) =>
      foldText(name ?? '')
        .split(' ')
        .some(tells),
    )
  ) {
    return 'The code name holds a part of her name: choose one that does not.';
  }
  const listed = new Set(numbers.flatMap((number) => numbersIn(foldText(number))));
  if (numbersIn(folded).some((number) => listed.has(number))) {
    return 'The code name holds the number that she has in the list: choose one that does not.';
  }
  return null;
}

function numbersIn(folded: string): string[] {
  return (folded.match(NUMBER) ?? []).map((digits) => digits.replace(/^0+(?=\d)/, ''));
}
