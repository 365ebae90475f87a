import { checkCatalogue, findingsOf, type CatalogueItem } from '#database';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { command } from '../support/cli.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

/** What a restore without roles, a hasty hand or somebody who got in leaves of what protects the data. */
const DAMAGES = {
  'changed: trigger audit_is_append_only on public.audit_entry.':
    'ALTER TABLE audit_entry DISABLE TRIGGER audit_is_append_only',
  'missing: policy contact_opens_for_herself on public.mediator_contact.':
    'DROP POLICY contact_opens_for_herself ON mediator_contact',
  'changed: policy contact_opens_for_its_curator on public.mediator_contact.':
    'ALTER POLICY contact_opens_for_its_curator ON mediator_contact USING (true)',
  'added: policy everybody on public.mediator_contact.':
    'CREATE POLICY everybody ON mediator_contact USING (true)',
  'missing: row security on public.mediator_contact.':
    'ALTER TABLE mediator_contact DISABLE ROW LEVEL SECURITY',
  'changed: grant baraza_app on TABLE public.audit_entry.':
    'GRANT DELETE ON audit_entry TO baraza_app',
  'missing: grant baraza_app on TABLE public.consent.': 'REVOKE ALL ON consent FROM baraza_app',
  'added: grant PUBLIC on TABLE public.data_key.': 'GRANT SELECT ON data_key TO PUBLIC',
  'missing: grant baraza_app on TABLE public.contact_access.':
    'REVOKE ALL ON contact_access FROM baraza_app',
  'missing: trigger mediator_withheld on public.mediator.':
    'DROP TRIGGER mediator_withheld ON mediator',
  'missing: function FUNCTION public.mediators_by_email(wanted bytea).':
    'DROP FUNCTION mediators_by_email(bytea)',
  'changed: function FUNCTION public.hold_data_key().':
    'CREATE OR REPLACE FUNCTION hold_data_key() RETURNS smallint LANGUAGE sql AS $$ SELECT 1::smallint $$',
  'missing: constraint mediator_contact_mediator on public.mediator_contact.':
    'ALTER TABLE mediator_contact DROP CONSTRAINT mediator_contact_mediator',
  'missing: index mediator_contact_email on public.mediator_contact.':
    'DROP INDEX mediator_contact_email',
} as const;

describe('a database that is not as the migrations made it', () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await openTestDatabase();
  });
  afterEach(async () => test.drop());
  const check = (repair = false) =>
    checkCatalogue(
      { databaseUrl: test.url, databaseOwnerUrl: null, dataDirectory: '' },
      { repair },
    );

  it('is told from one that is', async () => {
    // After a change of migrations: npm run catalogue
    expect(await check()).toEqual({ later: false, findings: [], foreignNumbers: 0, repaired: [] });
  });

  it('is told and repaired, whatever was damaged', async () => {
    for (const damage of Object.values(DAMAGES)) await test.asOwner(damage);
    expect((await check()).findings.length).toBeGreaterThanOrEqual(Object.keys(DAMAGES).length);

    const repaired = await command(['doctor', '--repair'], { DATABASE_URL: test.url });
    expect(repaired).toMatchObject({ code: 0, stderr: '' });
    expect(repaired.stdout).toContain('are as the migrations made them.');
    for (const finding of Object.keys(DAMAGES)) {
      expect(repaired.stdout).toContain(`Repaired: ${finding}`);
    }
    expect(await check()).toMatchObject({ findings: [], repaired: [] });
    const logged = await test.asOwner<{ action: string }>('SELECT action FROM audit_entry');
    expect(logged).toEqual([{ action: 'database.repair' }]);
  });

  it('keeps what only a person can judge', async () => {
    await test.asOwner('CREATE TABLE kept (key text)');
    await test.asOwner('ALTER TABLE consent ADD COLUMN kept text');
    await test.asOwner('GRANT SELECT ON network TO pg_monitor');
    const { code, stdout } = await command(['doctor', '--repair'], { DATABASE_URL: test.url });
    expect(code).toBe(2);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .slice(-3)
        .map((line) => line.trim()),
    ).toEqual([
      'added: table public.kept. Only a person can mend this: restore a backup, or remove what was added.',
      'added: column kept on public.consent. Only a person can mend this: restore a backup, or remove what was added.',
      'added: grant pg_monitor on TABLE public.network. No migration gave this right: take it back, unless you gave it.',
    ]);
  });

  it('has numbers of another server, which are made again', async () => {
    const id = '019a0000-0000-7000-8000-000000000001';
    await test.asOwner(
      `INSERT INTO mediator_erased (id, changed_xid) VALUES ('${id}', 4000000000)`,
    );
    expect(await check()).toMatchObject({ foreignNumbers: 1 });
    expect(await check(true)).toMatchObject({ foreignNumbers: 0 });
    expect(await check()).toMatchObject({ foreignNumbers: 0 });
  });

  it('is left to the version that migrated it', async () => {
    await test.asOwner(`INSERT INTO migrations (timestamp, name) VALUES (9, 'Later9')`);
    expect(await check(true)).toMatchObject({ later: true, findings: [], repaired: [] });
    await test.asOwner(`ALTER TABLE network ADD COLUMN later text NOT NULL DEFAULT 'later'`);
    const { code, stdout } = await command(['doctor'], { DATABASE_URL: test.url });
    expect(code).toBe(2);
    // What a later version adds does not keep this one from its work, as while processes are replaced.
    const add = ['network', 'add', 'acacia', '--name', 'Acacia'];
    expect(await command(add, { DATABASE_URL: test.url })).toMatchObject({ code: 0 });
    expect(stdout).toContain('a later version of Baraza has migrated this database');
  });
});

describe('the role of the application', () => {
  const role: CatalogueItem = {
    kind: 'role',
    on: 'ROLE baraza_app',
    name: 'baraza_app',
    made: 'NOSUPERUSER NOLOGIN',
  };

  it('is made again, loses what it gained, and leaves roles that it joined', () => {
    const member: CatalogueItem = { ...role, kind: 'membership', name: 'postgres', made: 'is' };
    const repairs = (found: readonly CatalogueItem[]) =>
      findingsOf([role], found).flatMap(({ repair }) => repair);
    expect(repairs([])).toEqual([
      'CREATE ROLE baraza_app NOLOGIN',
      'GRANT baraza_app TO CURRENT_USER',
    ]);
    expect(repairs([{ ...role, made: 'SUPERUSER NOLOGIN' }, member])).toEqual([
      'ALTER ROLE baraza_app NOSUPERUSER NOLOGIN',
      'REVOKE postgres FROM baraza_app',
    ]);
  });
});
