import { MODEL } from '#matching';
import { gini } from './gini.js';
import { FEWEST, rowsToSuppress } from './suppression.js';

/** A woman who is counted, and how she came before organizers in the period. */
export interface CountedWoman {
  readonly shown: boolean;
  readonly shortlisted: boolean;
  /** The sum of the discounts of her places, in micro-units. */
  readonly exposure: number;
  /** By dimension: the rows of its table that count her; null for what she does not state. */
  readonly rows: Readonly<Record<Dimension, readonly (string | null)[]>>;
}

/** By what exposure is reported. */
export const DIMENSIONS = ['network', 'region', 'age-band'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface Shares {
  /** Of all women that the report counts, in micro-units, rounded down. */
  readonly shareOfWomen: number;
  /** Of all their exposure; null where there was none. */
  readonly shareOfExposure: number | null;
}

/** How some women came before organizers. */
export interface Measures extends Shares {
  readonly women: number;
  readonly shown: number;
  readonly shortlisted: number;
}

/** One row of a table, or the rows that are printed together. */
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
  /** Of the exposure of all women, in micro-units; null when there was none or `total` is null. */
  readonly gini: number | null;
  readonly tables: readonly ExposureTable[];
}

/** The tables of these women, with no row from which fewer than five of them could be told. */
export function exposureTables(women: readonly CountedWoman[]): ExposureTables {
  const all = tallyOf(women);
  if (all.isSmall) return { total: null, gini: null, tables: [] };
  return {
    total: all.measures(all),
    gini: gini(women.map(({ exposure }) => exposure)),
    tables: DIMENSIONS.map((dimension) => tableOf(dimension, women, all)),
  };
}

/** The shares of some women among all; null where either they or the others are too few to be told of. */
export function sharesAmong(
  women: readonly CountedWoman[],
  belongs: (woman: CountedWoman) => boolean,
): Shares | null {
  const all = tallyOf(women);
  const some = tallyOf(women.filter(belongs));
  const others = tallyOf(women.filter((woman) => !belongs(woman)));
  if (some.isSmall || others.isSmall) return null;
  const { shareOfWomen, shareOfExposure } = some.measures(all);
  return { shareOfWomen, shareOfExposure };
}

function tallyOf(women: readonly CountedWoman[]): Tally {
  const tally = new Tally();
  for (const woman of women) tally.add(woman);
  return tally;
}

function tableOf(dimension: Dimension, women: readonly CountedWoman[], all: Tally): ExposureTable {
  const tallies = new Map<string | null, Tally>();
  for (const woman of women) {
    for (const code of new Set(woman.rows[dimension])) {
      const tally = tallies.get(code) ?? new Tally();
      tally.add(woman);
      tallies.set(code, tally);
    }
  }
  const rows = [...tallies].toSorted(([a], [b]) => inOrder(a, b));
  const suppressed = rowsToSuppress(
    rows.map(([, { women: count, shown, shortlisted }]) => [count, shown, shortlisted]),
  );
  if (suppressed === null) return { dimension, rows: [], together: null };
  const codes = [...suppressed].map((place) => rows[place]![0]).toSorted(inOrder);
  const sum = new Tally();
  for (const place of suppressed) sum.join(rows[place]![1]);
  return {
    dimension,
    rows: rows.flatMap(([code, tally], place) =>
      suppressed.has(place) ? [] : [{ code, ...tally.measures(all) }],
    ),
    together: codes.length === 0 ? null : { codes, ...sum.measures(all) },
  };
}

/** Counts women. A sum of rows counts one who has several of them as often. */
class Tally {
  women = 0;
  shown = 0;
  shortlisted = 0;
  private exposure = 0n;

  /** Whether a number of it would tell of fewer than five women. */
  get isSmall(): boolean {
    return this.women < FEWEST || isFew(this.shown) || isFew(this.shortlisted);
  }

  add(woman: CountedWoman): void {
    this.women++;
    this.shown += Number(woman.shown);
    this.shortlisted += Number(woman.shortlisted);
    this.exposure += BigInt(woman.exposure);
  }

  join(other: Tally): void {
    this.women += other.women;
    this.shown += other.shown;
    this.shortlisted += other.shortlisted;
    this.exposure += other.exposure;
  }

  measures(all: Tally): Measures {
    const { women, shown, shortlisted, exposure } = this;
    return {
      women,
      shown,
      shortlisted,
      shareOfWomen: share(BigInt(women), BigInt(all.women)),
      shareOfExposure: all.exposure === 0n ? null : share(exposure, all.exposure),
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
