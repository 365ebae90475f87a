import type { ExpertiseCode, ExpertiseLevel } from '#vocabulary';
import { type Candidate, DEPLOYMENT_YEARS, type Deployed } from '../candidate.js';
import type { Need } from '../need/need.js';
import { FIRST_DAY, LAST_DAY } from '../shapes.js';
import { dayAt, dayNumber } from '#kernel';
import {
  type Dictionaries,
  LISTED_YEAR,
  processCode,
  processOf,
  skillLevel,
  skillOf,
} from './dictionaries.js';
import { ListColumn } from './list-column.js';

/** The words of each list of one candidate. */
type Words = ReturnType<typeof wordsOf>;

/** What the pool keeps as lists; residence has at most one item. */
type ListField = keyof Words;

/** Those of them that are a candidate's own. The others are what model 2 reads of several at once. */
export type StatedField = Exclude<ListField, 'places' | 'skills' | 'works'>;

/** What is shown of deployments. */
type Shown = Pick<Candidate, 'deployed'>;

export type Ties = Pick<Candidate, 'networks' | 'nationalities' | 'residence'>;

function inYears<Code>(items: readonly { code: Code; level: number }[]) {
  return items.map(({ code, level }) => ({ code, year: level === 0 ? null : level }));
}

/** The lists of all candidates, a column for each kind. */
export class CandidateLists implements Record<ListField, ListColumn> {
  readonly languages = new ListColumn();
  readonly territories = new ListColumn();
  readonly expertise = new ListColumn();
  readonly networks = new ListColumn();
  readonly nationalities = new ListColumn();
  readonly residence = new ListColumn();
  readonly ruledOut = new ListColumn();
  readonly available = new ListColumn();
  readonly places = new ListColumn();
  readonly skills = new ListColumn();
  readonly works = new ListColumn();
  /** All of these. */
  private readonly columns: readonly ListColumn[] = Object.values(this);

  get bytes(): number {
    return this.columns.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  reserve(rows: number): void {
    for (const column of this.columns) column.reserve(rows);
  }

  write(row: number, words: Words): void {
    for (const field in words) this[field as ListField].write(row, words[field as ListField]);
  }

  /** Leaves a row with empty lists. */
  clear(row: number): void {
    for (const column of this.columns) column.write(row, []);
  }

  read(row: number, dictionaries: Dictionaries): Pick<Candidate, StatedField> & Shown {
    const { languages, territories, expertise } = dictionaries;
    const territory = (symbol: number) => territories.codes[symbol]!;
    return {
      languages: this.languages.read(row).map((word) => languages.itemOf(word)),
      territories: this.territories.read(row).map(territory),
      expertise: this.expertise.read(row).map((word) => expertise.itemOf(word)),
      ...this.readTies(row, dictionaries),
      ruledOut: this.ruledOut.read(row).map(territory),
      available: this.availableAt(row),
      ...this.deployedAt(row, dictionaries),
    };
  }

  /** What ties her to networks and countries. */
  readTies(row: number, { networks, territories }: Dictionaries): Ties {
    const territory = (symbol: number) => territories.codes[symbol]!;
    return {
      networks: this.networks.read(row).map((symbol) => networks.codes[symbol]!),
      nationalities: this.nationalities.read(row).map(territory),
      residence: this.residence.read(row).map(territory)[0] ?? null,
    };
  }

  private deployedAt(row: number, { places, skills, works }: Dictionaries): Shown {
    const territories = this.places.read(row).map((word) => places.itemOf(word));
    const expertise = this.skills.read(row).flatMap((word) => {
      const { code, level } = skills.itemOf(word);
      const { year } = skillOf(level);
      return year === LISTED_YEAR ? [] : [skills.wordOf({ code, level: skillLevel(0, year) })];
    });
    const deployed: Deployed = {
      territories: inYears(territories.filter(({ level }) => level !== LISTED_YEAR)),
      processes: inYears(this.works.read(row).map((word) => works.itemOf(word))).map(
        ({ code, year }) => ({ ...processOf(code), year }),
      ),
      expertise: once(expertise).map((word) => {
        const { code, level } = skills.itemOf(word);
        return { code, year: skillOf(level).year || null };
      }),
    };
    return Object.values(deployed).some(({ length }) => length > 0) ? { deployed } : {};
  }

  private availableAt(row: number): Candidate['available'] {
    const days = this.available.read(row);
    const kind = availabilityKind(days[0], days[1]);
    if (kind !== 'days') return kind === 'limited' ? 'limited' : null;
    return Array.from({ length: days.length / 2 }, (_, i) => ({
      from: days[2 * i] === FIRST_DAY ? null : dayAt(days[2 * i]!),
      to: days[2 * i + 1] === LAST_DAY ? null : dayAt(days[2 * i + 1]!),
    }));
  }
}

/**
 * The words of a candidate's lists, in her order; an item listed twice is kept once, intervals are
 * merged. Throws RangeError when a dictionary is full.
 */
export function wordsOf(candidate: Candidate, dictionaries: Dictionaries) {
  const { languages, territories, expertise, networks } = dictionaries;
  const territory = (code: string) => territories.intern(code);
  return {
    languages: once(candidate.languages.map((item) => languages.wordOf(item))),
    territories: once(candidate.territories.map(territory)),
    expertise: once(candidate.expertise.map((item) => expertise.wordOf(item))),
    networks: once(candidate.networks.map((slug) => networks.intern(slug))),
    nationalities: once(candidate.nationalities.map(territory)),
    residence: candidate.residence ? [territory(candidate.residence)] : [],
    ruledOut: once((candidate.ruledOut ?? []).map(territory)),
    available: daysOf(candidate.available),
    ...shownWords(candidate, dictionaries),
  };
}

/** What she lists and what her deployments show, together. */
function shownWords(candidate: Candidate, { places, skills, works }: Dictionaries) {
  const { territories = [], processes = [] } = candidate.deployed ?? {};
  return {
    places: once([
      ...candidate.territories.map((code) => places.wordOf({ code, level: LISTED_YEAR })),
      ...territories.map(({ code, year }) => places.wordOf({ code, level: yearLevel(year) })),
    ]),
    skills: once(
      skillsOf(candidate).map(({ code, level, year }) =>
        skills.wordOf({ code, level: skillLevel(level, year) }),
      ),
    ),
    works: once(
      processes.map(({ type, phase, year }) =>
        works.wordOf({ code: processCode(type, phase), level: yearLevel(year) }),
      ),
    ),
  };
}

/** A field that she lists at a level, or does not list (0), and the year of a deployment that shows it. */
interface Skill {
  code: ExpertiseCode;
  level: ExpertiseLevel | 0;
  year: number;
}

/**
 * Each field that she lists, by itself and with each deployment that shows it, and each that only a deployment shows: then
 * the best of them is what counts.
 */
export function skillsOf({
  expertise,
  deployed,
}: Pick<Candidate, 'expertise' | 'deployed'>): Skill[] {
  const listed = expertise.map((item) => ({ ...item, year: LISTED_YEAR }));
  const shown = (deployed?.expertise ?? []).flatMap(({ code, year: stated }): Skill[] => {
    const year = yearLevel(stated);
    const same = expertise.filter((item) => item.code === code);
    return same.length > 0 ? same.map((item) => ({ ...item, year })) : [{ code, level: 0, year }];
  });
  return [...listed, ...shown];
}

/** A year as a level of the dictionaries. */
export function yearLevel(year: number | null): number {
  return year === null ? 0 : Math.max(year, DEPLOYMENT_YEARS.first);
}

type Interval = { from: string | null; to: string | null };

/** Days that are limited or unknown are encoded as a list of their own, which covers no day. */
function daysOf(available: Candidate['available']): number[] {
  if (available === null) return [...UNKNOWN_DAYS];
  return available === 'limited' ? [...LIMITED_DAYS] : mergedDays(available);
}

function once(words: number[]): number[] {
  return words.length < 2 ? words : [...new Set(words)];
}

/**
 * Intervals as pairs of first and last day, in order, none touching another, so that no day counts
 * twice. What lies before 1970 or after 2149 counts as an open end; no need reaches there.
 */
function mergedDays(available: readonly Interval[]): number[] {
  const intervals = available.map(({ from, to }) => ({
    first: from === null ? FIRST_DAY : Math.max(dayNumber(from)!, FIRST_DAY),
    last: to === null ? LAST_DAY : Math.min(dayNumber(to)!, LAST_DAY),
  }));
  const merged: number[] = [];
  for (const { first, last } of intervals.sort((a, b) => a.first - b.first)) {
    const end = merged.length - 1;
    if (first > last) continue;
    if (first <= merged[end]! + 1) merged[end] = Math.max(merged[end]!, last);
    else merged.push(first, last);
  }
  return merged;
}

/** What a profile states of her days: which ones, that her time is limited, or nothing. */
type AvailabilityKind = 'days' | 'limited' | 'unknown';

/**
 * The lists for availability without named days. Their first day comes after their last, which no interval
 * has, so that counting finds no days in them.
 */
const UNKNOWN_DAYS = [1, 0] as const;
const LIMITED_DAYS = [2, 0] as const;

/** By the first two words of a list of intervals; of an empty one they are undefined. */
function availabilityKind(from: number | undefined, to: number | undefined): AvailabilityKind {
  if (from === undefined || to === undefined || from <= to) return 'days';
  return from === UNKNOWN_DAYS[0] ? 'unknown' : 'limited';
}

/** Counts the days of one period that lists of intervals cover. */
export class AvailableDays {
  /** Days of the whole period. */
  readonly period: number;
  private readonly first: number;
  private readonly last: number;

  constructor(
    private readonly column: ListColumn,
    period: NonNullable<Need['period']>,
  ) {
    this.first = dayNumber(period.from)!;
    this.last = dayNumber(period.to)!;
    this.period = this.last - this.first + 1;
  }

  /** What kind of statement a list is, by its number. */
  kindOf(list: number): AvailabilityKind {
    const { words } = this.column;
    const from = this.column.startOf(list);
    return from === this.column.endOf(list)
      ? 'days'
      : availabilityKind(words[from], words[from + 1]);
  }

  /** The days that a list of intervals covers, by its number. Intervals never touch, so no day counts twice. */
  of(list: number): number {
    const { column, first, last } = this;
    const { words } = column;
    const end = column.endOf(list);
    let days = 0;
    for (let i = column.startOf(list); i < end; i += 2) {
      const from = Math.max(words[i]!, first);
      const to = Math.min(words[i + 1]!, last);
      if (to >= from) days += to - from + 1;
    }
    return days;
  }
}
