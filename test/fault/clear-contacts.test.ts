import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, MIGRATIONS } from '#database';
import { directoryEntities, sealClearContacts } from '#directory';
import { identityEntities, verifyAudit } from '#identity';
import { vaultEntities, type Vault } from '#vault';
import { DataSource } from 'typeorm';
import { contactsOf, dumpOf } from '../support/contacts.js';
import { onDatabase, openTestVault } from '../support/database.js';
import { fixedId } from '../support/searchable.js';

/** More than one batch of them. */
const WOMEN = 700;

/** A database of the version before the vault, with contact data in clear. */
describe('contact data that an older version wrote in clear', () => {
  const name = `clear_${randomBytes(6).toString('hex')}`;
  const server = process.env.BARAZA_TEST_SERVER ?? '';
  const url = new URL(server);
  url.pathname = `/${name}`;
  const asOwner = <Row>(sql: string): Promise<Row[]> => onDatabase<Row>(url.href, sql);
  let database: Database;
  let vault: Vault;

  beforeAll(async () => {
    await onDatabase(server, `CREATE DATABASE ${name}`);
    await migrateToAudit(url.href);
    await onDatabase(
      url.href,
      `INSERT INTO network (id, slug, names) VALUES ('${fixedId(1)}', 'acacia', '{"en": "Acacia"}')`,
      `INSERT INTO mediator (id, state, full_name, display_name)
       SELECT gen_random_uuid(), 'draft', 'Person ' || n, 'Person ' || n FROM generate_series(1, ${WOMEN}) n`,
      // Person 1 is in no network; the others are.
      `INSERT INTO affiliation (id, mediator_id, network_id, external_id)
       SELECT gen_random_uuid(), id, '${fixedId(1)}', full_name FROM mediator WHERE full_name <> 'Person 1'`,
      `INSERT INTO mediator_contact (mediator_id, email, date_of_birth)
       SELECT id, replace(full_name, ' ', '') || '@example.org', '1971-03-17' FROM mediator
       WHERE full_name <> 'Person 2'`,
      `INSERT INTO mediator_contact (mediator_id) SELECT id FROM mediator WHERE full_name = 'Person 2'`,
    );
    const settings = { databaseUrl: url.href, dataDirectory: '', databasePool: 10 };
    database = await Database.open(settings, [
      ...vaultEntities,
      ...identityEntities,
      ...directoryEntities,
    ]);
    vault = await openTestVault(database);
  });
  afterAll(async () => {
    await database.close();
    await onDatabase(server, `DROP DATABASE ${name}`);
  });

  it('waits for its keys where the application cannot read it', async () => {
    expect(await asOwner('SELECT count(*)::int FROM mediator_contact_clear')).toEqual([
      { count: WOMEN },
    ]);
    expect(await database.query('SELECT * FROM mediator_contact_clear')).toEqual([]);
    expect(await asOwner('SELECT * FROM mediator_contact')).toEqual([]);
  });

  it('is sealed as what her network stated, all of it or none', async () => {
    await asOwner(
      `ALTER TABLE mediator_contact ADD CONSTRAINT stop CHECK (network_id IS NOT NULL)`,
    );
    await expect(sealClearContacts(database, vault)).rejects.toThrow('stop');
    expect(await asOwner('SELECT * FROM mediator_contact')).toEqual([]);
    await asOwner('ALTER TABLE mediator_contact DROP CONSTRAINT stop');
    // Two processes that start together seal it once.
    await Promise.all([sealClearContacts(database, vault), sealClearContacts(database, vault)]);
    const contacts = await contactsOf({ database, vault }, 'acacia');
    expect(contacts).toHaveLength(WOMEN - 2);
    expect(contacts.map(({ contact }) => contact)).toContainEqual({
      email: 'Person700@example.org',
      telephone: null,
      postalAddress: null,
      emergencyContact: null,
      securityNotes: null,
      unsafeChannels: null,
      dateOfBirth: '1971-03-17',
    });
  });

  it('is her own statement where no network lists her, and none where nothing was stated', async () => {
    const rows = await asOwner(
      `SELECT full_name FROM mediator_contact JOIN mediator m ON m.id = mediator_id WHERE network_id IS NULL`,
    );
    expect(rows).toEqual([{ full_name: 'Person 1' }]);
    expect(await asOwner('SELECT * FROM mediator_contact')).toHaveLength(WOMEN - 1);
  });

  it('is nowhere in clear any more, and the log tells of it', async () => {
    const dump = await dumpOf({ asOwner });
    expect(dump).toContain('Person 700');
    expect(dump).not.toContain('@example.org');
    expect(dump).not.toContain('1971-03-17');
    expect(await asOwner('SELECT action, actor FROM audit_entry')).toEqual([
      { action: 'contact.seal', actor: 'system:vault' },
    ]);
    expect(await verifyAudit(database)).toMatchObject({ whole: true });
    expect(await database.schemaDrift()).toEqual([]);
  });
});

async function migrateToAudit(url: string): Promise<void> {
  const last = MIGRATIONS.findIndex(({ name }) => name.startsWith('Audit'));
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: MIGRATIONS.slice(0, last + 1),
  });
  await source.initialize();
  await source.runMigrations({ transaction: 'each' });
  await source.destroy();
}
