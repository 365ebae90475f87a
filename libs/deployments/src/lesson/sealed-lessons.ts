import type { Transaction } from '#database';
import type { SealedTable, Vault } from '#vault';
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
): Promise<{ readonly keyId: number; readonly sealed: Buffer }> {
  const { keyId, bytes } = (await vault.sealer(tx)).seal(
    JSON.stringify(contents),
    place(table, id),
  );
  return { keyId, sealed: bytes };
}

/** What a row holds; null if nothing of it is left. */
export async function openIn<T extends Table>(
  vault: Vault,
  table: T,
  row: { readonly id: string; readonly keyId: number | null; readonly sealed: Buffer | null },
): Promise<Contents[T] | null> {
  const { id, keyId, sealed } = row;
  if (keyId === null || sealed === null) return null;
  return JSON.parse(await vault.open({ keyId, bytes: sealed }, place(table, id))) as Contents[T];
}

function place(table: Table, id: string): string {
  return `${table}:${id}`;
}

/** What is sealed of lessons, for the rotation of data keys. */
export const lessonSealedTables: readonly SealedTable[] = (['after_action', 'lesson'] as const).map(
  (name) => ({ name, id: 'id', columns: ['sealed'], place: (id: string) => place(name, id) }),
);
