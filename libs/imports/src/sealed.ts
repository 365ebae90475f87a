import type { Transaction } from '#database';
import type { SealedTable, Sealer, Vault } from '#vault';

type SealedTableName = 'staged_import' | 'staged_part' | 'staged_fix' | 'staged_row';

/** Where what is sealed in a row belongs. */
export function stagedPlace(table: SealedTableName, id: string): string {
  return `${table}:${id}`;
}

/** The tables of this module with sealed values, for the rotation of keys. */
export const importsSealedTables: readonly SealedTable[] = (
  [
    ['staged_import', 'shape'],
    ['staged_part', 'sealed'],
    ['staged_fix', 'sealed'],
    ['staged_row', 'sealed'],
  ] as const
).map(([name, column]) => ({
  name,
  id: 'id',
  columns: [column],
  place: (id) => stagedPlace(name, id),
}));

/** A sealed value as `json_to_recordset` reads it. */
export interface SealedCell {
  readonly key_id: number;
  readonly sealed: string;
}

export async function sealerOf(vault: Vault, tx: Transaction, table: SealedTableName) {
  const sealer: Sealer = await vault.sealer(tx);
  return (id: string, value: unknown): SealedCell => {
    const { keyId, bytes } = sealer.seal(JSON.stringify(value), stagedPlace(table, id));
    return { key_id: keyId, sealed: `\\x${bytes.toString('hex')}` };
  };
}

/** Opens what `sealerOf` sealed; null where nothing is kept. */
export async function openSealed<T>(
  vault: Vault,
  table: SealedTableName,
  {
    id,
    keyId,
    sealed,
  }: { readonly id: string; readonly keyId: number | null; readonly sealed: Buffer | null },
): Promise<T | null> {
  if (keyId === null || sealed === null) return null;
  return JSON.parse(await vault.open({ keyId, bytes: sealed }, stagedPlace(table, id))) as T;
}

/** For jsonb, which holds neither a null character nor half a character. */
export function asJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? inner.replaceAll('\0', '').toWellFormed() : inner,
  );
}
