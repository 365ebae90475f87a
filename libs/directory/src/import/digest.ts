import { createHash } from 'node:crypto';
import type { ProfileDraft } from './row/profile-draft.js';

/** Grows when the same draft is stored otherwise than before, so that the next import writes it anew. */
const DIGEST_VERSION = 2;

/**
 * SHA-256 of what a network says of a woman. Drafts are built field by field in one order with sorted
 * lists, so the same words in another order of columns or values have the same digest.
 */
export function digestOf(draft: ProfileDraft): string {
  return createHash('sha256')
    .update(JSON.stringify([DIGEST_VERSION, draft]))
    .digest('hex');
}
