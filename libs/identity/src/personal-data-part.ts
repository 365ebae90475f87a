import type { Transaction } from '#database';
import type { Viewer } from './viewer.js';

/** A part of all that is held about one woman. A test finds a table about her that no part tells of. */
export interface PersonalDataPart {
  /** Its name in what she is given. */
  readonly name: string;
  /** Every table it tells of. */
  readonly tables: readonly string[];
  /** What is held, as plain data. */
  read(tx: Transaction, viewer: Viewer, mediatorId: string): Promise<unknown>;
  /**
   * What becomes of it when she is erased: it goes with her row (`ON DELETE CASCADE`), it is kept because it
   * names her by opaque id only, or it is removed by this.
   */
  readonly erasure:
    | 'goes-with-her-row'
    | 'kept'
    | ((tx: Transaction, mediatorId: string) => Promise<void>);
}

/** The rows about her of one table (`by` is a condition on her id, `$1`), but for columns that say nothing of her. */
export function rowsOf(
  table: string,
  { by = 'mediator_id = $1', without = [] }: { by?: string; without?: readonly string[] } = {},
): PersonalDataPart['read'] {
  const left = ['mediator_id', ...without];
  return async (tx, _viewer, mediatorId) => {
    const rows = await tx.query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(t) - $2::text[] AS row FROM ${table} t WHERE ${by}`,
      [mediatorId, left],
    );
    return rows.map(({ row }) => row);
  };
}
