import type { Transaction } from '#database';
import { openJson, sealJson, type SealedColumns, type SealedTable, type Vault } from '#vault';
import type { AfterActionDraft, LessonContents } from './after-action.js';

type Table = 'after_action' | 'lesson';
interface Contents {
  readonly after_action: AfterActionDraft;
  readonly lesson: LessonContents;
}

export async function sealIn<T extends Table>(
  tx: Transaction,
  vault: Vault,
  table: T,
  id: string,
  contents: Contents[T],
): Promise<SealedColumns> {
  return sealJson(tx, vault, contents, place(table, id));
}

/** What a row holds; null if nothing of it is left. */
export async function openIn<T extends Table>(
  vault: Vault,
  table: T,
  row: { readonly id: string; readonly keyId: number | null; readonly sealed: Buffer | null },
): Promise<Contents[T] | null> {
  const { id, keyId, sealed } = row;
  if (keyId === null || sealed === null) return null;
  return openJson(vault, { keyId, sealed }, place(table, id));
}

function place(table: Table, id: string): string {
  return `${table}:${id}`;
}

/** What is sealed of lessons, for the rotation of data keys. */
export const lessonSealedTables: readonly SealedTable[] = (['after_action', 'lesson'] as const).map(
  (name) => ({ name, id: 'id', columns: ['sealed'], place: (id: string) => place(name, id) }),
);
