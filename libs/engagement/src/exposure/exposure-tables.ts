import { MODEL } from '#matching';
import { FEWEST, mayBeTold, rowsToSuppress, type Counts } from './suppression.js';

/** A woman who is counted, and how she came before organizers in the period. */
export interface CountedWoman {
  readonly shown: boolean;
  readonly shortlisted: boolean;
  /** The sum of the discounts of her places, in micro-units. */
  readonly exposure: number;
  /** The networks that list her, shown or not. */
  readonly listedBy: readonly string[];
  /** By dimension: the rows of its table that count her; null for what she does not show. */
  readonly rows: Readonly<Record<Dimension, readonly (string | null)[]>>;
}

/** By what exposure is reported. */
export const DIMENSIONS = ['network', 'region', 'age-band'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface Shares {
  /** Of all women that the report counts, in micro-units, rounded down. */
  readonly shareOfWomen: number;
  /** Of all their exposure; null where too few of them came before an organizer, or too few did not. */
  readonly shareOfExposure: number | null;
}

/** How some women came before organizers; null where a number, or the number of the others, is too small to be told. */
export interface Measures extends Shares {
  readonly women: number;
  readonly shown: number | null;
  readonly shortlisted: number | null;
}

/** One row of a table, or the rows that are printed together. Null stands for who shows none, or several where few do. */
export type ExposureRow = Measures & { readonly code: string | null };
export type RowsTogether = Measures & { readonly codes: readonly (string | null)[] };

/** Exposure by one dimension. Where a woman has several rows, each counts her. */
export interface ExposureTable {
  readonly dimension: Dimension;
  readonly rows: readonly ExposureRow[];
  /** Rows of few women, and others with them so that none can be told from the rest; null when there are none. */
  readonly together: RowsTogether | null;
}

/** What is printed of some women; `total` is null, and there are no tables, when they are too few. */
export interface ExposureTables {
  readonly total: Measures | null;
  /** Of the exposure of all women, in micro-units; null where their exposure is not told of. */
  readonly gini: number | null;
  readonly tables: readonly ExposureTable[];
}

/** The tables of these women, with no row from which fewer than five of them could be told. */
export function exposureTables(women: readonly CountedWoman[]): ExposureTables {
  const all = tallyOf(women);
  if (all.women < FEWEST) return { total: null, gini: null, tables: [] };
  const told = tell(all);
  return {
    total: all.measures(all, told),
    gini: told.exposure ? gini(women.map(({ exposure }) => exposure)) : null,
    tables: DIMENSIONS.map((dimension) => tableOf(dimension, women, all, told)),
  };
}

/** The shares of some women among all; null where either they or the others are too few to be told of. */
export function sharesAmong(
  women: readonly CountedWoman[],
  belongs: (woman: CountedWoman) => boolean,
): Shares | null {
  const all = tallyOf(women);
  const some = tallyOf(women.filter(belongs));
  if (!mayBeTold(some.women, all.women)) return null;
  const others = tallyOf(women.filter((woman) => !belongs(woman)));
  const told = { shown: false, shortlisted: false, exposure: tellsExposure(some, others, all) };
  const { shareOfWomen, shareOfExposure } = some.measures(all, told);
  return { shareOfWomen, shareOfExposure };
}

/**
 * The networks, by the slugs of each woman, of which something may be told by themselves: of five women or more, with five or more
 * outside, and not one to four women more or less than another of them, for who knows the numbers of both
 * knows the difference. The largest come first, so of a network and a pool within it that holds nearly all
 * of it, the pool is left out.
 */
export function toldNetworks(
  women: readonly CountedWoman[],
  slugsOf: (woman: CountedWoman) => readonly (string | null)[],
): ReadonlySet<string> {
  const members = new Map<string, Set<CountedWoman>>();
  for (const woman of women) {
    for (const slug of slugsOf(woman)) {
      if (slug === null) continue;
      members.set(slug, (members.get(slug) ?? new Set()).add(woman));
    }
  }
  const told: (readonly [string, Set<CountedWoman>])[] = [];
  const bySize = [...members].toSorted(
    ([a, of], [b, than]) => than.size - of.size || (a < b ? -1 : 1),
  );
  const isClose = (some: Set<CountedWoman>, others: Set<CountedWoman>) =>
    isFew(outside(some, others)) || isFew(outside(others, some));
  for (const [slug, some] of bySize) {
    if (!mayBeTold(some.size, women.length)) continue;
    if (!told.some(([, others]) => isClose(some, others))) told.push([slug, some]);
  }
  return new Set(told.map(([slug]) => slug));
}

/** How many they are, and the sum of their exposure. */
export function exposureOf(women: readonly CountedWoman[]): { women: number; exposure: number } {
  const { women: count, exposure } = tallyOf(women);
  return { women: count, exposure: Number(exposure) };
}

/** Which measures are told of at all: the same in every row. */
type Told = Readonly<Record<'shown' | 'shortlisted' | 'exposure', boolean>>;

function tell({ women, shown, shortlisted, exposed }: Tally): Told {
  return {
    shown: mayBeTold(shown, women),
    shortlisted: mayBeTold(shortlisted, women),
    exposure: mayBeTold(exposed, women),
  };
}

function tellsExposure(...tallies: readonly Tally[]): boolean {
  return tallies.every((tally) => tell(tally).exposure);
}

function tallyOf(women: readonly CountedWoman[]): Tally {
  const tally = new Tally();
  for (const woman of women) tally.add(woman);
  return tally;
}

function tableOf(
  dimension: Dimension,
  women: readonly CountedWoman[],
  all: Tally,
  told: Told,
): ExposureTable {
  const of = new Map(women.map((woman) => [woman, [...new Set(woman.rows[dimension])]]));
  if (tellsOverlap(of, told)) {
    for (const [woman, codes] of of) if (codes.length > 1) of.set(woman, [null]);
  }
  const tallies = new Map<string | null, Tally>();
  for (const [woman, codes] of of) {
    for (const code of codes) {
      const tally = tallies.get(code) ?? new Tally();
      tally.add(woman);
      tallies.set(code, tally);
    }
  }
  const rows = [...tallies].toSorted(([a], [b]) => inOrder(a, b));
  const apart =
    dimension === 'network' ? toldNetworks(women, ({ rows: { network } }) => network) : null;
  const suppressed = rowsToSuppress(
    rows.map(([, tally]) => tally.counts(told)),
    women.length,
    new Set(
      [...rows.keys()].filter((place) => {
        const [code] = rows[place]!;
        return code !== null && apart?.has(code) === false;
      }),
    ),
  );
  if (suppressed === null) return { dimension, rows: [], together: null };
  const codes = [...suppressed].map((place) => rows[place]![0]).toSorted(inOrder);
  const sum = new Tally();
  for (const place of suppressed) sum.join(rows[place]![1]);
  return {
    dimension,
    rows: rows.flatMap(([code, tally], place) =>
      suppressed.has(place) ? [] : [{ code, ...tally.measures(all, told) }],
    ),
    together: codes.length === 0 ? null : { codes, ...sum.measures(all, told) },
  };
}

/**
 * Whether rows and total together would tell of few women who are in several rows: the rows add up to more
 * than the total by them. One such woman of whom all know it would be told of alone.
 */
function tellsOverlap(
  of: ReadonlyMap<CountedWoman, readonly (string | null)[]>,
  told: Told,
): boolean {
  const more = new Tally();
  for (const [woman, codes] of of) codes.slice(1).forEach(() => more.add(woman));
  return more.women > 0 && more.counts(told).some((count) => count < FEWEST);
}

/** How many of some are not among others. */
function outside<T>(some: ReadonlySet<T>, others: ReadonlySet<T>): number {
  return [...some].filter((each) => !others.has(each)).length;
}

/** Counts women. A sum of rows counts one who has several of them as often. */
class Tally {
  women = 0;
  shown = 0;
  shortlisted = 0;
  /** Shown or shortlisted. */
  exposed = 0;
  exposure = 0n;

  add({ shown, shortlisted, exposure }: CountedWoman): void {
    this.women++;
    this.shown += Number(shown);
    this.shortlisted += Number(shortlisted);
    this.exposed += Number(shown || shortlisted);
    this.exposure += BigInt(exposure);
  }

  join(other: Tally): void {
    this.women += other.women;
    this.shown += other.shown;
    this.shortlisted += other.shortlisted;
    this.exposed += other.exposed;
    this.exposure += other.exposure;
  }

  /** All women, and by each measure that is told of who is counted and who is not. */
  counts(told: Told): Counts {
    const { women, shown, shortlisted, exposed } = this;
    return [
      women,
      ...(told.shown ? [shown, women - shown] : []),
      ...(told.shortlisted ? [shortlisted, women - shortlisted] : []),
      ...(told.exposure ? [exposed, women - exposed] : []),
    ];
  }

  measures(all: Tally, told: Told): Measures {
    const { women, shown, shortlisted, exposure } = this;
    return {
      women,
      shown: told.shown ? shown : null,
      shortlisted: told.shortlisted ? shortlisted : null,
      shareOfWomen: share(BigInt(women), BigInt(all.women)),
      shareOfExposure: told.exposure ? share(exposure, all.exposure) : null,
    };
  }
}

function share(part: bigint, whole: bigint): number {
  return Number((part * BigInt(MODEL.unit)) / whole);
}

function isFew(count: number): boolean {
  return count > 0 && count < FEWEST;
}

/** By code; what is not stated comes last. */
function inOrder(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/**
 * The Gini coefficient of amounts, in micro-units, rounded down: 0 when all are equal, near 1,000,000 when
 * one has all. With x in ascending order, 2 * sum(i * x_i) / (n * sum(x)) - (n + 1) / n (Gini 1912). Null when
 * there is nothing to share.
 */
function gini(amounts: readonly number[]): number | null {
  const n = BigInt(amounts.length);
  let [sum, weighted] = [0n, 0n];
  amounts
    .toSorted((a, b) => a - b)
    .forEach((amount, i) => {
      sum += BigInt(amount);
      weighted += BigInt(i + 1) * BigInt(amount);
    });
  if (sum === 0n) return null;
  return Number(((2n * weighted - (n + 1n) * sum) * BigInt(MODEL.unit)) / (n * sum));
}
