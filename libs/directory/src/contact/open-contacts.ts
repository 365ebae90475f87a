import { pipeline, Recordset, type SqlStatement, type Transaction } from '#database';
import type { Viewer } from '#identity';
import { openJson, type Sealer, type Vault } from '#vault';
import { uuidv7 } from 'uuidv7';
import {
  changedFields,
  isEmpty,
  NO_CONTACT,
  type Contact,
  type ContactField,
  type ContactStatement,
  type SourceContact,
} from './contact.js';
import { contactPlace, contactRow, firstContacts, writeContacts } from './contact-rows.js';

/** Contact data as a row holds it. */
export interface ContactRow {
  readonly id: string;
  readonly mediatorId: string;
  readonly networkId: string | null;
  readonly keyId: number;
  readonly sealed: Buffer;
  readonly updatedAt: Date;
}

const SELECT = `SELECT id, mediator_id AS "mediatorId", network_id AS "networkId", key_id AS "keyId", sealed,
  updated_at AS "updatedAt" FROM mediator_contact WHERE mediator_id = ANY($1::uuid[])`;

const REMOVE = `
DELETE FROM mediator_contact WHERE mediator_id = ANY($1::uuid[]) AND network_id IS NOT DISTINCT FROM $2`;

const CHANGES = new Recordset({ id: 'uuid', mediator_id: 'uuid', fields: 'text[]' }, 3);
const NOTE_CHANGES = `
INSERT INTO contact_change (id, mediator_id, fields, network_id, changed_by)
SELECT ${CHANGES.columns.join(', ')}, $1, $2 FROM ${CHANGES.from}`;

/** Contact data while it is open: for a network's curator, or for herself where `source` is null. */
export class OpenContacts {
  constructor(
    private readonly tx: Transaction,
    private readonly vault: Vault,
    private readonly viewer: Viewer,
    private readonly source: string | null,
  ) {}

  /** All that is open about these women. */
  async about(mediatorIds: readonly string[]): Promise<SourceContact[]> {
    const rows = await this.tx.query<ContactRow>(
      `${SELECT} AND ($2::uuid IS NULL OR network_id = $2) ORDER BY network_id NULLS FIRST`,
      [mediatorIds, this.source],
    );
    return openContacts(this.vault, rows);
  }

  /**
   * Puts what the source states now in the place of what it stated before, `NO_CONTACT` where that is
   * taken away, and notes which fields changed. A fixed number of statements, however many women. Gives the changed fields of those that changed.
   *
   * @param known those who are not new: of others nothing was stated before
   */
  async state(
    statements: ReadonlyMap<string, ContactStatement>,
    known: readonly string[] = [...statements.keys()],
  ): Promise<Map<string, ContactField[]>> {
    const { changes, sql } = await this.stating(statements, known);
    await pipeline(this.tx, sql);
    return changes;
  }

  /** The same, for who runs the statements with others, as long as contact data is open. */
  async stating(
    statements: ReadonlyMap<string, ContactStatement>,
    known: readonly string[],
  ): Promise<{ changes: Map<string, ContactField[]>; sql: Iterable<SqlStatement> }> {
    const present = await this.present(known);
    const changes = new Map<string, ContactField[]>();
    const contacts = new Map<string, Contact>();
    for (const [id, statement] of statements) {
      const before = present.get(id)?.contact ?? NO_CONTACT;
      const contact = { ...before, ...statement };
      contacts.set(id, contact);
      const fields = changedFields(before, contact);
      if (fields.length > 0) changes.set(id, fields);
    }
    if (changes.size === 0) return { changes, sql: [] };
    const sealer = await this.vault.sealer(this.tx);
    const write = known.length === 0 ? firstContacts : writeContacts;
    return { changes, sql: this.statements(contacts, changes, { sealer, write }) };
  }

  /** Sealing comes last, while the database works on what is before it. */
  private *statements(
    contacts: ReadonlyMap<string, Contact>,
    changes: ReadonlyMap<string, readonly ContactField[]>,
    { sealer, write }: { readonly sealer: Sealer; readonly write: typeof writeContacts },
  ): Generator<SqlStatement> {
    const notes = CHANGES.parameters(changeRows(changes));
    yield [NOTE_CHANGES, [this.source, this.viewer.name, ...notes]];
    const changed = [...contacts].filter(([id]) => changes.has(id));
    const emptied = changed.filter(([, contact]) => isEmpty(contact)).map(([id]) => id);
    if (emptied.length > 0) yield [REMOVE, [emptied, this.source]];
    const rows = changed
      .filter(([, contact]) => !isEmpty(contact))
      .map(([id, contact]) => contactRow({ vault: this.vault, sealer }, id, this.source, contact));
    if (rows.length > 0) yield write(rows);
  }

  /** What the source itself stated of these women, by id, kept from others until the transaction ends. */
  async present(mediatorIds: readonly string[]): Promise<Map<string, SourceContact>> {
    if (mediatorIds.length === 0) return new Map();
    const rows = await this.tx.query<ContactRow>(
      `${SELECT} AND network_id IS NOT DISTINCT FROM $2 FOR UPDATE`,
      [mediatorIds, this.source],
    );
    return new Map((await openContacts(this.vault, rows)).map((each) => [each.mediatorId, each]));
  }
}

/** @throws VaultError where one of them cannot be opened */
export async function openContacts(
  vault: Vault,
  rows: readonly ContactRow[],
): Promise<SourceContact[]> {
  return Promise.all(
    rows.map(async ({ id, mediatorId, networkId, keyId, sealed, updatedAt }) => {
      const stated = await openJson<Partial<Contact>>(vault, { keyId, sealed }, contactPlace(id));
      const contact = { ...NO_CONTACT, ...stated };
      return { mediatorId, networkId, contact, version: id, updatedAt };
    }),
  );
}

function changeRows(changes: ReadonlyMap<string, readonly ContactField[]>) {
  return [...changes].map(([id, fields]) => ({ id: uuidv7(), mediator_id: id, fields }));
}
