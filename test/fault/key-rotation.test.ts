import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { applicationsSealedTables } from '#applications';
import { deploymentsSealedTables } from '#deployments';
import { introductionsSealedTables } from '#introductions';
import { directorySealedTables } from '#directory';
import { engagementSealedTables } from '#engagement';
import { breachesSealedTables } from '#breaches';
import { followingSealedTables } from '#following';
import {
  identitySealedTables,
  KeyService,
  NotPermittedError,
  OPERATOR,
  PUBLIC_VIEWER,
  verifyAudit,
} from '#identity';
import { importsSealedTables } from '#imports';
import { mailSealedTables } from '#mail';
import { KeyRotation, VaultError } from '#vault';
import { Baraza, command } from '../support/cli.js';
import { contactsOf, dumpOf } from '../support/contacts.js';
import { onDatabase, openTestVault } from '../support/database.js';
import { record } from '../support/fill.js';
import { openImportBench, rawRow, rawRows, type ImportBench } from '../support/importing.js';
import { masterKey, TEST_MASTER_KEYS } from '../support/keys.js';
import { heldTransaction } from '../support/listed-mediator.js';
import { breakLock, waitingForLocks } from '../support/waiting-locks.js';

/** More than a batch of 500. */
const WOMEN = 600;
/** Where it is not about batches. */
const FEW = 20;
const numberOf = (round: number): string => `+1 202 555 ${String(round).padStart(4, '0')}`;
const SEALED_TABLES = [
  ...mailSealedTables,
  ...identitySealedTables,
  ...directorySealedTables,
  ...engagementSealedTables,
  ...applicationsSealedTables,
  ...deploymentsSealedTables,
  ...introductionsSealedTables,
  ...importsSealedTables,
  ...followingSealedTables,
  ...breachesSealedTables,
];

describe('rotating the keys', () => {
  let bench: ImportBench;
  let keys: KeyService;
  beforeEach(async () => {
    bench = await openImportBench('acacia');
    keys = serviceOf(bench.vault);
  });
  afterEach(async () => bench.drop());

  const serviceOf = (vault: ImportBench['vault']) =>
    new KeyService(new KeyRotation(bench.database, vault, SEALED_TABLES));
  const importTelephones = (telephone: string, { women = WOMEN, batchSize = 500 } = {}) =>
    bench.rows(
      'acacia',
      rawRows(
        Array.from({ length: women }, (_, n) =>
          rawRow(n + 2, record(n, { email: `woman${n}@example.org`, telephone })),
        ),
      ),
      { batchSize },
    );
  /** Numbers of rows by the data key that seals them. */
  const sealedBy = async (): Promise<Record<string, number>> => {
    const rows = await bench.asOwner<{ id: number; count: number }>(
      'SELECT key_id AS id, count(*)::int AS count FROM mediator_contact GROUP BY key_id',
    );
    return Object.fromEntries(rows.map(({ id, count }) => [id, count]));
  };
  const keyIds = async (): Promise<number[]> =>
    (await bench.asOwner<{ id: number }>('SELECT id FROM data_key ORDER BY id')).map(
      ({ id }) => id,
    );
  const opened = async (vault = bench.vault) =>
    (await contactsOf({ database: bench.database, vault }, 'acacia'))
      .map(({ mediatorId, contact }) => JSON.stringify([mediatorId, contact]))
      .toSorted();

  it('seals every row anew, keeps what is in them, and removes the old key', async () => {
    await importTelephones(numberOf(1));
    const before = await opened();
    expect(before).toHaveLength(WOMEN);
    const bytes = await dumpOf(bench);
    expect(await keys.rotate(OPERATOR)).toEqual({ resumed: false, resealed: WOMEN, removed: [2] });
    expect(await keyIds()).toEqual([1, 3]);
    expect(await sealedBy()).toEqual({ 3: WOMEN });
    expect(await opened()).toEqual(before);
    const [, sealed = ''] = /<sealed>([^<]+)<\/sealed>/.exec(bytes) ?? [];
    expect(sealed.length).toBeGreaterThan(20);
    expect(await dumpOf(bench)).not.toContain(sealed);
    expect(
      await bench.asOwner('SELECT action FROM audit_entry ORDER BY number DESC LIMIT 2'),
    ).toEqual([{ action: 'keys.remove' }, { action: 'keys.rotate' }]);
    expect(await verifyAudit(bench.database)).toMatchObject({ whole: true });
  });

  it('is learnt by a process that had opened the keys before and reads', async () => {
    await importTelephones(numberOf(1), { women: FEW });
    const other = await openTestVault(bench.database);
    const before = await opened(other);
    await keys.rotate(OPERATOR);
    expect(await opened(other)).toEqual(before);
  });

  it('is learnt by a process that had opened the keys before and writes', async () => {
    const other = await openTestVault(bench.database);
    await keys.rotate(OPERATOR);
    const sealed = await bench.database.transaction(async (tx) =>
      (await other.sealer(tx)).seal('text', 'place'),
    );
    expect(sealed.keyId).toBe(3);
    expect(await bench.vault.open(sealed, 'place')).toBe('text');
  });

  it('goes on beside writers, and none of them fails or is lost', async () => {
    await importTelephones(numberOf(1));
    const rotating = { on: true };
    const writer = async (): Promise<void> => {
      for (let round = 2; rotating.on || round < 4; round += 1) {
        expect(await importTelephones(numberOf(round), { batchSize: 100 })).toMatchObject({
          updated: WOMEN,
        });
        last = numberOf(round);
      }
    };
    let last = numberOf(1);
    const written = writer();
    for (let turn = 0; turn < 3; turn += 1) await keys.rotate(OPERATOR);
    rotating.on = false;
    await written;
    expect(await keyIds()).toEqual([1, 5]);
    expect(await sealedBy()).toEqual({ 5: WOMEN });
    for (const { contact } of await contactsOf(bench, 'acacia'))
      expect(contact.telephone).toBe(last);
  });

  it('waits for a writer who has sealed with the old key and not written or committed yet', async () => {
    await importTelephones(numberOf(1), { women: FEW });
    const held = heldTransaction(bench.database);
    const [before] = await contactsOf(bench, 'acacia');
    const contact = { ...before?.contact, telephone: 'late' };
    const [tx, sealed] = await held.run(async (open) => {
      const sealer = await bench.vault.sealer(open);
      const place = `mediator_contact:${before?.version}`;
      return [open, sealer.seal(JSON.stringify(contact), place)] as const;
    });
    let over = false;
    const rotation = keys.rotate(OPERATOR).then((report) => {
      over = true;
      return report;
    });
    await waitingForLocks(bench);
    expect(over).toBe(false);
    await tx.query(
      `SELECT set_config('baraza.curated_network', (SELECT id::text FROM network), true)`,
    );
    await tx.query('UPDATE mediator_contact SET key_id = $2, sealed = $3 WHERE id = $1', [
      before?.version,
      sealed.keyId,
      sealed.bytes,
    ]);
    await held.commit();
    expect(await rotation).toEqual({ resumed: false, resealed: FEW + 1, removed: [2] });
    expect(await sealedBy()).toEqual({ 3: FEW });
    const after = await contactsOf(bench, 'acacia');
    expect(after.find(({ version }) => version === before?.version)?.contact).toEqual(contact);
  });

  it('that was killed is finished by running it again', async () => {
    await importTelephones(numberOf(1));
    const before = await opened();
    const env = { DATABASE_URL: bench.url };
    const [row] = await bench.asOwner<{ id: string }>(
      'SELECT id FROM mediator_contact ORDER BY id OFFSET 550 LIMIT 1',
    );
    const stop = heldTransaction(bench.database);
    await stop.run(async (tx) => {
      await tx.query(
        `SELECT set_config('baraza.curated_network', (SELECT id::text FROM network), true)`,
      );
      await tx.query('SELECT 1 FROM mediator_contact WHERE id = $1 FOR UPDATE', [row?.id]);
    });
    const killed = new Baraza(['keys', 'rotate'], env);
    await waitingForLocks(bench);
    killed.kill('SIGKILL');
    expect((await killed.ended).code).toBeNull();
    await stop.commit();
    expect(await sealedBy()).toEqual({ 2: 1, 3: WOMEN - 1 });
    expect(await opened()).toEqual(before);
    expect((await command(['keys', 'status'], env)).stdout).toMatch(/│ 2 +│ opens only │/);
    await lockIsFree(bench);
    expect(await command(['keys', 'rotate'], env)).toEqual({
      code: 0,
      stdout:
        'The interrupted rotation is finished. Rows encrypted again: 1. Data key 2 was removed.\n',
      stderr: '',
    });
    expect(await keyIds()).toEqual([1, 3]);
    expect(await opened()).toEqual(before);
  });

  it('that lost its lock does nothing beside the one that has it now', async () => {
    await importTelephones(numberOf(1), { women: FEW });
    const stop = heldTransaction(bench.database);
    await stop.run(async (tx) => {
      await tx.query(
        `SELECT set_config('baraza.curated_network', (SELECT id::text FROM network), true)`,
      );
      await tx.query('SELECT 1 FROM mediator_contact ORDER BY id LIMIT 1 FOR UPDATE');
    });
    const first = keys.rotate(OPERATOR).catch((error: unknown) => error);
    await waitingForLocks(bench);
    await breakLock(bench, 'key-rotation');
    const second = keys.rotate(OPERATOR);
    await waitingForLocks(bench, 2);
    await stop.commit();
    expect(await second).toEqual({ resumed: true, resealed: 1, removed: [2] });
    expect(await first).toMatchObject({ name: 'LockLostError' });
    expect(await keyIds()).toEqual([1, 3]);
    const noted = `SELECT action FROM audit_entry WHERE action LIKE 'keys.%' ORDER BY number`;
    expect(await bench.asOwner(noted)).toEqual([
      { action: 'keys.rotate' },
      { action: 'keys.remove' },
    ]);
  });

  it('to another master key wraps the data keys only, and the old one may go', async () => {
    await importTelephones(numberOf(1), { women: FEW });
    const before = await opened();
    const fresh = masterKey('fresh', 9);
    const env = { DATABASE_URL: bench.url, BARAZA_MASTER_KEYS: `${fresh},${TEST_MASTER_KEYS}` };
    expect(await command(['keys', 'rotate', '--master'], env)).toEqual({
      code: 0,
      stdout:
        'Wrapped with the current master key: data keys 1, 2. The other master keys may be removed from BARAZA_MASTER_KEYS.\n',
      stderr: '',
    });
    expect(await opened(await openTestVault(bench.database, fresh))).toEqual(before);
    await expect(openTestVault(bench.database)).rejects.toThrow(VaultError);
    const status = await command(['keys', 'status'], { ...env, BARAZA_MASTER_KEYS: fresh });
    expect(status.stdout).toMatch(
      /│ 1 +│ indexes +│ \d{4}-\d\d-\d\d │ fresh +│ +│\n[^]*│ 2 +│ seals +│ .* │ fresh +│ mediator_contact 20 +│/,
    );
    expect(await sealedBy()).toEqual({ 2: FEW });
    expect(
      await bench.asOwner(`SELECT actor FROM audit_entry WHERE action = 'keys.rewrap'`),
    ).toEqual([{ actor: 'operator' }]);
  });

  it('is the operator’s alone', async () => {
    const administrator = { ...PUBLIC_VIEWER, userId: 'u', grants: ['administrator'] as const };
    for (const other of [PUBLIC_VIEWER, administrator]) {
      await expect(keys.rotate(other)).rejects.toThrow(NotPermittedError);
      await expect(keys.rewrap(other)).rejects.toThrow(NotPermittedError);
      await expect(keys.status(other)).rejects.toThrow(NotPermittedError);
    }
    expect(await keyIds()).toEqual([1, 2]);
  });

  it('refuses to begin where it would miss a table', async () => {
    await onDatabase(bench.url, 'CREATE TABLE forgotten (key_id smallint REFERENCES data_key)');
    await expect(keys.rotate(OPERATOR)).rejects.toThrow(
      new VaultError('The table forgotten has sealed values that rotation cannot find.'),
    );
    expect(await keyIds()).toEqual([1, 2]);
  });
});

/** Until the server has noticed that the killed process is gone. */
async function lockIsFree({ asOwner }: ImportBench): Promise<void> {
  for (;;) {
    const held = await asOwner(
      `SELECT 1 FROM pg_locks WHERE locktype = 'advisory'
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    if (held.length === 0) return;
    await setTimeout(20);
  }
}
