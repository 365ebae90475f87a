import type { Vault } from '#vault';
import { uuidv7 } from 'uuidv7';
import { digestOf } from '../digest.js';
import type { ProfileDraft } from '../row/profile-draft.js';

/** A checked row on its way into the directory. */
export interface Candidate {
  readonly row: number;
  readonly idColumn: string;
  readonly draft: ProfileDraft;
  readonly digest: string;
}

/** A profile to be written: a new one, or one that the network says something new of. */
export interface Write {
  readonly id: string;
  readonly isNew: boolean;
  readonly draft: ProfileDraft;
  readonly digest: string;
  /** Digest of what the network said before. */
  readonly before: string | null;
}

/** What becomes of a batch. */
export interface Plan {
  readonly writes: readonly Write[];
  readonly unchanged: number;
}

export function candidateOf(
  row: number,
  idColumn: string,
  draft: ProfileDraft,
  vault: Vault,
): Candidate {
  return { row, idColumn, draft, digest: digestOf(draft, vault) };
}

/** Compares what the network says now with what it said in its last import. */
export function planOf(
  candidates: readonly Candidate[],
  known: ReadonlyMap<string, { mediatorId: string; digest: string | null }>,
): Plan {
  const writes = candidates.flatMap(({ draft, digest }): Write[] => {
    const before = known.get(draft.externalId);
    if (!before) return [{ id: uuidv7(), isNew: true, draft, digest, before: null }];
    if (before.digest === digest) return [];
    return [{ id: before.mediatorId, isNew: false, draft, digest, before: before.digest }];
  });
  return { writes, unchanged: candidates.length - writes.length };
}
