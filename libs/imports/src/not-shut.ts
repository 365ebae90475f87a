import type { Transaction } from '#database';
import { ImportRefusedError } from '#directory';
import { stillCoordinates } from '#identity';
import { problem } from '#messages';
import type { StagedImportEntity } from './staged-import.entity.js';

/**
 * What was asked for from an account ends with the account: nothing of it is written once that is shut. For each batch, in the
 * transaction that writes it.
 *
 * @throws ImportRefusedError
 */
export async function refuseIfShut(
  tx: Transaction,
  { appliedBy, networkId }: Pick<StagedImportEntity, 'appliedBy' | 'networkId'>,
): Promise<void> {
  if (appliedBy !== null && (await stillCoordinates(tx, appliedBy, networkId))) return;
  throw new ImportRefusedError(problem('refused.shut'));
}
