import type { Transaction } from '#database';
import { indexSyncJob } from '#search';
import type { PersonalDataParts } from '../personal-data/personal-data-parts.js';
import { leaveClasses } from '../pseudonym/follow-pseudonyms.js';

/**
 * Removes all that is held about a woman, in the caller's transaction, which has locked her row. Nothing keeps a list from
 * bringing her back.
 *
 * @param except names of parts of the personal data that stay
 */
export async function removeMediator(
  tx: Transaction,
  held: PersonalDataParts,
  mediatorId: string,
  except: readonly string[] = [],
): Promise<void> {
  await held.removeApart(tx, mediatorId, except);
  await leaveClasses(tx, [mediatorId]);
  // The trigger `mediator_withheld_erased` hides her from every search until the index has followed.
  await tx.query('DELETE FROM mediator WHERE id = $1', [mediatorId]);
  await tx.addJob(indexSyncJob());
}
