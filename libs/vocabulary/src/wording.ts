import { editDistance } from './edit-distance.js';
import { foldText } from './fold.js';

/** Articles and prepositions of six languages, folded: they carry nothing of what a topic is. */
const CARRYING_NOTHING: ReadonlySet<string> = new Set(
  (
    'of the in on for to by with from at its their ' +
    'de des du la le les dans sur pour aux au en un une ' +
    'del los las el al por para con sobre su sus ' +
    'do da dos das na no nas nos ao aos as os em um uma com pelo pela ' +
    'ya wa za cha vya kwa katika ' +
    'في من على عن الي'
  ).split(' '),
);
/** Folded words for "and": they are kept, because "land and mediation" is not land mediation. */
const AND: ReadonlySet<string> = new Set(['and', 'et', 'y', 'e', 'na', 'و']);
const JOINED = '&';
/** Marks between values, and the dot in a code: what has one may be several topics, or a code that is misspelt. */
const MARKS = /[,;/|،؛\n]|\p{L}\.\p{L}/u;
const IRREGULAR: Readonly<Record<string, string>> = {
  women: 'woman',
  womens: 'woman',
  men: 'man',
  children: 'child',
};
/** Shorter words are abbreviations as often as words. */
const SHORTEST_INFLECTED = 4;
const SHORTEST_WITH_GENDER = 5;

/**
 * The words of a text in one order and form, so that texts of the same words are equal: without articles and
 * prepositions, number, gender, case, and British or American endings. '' for a text that may be several.
 */
export function wordingOf(text: string): string {
  if (MARKS.test(text)) return '';
  return contentWords(text).toSorted().join(' ');
}

function contentWords(text: string): string[] {
  const words = foldText(text.replaceAll('&', ' and ')).split(' ');
  return words.flatMap((word) => (word.length < 2 && !AND.has(word) ? [] : formsOf(word)));
}

/**
 * What a folded word is compared by: nothing for an article or a preposition, one sign for "and", which Arabic writes
 * together with the word behind it.
 */
export function formsOf(word: string): readonly string[] {
  if (AND.has(word)) return [JOINED];
  if (CARRYING_NOTHING.has(word)) return [];
  return /\p{Script=Arabic}/u.test(word) ? arabicStem(word) : [latinStem(word)];
}

/** Of English, French, Spanish and Portuguese; words of Swahili rarely end in what is taken off here. */
function latinStem(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  if (word.length < SHORTEST_INFLECTED) return word;
  const one = word
    .replace(/iz(?=(?:ation|ing|ed|e)s?$)/u, 'is')
    .replace(/ies$/u, 'y')
    .replace(/aux$/u, 'al')
    .replace(/(?<=[aeiou])is$/u, 'l')
    .replace(/(?:oes|aes)$/u, 'ao')
    .replace(/(?<!s)s$/u, '');
  if (one.length < SHORTEST_WITH_GENDER) return one;
  // The consonant before an ending of gender is double in French: transitionnel, transitionnelle.
  return one.replace(/[aeo]$/u, '').replace(/(.)\1$/u, '$1');
}

function arabicStem(word: string): string[] {
  const [, and, rest = word] = /^(و)?(?:ال|لل)(.{2,})$/u.exec(word) ?? [];
  const stem = rest.replace(/(?<=.{3})(?:ات|ين|ون|ه)$/u, '');
  return and === undefined ? [stem] : [JOINED, stem];
}

/** How alike two words are, from 0 to 1. */
function likenessOfWords(one: string, other: string): number {
  if (one === other) return 1;
  const longest = Math.max(one.length, other.length);
  if (Math.min(one.length, other.length) < 4) return 0;
  let same = 0;
  while (same < longest && one[same] === other[same]) same += 1;
  if (same >= 4 && same >= longest * 0.55) return 0.8;
  return editDistance(one, other, 1) <= 1 ? 0.7 : 0;
}

/** How alike two texts are by their words, whatever their order, from 0 to 1 (Dice's coefficient). */
export function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  let sum = 0;
  for (const word of one) {
    sum += Math.max(...other.map((another) => likenessOfWords(word, another)));
  }
  return (2 * Math.min(sum, other.length)) / (one.length + other.length);
}

/** The words of a text that carry something, for `likeness`. */
export function wordsOf(text: string): string[] {
  return contentWords(text).filter((word) => word !== JOINED);
}
