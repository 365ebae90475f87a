import type { Reader, Transaction } from '#database';
import { ERASED_NAME, ERASED_NUMBER, type ErasedKeys } from '../../erasure/erased-keys.js';
import { safeReject, type Reject } from '../row/reject.js';
import type { Candidate } from './batch.js';
import type { Write } from './write.js';
import { isMade } from './made-numbers.js';

/**
 * Parts the rows whose number was that of an erased woman from the others, and of a list without numbers those with her
 * name: it makes another number with every other address. The rejects repeat nothing of the rows.
 */
export async function partErased(
  reader: Reader,
  keys: ErasedKeys,
  networkId: string,
  {
    candidates,
    known,
  }: { readonly candidates: readonly Candidate[]; readonly known: ReadonlyMap<string, unknown> },
): Promise<{ rest: Candidate[]; erased: Reject[] }> {
  if (await keys.areNone(reader)) return { rest: [...candidates], erased: [] };
  // A number that was kept out before numbers were folded was kept as it stood in the file.
  const numbersOf = ({ draft, writtenId }: Candidate) => [draft.externalId, writtenId];
  const gone = await keys.among(reader, networkId, candidates.flatMap(numbersOf));
  const isGone = (candidate: Candidate) => numbersOf(candidate).some((id) => gone.has(id));
  const isNew = ({ draft }: Candidate) => isMade(draft.externalId) && !known.has(draft.externalId);
  const nameOf = ({ draft }: Candidate) => draft.fullName ?? '';
  const names = await keys.namesAmong(reader, networkId, candidates.filter(isNew).map(nameOf));
  const hasHerName = (one: Candidate) => isNew(one) && names.has(nameOf(one));
  const reject = (candidate: Candidate): Reject => {
    const { row, sheet, idColumn } = candidate;
    const [column, reason] = isGone(candidate)
      ? ([idColumn, ERASED_NUMBER] as const)
      : (['full_name', ERASED_NAME] as const);
    return safeReject({ row, sheet, column, value: '', reason, suggestion: null }, true);
  };
  const isOut = (candidate: Candidate) => isGone(candidate) || hasHerName(candidate);
  return {
    rest: candidates.filter((candidate) => !isOut(candidate)),
    erased: candidates.filter(isOut).map(reject),
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
