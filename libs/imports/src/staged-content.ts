import type { Effect, NetworkRecord, ProfileDraft } from '#directory';
import type { MendedCell } from './fixes.js';

/** What is kept of a row while it waits to be applied. */
export interface StagedContent {
  readonly cells: readonly MendedCell[];
  /** What the row was understood to say; null where nothing could be read. */
  readonly read: ProfileDraft | null;
  /** What it would do; null where it would do nothing. */
  readonly effect: Effect | null;
}

/** What is kept of a row that was applied. */
export interface UndoContent {
  /** Null for a woman who was new. */
  readonly before: NetworkRecord | null;
}
