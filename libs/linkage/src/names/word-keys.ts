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

/** Latin letters that stand for two sounds: ch in Cherif and Michael, j in Jamila and Jusuf, dh in Dhaher, who is also Zaher. */
const READINGS: readonly ((latin: string) => string)[] = [
  (latin) => latin,
  (latin) => latin.replaceAll('ch', 'k').replaceAll('j', 'y'),
  (latin) => latin.replaceAll(/[td]h|d/g, 'z'),
];
/** Of the readings of a word in another script, the likeliest ones. */
const MOST_READINGS = 8;

/** Below this length a consonant less leaves nothing to go by. */
const SHORTEST_TO_SHORTEN = 3;

export function skeletonOf(latin: string): string {
  return withoutRepeats((latin.match(LETTERS) ?? []).map((letters) => SOUNDS[letters]!));
}

/** A way in which a letter can sound: classes of consonants, or none, and −log2 of how likely it is, in milli-bits. */
export interface Sound {
  readonly sound: string;
  readonly cost: number;
}

/** The likeliest skeletons of a word of which each letter can sound in several ways. */
function skeletonsOf(letters: readonly (readonly Sound[])[]): string[] {
  let readings: readonly Sound[] = [{ sound: '', cost: 0 }];
  for (const ways of letters) {
    const further = readings.flatMap((before) =>
      ways.map(({ sound, cost }) => ({
        sound: withoutRepeats(before.sound + sound),
        cost: before.cost + cost,
      })),
    );
    readings = further.toSorted(likeliestFirst).slice(0, MOST_READINGS);
  }
  return readings.map(({ sound }) => sound);
}

export function likeliestFirst(a: Sound, b: Sound): number {
  return a.cost - b.cost || (a.sound < b.sound ? -1 : 1);
}

function withoutRepeats(sounds: Iterable<string>): string {
  let skeleton = '';
  for (const sound of sounds) if (!skeleton.endsWith(sound)) skeleton += sound;
  return skeleton;
}

/** A word, in its own letters and in Latin ones; without an article that it may begin with. */
interface Sounding {
  readonly word: Word;
  readonly latin: string;
  /** How each of its letters can sound; null of a Latin word. */
  readonly sounds: readonly (readonly Sound[])[] | null;
  readonly bare: Sounding | null;
}

export function keysOf({ word, latin, sounds, bare }: Sounding): Set<string> {
  const keys = new Set<string>();
  const read = sounds ? skeletonsOf(sounds) : [];
  for (const skeleton of new Set([...READINGS.map((as) => skeletonOf(as(latin))), ...read])) {
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
