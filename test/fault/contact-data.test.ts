import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ContactRepository, ContactService, type ContactView } from '#directory';
import { NotPermittedError, OPERATOR, PUBLIC_VIEWER, verifyAudit, type Viewer } from '#identity';
import { ConflictError, InvalidInputError, NotFoundError } from '#kernel';
import type { Transaction } from '#database';
import { queueMail } from '#mail';
import { Client } from 'pg';
import { dumpOf } from '../support/contacts.js';
import { record } from '../support/fill.js';
import { openImportBench, rawRow, rawRows, type ImportBench } from '../support/importing.js';
import { fixedId } from '../support/searchable.js';
import { waitingForLocks } from '../support/waiting-locks.js';

const REQUEST = { purpose: 'CONTACT_FOR_REQUEST', reason: 'Talks in Mali: is she free?' } as const;

describe('contact data', () => {
  let bench: ImportBench;
  let service: ContactService;
  /** Ids of networks, of a woman of each, and who asks. */
  const networks: Record<string, string> = {};
  const women: Record<string, string> = {};
  const viewers: Record<string, Viewer> = {};

  beforeAll(async () => {
    bench = await openImportBench('acacia', 'fjord');
    service = new ContactService(bench.database, bench.vault);
    for (const [network, n] of [
      ['acacia', 1],
      ['fjord', 2],
    ] as const) {
      await bench.rows(
        network,
        rawRows([rawRow(2, record(n, { email: `Woman${n}@example.org`, telephone: '+999 1' }))]),
      );
      [women[network] = ''] = [...(await bench.ids(network)).values()];
      const [row] = await bench.asOwner<{ id: string }>(
        `SELECT id FROM network WHERE slug = '${network}'`,
      );
      networks[network] = row?.id ?? '';
      viewers[network] = signedIn(n, { grants: ['coordinator'], networkIds: [networks[network]] });
      viewers[`her of ${network}`] = signedIn(n + 10, {
        grants: ['mediator'],
        mediatorId: women[network] ?? '',
      });
    }
  });
  afterAll(async () => bench.drop());

  const who = (name: string): Viewer => viewers[name] ?? PUBLIC_VIEWER;
  const view = (viewer: Viewer, network: string, woman = network): Promise<ContactView> =>
    service.view(viewer, women[woman] ?? '', networks[network] ?? '', REQUEST);
  const edit = (viewer: Viewer, network: string | null, fields: object, version: string | null) =>
    service.edit(viewer, {
      mediatorId: viewer.mediatorId ?? women[network ?? ''] ?? '',
      networkId: network === null ? null : (networks[network] ?? ''),
      fields,
      version,
    });
  /** Rows that the application's own role finds in a transaction with these settings. */
  const open = (
    settings: Record<string, string>,
    sql = 'SELECT mediator_id AS id FROM mediator_contact',
  ) =>
    bench.database.transaction(async (tx) => {
      for (const [name, value] of Object.entries(settings)) {
        await tx.query('SELECT set_config($1, $2, true)', [`baraza.${name}`, value]);
      }
      return (await tx.query<{ id: string }>(sql)).map(({ id }) => id);
    });

  describe('in the database', () => {
    it('opens for a curator of her network or for herself, for that transaction, and for no one else', async () => {
      const closed = async () => {
        expect(await open({})).toEqual([]);
        expect(await open({ curated_network: '', own_mediator: '' })).toEqual([]);
        expect(await bench.database.query('SELECT * FROM mediator_contact')).toEqual([]);
      };
      await closed();
      for (const network of ['acacia', 'fjord']) {
        expect(await open({ curated_network: networks[network] ?? '' })).toEqual([women[network]]);
        expect(await open({ own_mediator: women[network] ?? '' })).toEqual([women[network]]);
      }
      await closed();
    });

    it('is closed again when the unit of work is over, though the transaction is not', async () => {
      const repository = new ContactRepository(bench.vault);
      await bench.database.transaction(async (tx) => {
        const found = async () => (await tx.query('SELECT 1 FROM mediator_contact')).length;
        const network = networks.acacia ?? '';
        const inside = repository.inCuratorContext(tx, who('acacia'), network, found);
        expect([await inside, await found()]).toEqual([1, 0]);
        const own = repository.inSelfContext(tx, who('her of fjord'), found);
        expect([await own, await found()]).toEqual([1, 0]);
      });
    });

    it('is open within the unit of work as before, when within it the data of many or of another was asked for', async () => {
      const repository = new ContactRepository(bench.vault);
      const her = who('her of fjord');
      await bench.database.transaction(async (tx) => {
        const found = async () =>
          (await tx.query<{ id: string }>('SELECT mediator_id AS id FROM mediator_contact')).map(
            ({ id }) => id,
          );
        const after = await repository.inSelfContext(tx, her, async () => {
          await repository.addressOf(tx, women.acacia ?? '');
          const many = await found();
          await repository.inSelfContext(tx, who('her of acacia'), found);
          return [many, await found()];
        });
        expect(after).toEqual([[women.fjord], [women.fjord]]);
        await repository.addressOf(tx, women.acacia ?? '');
        expect(await found()).toEqual([]);
      });
    });

    it.each([
      'UPDATE mediator_contact SET email_index = NULL RETURNING id',
      'DELETE FROM mediator_contact RETURNING id',
      'SELECT count(*)::int AS id FROM mediator_contact HAVING count(*) > 0',
    ])('cannot be written, deleted or counted by others: %s', async (sql) => {
      expect(await open({}, sql)).toEqual([]);
      const stranger = { curated_network: fixedId(9), own_mediator: fixedId(9) };
      expect(await open(stranger, sql)).toEqual([]);
    });

    it('lets her change what she states herself, and not what a network states', async () => {
      const own = { own_mediator: women.acacia ?? '' };
      const sql = `UPDATE mediator_contact SET email_index = NULL RETURNING id`;
      expect(await open(own, sql)).toEqual([]);
      const insert = (
        network: string,
      ) => `INSERT INTO mediator_contact (id, mediator_id, network_id, key_id, sealed)
        VALUES ('${fixedId(1)}', '${women.acacia}', ${network}, 2, '') RETURNING id`;
      await expect(open(own, insert(`'${networks.fjord}'`))).rejects.toThrow('row-level security');
      await expect(open({}, insert('NULL'))).rejects.toThrow('row-level security');
    });

    it.each([
      'ALTER TABLE mediator_contact DISABLE ROW LEVEL SECURITY',
      'DROP POLICY contact_opens_for_its_curator ON mediator_contact',
      'ALTER ROLE baraza_app BYPASSRLS',
      'CREATE FUNCTION leak() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
      'DELETE FROM contact_access',
      `UPDATE contact_access SET viewer = 'someone'`,
      'DELETE FROM contact_change',
      `UPDATE contact_change SET changed_by = 'someone'`,
    ])('keeps its policies and its traces: %s', async (sql) => {
      await expect(bench.database.query(sql)).rejects.toThrow(/must be owner|permission denied/);
    });
  });

  describe('for a coordinator', () => {
    it('shows what her network states, in the words of the file', async () => {
      expect(await view(who('acacia'), 'acacia')).toMatchObject({
        mediatorId: women.acacia,
        networkId: networks.acacia,
        contact: { email: 'Woman1@example.org', telephone: '+999 1', securityNotes: null },
        version: expect.any(String),
      });
    });

    it('refuses another network, and a woman whom hers does not list as one who is not there', async () => {
      await expect(view(who('acacia'), 'fjord')).rejects.toThrow(NotPermittedError);
      await expect(view(who('acacia'), 'acacia', 'fjord')).rejects.toThrow(NotFoundError);
      const nobody = service.view(who('acacia'), fixedId(3), networks.acacia ?? '', REQUEST);
      await expect(nobody).rejects.toThrow(NotFoundError);
    });

    it('refuses everyone else, whatever else she may do', async () => {
      const administrator = signedIn(7, { grants: ['administrator'] });
      const program = signedIn(8, {
        grants: ['profiles.read'],
        networkIds: [networks.acacia ?? ''],
      });
      for (const other of [PUBLIC_VIEWER, OPERATOR, administrator, program]) {
        await expect(view(other, 'acacia')).rejects.toThrow(NotPermittedError);
        await expect(edit(other, 'acacia', { email: null }, null)).rejects.toThrow(
          NotPermittedError,
        );
      }
    });

    it.each(['', ' x ', 'x'.repeat(501), 'half \ud800'])('wants a reason: %j', async (reason) => {
      const asked = service.view(who('acacia'), women.acacia ?? '', networks.acacia ?? '', {
        purpose: 'SECURITY',
        reason,
      });
      await expect(asked).rejects.toThrow(InvalidInputError);
    });

    it('leaves a trace of each look that she can read, and one in the audit log without the words', async () => {
      const before = (await service.accesses(who('her of acacia'), women.acacia ?? '')).length;
      await view(who('acacia'), 'acacia');
      await expect(view(who('fjord'), 'acacia')).rejects.toThrow(NotPermittedError);
      const accesses = await service.accesses(who('her of acacia'), women.acacia ?? '');
      expect(accesses).toHaveLength(before + 1);
      expect(accesses[0]).toEqual({
        viewer: who('acacia').name,
        networkId: networks.acacia,
        ...REQUEST,
        at: expect.any(Date),
      });
      const entries = await bench.asOwner<Record<string, unknown>>(
        `SELECT actor, action, subject_id, purpose FROM audit_entry WHERE action = 'contact.view'
         ORDER BY number DESC LIMIT 1`,
      );
      expect(entries).toEqual([
        {
          actor: who('acacia').name,
          action: 'contact.view',
          subject_id: women.acacia,
          purpose: 'CONTACT_FOR_REQUEST',
        },
      ]);
      expect(await verifyAudit(bench.database)).toMatchObject({ whole: true });
    });

    it('shows her accesses to nobody but herself', async () => {
      for (const other of [who('acacia'), who('her of fjord'), PUBLIC_VIEWER, OPERATOR]) {
        await expect(service.accesses(other, women.acacia ?? '')).rejects.toThrow(
          NotPermittedError,
        );
      }
    });
  });

  describe('when it is changed', () => {
    it('keeps the other fields, gives a new version, and notes which fields but no value', async () => {
      const { version } = await view(who('fjord'), 'fjord');
      const fields = {
        telephone: ' +999 2 ',
        securityNotes: 'call at night only',
        email: undefined,
      };
      const after = await edit(who('fjord'), 'fjord', fields, version);
      expect(after.contact).toMatchObject({
        email: 'Woman2@example.org',
        telephone: '+999 2',
        securityNotes: 'call at night only',
      });
      expect(after.version).not.toBe(version);
      expect(await view(who('fjord'), 'fjord')).toEqual(after);
      expect(await changes(who('fjord'), 'fjord')).toEqual([
        change('fjord', ['telephone', 'securityNotes'], who('fjord').name),
        change('fjord', ['email', 'telephone']),
      ]);
    });

    it('refuses a version that is not the last, and changes nothing', async () => {
      const { version } = await view(who('fjord'), 'fjord');
      const both = await Promise.allSettled([
        edit(who('fjord'), 'fjord', { telephone: '+999 3' }, version),
        edit(who('fjord'), 'fjord', { telephone: '+999 4' }, version),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      for (const each of both) {
        if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(ConflictError);
      }
    });

    it('refuses the second of two who both found nothing stated', async () => {
      const she = who('her of fjord');
      // Whoever holds the head of the audit log stops an edit between its writing and its commit.
      const holder = new Client({ connectionString: bench.url });
      await holder.connect();
      await holder.query('BEGIN');
      await holder.query('SELECT 1 FROM audit_head FOR UPDATE');
      const edits = [edit(she, null, { telephone: '+999 5' }, null)];
      await waitingForLocks(bench);
      edits.push(edit(she, null, { postalAddress: 'Harbour 1' }, null));
      // Read before they end: an edit that is refused meanwhile would be nobody's.
      const outcome = Promise.allSettled(edits);
      await waitingForLocks(bench, 2);
      await holder.query('COMMIT');
      await holder.end();
      const both = await outcome;
      expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: expect.any(ConflictError) as unknown,
      });
    });

    it('names all that is wrong at once, and repeats none of it', async () => {
      const wrong = {
        email: 'nobody at all',
        dateOfBirth: '1971-02-30',
        telephone: '9'.repeat(201),
      };
      const refused = await edit(who('fjord'), 'fjord', wrong, null).catch(
        (error: unknown) => error,
      );
      expect(refused).toBeInstanceOf(InvalidInputError);
      const { problems, message } = refused as InvalidInputError;
      expect(problems.map(({ path }) => path)).toEqual(['email', 'dateOfBirth', 'telephone']);
      for (const value of Object.values(wrong)) expect(message).not.toContain(value);
    });

    it('by herself is a statement of her own beside the network’s', async () => {
      const she = who('her of acacia');
      const own = await edit(she, null, { email: 'own@example.org' }, null);
      expect(own).toMatchObject({ networkId: null, contact: { email: 'own@example.org' } });
      const all = await service.own(she);
      expect(all.map(({ networkId, contact }) => [networkId, contact.email])).toEqual([
        [null, 'own@example.org'],
        [networks.acacia, 'Woman1@example.org'],
      ]);
      expect((await view(who('acacia'), 'acacia')).contact.email).toBe('Woman1@example.org');
      await expect(edit(she, 'acacia', { email: null }, null)).rejects.toThrow(NotPermittedError);
      await expect(service.own(who('acacia'))).rejects.toThrow(NotPermittedError);
    });

    it('shows which fields to herself and to the coordinator of that network alone', async () => {
      const she = who('her of acacia');
      expect((await changes(she, null, 'acacia'))[0]).toEqual({
        ...change('acacia', ['email'], she.name),
        networkId: null,
      });
      for (const other of [who('fjord'), who('her of fjord'), OPERATOR, PUBLIC_VIEWER]) {
        await expect(changes(other, 'acacia')).rejects.toThrow(NotPermittedError);
      }
      await expect(changes(who('acacia'), null, 'acacia')).rejects.toThrow(NotPermittedError);
    });

    it('by an import notes the changed fields, and is taken away where the file says nothing more', async () => {
      const again = (cells: Record<string, string>) =>
        bench.rows('acacia', rawRows([rawRow(2, record(1, cells))]));
      await again({ email: 'woman1@example.org', telephone: '+999 1' });
      await again({});
      expect((await view(who('acacia'), 'acacia')).version).toBeNull();
      expect((await changes(who('acacia'), 'acacia')).slice(0, 2)).toEqual([
        change('acacia', ['email', 'telephone']),
        change('acacia', ['email']),
      ]);
      await again({ email: 'Woman1@example.org', telephone: '+999 1' });
    });
  });

  it('is sent nowhere that any source says others may look at, and drops what waits', async () => {
    const she = who('her of fjord');
    const repository = new ContactRepository(bench.vault);
    const id = women.fjord ?? '';
    const at = (tx: Transaction) =>
      Promise.all([
        repository.addressOf(tx, id),
        repository.numberOf(tx, id),
        repository.reachedAt(tx, id).then(({ length }) => length),
      ]);
    const waits = async () =>
      (await bench.asOwner('SELECT FROM mail_message WHERE mediator_id IS NOT NULL')).length;
    const [own] = await service.own(she);
    const last = own?.networkId === null ? own.version : null;
    const { version } = await edit(
      she,
      null,
      { email: 'own2@example.org', telephone: '+254 700 000 001' },
      last,
    );
    const reached = ['own2@example.org', '+254700000001', 2];
    expect(await bench.database.transaction(at)).toEqual(reached);
    await bench.database.transaction((tx) =>
      queueMail(tx, bench.vault, {
        to: 'own2@example.org',
        locale: 'en',
        template: 'profile-stale',
        parameters: { link: 'https://baraza.example.org/me' },
        mediatorId: id,
      }),
    );
    // A network knows it, though the address is her own word; its next list says nothing of it.
    const stated = await view(who('fjord'), 'fjord');
    await edit(who('fjord'), 'fjord', { unsafeChannels: 'mail' }, stated.version);
    expect(await waits()).toBe(0);
    expect(await bench.database.transaction(at)).toEqual([null, '+254700000001', 1]);
    await bench.rows('fjord', rawRows([rawRow(2, record(2, { email: 'Woman2@example.org' }))]));
    expect((await view(who('fjord'), 'fjord')).contact).toMatchObject({
      email: 'Woman2@example.org',
      unsafeChannels: 'mail',
    });
    const both = await edit(she, null, { unsafeChannels: 'both' }, version);
    expect(await bench.database.transaction(at)).toEqual([null, null, 0]);
    await expect(edit(she, null, { unsafeChannels: 'all' }, both.version)).rejects.toThrow(
      'unsafeChannels',
    );
    await edit(she, null, { unsafeChannels: null }, both.version);
    const again = await view(who('fjord'), 'fjord');
    await edit(who('fjord'), 'fjord', { unsafeChannels: null }, again.version);
    expect(await bench.database.transaction(at)).toEqual(reached);

    // On a database that was restored from before an edit, it may be what was unsafe.
    await service.closeChannels(OPERATOR, id);
    expect(await bench.database.transaction(at)).toEqual([null, null, 0]);
    await expect(service.closeChannels(who('fjord'), id)).rejects.toThrow('You may not do this.');
    const closed = await view(who('fjord'), 'fjord');
    expect(closed.contact).toMatchObject({ email: 'Woman2@example.org', unsafeChannels: 'both' });
    await edit(who('fjord'), 'fjord', { unsafeChannels: null }, closed.version);
    expect(await bench.database.transaction(at)).toEqual(reached);
    // Whom nobody lists says it herself.
    const listed = (status: string) =>
      bench.asOwner(`UPDATE affiliation SET status = '${status}' WHERE mediator_id = '${id}'`);
    await listed('ended');
    await service.closeChannels(OPERATOR, id);
    await listed('verified');
    const [mine] = await service.own(she);
    expect(mine).toMatchObject({ networkId: null, contact: { unsafeChannels: 'both' } });
    await edit(she, null, { unsafeChannels: null }, mine!.version);
    expect(await bench.database.transaction(at)).toEqual(reached);
  });

  it('is sent nowhere that was marked on another record of hers before the two were merged', async () => {
    const repository = new ContactRepository(bench.vault);
    await bench.rows('fjord', rawRows([rawRow(2, record(3))]));
    const other = (await bench.ids('fjord')).get(record(3).external_id ?? '') ?? '';
    expect(other).not.toBe('');
    const stated = await service.view(who('fjord'), other, networks.fjord ?? '', REQUEST);
    const { version } = stated;
    const mark = { unsafeChannels: 'both' };
    await service.edit(who('fjord'), {
      mediatorId: other,
      networkId: networks.fjord ?? '',
      version,
      fields: mark,
    });
    const merge = async (into: string | null) =>
      bench.asOwner(
        `UPDATE mediator SET merged_into = ${into === null ? 'NULL' : `'${into}'`} WHERE id = '${other}'`,
      );
    const at = () =>
      bench.database.transaction(async (tx) => [
        await repository.addressOf(tx, women.fjord ?? ''),
        await repository.numberOf(tx, women.fjord ?? ''),
        await repository.isMailSafe(tx, women.fjord ?? ''),
      ]);
    const before = await at();
    expect(before).toEqual([expect.any(String), expect.any(String), true]);
    await merge(women.fjord ?? '');
    expect(await at()).toEqual([null, null, false]);
    await merge(null);
    expect(await at()).toEqual(before);
  });

  it('is found by an e-mail address in whatever spelling, and by no part of it', async () => {
    for (const email of ['woman1@example.org', ' WOMAN1@EXAMPLE.ORG ']) {
      expect(await findByEmail(email)).toEqual([women.acacia]);
    }
    expect(await findByEmail('woman1@example.or')).toEqual([]);
    const she = who('her of acacia');
    const [own] = await service.own(she);
    await edit(she, null, { email: 'Zoe@Example.org' }, own?.version ?? null);
    expect(await findByEmail('ZOE@example.org')).toEqual([women.acacia]);
  });

  it('stands nowhere in a dump of the database in clear', async () => {
    await view(who('fjord'), 'fjord');
    const dump = await dumpOf(bench);
    // The dump is one: what is not contact data is in it.
    expect(dump).toContain('Person Number 1');
    const held = [
      'woman2@example.org',
      '+999 ',
      'call at night',
      'own@example',
      'zoe@',
      'talks in mali',
    ];
    for (const value of held) {
      expect(dump.toLowerCase()).not.toContain(value);
      // As bytes it would look so.
      expect(dump).not.toContain(Buffer.from(value).toString('hex'));
      expect(dump).not.toContain(Buffer.from(value).toString('base64').slice(0, -4));
    }
  });

  it('goes with her, its traces too', async () => {
    await bench.database.query('DELETE FROM mediator');
    for (const table of ['mediator_contact', 'contact_access', 'contact_change']) {
      expect(await bench.asOwner(`SELECT 1 FROM ${table}`)).toEqual([]);
    }
    expect(await findByEmail('woman1@example.org')).toEqual([]);
  });

  const change = (network: string, fields: string[], changedBy = 'operator') => {
    const changedAt: unknown = expect.any(Date);
    return { networkId: networks[network], fields, changedBy, changedAt };
  };
  const findByEmail = (email: string) =>
    new ContactRepository(bench.vault).findByEmail(bench.database, email);
  const changes = (viewer: Viewer, network: string | null, woman = network) =>
    service.changes(viewer, women[woman ?? ''] ?? '', network && (networks[network] ?? ''));
});

function signedIn(n: number, more: Partial<Viewer>): Viewer {
  const id = fixedId(n);
  return { ...PUBLIC_VIEWER, name: `user:${id}`, userId: id, ...more };
}
