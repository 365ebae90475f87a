import type { Transaction } from '#database';
import type { Write } from './apply/write.js';
import type { Effect } from './apply/foresee.js';
import type { NetworkRecord } from './apply/network-records.js';
import type { RawRow } from './readers/raw-row.js';
import type { RowPlace } from './readers/row-place.js';
import type { ProfileDraft } from './row/profile-draft.js';
import type { Reject } from './row/reject.js';

/** What becomes of a row. */
export type RowOutcome = RowPlace &
  (
    | {
        readonly kind: 'rejected';
        readonly rejects: readonly Reject[];
        /** What could be read of it; null where nothing could, or nothing may be kept of it. */
        readonly read: ProfileDraft | null;
        /** She asked to be erased: nothing of the row is kept. */
        readonly isErased?: true;
      }
    | { readonly kind: 'unchanged'; readonly read: ProfileDraft; readonly mediatorId: string }
    | { readonly kind: 'new' | 'changed'; readonly read: ProfileDraft; readonly effect: Effect }
    /** It is about the woman in another row, with which it is put together. */
    | { readonly kind: 'joined'; readonly with: RowPlace }
  );

/** A row that has been written: how the network's part of the profile was before, and how it is now. */
export interface WrittenRow extends RowPlace {
  readonly mediatorId: string;
  /** Null for a woman who is new. */
  readonly before: NetworkRecord | null;
  readonly after: NetworkRecord;
}

/** Follows an import row by row. Rows are named by their place in the file. */
export interface ImportObserver {
  /** Rows as they were read, before anything is said of them. */
  read(rows: readonly RawRow[]): Promise<void>;
  /** What becomes of rows. Of those that are written, only where nothing is written at all. */
  told(outcomes: readonly RowOutcome[]): Promise<void>;
  /** Those of the writes that may go ahead. The records that they change are locked. */
  admit(
    tx: Transaction,
    writes: readonly Write[],
    records: ReadonlyMap<string, NetworkRecord>,
  ): Promise<readonly Write[]>;
  /** In the transaction that wrote them. */
  written(tx: Transaction, rows: readonly WrittenRow[]): Promise<void>;
}
