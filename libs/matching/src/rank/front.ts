import type { IdIndex } from '../pool/id-index.js';
import { ascending, compare, type RankPosition } from './order.js';
import { headOf, keyOf, type TieKeys } from './tie-keys.js';

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
