import type { Transaction } from '#database';
import type { Mapping, Remark } from '#directory';
import type { Problem } from '#messages';
import type { Vault } from '#vault';
import type { FoundShape } from './found-shape.js';
import { openSealed, stagedPlace, type FurtherColumn } from './sealed.js';
import { StagedImportEntity } from './staged-import.entity.js';
import type { UnknownValue } from './unknown-values.js';

/** How a file is to be read, as its coordinators say. */
export interface FileReading {
  readonly mapping: Mapping;
  /** Names of the sheets that are read; none where nobody has said it. */
  readonly sheets: readonly string[];
  /** Keys of rows that are left out. */
  readonly skipped: readonly string[];
}

/** All of an import that is sealed: what people wrote into a file, or of it, may be anything. */
export interface ImportContent {
  readonly reading: FileReading;
  /** Sheets, headers and samples of their values; null before the file was read. */
  readonly shape: FoundShape | null;
  readonly unknownValues: readonly UnknownValue[] | null;
  readonly remarks: readonly Remark[] | null;
  /** Why it cannot be read, or what must be settled first. */
  readonly problem: Problem | null;
}

export const NO_READING: FileReading = {
  mapping: { columns: {}, defaults: {} },
  sheets: [],
  skipped: [],
};

/** The columns of `ImportContent`, as entities have them. */
type Sealed = Pick<StagedImportEntity, 'id' | 'keyId' | keyof ImportContent>;

export async function openImport(vault: Vault, staged: Sealed): Promise<ImportContent> {
  const { id, keyId } = staged;
  const opened = async <Name extends keyof ImportContent>(name: Name) =>
    openSealed<ImportContent[Name]>(
      vault,
      'staged_import',
      { id, keyId, sealed: staged[name] },
      COLUMNS[name],
    );
  return {
    reading: (await opened('reading')) ?? NO_READING,
    shape: await opened('shape'),
    unknownValues: await opened('unknownValues'),
    remarks: await opened('remarks'),
    problem: await opened('problem'),
  };
}

/** The columns by their names in entities. The shape is sealed for the row alone. */
const COLUMNS: Readonly<Record<keyof ImportContent, FurtherColumn | undefined>> = {
  reading: 'reading',
  shape: undefined,
  unknownValues: 'unknown_values',
  remarks: 'remarks',
  problem: 'problem',
};

/**
 * Changes an import. One key seals all of a row, and may be another than before: what stays is sealed anew, too.
 *
 * @param staged as it is in this transaction, which keeps it from others
 * @param content what becomes other than it was
 * @param facts the same of what is not sealed
 */
export async function changeImport(
  tx: Transaction,
  vault: Vault,
  staged: StagedImportEntity,
  content: Partial<ImportContent>,
  facts: Partial<Omit<StagedImportEntity, 'id' | 'key' | 'keyId' | keyof ImportContent>> = {},
): Promise<void> {
  const { id } = staged;
  const all: ImportContent = { ...(await openImport(vault, staged)), ...content };
  const sealer = await vault.sealer(tx);
  const names = Object.keys(COLUMNS) as (keyof ImportContent)[];
  const kept = names.filter((name) => all[name] !== null && all[name] !== NO_READING);
  const sealed = names.map((name): [keyof ImportContent, Buffer | null] => {
    if (!kept.includes(name)) return [name, null];
    const place = stagedPlace('staged_import', id, COLUMNS[name]);
    return [name, sealer.seal(JSON.stringify(all[name]), place).bytes];
  });
  const changed = { ...Object.fromEntries(sealed), keyId: kept.length > 0 ? sealer.keyId : null };
  await tx.manager.update(StagedImportEntity, { id }, { ...facts, ...changed });
}
