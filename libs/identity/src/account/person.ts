import { openJson, type Sealed, type SealedColumns, type Sealer, type Vault } from '#vault';

/** Who an account belongs to: what is sealed of it. */
export interface Person {
  readonly email: string;
  readonly name: string;
  /** Nothing that was sent to the address has made the account: it may be somebody else's. */
  readonly unproved?: boolean;
}

/** A sealed person as a row holds her. */
export interface SealedRow extends SealedColumns {
  readonly id: string;
}

export function sealPerson(sealer: Sealer, id: string, { email, name, unproved }: Person): Sealed {
  return sealer.seal(JSON.stringify({ email, name, unproved }), accountPlace(id));
}

export async function openPerson(vault: Vault, row: SealedRow): Promise<Person> {
  return openJson(vault, row, accountPlace(row.id));
}

/** What a sealed person is bound to. */
export function accountPlace(id: string): string {
  return `account:${id}`;
}
