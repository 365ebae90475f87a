import { characterCount, type InputProblem } from '#kernel';
import { refusal, type Sentence } from '#messages';
import { foldText } from '#vocabulary';

/** Letters of the shortest part of a name that tells of her by itself: "de" and "al" are in many names. */
const SHORTEST_PART = 3;

/** Names that a lesson must not hold. */
export interface ForbiddenNames {
  /** Of those whom it is about: every part of them is refused by itself. */
  readonly parts: readonly string[];
  /** Of others: refused as they are written. */
  readonly whole: readonly string[];
}

const MAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/u;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|\b[\w-]+\.(?:com|org|net|int|info|edu|gov)\b/iu;
const HANDLE = /(?:^|\s)@\w{2,}/u;
/** Seven digits or more, however they are grouped. Years and dates are shorter, or have no more than eight in groups of four. */
const TELEPHONE = /(?:\+|\b00)[\s(]*\d(?:[\s().-]*\d){5,}|(?<!\d)\d(?:[\s().-]?\d){8,}(?!\d)/u;

/**
 * What in a text would tell who somebody is: a name, a code name, or how to reach somebody. A problem repeats nothing of
 * the text.
 */
export function nameProblems(
  path: string,
  text: string,
  { parts, whole }: ForbiddenNames,
): InputProblem[] {
  const problem = (message: Sentence): InputProblem => ({ path, code: 'NOT_PERMITTED', message });
  const folded = foldText(text);
  const words = new Set(wordsIn(folded));
  const holds = (name: string) => name !== '' && ` ${folded} `.includes(` ${name} `);
  const isNamed =
    parts.some((name) =>
      wordsIn(foldText(name)).some((word) => isTelling(word) && words.has(word)),
    ) || [...parts, ...whole].some((name) => holds(foldText(name)));
  const reachesSomebody = [MAIL, ADDRESS, HANDLE, TELEPHONE].some((form) => form.test(text));
  return [
    ...(isNamed ? [problem(refusal('lessons.holdsName'))] : []),
    ...(reachesSomebody ? [problem(refusal('lessons.holdsWay'))] : []),
  ];
}

/** Its words, and each two neighbours as one: N’Diaye is Ndiaye, too. */
function wordsIn(folded: string): string[] {
  const words = folded.split(' ');
  return [...words, ...words.slice(1).map((word, i) => `${words[i]}${word}`)];
}

function isTelling(word: string): boolean {
  return characterCount(word) >= SHORTEST_PART;
}
