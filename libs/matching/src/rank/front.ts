import type { IdIndex } from '../pool/id-index.js';
import { compare, type RankPosition } from './order.js';
import type { TieKeys } from './tie-keys.js';

/** A row and its place. */
export type RowPosition = RankPosition & { row: number };

/** How many more than needed are taken in before they are sorted. */
const SLACK = 1000;

/** The first of the rows that are offered, in order, without sorting all: thousands may tie. */
export class Front {
  private kept: RowPosition[] = [];
  /** The last that is in front now, once there are enough. */
  private last: RowPosition | null = null;

  constructor(
    private readonly limit: number,
    private readonly ids: IdIndex,
    private readonly tieKeys: TieKeys,
  ) {}

  offer(row: number, total: number): void {
    const { last } = this;
    if (last !== null && total < last.total) return;
    const tieKey = this.tieKeys.of(row);
    if (last !== null && total === last.total && tieKey > last.tieKey) return;
    this.kept.push({ row, total, tieKey, id: this.ids.idOf(row) });
    if (this.kept.length >= 2 * this.limit + SLACK) this.sort();
  }

  rows(): readonly RowPosition[] {
    this.sort();
    return this.kept;
  }

  private sort(): void {
    this.kept = this.kept.sort(compare).slice(0, this.limit);
    if (this.kept.length === this.limit) this.last = this.kept.at(-1) ?? null;
  }
}
