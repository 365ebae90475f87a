import type { Transaction } from '#database';
import { openJson, type SealedTable, type Sealer, type Vault } from '#vault';

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

/** What seals values in one transaction, each for a row of its own. */
export async function sealerOf(vault: Vault, tx: Transaction, table: SealedTableName) {
  const sealer: Sealer = await vault.sealer(tx);
  return (id: string, value: unknown): SealedCell => {
    const { keyId, bytes } = sealer.seal(JSON.stringify(value), stagedPlace(table, id));
    return { key_id: keyId, sealed: `\\x${bytes.toString('hex')}` };
  };
}

/** Where the sealed value of a row lies in `SealedValues.bytes`, as `json_to_recordset` reads it; nulls for none. */
export interface SealedPart {
  readonly key_id: number | null;
  /** From 1. */
  readonly sealed_at: number | null;
  readonly sealed_bytes: number | null;
}

/** Reads a `SealedPart` of a row `r`; the bytes of all are parameter 2. */
export const SEALED_PART = 'substring($2::bytea FROM r.sealed_at FOR r.sealed_bytes)';

/**
 * Sealed values of many rows as one parameter of bytes. As digits within JSON they would be four times as long on the way,
 * and most of the work of keeping a row.
 */
export class SealedValues {
  static readonly NONE: SealedPart = { key_id: null, sealed_at: null, sealed_bytes: null };
  private readonly values: Buffer[] = [];
  private length = 0;

  private constructor(
    private readonly sealer: Sealer,
    private readonly table: SealedTableName,
  ) {}

  static async begin(vault: Vault, tx: Transaction, table: SealedTableName): Promise<SealedValues> {
    return new SealedValues(await vault.sealer(tx), table);
  }

  add(id: string, value: unknown): SealedPart {
    const place = stagedPlace(this.table, id);
    const { keyId, bytes } = this.sealer.seal(JSON.stringify(value), place);
    const at = this.length + 1;
    this.values.push(bytes);
    this.length += bytes.length;
    return { key_id: keyId, sealed_at: at, sealed_bytes: bytes.length };
  }

  get bytes(): Buffer {
    return Buffer.concat(this.values, this.length);
  }
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
  return openJson(vault, { keyId, sealed }, stagedPlace(table, id));
}
