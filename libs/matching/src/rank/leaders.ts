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
  private rows: number[] = [];
  private totals: number[] = [];
  private readonly heap: number[] = [];
  /** Sweep out what fell below the threshold when the list has grown to this length. */
  private sweepAt: number;

  constructor(private readonly k: number) {
    this.sweepAt = 4 * k + 1024;
  }

  /** Takes a row whose total is not below the threshold. */
  add(row: number, total: number): void {
    this.rows.push(row);
    this.totals.push(total);
    if (this.heap.length < this.k) this.push(total);
    else if (total > this.heap[0]!) this.replaceLeast(total);
    if (this.heap.length === this.k) this.threshold = this.heap[0]!;
    if (this.rows.length >= this.sweepAt) {
      this.sweep();
      this.sweepAt = 2 * this.rows.length + 1024;
    }
  }

  /** Visits every row whose total reaches the final threshold, in no order: k or more, if they came. */
  forEach(visit: (row: number, total: number) => void): void {
    this.sweep();
    this.rows.forEach((row, i) => visit(row, this.totals[i]!));
  }

  private sweep(): void {
    const { totals, threshold } = this;
    this.rows = this.rows.filter((_, i) => totals[i]! >= threshold);
    this.totals = totals.filter((total) => total >= threshold);
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
