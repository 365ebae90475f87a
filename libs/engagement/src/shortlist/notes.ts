import type { Transaction } from '#database';
import type { SealedTable, Vault } from '#vault';
import { type InputProblem, textProblems } from '#kernel';

/** Most characters of an organizer's note about a woman. */
export const LONGEST_NOTE = 2_000;

/** Where the note of a row belongs. */
export function notePlace(table: 'shortlist_entry' | 'shortlist_feedback', id: string): string {
  return `${table}:${id}:note`;
}

/** The tables of this module with sealed values, for the rotation of keys. */
export const engagementSealedTables: readonly SealedTable[] = (
  ['shortlist_entry', 'shortlist_feedback'] as const
).map((name) => ({ name, id: 'id', columns: ['note'], place: (id) => notePlace(name, id) }));

/** A note as its row keeps it: it may hold anything, so it is sealed. */
export interface SealedNote {
  readonly keyId: number | null;
  readonly note: Buffer | null;
}

const NO_NOTE: SealedNote = { keyId: null, note: null };

export async function sealNote(
  vault: Vault,
  tx: Transaction,
  text: string | null | undefined,
  place: string,
): Promise<SealedNote> {
  const note = text?.trim();
  if (!note) return NO_NOTE;
  const { keyId, bytes } = (await vault.sealer(tx)).seal(note, place);
  return { keyId, note: bytes };
}

export async function openNote(
  vault: Vault,
  { keyId, note }: SealedNote,
  place: string,
): Promise<string | null> {
  return keyId === null || note === null ? null : vault.open({ keyId, bytes: note }, place);
}

export function noteProblems(path: string, note: string | null | undefined): InputProblem[] {
  return textProblems(path, note ?? '', LONGEST_NOTE, false);
}
