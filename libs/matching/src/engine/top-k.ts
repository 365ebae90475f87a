import { headOf, keyOf, type TieKeys } from './tie-keys.js';
import type { IdIndex } from './uuid-columns.js';

/** Rows that are taken in before the first sweep. */
const ROOM = 1024;

/**
 * Keeps the rows that may still be among the best k by total.
 *
 * A min-heap of the k largest totals so far gives the threshold, the k-th best; it only rises. A row
 * below it has k better rows and is out; a row that equals it may win by its tie key, so it is kept
 * and decided at the end, when the final threshold is known. No tie key is needed before.
 */
export class Leaders {
  /** The k-th best total so far; -1, below every total, until there are k. */
  threshold = -1;
  private rows = new Uint32Array(ROOM);
  private totals = new Float64Array(ROOM);
  private count = 0;
  private readonly heap: number[] = [];

  constructor(private readonly k: number) {}

  /** Takes a row whose total is not below the threshold. */
  add(row: number, total: number): void {
    if (this.count === this.rows.length) this.makeRoom();
    this.rows[this.count] = row;
    this.totals[this.count] = total;
    this.count++;
    if (this.heap.length < this.k) this.push(total);
    else if (total > this.heap[0]!) this.replaceLeast(total);
    if (this.heap.length === this.k) this.threshold = this.heap[0]!;
  }

  /** Visits every row whose total reaches the final threshold, in no order: k or more, if they came. */
  forEach(visit: (row: number, total: number) => void): void {
    this.sweep();
    for (let i = 0; i < this.count; i++) visit(this.rows[i]!, this.totals[i]!);
  }

  /** Sweeps, and doubles the room where that leaves more than half of it in use. */
  private makeRoom(): void {
    this.sweep();
    const { rows, totals } = this;
    if (2 * this.count <= rows.length) return;
    this.rows = new Uint32Array(2 * rows.length);
    this.totals = new Float64Array(2 * rows.length);
    this.rows.set(rows);
    this.totals.set(totals);
  }

  /** Drops what fell below the threshold. */
  private sweep(): void {
    const { rows, totals, count, threshold } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const total = totals[i]!;
      rows[kept] = rows[i]!;
      totals[kept] = total;
      kept += Number(total >= threshold);
    }
    this.count = kept;
  }

  private push(total: number): void {
    const { heap } = this;
    let i = heap.push(total) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (heap[parent]! <= total) break;
      heap[i] = heap[parent]!;
      i = parent;
    }
    heap[i] = total;
  }

  private replaceLeast(total: number): void {
    const { heap } = this;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++;
      if (heap[child]! >= total) break;
      heap[i] = heap[child]!;
      i = child;
    }
    heap[i] = total;
  }
}

/** A row and its place. */
export type RowPosition = RankPosition & { row: number };

/** How many more than needed are taken in before they are sorted. */
const SLACK = 200;

/** The first of the rows that are offered, in order, without sorting all: thousands may tie. */
export class Front {
  private kept: RowPosition[] = [];
  /** The last that is in front now, once there are enough: what comes later need not be kept. */
  private lastTotal = -1;
  private lastHead = 0;

  constructor(
    private readonly limit: number,
    private readonly ids: IdIndex,
    private readonly tieKeys: TieKeys,
  ) {}

  offer(row: number, total: number): void {
    if (total < this.lastTotal) return;
    const digest = this.tieKeys.digestOf(row);
    if (total === this.lastTotal && headOf(digest) > this.lastHead) return;
    this.kept.push({ row, total, tieKey: keyOf(digest), id: this.ids.idOf(row) });
    if (this.kept.length >= 2 * this.limit + SLACK) this.sort();
  }

  rows(): readonly RowPosition[] {
    this.sort();
    return this.kept;
  }

  private sort(): void {
    this.kept = this.kept
      .sort((a, b) => compare(a, b) || ascending(a.id, b.id))
      .slice(0, this.limit);
    const last = this.kept[this.limit - 1];
    if (last === undefined) return;
    this.lastTotal = last.total;
    this.lastHead = Number.parseInt(last.tieKey.slice(0, 8), 16);
  }
}

/**
 * A place in the order of one need: it stays meaningful when candidates come and go around it. It holds
 * nobody's id, so that it can be given out.
 */
export interface RankPlace {
  /** S, the exact sum of weight * value. */
  total: number;
  /** See `tieKey`. */
  tieKey: string;
  /** Her place from 1 in a list that a fairness test ordered, which no total tells. */
  place?: number;
}

/** Who has a place. */
export interface RankPosition extends RankPlace {
  /** Canonical UUID of the mediator. */
  id: string;
}

/**
 * Total descending, then tie key ascending. Equal tie keys are one place: that two of 100,000 women have
 * the same has a chance of 3 in 10 thousand millions.
 */
export function compare(a: RankPlace, b: RankPlace): number {
  return b.total - a.total || ascending(a.tieKey, b.tieKey);
}

/** By code units. */
export function ascending(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
