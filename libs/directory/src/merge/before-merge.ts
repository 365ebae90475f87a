import type { Statement } from '../assertion/statement.js';
import type { ProfileState } from '../profile/profile-record.js';

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
  /** Memberships that moved to the kept record, with their precedence in the other one. */
  readonly memberships: readonly { readonly id: string; readonly precedence: number }[];
  /** Consents of the kept record that ended because the other record had taken them back. */
  readonly consents: readonly string[];
  /** Contact rows that moved. */
  readonly contacts: readonly string[];
  /** Records that had been merged into the other one before. */
  readonly earlier: readonly string[];
}
