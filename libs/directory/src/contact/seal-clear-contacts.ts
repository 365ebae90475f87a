import type { Database, OwnerTransaction } from '#database';
import { recordAudit, systemViewer } from '#identity';
import type { Vault } from '#vault';
import { isEmpty, NO_CONTACT, type ListedContact } from './contact.js';
import { contactRow, writeContacts } from './contact-rows.js';

type ClearRow = ListedContact & { readonly mediatorId: string; readonly networkId: string | null };

const BATCH = 500;

/** Whoever was listed before the vault came was stated by the network that imported her. */
const CLEAR_ROWS = `
SELECT mediator_id AS "mediatorId", email, telephone, postal_address AS "postalAddress",
  emergency_contact AS "emergencyContact", security_notes AS "securityNotes", date_of_birth::text AS "dateOfBirth",
  (SELECT network_id FROM affiliation a WHERE a.mediator_id = c.mediator_id ORDER BY id LIMIT 1) AS "networkId"
FROM mediator_contact_clear c WHERE mediator_id > $1 ORDER BY mediator_id LIMIT $2`;

/**
 * Seals contact data that an older version wrote in clear, and drops the table it was in: a migration has
 * no keys. All of it or none, as the owner of the table, once for a database.
 */
export async function sealClearContacts(database: Database, vault: Vault): Promise<void> {
  if (!(await isThere(database))) return;
  await database.exclusively('seal-clear-contacts', (lost) =>
    database.asOwner(async (tx) => {
      if (!(await isThere(tx))) return;
      await sealAll(tx, vault);
      await tx.query('DROP TABLE mediator_contact_clear');
      await recordAudit(tx, systemViewer('vault'), [
        {
          action: 'contact.seal',
          subjectKind: 'database',
          subjectId: null,
          beforeHash: null,
          afterHash: null,
        },
      ]);
    }, lost),
  );
}

async function sealAll(tx: OwnerTransaction, vault: Vault): Promise<void> {
  const sealer = await vault.sealer(tx);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const clear = await tx.query<ClearRow>(CLEAR_ROWS, [after, BATCH]);
    const rows = clear.flatMap(({ mediatorId, networkId, ...stated }) => {
      const contact = { ...NO_CONTACT, ...stated };
      return isEmpty(contact)
        ? []
        : [contactRow({ vault, sealer }, mediatorId, networkId, contact)];
    });
    await tx.query(...writeContacts(rows));
    const last = clear.at(-1);
    if (clear.length < BATCH || !last) return;
    after = last.mediatorId;
  }
}

async function isThere(database: Pick<OwnerTransaction, 'query'>): Promise<boolean> {
  const [row] = await database.query<{ there: boolean }>(
    `SELECT to_regclass('public.mediator_contact_clear') IS NOT NULL AS there`,
  );
  return row?.there === true;
}
