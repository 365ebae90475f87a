import { headOf, inOrder, keyOf, type RowPosition, TieKeys } from './order.js';

/** Rows that are taken in before the first sweep. */
const FIRST_CAPACITY = 1024;

/** How many more than needed are taken in before they are sorted. */
const SLACK = 200;

/**
 * The first k of the rows that are added, by total and then by tie key.
 *
 * A min-heap of the k largest totals so far gives the threshold, the k-th best; it only rises. A row
 * below it has k better rows and is out; a row that equals it may win by its tie key, so it is kept
 * and decided at the end, when the final threshold is known. No tie key is needed before.
 */
export class TopK {
  /** The k-th best total so far; -1, below every total, until there are k. */
  threshold = -1;
  private rows = new Uint32Array(FIRST_CAPACITY);
  private totals = new Float64Array(FIRST_CAPACITY);
  private count = 0;
  private readonly heap: number[] = [];

  constructor(
    private readonly k: number,
    private readonly tieKeys: TieKeys,
  ) {}

  /** Takes a row, unless its total is below the threshold. */
  add(row: number, total: number): void {
    if (total < this.threshold) return;
    if (this.count === this.rows.length) this.makeRoom();
    this.rows[this.count] = row;
    this.totals[this.count] = total;
    this.count++;
    const size = Math.max(this.k, 1);
    if (this.heap.length < size) this.push(total);
    else if (total > this.heap[0]!) this.replaceLeast(total);
    if (this.heap.length === size) this.threshold = this.heap[0]!;
  }

  /** The first k in order, without sorting all: thousands may tie for the last place. */
  first(): readonly RowPosition[] {
    this.sweep();
    let kept: RowPosition[] = [];
    // The last of the first k so far, once there are k: what comes later need not be kept.
    let lastTotal = -1;
    let lastHead = 0;
    const sort = () => {
      kept = kept.sort(inOrder).slice(0, this.k);
      const last = kept[this.k - 1];
      if (last === undefined) return;
      lastTotal = last.total;
      lastHead = Number.parseInt(last.tieKey.slice(0, 8), 16);
    };
    for (let i = 0; i < this.count; i++) {
      const row = this.rows[i]!;
      const total = this.totals[i]!;
      if (total < lastTotal) continue;
      const digest = this.tieKeys.digestOf(row);
      if (total === lastTotal && headOf(digest) > lastHead) continue;
      kept.push({ row, total, tieKey: keyOf(digest), id: this.tieKeys.idOf(row) });
      if (kept.length >= 2 * this.k + SLACK) sort();
    }
    sort();
    return kept;
  }

  /** Sweeps, and doubles the capacity where that leaves more than half of it in use. */
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
