import { Recordset, type SqlStatement } from '#database';
import type { Sealer, Vault } from '#vault';
import { uuidv7 } from 'uuidv7';
import { normalEmail, type Contact } from './contact.js';

const ROWS = new Recordset({
  id: 'uuid',
  mediator_id: 'uuid',
  network_id: 'uuid',
  key_id: 'smallint',
  sealed: 'bytea',
  email_index: 'bytea',
});

type ContactRow = ReturnType<typeof contactRow>;

/** Writes rows of women of whom the same sources stated nothing before. */
export function firstContacts(rows: readonly ContactRow[]): SqlStatement {
  return ROWS.into('mediator_contact', rows);
}

/** Writes rows in the place of what the same sources stated before. */
export function writeContacts(rows: readonly ContactRow[]): SqlStatement {
  const [sql, parameters] = firstContacts(rows);
  return [`${sql} ${IN_PLACE}`, parameters];
}

const IN_PLACE = `ON CONFLICT ON CONSTRAINT mediator_contact_once DO UPDATE SET (id, key_id, sealed, email_index, updated_at) =
  (excluded.id, excluded.key_id, excluded.sealed, excluded.email_index, now())`;

/** What one source stated, sealed for a row of its own. */
export function contactRow(
  { vault, sealer }: { vault: Vault; sealer: Sealer },
  mediatorId: string,
  networkId: string | null,
  contact: Contact,
) {
  const id = uuidv7();
  const { keyId, bytes } = sealer.seal(JSON.stringify(contact), contactPlace(id));
  return {
    id,
    mediator_id: mediatorId,
    network_id: networkId,
    key_id: keyId,
    sealed: bytes,
    email_index: contact.email === null ? null : emailIndex(vault, contact.email),
  };
}

/** Where what is sealed in a row belongs. */
export function contactPlace(id: string): string {
  return `mediator_contact:${id}`;
}

/** Blind index of an address, the same for every spelling of it. */
export function emailIndex(vault: Vault, email: string): Buffer {
  return vault.index(`email:${normalEmail(email)}`);
}

/** Blind index of a telephone number as messages are sent to it. */
export function numberIndex(vault: Vault, number: string): Buffer {
  return vault.index(`number:${number}`);
}
