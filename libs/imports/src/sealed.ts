import type { Transaction } from '#database';
import { openJson, type SealedTable, type Sealer, type Vault } from '#vault';

type SealedTableName =
  | 'staged_import'
  | 'staged_part'
  | 'staged_fix'
  | 'staged_row'
  | 'import_memory';

/** What is sealed beside the content of a row, in columns of these names. */
export type FurtherColumn = 'rejects' | 'reading' | 'unknown_values' | 'remarks' | 'problem';

/** Where what is sealed in a row belongs; what it holds beside its content is bound to its column, too. */
export function stagedPlace(table: SealedTableName, id: string, column?: FurtherColumn): string {
  return column === undefined ? `${table}:${id}` : `${table}:${id}:${column}`;
}

/** The tables of this module with sealed values, for the rotation of keys. */
export const importsSealedTables: readonly SealedTable[] = (
  [
    ['staged_import', 'shape', ['reading', 'unknown_values', 'remarks', 'problem']],
    ['staged_part', 'sealed', []],
    ['staged_fix', 'sealed', []],
    ['staged_row', 'sealed', ['rejects']],
    ['import_memory', 'sealed', []],
  ] as const
).map(([name, content, further]) => ({
  name,
  id: 'id',
  columns: [content, ...further],
  place: (id, column) =>
    stagedPlace(
      name,
      id,
      further.find((one) => one === column),
    ),
}));

/** A sealed value as `json_to_recordset` reads it. */
export interface SealedCell {
  readonly key_id: number;
  readonly sealed: string;
}

/** What seals values in one transaction, each for a row of its own. */
export async function sealerOf(vault: Vault, tx: Transaction, table: SealedTableName) {
  const sealer: Sealer = await vault.sealer(tx);
  return (id: string, value: unknown, column?: FurtherColumn): SealedCell => {
    const { keyId, bytes } = sealer.seal(JSON.stringify(value), stagedPlace(table, id, column));
    return { key_id: keyId, sealed: `\\x${bytes.toString('hex')}` };
  };
}

/** Where the sealed values of a row lie in `SealedValues.bytes`, as `json_to_recordset` reads it; nulls for none. */
export interface SealedPart {
  readonly key_id: number | null;
  /** From 1. */
  readonly sealed_at: number | null;
  readonly sealed_bytes: number | null;
}

/** The same of what was wrong with the row. */
export interface SealedRejects {
  readonly key_id: number;
  readonly rejects_at: number;
  readonly rejects_bytes: number;
}

/** Read a `SealedPart` and `SealedRejects` of a row `r`; the bytes of all are parameter 2. */
export const SEALED_PART = 'substring($2::bytea FROM r.sealed_at FOR r.sealed_bytes)';
export const SEALED_REJECTS = 'substring($2::bytea FROM r.rejects_at FOR r.rejects_bytes)';

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
    const { keyId, at, length } = this.seal(value, stagedPlace(this.table, id));
    return { key_id: keyId, sealed_at: at, sealed_bytes: length };
  }

  addRejects(id: string, rejects: readonly unknown[]): SealedRejects {
    const { keyId, at, length } = this.seal(rejects, stagedPlace(this.table, id, 'rejects'));
    return { key_id: keyId, rejects_at: at, rejects_bytes: length };
  }

  private seal(value: unknown, place: string) {
    const { keyId, bytes } = this.sealer.seal(JSON.stringify(value), place);
    const at = this.length + 1;
    this.values.push(bytes);
    this.length += bytes.length;
    return { keyId, at, length: bytes.length };
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
  column?: FurtherColumn,
): Promise<T | null> {
  if (keyId === null || sealed === null) return null;
  return openJson(vault, { keyId, sealed }, stagedPlace(table, id, column));
}
