import type { Vault } from '#vault';
import { NOTHING_LISTED } from '../contact/contact.js';
import type { ProfileDraft } from './row/profile-draft.js';

/** Grows when the same draft is stored otherwise than before, so that the next import writes it anew. */
const DIGEST_VERSION = 2;
const SAYS_NO_EMERGENCY_CONTACT = 'no emergency contact';

/**
 * Keyed hash of what a network says of a woman, contact data included: without the key nobody can try
 * what a short value was. Drafts are built field by field in one order with sorted
 * lists, so the same words in another order of columns or values have the same digest.
 */
export function digestOf(draft: ProfileDraft, vault: Vault): string {
  const contact = { ...NOTHING_LISTED, ...draft.contact };
  // A list that says that she has none does not say the same as one without the column.
  const said = draft.contact.emergencyContact === null ? [SAYS_NO_EMERGENCY_CONTACT] : [];
  return vault.fingerprint(JSON.stringify([DIGEST_VERSION, { ...draft, contact }, ...said]));
}
