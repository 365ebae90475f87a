import type { Word } from './fold-name.js';

/**
 * Keys under which words that may be writings of one another meet: the skeleton of their consonants in coarse classes,
 * also without any one of them, and, for slips of the pen, the letters without any one.
 */

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/sch|tch|sh|ch|c(?=[eiy])|[szx]/g, 'S'],
  [/kh|gh|ck|[kqcgj]/g, 'K'],
  [/th|dh|[td]/g, 'T'],
  [/ph|[fv]/g, 'F'],
  [/[bp]/g, 'B'],
  [/[aeiouyhw]/g, ''],
];

/** Letters that stand for two sounds: ch in Cherif and Michael, j in Jamila and Jusuf. */
const READINGS: readonly ((latin: string) => string)[] = [
  (latin) => latin,
  (latin) => latin.replaceAll('ch', 'k').replaceAll('j', 'y'),
];

/** Below this length a consonant less leaves nothing to go by. */
const SHORTEST_TO_SHORTEN = 3;

export function skeletonOf(latin: string): string {
  let skeleton = latin.replace(/dj/g, 'j');
  for (const [letters, sound] of SOUNDS) skeleton = skeleton.replace(letters, sound);
  return skeleton.toUpperCase().replace(/(.)\1+/g, '$1');
}

/** A word, in its own letters and in Latin ones; without an article that it may begin with. */
interface Sounding {
  readonly word: Word;
  readonly latin: string;
  readonly bare: Sounding | null;
}

export function keysOf({ word, latin, bare }: Sounding): Set<string> {
  const keys = new Set<string>();
  for (const read of READINGS) {
    const skeleton = skeletonOf(read(latin));
    keys.add(`=${skeleton}`);
    if (skeleton.length < SHORTEST_TO_SHORTEN) continue;
    for (const shorter of withoutOne(skeleton)) keys.add(`=${shorter}`);
  }
  const letters = Array.from(word.text);
  if (letters.length >= SHORTEST_TO_SHORTEN) {
    keys.add(`~${word.text}`);
    for (const shorter of withoutOne(letters)) keys.add(`~${shorter}`);
  }
  for (const key of bare ? keysOf(bare) : []) keys.add(key);
  return keys;
}

function withoutOne(letters: string | readonly string[]): string[] {
  return Array.from(letters, (_, i) =>
    typeof letters === 'string'
      ? letters.slice(0, i) + letters.slice(i + 1)
      : letters.toSpliced(i, 1).join(''),
  );
}
