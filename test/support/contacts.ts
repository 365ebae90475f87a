import type { Database } from '#database';
import { ContactRepository, type SourceContact } from '#directory';
import { OPERATOR } from '#identity';
import type { Vault } from '#vault';
import type { TestDatabase } from './database.js';

/** All that a network states of how to reach its women, opened as for its curator, in the order of their numbers. */
export async function contactsOf(
  { database, vault }: { database: Database; vault: Vault },
  network: string,
): Promise<SourceContact[]> {
  return database.transaction(async (tx) => {
    const [found] = await tx.query<{ id: string; women: string[] }>(
      `SELECT id, ARRAY(
         SELECT mediator_id FROM affiliation WHERE network_id = n.id ORDER BY external_id, mediator_id
       ) AS women
       FROM network n WHERE slug = $1`,
      [network],
    );
    if (!found) throw new Error(`There is no network ${network}.`);
    const contacts = await new ContactRepository(vault).inCuratorContext(
      tx,
      OPERATOR,
      found.id,
      (open) => open.about(found.women),
    );
    const place = ({ mediatorId }: SourceContact) => found.women.indexOf(mediatorId);
    return contacts.toSorted((a, b) => place(a) - place(b));
  });
}

/** Every row of every table of every schema, as text: jobs, audit log and search documents among them. */
export async function dumpOf({ asOwner }: Pick<TestDatabase, 'asOwner'>): Promise<string> {
  const [row] = await asOwner<{ dump: string }>(
    `SELECT string_agg(query_to_xml(format('SELECT * FROM %I.%I', schemaname, tablename), true, false, '')::text, '')
       AS dump FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  return row?.dump ?? '';
}
