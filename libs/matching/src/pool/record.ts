import { PROFICIENCIES } from '#vocabulary';
import type { ExpertiseCode, ExpertiseLevel, LanguageCode, TerritoryCode } from '#vocabulary';
import type { Candidate } from '../candidate.js';
import { dateOf, dayOf, FIRST_DAY, LAST_DAY } from '../days.js';
import { type Dictionaries, EXPERTISE_WORDS, LANGUAGE_WORDS } from './dictionaries.js';

/**
 * The lists of one candidate lie in one block of 16-bit words: first a word for the start of each
 * section, then one for the end of the last, all counted from the start of the block; then the
 * sections. Nationalities and residence are neighbours, so that one scan answers a conflict.
 */
export const Section = {
  languages: 0,
  territories: 1,
  expertise: 2,
  networks: 3,
  nationalities: 4,
  residence: 5,
  ruledOut: 6,
  available: 7,
} as const;
export type Section = (typeof Section)[keyof typeof Section];

const SECTIONS = 8;
const HEADER = SECTIONS + 1;

/** The words of a candidate's lists; an item listed twice is kept once, intervals are merged. */
export function encodeRecord(candidate: Candidate, dictionaries: Dictionaries): number[] {
  const { languages, territories, expertise, networks } = dictionaries;
  const territory = (code: string) => territories.intern(code);
  const sections = [
    candidate.languages.map(
      ({ code, level }) => languages.intern(code) * LANGUAGE_WORDS + PROFICIENCIES.indexOf(level),
    ),
    candidate.territories.map(territory),
    candidate.expertise.map(({ code, level }) => expertise.intern(code) * EXPERTISE_WORDS + level),
    candidate.networks.map((slug) => networks.intern(slug)),
    candidate.nationalities.map(territory),
    candidate.residence === null ? [] : [territory(candidate.residence)],
    candidate.ruledOut.map(territory),
  ].map((words) => [...new Set(words)]);
  sections.push(mergedDays(candidate.available));

  const bounds = [HEADER];
  for (const words of sections) bounds.push(bounds.at(-1)! + words.length);
  return [...bounds, ...sections.flat()];
}

/** How many words the record at `offset` has. */
export function recordLength(words: Uint16Array, offset: number): number {
  return words[offset + SECTIONS]!;
}

export type RecordFields = Pick<
  Candidate,
  | 'languages'
  | 'territories'
  | 'expertise'
  | 'networks'
  | 'nationalities'
  | 'residence'
  | 'ruledOut'
  | 'available'
>;

/** The lists that a record holds. */
export function decodeRecord(
  words: Uint16Array,
  offset: number,
  dictionaries: Dictionaries,
): RecordFields {
  const { languages, territories, expertise, networks } = dictionaries;
  const section = (index: Section) =>
    Array.from(
      words.subarray(offset + words[offset + index]!, offset + words[offset + index + 1]!),
    );
  const territory = (symbol: number): TerritoryCode => territories.codes[symbol]!;
  const days = section(Section.available);
  return {
    languages: section(Section.languages).map((word) => ({
      code: languages.codes[Math.floor(word / LANGUAGE_WORDS)] as LanguageCode,
      level: PROFICIENCIES[word % LANGUAGE_WORDS]!,
    })),
    territories: section(Section.territories).map(territory),
    expertise: section(Section.expertise).map((word) => ({
      code: expertise.codes[Math.floor(word / EXPERTISE_WORDS)] as ExpertiseCode,
      level: (word % EXPERTISE_WORDS) as ExpertiseLevel,
    })),
    networks: section(Section.networks).map((symbol) => networks.codes[symbol]!),
    nationalities: section(Section.nationalities).map(territory),
    residence: section(Section.residence).map(territory)[0] ?? null,
    ruledOut: section(Section.ruledOut).map(territory),
    available: Array.from({ length: days.length / 2 }, (_, i) => ({
      from: days[2 * i] === FIRST_DAY ? null : dateOf(days[2 * i]!),
      to: days[2 * i + 1] === LAST_DAY ? null : dateOf(days[2 * i + 1]!),
    })),
  };
}

/**
 * Intervals as pairs of first and last day, in order, none touching another, so that no day counts
 * twice. What lies before 1970 or after 2149 counts as an open end; no need reaches there.
 */
function mergedDays(available: Candidate['available']): number[] {
  const intervals = available
    .map(({ from, to }) => ({
      first: Math.max(from === null ? FIRST_DAY : dayOf(from)!, FIRST_DAY),
      last: Math.min(to === null ? LAST_DAY : dayOf(to)!, LAST_DAY),
    }))
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => a.first - b.first);
  const merged: { first: number; last: number }[] = [];
  for (const interval of intervals) {
    const previous = merged.at(-1);
    if (previous && interval.first <= previous.last + 1) {
      previous.last = Math.max(previous.last, interval.last);
    } else {
      merged.push(interval);
    }
  }
  return merged.flatMap(({ first, last }) => [first, last]);
}
