import { createHash } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { directoryEntities, NetworkService } from '#directory';
import {
  identityEntities,
  changeRecord,
  OPERATOR,
  recordAudit,
  verifyAudit,
  type AuditRecord,
} from '#identity';
import { vaultEntities } from '#vault';
import { command } from '../support/cli.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { fixedId } from '../support/searchable.js';

const record = (n: number, changes: Partial<AuditRecord> = {}): AuditRecord => ({
  action: 'test.act',
  subjectKind: 'mediator',
  subjectId: fixedId(n),
  beforeHash: null,
  afterHash: 'a'.repeat(64),
  ...changes,
});

describe('the audit log', () => {
  let test: TestDatabase;
  const opened: TestDatabase[] = [];

  beforeEach(async () => {
    test = await openTestDatabase([...vaultEntities, ...identityEntities, ...directoryEntities]);
    opened.push(test);
  });
  afterAll(async () => {
    for (const each of opened) await each.drop();
  });

  const append = (...records: AuditRecord[]) =>
    test.database.transaction((tx) => recordAudit(tx, OPERATOR, records));
  const verify = (noted?: Parameters<typeof verifyAudit>[1]) => verifyAudit(test.database, noted);
  /** What someone does who rules the whole database. */
  const tamper = async (sql: string): Promise<void> => {
    await test.asOwner('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await test.asOwner(sql);
  };
  const ten = () => append(...Array.from({ length: 10 }, (_, n) => record(n)));

  it('is whole when it is empty, and when it holds what people write', async () => {
    expect(await verify()).toEqual({ whole: true, head: { number: 0, hash: '0'.repeat(64) } });
    await append(
      record(1, {
        purpose: 'Échange; "à distance": 3:x;\n‹سبب›',
        subjectId: null,
        afterHash: null,
      }),
      record(2),
    );
    await append(record(3, { purpose: '' }));
    expect(await verify()).toMatchObject({ whole: true, head: { number: 3 } });
  });

  it('has no gaps and one chain when many write at the same time', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => append(record(n), record(n))));
    expect(await verify()).toMatchObject({ whole: true, head: { number: 60 } });
  });

  it('holds nothing of what was rolled back', async () => {
    const service = new NetworkService(test.database);
    await service.create(OPERATOR, { slug: 'acacia', names: { en: 'Acacia' } });
    const twice = service.create(OPERATOR, { slug: 'acacia', names: { en: 'Acacia' } });
    await expect(twice).rejects.toThrow('There is a network with this slug already.');
    const entries = await test.database.query(
      'SELECT number, actor, action, subject_kind FROM audit_entry',
    );
    expect(entries).toEqual([
      { number: '1', actor: 'operator', action: 'network.create', subject_kind: 'network' },
    ]);
  });

  it('holds keyed hashes of states, that tell equal from changed and let nobody try a value', async () => {
    const state = { id: fixedId(1), telephone: '+999 1' };
    const change = (before: typeof state, after: typeof state) =>
      test.database.transaction((tx) =>
        recordAudit(tx, OPERATOR, [changeRecord('test.change', 'mediator', before, after)]),
      );
    await change(state, { telephone: state.telephone, id: state.id });
    await change(state, { ...state, telephone: '+999 2' });
    const [same, changed] = await test.asOwner<{ before_hash: string; after_hash: string }>(
      'SELECT before_hash, after_hash FROM audit_entry ORDER BY number',
    );
    expect(same?.after_hash).toBe(same?.before_hash);
    expect(changed?.before_hash).toBe(same?.before_hash);
    expect(changed?.after_hash).not.toBe(changed?.before_hash);
    const plain = createHash('sha256').update(JSON.stringify(state)).digest('hex');
    expect(same?.before_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(same?.before_hash).not.toBe(plain);
    const other = await openTestDatabase([...identityEntities, ...directoryEntities]);
    opened.push(other);
    expect(other.vault.fingerprint(JSON.stringify(state))).not.toBe(same?.before_hash);
  });

  it.each([
    'INSERT INTO audit_entry SELECT number + 100, at, actor, action, subject_kind FROM audit_entry',
    `UPDATE audit_entry SET actor = 'someone'`,
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
    'UPDATE audit_head SET number = 0',
    'DROP TABLE audit_entry',
    'ALTER TABLE audit_entry DISABLE TRIGGER USER',
  ])('cannot be touched by the application: %s', async (sql) => {
    await ten();
    await expect(test.database.query(sql)).rejects.toThrow(/permission denied|must be owner/);
    expect(await verify()).toMatchObject({ whole: true, head: { number: 10 } });
  });

  it.each([
    `UPDATE audit_entry SET actor = 'someone'`,
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
  ])('is not changed by mistake even by its owner: %s', async (sql) => {
    await ten();
    await expect(test.asOwner(sql)).rejects.toThrow('The audit log is append-only.');
  });

  it.each([
    [`UPDATE audit_entry SET actor = 'someone' WHERE number = 4`, 4, 'was changed'],
    [
      `UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE number = 4`,
      4,
      'was changed',
    ],
    [`UPDATE audit_entry SET purpose = '' WHERE number = 4`, 4, 'was changed'],
    ['UPDATE audit_entry SET subject_id = NULL WHERE number = 4', 4, 'was changed'],
    // The text of two neighbouring parts is the same when they are put together.
    [
      `UPDATE audit_entry SET action = 'test.actm', subject_kind = 'ediator' WHERE number = 4`,
      4,
      'was changed',
    ],
    ['DELETE FROM audit_entry WHERE number = 4', 4, 'is missing'],
    ['DELETE FROM audit_entry WHERE number = 1', 1, 'is missing'],
    ['DELETE FROM audit_entry WHERE number = 10', 10, 'is missing'],
    ['DELETE FROM audit_entry', 1, 'is missing'],
    [
      `DELETE FROM audit_entry WHERE number = 4; UPDATE audit_entry SET number = 4 WHERE number = 5;
       UPDATE audit_entry SET number = number - 1 WHERE number > 5`,
      4,
      'does not follow the one before it',
    ],
    [
      `UPDATE audit_entry SET number = 100 WHERE number = 4; UPDATE audit_entry SET number = 4 WHERE number = 5;
       UPDATE audit_entry SET number = 5 WHERE number = 100`,
      4,
      'does not follow the one before it',
    ],
    [
      `INSERT INTO audit_entry SELECT 11, at, actor, action, subject_kind, subject_id, before_hash, after_hash,
         purpose, request_id, hash, hash FROM audit_entry WHERE number = 10`,
      11,
      'was changed',
    ],
  ])('shows what was done to it: %s', async (sql, number, problem) => {
    await ten();
    await tamper(sql);
    expect(await verify()).toEqual({ whole: false, number, problem });
  });

  it('shows, by a head that was noted, that its end was cut off or that it was made anew', async () => {
    await ten();
    const noted = await verify();
    if (!noted.whole) throw new Error('It must be whole.');
    await ten();
    expect(await verify(noted.head)).toMatchObject({ whole: true, head: { number: 20 } });
    await tamper('DELETE FROM audit_entry');
    await tamper(`UPDATE audit_head SET number = 0, hash = repeat('0', 64)`);
    expect(await verify()).toMatchObject({ whole: true, head: { number: 0 } });
    expect(await verify(noted.head)).toEqual({ whole: false, number: 10, problem: 'is missing' });
    await append(...Array.from({ length: 10 }, (_, n) => record(n, { purpose: 'another' })));
    expect(await verify(noted.head)).toEqual({
      whole: false,
      number: 10,
      problem: 'is not the one that was noted',
    });
  });

  it('has what was refused beside it, which the command line lists', async () => {
    const env = { DATABASE_URL: test.url };
    const refused = (...more: string[]) => command(['audit', 'refused', ...more], env);
    const head = '"at","why","operation","times","who","account"';
    const listed = async (since: string) =>
      (await refused('--since', since, '--format', 'csv')).stdout.trimEnd().split(/\r?\n/);
    await test.database.query('SELECT security_events_add($1)', [
      JSON.stringify([
        {
          minute: '2026-11-03T10:31:00Z',
          kind: 'upload',
          actor: 'public',
          operation: 'POST /imports',
          count: 3,
        },
      ]),
    ]);
    expect(await listed('2026-11-03')).toEqual([
      head,
      '"2026-11-03T10:31:00.000Z","upload","POST /imports",3,"public",""',
    ]);
    expect(await listed('2026-11-04')).toEqual([head]);
    expect(await refused('--since', 'yesterday')).toMatchObject({
      code: 1,
      stderr: '--since takes a day such as 2027-01-31, not "yesterday".\n',
    });
  });

  it('is verified from the command line', async () => {
    await ten();
    const env = { DATABASE_URL: test.url };
    const whole = await command(['audit', 'verify'], env);
    expect(whole.code).toBe(0);
    const [, head = ''] =
      /^The audit log is whole: 10 entries\. Note its head elsewhere: (10:[0-9a-f]{64})\n$/.exec(
        whole.stdout,
      ) ?? [];
    expect(await command(['audit', 'verify', '--head', head], env)).toMatchObject({ code: 0 });
    expect(await command(['audit', 'verify', '--head', 'x'], env)).toEqual({
      code: 1,
      stdout: '',
      stderr: '--head takes what `baraza audit verify` printed: NUMBER:HASH.\n',
    });
    await tamper('DELETE FROM audit_entry WHERE number = 7');
    expect(await command(['audit', 'verify'], env)).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'The audit log is broken: entry 7 is missing. Keep a copy of the database as it is, and find out who could write to it.\n',
    });
  });
});
