import type { DerivedProfile } from '../../assertion/derived-profile.js';
import type { Statement } from '../../assertion/statement.js';
import type { ChangeRow, StepRow } from '../../curation/history.js';
import type { ProfileDraft } from '../row/profile-draft.js';

/** What a row does to one woman: to her profile, its history and its state. */
export interface Update {
  readonly derived: DerivedProfile;
  readonly changes: readonly ChangeRow[];
  readonly steps: readonly StepRow[];
}

/** A profile to be written: a new one, or one that the network says something new of. */
export interface Write {
  readonly id: string;
  /** Of the file. */
  readonly row: number;
  readonly sheet?: string;
  readonly isNew: boolean;
  readonly draft: ProfileDraft;
  readonly statement: Statement;
  readonly digest: string;
  /** Digest of what the network said before. */
  readonly before: string | null;
  /** What the row does to a woman who is new; null for others, to whom it does what their other sources let it do. */
  readonly first: Update | null;
}
