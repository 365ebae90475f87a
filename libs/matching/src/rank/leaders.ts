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
