import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Vault, VaultError, type Sealed } from '#vault';
import { command } from '../support/cli.js';
import { openTestDatabase, openTestVault, type TestDatabase } from '../support/database.js';
import { masterKey } from '../support/keys.js';

describe('the vault', () => {
  let test: TestDatabase;
  let vault: Vault;
  beforeAll(async () => {
    test = await openTestDatabase();
    vault = test.vault;
  });
  afterAll(async () => test.drop());

  const seal = (text: string, place: string, by = vault): Promise<Sealed> =>
    test.database.transaction(async (tx) => (await by.sealer(tx)).seal(text, place));

  it('opens what it sealed, in every process, and gives the same index and fingerprint', async () => {
    const other = await openTestVault(test.database);
    const sealed = await seal('+999 1', 'contact:1');
    expect(await other.open(sealed, 'contact:1')).toBe('+999 1');
    expect(other.index('a@example.org')).toEqual(vault.index('a@example.org'));
    expect(other.fingerprint('text')).toBe(vault.fingerprint('text'));
    expect(vault.fingerprint('text')).not.toBe(vault.index('text').toString('hex'));
  });

  it('makes its keys once, however many open a new database together', async () => {
    const fresh = await openTestDatabase();
    try {
      await fresh.asOwner('DELETE FROM data_key');
      const vaults = await Promise.all(
        Array.from({ length: 8 }, () => openTestVault(fresh.database)),
      );
      expect(new Set(vaults.map((each) => each.fingerprint('text'))).size).toBe(1);
      expect(await fresh.asOwner('SELECT purpose FROM data_key ORDER BY id')).toEqual([
        { purpose: 'index' },
        { purpose: 'seal' },
      ]);
    } finally {
      await fresh.drop();
    }
  });

  it.each([
    ['in another place', (sealed: Sealed) => sealed, 'contact:2'],
    ['with a byte changed', changed, 'contact:1'],
    ['cut short', ({ keyId, bytes }: Sealed) => ({ keyId, bytes: bytes.subarray(9) }), 'contact:1'],
  ])('opens nothing %s', async (_, spoil, place) => {
    const sealed = await seal('secret', 'contact:1');
    await expect(vault.open(spoil(sealed), place)).rejects.toThrow(
      new VaultError(
        'A sealed value does not open: it was changed, or it is not in the place it was sealed for.',
      ),
    );
  });

  it('says so where the data key is not there', async () => {
    const { bytes } = await seal('secret', 'contact:1');
    await expect(vault.open({ keyId: 99, bytes }, 'contact:1')).rejects.toThrow(
      new VaultError('A value is sealed with data key 99, which is not there.'),
    );
  });

  it('says so where the master key is not there, or another of its name', async () => {
    await expect(openTestVault(test.database, masterKey('other', 7))).rejects.toThrow(
      'Data key 1 is wrapped with the master key "test", which is not there',
    );
    await expect(openTestVault(test.database, masterKey('test', 8))).rejects.toThrow(
      new VaultError(
        'The master key "test" does not open data key 1: it is another key of that name, or the data key was changed.',
      ),
    );
  });

  it('says at the command line what is wrong with a key, and never shows one', async () => {
    const run = async (keys: string) =>
      command(['doctor'], { DATABASE_URL: test.url, BARAZA_MASTER_KEYS: keys });
    const right = await run(masterKey('test', 7));
    expect(right).toMatchObject({ code: 0, stderr: '' });
    expect(right.stdout).toContain('BARAZA_MASTER_KEYS = set\n');
    const wrong = await run(masterKey('test', 8));
    expect(wrong).toMatchObject({ code: 1, stdout: '' });
    expect(wrong.stderr).toMatch(/^The master key "test" does not open data key 1: .*\n$/);
    for (const { stdout, stderr } of [right, wrong]) {
      expect(stdout + stderr).not.toMatch(/BwcH|CAgI/);
    }
  });

  it.each([
    'DELETE FROM data_key',
    'UPDATE data_key SET retired_at = now()',
    'DROP TABLE data_key',
  ])('keeps its keys from the application: %s', async (sql) => {
    await expect(test.database.query(sql)).rejects.toThrow(/permission denied|must be owner/);
  });
});

function changed({ keyId, bytes }: Sealed): Sealed {
  const other = Buffer.from(bytes);
  other[20] = (other[20] ?? 0) ^ 1;
  return { keyId, bytes: other };
}
