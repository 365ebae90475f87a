import type { Sealed, Sealer, Vault } from '#vault';

/** Who an account belongs to: what is sealed of it. */
export interface Person {
  readonly email: string;
  readonly name: string;
}

/** A sealed person as a row holds her. */
export interface SealedRow {
  readonly id: string;
  readonly keyId: number;
  readonly sealed: Buffer;
}

export function sealPerson(sealer: Sealer, id: string, { email, name }: Person): Sealed {
  return sealer.seal(JSON.stringify({ email, name }), accountPlace(id));
}

export async function openPerson(vault: Vault, row: SealedRow): Promise<Person> {
  const { id, keyId, sealed } = row;
  return JSON.parse(await vault.open({ keyId, bytes: sealed }, accountPlace(id))) as Person;
}

/** What a sealed person is bound to. */
export function accountPlace(id: string): string {
  return `account:${id}`;
}
