import type { Reader, Transaction } from '#database';
import { ERASED_NUMBER, type ErasedKeys } from '../../erasure/erased-keys.js';
import { safeReject, type Reject } from '../row/reject.js';
import type { Candidate, Write } from './batch.js';

/** Parts the rows whose number was that of an erased woman from the others. The rejects repeat nothing of the rows. */
export async function partErased(
  reader: Reader,
  keys: ErasedKeys,
  networkId: string,
  candidates: readonly Candidate[],
): Promise<{ rest: Candidate[]; erased: Reject[] }> {
  // A number that was kept out before numbers were folded was kept as it stood in the file.
  const numbersOf = ({ draft, writtenId }: Candidate) => [draft.externalId, writtenId];
  const gone = await keys.among(reader, networkId, candidates.flatMap(numbersOf));
  const isGone = (candidate: Candidate) => numbersOf(candidate).some((id) => gone.has(id));
  const reject = ({ row, sheet, idColumn: column }: Candidate): Reject =>
    safeReject({ row, sheet, column, value: '', reason: ERASED_NUMBER, suggestion: null }, true);
  return {
    rest: candidates.filter((candidate) => !isGone(candidate)),
    erased: candidates.filter(isGone).map(reject),
  };
}

/**
 * The writes without those of women who were erased since they were planned. Who is left cannot be erased
 * until the transaction ends.
 */
export async function withoutErased(tx: Transaction, writes: readonly Write[]): Promise<Write[]> {
  const known = writes.filter(({ isNew }) => !isNew).map(({ id }) => id);
  if (known.length === 0) return [...writes];
  const rows = await tx.query<{ id: string }>(
    'SELECT id FROM mediator WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
    [known],
  );
  const there = new Set(rows.map(({ id }) => id));
  return writes.filter(({ id, isNew }) => isNew || there.has(id));
}
