import type { Database, Transaction } from '#database';
import type { ContactRepository } from '../../contact/contact-repository.js';
import { normalEmail } from '../../contact/contact.js';
import {
  ERASED_ADDRESS,
  ERASED_NAME,
  ERASED_NUMBER,
  type ErasedKeys,
} from '../../erased/erased-keys.js';
import { safeReject, type Reject } from '../row/reject.js';
import type { Candidate, Known } from './batch.js';
import type { Write } from './write.js';
import { isMade } from './made-numbers.js';

/** Where it is known who was erased. */
interface ErasedModules {
  readonly database: Database;
  readonly keys: ErasedKeys;
  readonly contacts: ContactRepository;
}

/** Rows of a batch, and what is known of their women by their numbers. */
interface Rows {
  readonly candidates: readonly Candidate[];
  readonly known: ReadonlyMap<string, Known>;
}

/**
 * Parts the rows whose number was that of an erased woman from the others, those that state her e-mail address of someone
 * of whom the network does not state it now, and of a list without numbers those with her name: it makes another number
 * with every other address. The rejects repeat nothing of the rows.
 */
export async function partErased(
  modules: ErasedModules,
  networkId: string,
  rows: Rows,
): Promise<{ rest: Candidate[]; erased: Reject[] }> {
  const { database, keys } = modules;
  const { candidates, known } = rows;
  if (await keys.areNone(database)) return { rest: [...candidates], erased: [] };
  // A number that was kept out before numbers were folded was kept as it stood in the file.
  const numbersOf = ({ draft, writtenId }: Candidate) => [draft.externalId, writtenId];
  const gone = await keys.among(database, networkId, candidates.flatMap(numbersOf));
  const isGone = (candidate: Candidate) => numbersOf(candidate).some((id) => gone.has(id));
  const isNew = ({ draft }: Candidate) => isMade(draft.externalId) && !known.has(draft.externalId);
  const nameOf = ({ draft }: Candidate) => draft.fullName ?? '';
  const names = await keys.namesAmong(database, networkId, candidates.filter(isNew).map(nameOf));
  const hasHerAddress = await withHerAddress(modules, networkId, rows);
  const hasHerName = (one: Candidate) => isNew(one) && names.has(nameOf(one));
  const reject = (candidate: Candidate): Reject => {
    const { row, sheet, idColumn } = candidate;
    const [column, reason] = isGone(candidate)
      ? ([idColumn, ERASED_NUMBER] as const)
      : hasHerName(candidate)
        ? (['full_name', ERASED_NAME] as const)
        : (['email', ERASED_ADDRESS] as const);
    return safeReject({ row, sheet, column, value: '', reason, suggestion: null }, true);
  };
  const isOut = (candidate: Candidate) =>
    isGone(candidate) || hasHerName(candidate) || hasHerAddress.has(candidate);
  return {
    rest: candidates.filter((candidate) => !isOut(candidate)),
    erased: candidates.filter(isOut).map(reject),
  };
}

/** Others who share her mailbox, and of whom the network stated it before, stay in its list. */
async function withHerAddress(
  { database, keys, contacts }: ErasedModules,
  networkId: string,
  { candidates, known }: Rows,
): Promise<Set<Candidate>> {
  const addressOf = ({ draft }: Candidate) => normalEmail(draft.contact.email ?? '');
  const addresses = new Set(candidates.map(addressOf).filter((email) => email !== ''));
  const gone = await keys.addressesAmong(database, networkId, [...addresses]);
  if (gone.size === 0) return new Set();
  const stated = await database.transaction((tx) => contacts.statedWith(tx, networkId, [...gone]));
  const there = new Set(stated.map(({ email, mediatorId }) => `${mediatorId} ${email}`));
  return new Set(
    candidates.filter((candidate) => {
      const email = addressOf(candidate);
      const before = known.get(candidate.draft.externalId);
      return gone.has(email) && !there.has(`${before?.mediatorId ?? ''} ${email}`);
    }),
  );
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
