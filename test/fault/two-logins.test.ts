import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { command } from '../support/cli.js';
import { onDatabase } from '../support/database.js';

/** The setting that docs/operating.md advises: one login owns the tables, the service has another. */
describe('a service whose login does not own the tables', () => {
  const name = `two_${randomBytes(6).toString('hex')}`;
  const server = process.env.BARAZA_TEST_SERVER ?? '';
  const address = (user: string): string => {
    const url = new URL(server);
    [url.username, url.password, url.pathname] = [user, 'secret', `/${name}`];
    return url.href;
  };
  const [owner, service] = [`${name}_owner`, `${name}_service`];
  const env = { DATABASE_URL: address(service), DATABASE_OWNER_URL: address(owner) };

  /** Those of docker/compose.yaml, for a server of several databases, of which one has made baraza_app already. */
  async function statements(): Promise<string[]> {
    const text = await readFile('docker/postgres/roles.psql', 'utf8');
    return text
      .replace(/^--.*$/gm, '')
      .replace(/:'\w+'/g, "'secret'")
      .replace(/\bbaraza(_owner|_service|(?= OWNER))/g, `${name}$1`)
      .split(';')
      .map((statement) => statement.trim())
      .filter((statement) => statement !== '' && !statement.includes('ROLE baraza_app '));
  }
  const IS_LAST_GRANT = /^GRANT baraza_app TO \w+_service$/;

  beforeAll(async () => {
    await onDatabase(server, ...(await statements()).filter((each) => !IS_LAST_GRANT.test(each)));
  });
  afterAll(async () => {
    await onDatabase(server, `DROP DATABASE ${name}`, `DROP ROLE ${owner}, ${service}`);
  });

  it('is refused before it was given its role, in a sentence', async () => {
    const { code, stderr } = await command(['doctor'], env);
    expect(code).toBe(1);
    expect(stderr).toContain('permission denied to set role "baraza_app"');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('works with it: imports, searches, keeps the audit log', async () => {
    expect(await command(['migrate'], { DATABASE_URL: address(owner) })).toMatchObject({ code: 0 });
    await onDatabase(server, ...(await statements()).filter((each) => IS_LAST_GRANT.test(each)));
    const run = (...args: string[]) => command(args, env);
    expect(await run('network', 'add', 'acacia', '--name', 'Acacia')).toMatchObject({ code: 0 });
    const file = 'test/fixtures/import/members.xlsx';
    // 3: a sheet of the workbook is named as left out.
    expect(await run('import', file, '--network', 'acacia')).toMatchObject({ code: 3, stderr: '' });
    expect((await run('search', 'nadege')).stdout).toContain('1 found');
    expect(await run('reindex')).toMatchObject({ code: 0 });
    expect((await run('audit', 'verify')).stdout).toContain('The audit log is whole: 4 entries.');
  });

  it('serves without knowing the owner, once the tables are as they should be', async () => {
    const alone = { DATABASE_URL: address(service) };
    expect(await command(['search', 'nadege'], alone)).toMatchObject({ code: 0, stderr: '' });
    const { code, stderr } = await command(['keys', 'rotate'], alone);
    expect([code, stderr]).toEqual([1, expect.stringContaining('unexpected')]);
  });

  it('rotates its keys as the owner of the tables', async () => {
    const { code, stdout } = await command(['keys', 'rotate'], env);
    expect([code, stdout]).toEqual([
      0,
      'Rotated. Rows encrypted again: 2. Data key 2 was removed.\n',
    ]);
  });

  it.each([
    'DELETE FROM data_key',
    'ALTER TABLE audit_entry DISABLE TRIGGER USER',
    'DELETE FROM audit_entry',
    'ALTER TABLE mediator_contact DISABLE ROW LEVEL SECURITY',
    'DROP POLICY contact_opens_for_its_curator ON mediator_contact',
  ])('cannot do more by leaving the role: %s', async (statement) => {
    await expect(onDatabase(address(service), 'RESET ROLE', statement)).rejects.toThrow(
      /permission denied|must be owner/,
    );
  });
});
