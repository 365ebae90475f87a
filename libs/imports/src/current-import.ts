import type { Transaction } from '#database';
import type { StagedImportEntity } from './staged-import.entity.js';

/** An import as a job began to work on it. */
export type Begun = Pick<StagedImportEntity, 'id' | 'revision' | 'state'>;

/** The import was edited or removed while a job worked on it, or somebody on its list was erased. */
export class OutdatedError extends Error {
  override readonly name = 'OutdatedError';
}

/**
 * Keeps an import as it is until the transaction ends: what is written of it belongs to what a coordinator sees.
 *
 * @throws OutdatedError where it is not as the job began to work on it
 */
export async function keepCurrent(
  tx: Pick<Transaction, 'query'>,
  { id, revision, state }: Begun,
): Promise<void> {
  const [found] = await tx.query(
    'SELECT id FROM staged_import WHERE id = $1 AND revision = $2 AND state = $3 FOR SHARE',
    [id, revision, state],
  );
  if (!found) throw new OutdatedError();
}
