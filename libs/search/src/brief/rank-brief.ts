import { hash } from 'node:crypto';
import { typosAllowed } from '../words.js';
import type { TextMatch, TextMatches } from '../search-index.js';
import type { SoughtWord } from '../sought.js';
import { isToken } from '../meaning/tokens.js';
import { soughtByBrief, type ContentWord } from './content-words.js';
import type { Postings } from './postings.js';

/** Most places that all words of a brief together have among documents: what bounds the work. */
const MOST_PLACES = 10_000;
/** What a word weighs that nobody else has; one that twice as many have weighs a unit less. */
const RAREST = 16;
/** Relevance is a whole number, so that the order of adding up does not matter. */
const UNIT = 1_000;

interface Ranked {
  readonly id: string;
  relevance: number;
  readonly key: string;
}

interface Found extends SoughtWord {
  readonly count: number;
}

/**
 * Whoever has any of a brief's content words or concepts, most relevant first. A woman's relevance is the sum of
 * what the words weigh that she has, and a rare word weighs more. Equals are put in the order of a hash
 * of the words and the public id, which favours no name and no date of joining and tells of neither.
 */
export async function rankBrief(
  index: Postings,
  brief: string,
  limit: number,
): Promise<TextMatches> {
  const words = soughtByBrief(brief);
  const looked = affordable(await wordsFound(index, words));
  if (looked.length === 0) return { matches: [], total: 0 };
  const postings = await index.postings(looked, MOST_PLACES);
  const seed = words
    .map(({ word }) => word)
    .toSorted()
    .join(' ');
  const found = new Map<string, Ranked>();
  looked.forEach((word, i) => {
    const weight = weightOf(word);
    for (const { id, publicId } of postings[i] ?? []) {
      const known = found.get(id);
      if (known) known.relevance += weight;
      else found.set(id, { id, relevance: weight, key: keyOf(seed, publicId) });
    }
  });
  const ranked = [...found.values()];
  ranked.sort((a, b) => b.relevance - a.relevance || (a.key < b.key ? -1 : 1));
  return { matches: ranked.slice(0, limit).map(withoutKey), total: ranked.length };
}

/** Each word that somebody has; with typing errors where nobody has it as it is spelt. */
async function wordsFound(index: Postings, words: readonly ContentWord[]): Promise<Found[]> {
  const exact = words.map((word) => ({ ...word, tolerant: false }));
  const counts = await counted(index, exact);
  const absent = exact.filter(
    ({ word }, i) => counts[i] === 0 && !isToken(word) && typosAllowed(word) > 0,
  );
  const tolerant = absent.map((word) => ({ ...word, tolerant: true }));
  const more = await counted(index, tolerant);
  return [
    ...exact.map((word, i) => ({ ...word, count: counts[i] ?? 0 })),
    ...tolerant.map((word, i) => ({ ...word, count: more[i] ?? 0 })),
  ].filter(({ count }) => count > 0);
}

async function counted(index: Postings, words: readonly SoughtWord[]): Promise<number[]> {
  return words.length === 0 ? [] : index.count(words, MOST_PLACES);
}

/**
 * The rarest words, as many as fit: what half the directory has tells nobody from another, and would
 * cost the most. The rarest of all is looked for however many have it.
 */
function affordable(words: readonly Found[]): Found[] {
  const rarestFirst = words.toSorted((a, b) => a.count - b.count || (a.word < b.word ? -1 : 1));
  let places = 0;
  return rarestFirst.filter(({ count }, i) => {
    places += count;
    return i === 0 || places <= MOST_PLACES;
  });
}

/** By how few have it; a word that only a typing error leads to may be another one, and weighs half. */
function weightOf({ count, tolerant }: Found): number {
  const weight = Math.max(1, RAREST - Math.log2(count)) * UNIT;
  return Math.round(tolerant ? weight / 2 : weight);
}

function keyOf(seed: string, publicId: string): string {
  return hash('sha256', `${seed}:${publicId}`, 'hex');
}

function withoutKey({ id, relevance }: TextMatch): TextMatch {
  return { id, relevance };
}
