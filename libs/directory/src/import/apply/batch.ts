import { problem, type Words } from '#messages';
import type { Vault } from '#vault';
import { randomUUID } from 'node:crypto';
import { characterCount } from '#kernel';
import type { Statement } from '../../assertion/statement.js';
import { digestOf } from '../digest.js';
import { comparedName } from '../../mediator/name-titles.js';
import type { RawRow } from '../readers/raw-row.js';
import type { RowPlace } from '../readers/row-place.js';
import type { Note } from '../row/note.js';
import type { ProfileDraft } from '../row/profile-draft.js';
import { safeReject, type Reject } from '../row/reject.js';
import { draftStatement } from './draft-statement.js';
import type { Origin } from './origin.js';
import { firstUpdateOf } from './update-of.js';
import type { Write } from './write.js';

/** A checked row on its way into the directory. */
export interface Candidate {
  readonly row: number;
  readonly sheet?: string;
  readonly idColumn: Words;
  /** Her number as it stands in the file. */
  readonly writtenId: string;
  readonly draft: ProfileDraft;
  readonly statement: Statement;
  readonly digest: string;
  readonly notes: readonly Note[];
  /** Further rows about her, with which the row is put together. */
  readonly joined: readonly RowPlace[];
}

/** What becomes of a batch. */
export interface Plan {
  readonly writes: readonly Write[];
  readonly unchanged: readonly Candidate[];
  readonly rejects: readonly Reject[];
}

/** What is known of a woman by her number in the network's list. */
export interface Known {
  readonly mediatorId: string;
  readonly digest: string | null;
  /** Names by which the network called her so far. */
  readonly names: readonly string[];
  /** Her record was merged into another, which the network lists by a number of its own. */
  readonly merged: boolean;
}

export function candidateOf(
  { number: row, sheet }: Pick<RawRow, 'number' | 'sheet'>,
  checked: Pick<Candidate, 'idColumn' | 'writtenId' | 'draft' | 'notes'>,
  vault: Vault,
  joined: readonly RowPlace[] = [],
): Candidate {
  const { idColumn, writtenId, draft, notes } = checked;
  const [statement, digest] = [draftStatement(draft), digestOf(draft, vault)];
  return { row, sheet, idColumn, writtenId, draft, statement, notes, joined, digest };
}

/**
 * Compares what the network says now with what it said in its last import.
 *
 * @param isPrepared whether what is to be written of new women is made ready, too
 */
export function planOf(
  candidates: readonly Candidate[],
  known: ReadonlyMap<string, Known>,
  origin: Origin,
  isPrepared: boolean,
): Plan {
  const rejects: Reject[] = [];
  const writes: Write[] = [];
  const unchanged: Candidate[] = [];
  for (const candidate of candidates) {
    const { draft, digest } = candidate;
    const before = known.get(draft.externalId);
    if (before?.merged) rejects.push(secondNumber(candidate));
    else if (before && before.digest !== digest && isAnother(draft, before)) {
      rejects.push(otherName(candidate));
    } else if (!before) writes.push(firstWrite(candidate, isPrepared ? origin : null));
    else if (before.digest !== digest) {
      const { mediatorId: id } = before;
      writes.push(writeOf(candidate, { id, isNew: false, before: before.digest, first: null }));
    } else unchanged.push(candidate);
  }
  return { writes, rejects, unchanged };
}

function firstWrite(candidate: Candidate, origin: Origin | null): Write {
  const write = writeOf(candidate, { id: randomUUID(), isNew: true, before: null, first: null });
  return origin ? { ...write, first: firstUpdateOf(write, origin) } : write;
}

function writeOf(
  { row, sheet, draft, statement, digest }: Candidate,
  target: Pick<Write, 'id' | 'isNew' | 'before' | 'first'>,
): Write {
  return { ...target, row, sheet, draft, digest, statement };
}

/**
 * Whether a row has nothing of the name that its number stood for: a list whose rows were sorted anew must not make of one
 * woman another.
 */
function isAnother({ fullName, nameVariants }: ProfileDraft, { names }: Known): boolean {
  const before = new Set(names.flatMap(wordsOf));
  const now = [fullName ?? '', ...(nameVariants ?? [])].flatMap(wordsOf);
  return before.size > 0 && now.length > 0 && !now.some((word) => before.has(word));
}

function wordsOf(name: string): string[] {
  const words = comparedName(name).split(' ');
  // An initial stands in many names.
  const whole = words.filter((word) => characterCount(word) > 1);
  return whole.length > 0 ? whole : words.filter((word) => word !== '');
}

function otherName({ row, sheet, draft }: Candidate): Reject {
  const reason = problem('number.otherName', { number: draft.externalId });
  return safeReject({
    row,
    sheet,
    field: 'full_name',
    column: 'full_name',
    value: draft.fullName ?? '',
    reason,
    suggestion: null,
  });
}

function secondNumber({ row, sheet, idColumn, draft }: Candidate): Reject {
  const reason = problem('number.merged');
  return safeReject({
    row,
    sheet,
    column: idColumn,
    value: draft.externalId,
    reason,
    suggestion: null,
  });
}
