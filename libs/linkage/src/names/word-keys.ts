import type { Word } from './fold-name.js';

/**
 * Keys under which words that may be writings of one another meet: the skeleton of their consonants in coarse classes,
 * also without any one of them, and, for slips of the pen, the letters without any one.
 */

const SOUNDS: Readonly<Record<string, string>> = {
  ...soundsOf('S', 'sch tch sh ch ce ci cy s z x'),
  ...soundsOf('K', 'kh gh ck dj k q c g j'),
  ...soundsOf('T', 'th dh t d'),
  ...soundsOf('F', 'ph f v'),
  ...soundsOf('B', 'b p'),
  ...soundsOf('L', 'l'),
  ...soundsOf('M', 'm'),
  ...soundsOf('N', 'n'),
  ...soundsOf('R', 'r'),
};
const LETTERS = /sch|tch|dj|sh|ch|c[eiy]|kh|gh|ck|th|dh|ph|[bcdfgjklmnpqrstvxz]/g;

function soundsOf(sound: string, letters: string): Record<string, string> {
  return Object.fromEntries(letters.split(' ').map((each) => [each, sound]));
}

/** Letters that stand for two sounds: ch in Cherif and Michael, j in Jamila and Jusuf. */
const READINGS: readonly ((latin: string) => string)[] = [
  (latin) => latin,
  (latin) => latin.replaceAll('ch', 'k').replaceAll('j', 'y'),
];

/** Below this length a consonant less leaves nothing to go by. */
const SHORTEST_TO_SHORTEN = 3;

export function skeletonOf(latin: string): string {
  let skeleton = '';
  let last = '';
  for (const letters of latin.match(LETTERS) ?? []) {
    const sound = SOUNDS[letters]!;
    if (sound !== last) skeleton += sound;
    last = sound;
  }
  return skeleton;
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
