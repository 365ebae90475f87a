import type { Database } from '#database';
import { ContactRepository, type StatedContact } from '#directory';
import { OPERATOR } from '#identity';
import type { Vault } from '#vault';
import type { TestDatabase } from './database.js';

/** All that a network states of how to reach its women, opened as for its curator. */
export async function contactsOf(
  { database, vault }: { database: Database; vault: Vault },
  network: string,
): Promise<StatedContact[]> {
  return database.transaction(async (tx) => {
    const members = await tx.query<{ id: string; networkId: string }>(
      `SELECT mediator_id AS id, network_id AS "networkId" FROM affiliation JOIN network n ON n.id = network_id
       WHERE slug = $1`,
      [network],
    );
    const ids = members.map(({ id }) => id);
    const networkId = members[0]?.networkId ?? '';
    return new ContactRepository(vault).inCuratorContext(tx, OPERATOR, networkId, (open) =>
      open.about(ids),
    );
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
