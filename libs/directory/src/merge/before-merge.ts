import type { Statement } from '../assertion/statement.js';
import type { ProfileState } from '../fields/closed-lists.js';
import type { ConsentPurpose, ProfileRecord } from '../profile/profile-record.js';
import type { ChosenStatement } from './merge-choices.js';

/**
 * Where everything stood before two records became one. The other record keeps its rows, so this
 * holds references, the kept record's own words, and no contact data.
 */
export interface BeforeMerge {
  readonly keptState: ProfileState;
  readonly otherState: ProfileState;
  /** The state that the kept record was given. */
  readonly mergedState: ProfileState;
  /** What she said herself in the kept record, before and after the other's words were added. */
  readonly keptOwn: Statement;
  readonly mergedOwn: Statement;
  /** What a network states differently by choice; absent in merges before choices could be made. */
  readonly statement?: ChosenStatement | null;
  /** Her own audiences in the kept record, before and after those of the other narrowed them. */
  readonly keptAudience: ProfileRecord['audience'];
  readonly mergedAudience: ProfileRecord['audience'];
  /** Memberships that moved to the kept record, with their precedence in the other one. */
  readonly memberships: readonly MovedMembership[];
  /** Consents of the kept record that ended because the other record had taken them back. */
  readonly consents: readonly string[];
  /** Purposes to which the kept record says no since because the other one did. */
  readonly objections: readonly ConsentPurpose[];
  /** Records that had been merged into the other one before. */
  readonly earlier: readonly string[];
}

/** A membership that moved; what its network stated of how to reach her moved with it. */
export interface MovedMembership {
  readonly id: string;
  readonly networkId: string;
  readonly precedence: number;
}
