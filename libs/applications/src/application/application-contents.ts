import type { Transaction } from '#database';
import type { Applicant } from '#directory';
import type { SealedTable, Vault } from '#vault';

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
): Promise<{ keyId: number; sealed: Buffer }> {
  const sealer = await vault.sealer(tx);
  const { keyId, bytes } = sealer.seal(JSON.stringify(contents), place(id));
  return { keyId, sealed: bytes };
}

export async function openContents(
  vault: Vault,
  { id, keyId, sealed }: SealedContents,
): Promise<ApplicationContents | null> {
  if (keyId === null || sealed === null) return null;
  const text = await vault.open({ keyId, bytes: sealed }, place(id));
  return JSON.parse(text) as ApplicationContents;
}

function place(id: string): string {
  return `membership_application:${id}`;
}

/** What of this module is sealed, for the rotation of data keys. */
export const applicationsSealedTables: readonly SealedTable[] = [
  { name: 'membership_application', id: 'id', columns: ['sealed'], place },
];
