import type { Transaction } from '#database';
import type { Applicant } from '#directory';
import { openJson, sealJson, type SealedColumns, type SealedTable, type Vault } from '#vault';

/** What of an application is sealed. */
export interface ApplicationContents {
  /** Of the link that is in every mail to her; beside it only its hash is stored. */
  readonly token: string;
  /** What she wrote, until a profile is made of it. */
  readonly applicant: Applicant | null;
  /** What the network wrote to her when it declined. */
  readonly words: string | null;
}

/** A row's sealed contents; null once she has withdrawn. */
export interface SealedContents {
  readonly id: string;
  readonly keyId: number | null;
  readonly sealed: Buffer | null;
}

export async function sealContents(
  tx: Transaction,
  vault: Vault,
  id: string,
  contents: ApplicationContents,
): Promise<SealedColumns> {
  return sealJson(tx, vault, contents, place(id));
}

export async function openContents(
  vault: Vault,
  { id, keyId, sealed }: SealedContents,
): Promise<ApplicationContents | null> {
  if (keyId === null || sealed === null) return null;
  return openJson(vault, { keyId, sealed }, place(id));
}

function place(id: string): string {
  return `membership_application:${id}`;
}

/** What of this module is sealed, for the rotation of data keys. */
export const applicationsSealedTables: readonly SealedTable[] = [
  { name: 'membership_application', id: 'id', columns: ['sealed'], place },
];
