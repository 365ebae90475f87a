import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sayReject, type Reject, type Said } from '#directory';
import { ColumnMap, importProfiles, rowsFromRecords } from '#directory';
import { OPERATOR, verifyAudit, type Viewer } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { dumpOf } from '../../support/contacts.js';
import { describeInEachEngine, removeEngine } from '../../support/engines.js';
import { fill, record, TODAY } from '../../support/fill.js';
import { heldTransaction } from '../../support/listed-mediator.js';
import { coordinatorViewer, mediatorViewer, viewersOfTest } from '../../support/viewers.js';
import { waitingForLocks } from '../../support/waiting-locks.js';

/** Stands in everything that anyone says of her through any door. */
const MARK = 'zqxmark';
const mark = (field: string): string => `${MARK}${field}`;

const HER: Record<string, string> = {
  external_id: mark('number'),
  full_name: mark('fullname'),
  display_name: mark('display'),
  name_variants: mark('variant'),
  code_name: mark('code'),
  email: `${mark('email')}@example.org`,
  telephone: '+1 202 555 0166',
  postal_address: mark('address'),
  emergency_contact: mark('emergency'),
  security_notes: mark('security'),
  date_of_birth: '1961-03-17',
  biography: mark('biography'),
  education: mark('education'),
  publications: mark('publications'),
  training: mark('training'),
  deployments: `${mark('process')} | ceasefire | negotiation | adviser | 1 | Palau | 2001 | 2004`,
};

/** Her year of birth as a column or a part of JSON holds it; four digits alone may stand in any hash. */
const HER_YEAR = /[>":\s]1961[<",}-]/;

describeInEachEngine('erasure', (settings) => {
  const viewers = viewersOfTest();
  const log: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) => ({
    stream,
    write: stream.write.bind(stream),
  }));
  let api: TestApi;
  let her: Viewer;
  let id = '';
  let networkId = '';

  beforeAll(async () => {
    for (const { stream } of streams) {
      stream.write = (chunk) => Boolean(log.push(String(chunk)));
    }
    api = await openTestApi(settings, viewers);
  });
  afterAll(async () => {
    await api.close();
    await removeEngine(settings);
    for (const { stream, write } of streams) stream.write = write;
  });
  beforeEach(async () => {
    await api.services.database.query('DELETE FROM mediator');
    await api.services.database.query('DELETE FROM erased_key');
    await api.services.indexSync.rebuild();
    await fill(api.services, 'acacia', [record(1, HER), record(2, { display_name: 'Zuri' })]);
    const [row] = await api.services.database.query<{ id: string; network: string }>(
      `SELECT mediator_id AS id, network_id AS network FROM affiliation WHERE external_id = '${HER['external_id']}'`,
    );
    ({ id, network: networkId } = row!);
    her = mediatorViewer(id);
  });

  const mutate = async <T = Record<string, unknown>>(
    viewer: Viewer | null,
    document: string,
    variables?: Record<string, unknown>,
  ): Promise<T> => {
    const { data, errors } = await api.ask<Record<string, T>>(
      document,
      variables,
      viewer ? viewers.as(viewer) : {},
    );
    expect(errors).toBeUndefined();
    return Object.values(data!)[0]!;
  };
  const eraseMyself = (viewer: Viewer | null, confirmation: string) =>
    mutate(
      viewer,
      `mutation ($c: String!) { eraseMyself(confirmation: $c) { __typename ... on ValidationError { fields { path } } } }`,
      { c: confirmation },
    );
  /** What she and her network say of her by every other way. */
  const everyDoor = async (): Promise<void> => {
    const { consents, corrections, audiences, contacts, personalData } = api.services;
    const coordinator = coordinatorViewer(networkId);
    await consents.give(her, { purpose: 'LISTED', textVersion: '2026-11', language: 'en' });
    await consents.withdraw(her, id, 'STATISTICS', null);
    await consents.record(coordinator, id, {
      purpose: 'CONTACTED',
      textVersion: '2026-11',
      language: 'fr',
      channel: 'paper',
      givenOn: '2026-10-01',
      proof: mark('proof'),
    });
    await audiences.set(her, id, {
      field: 'education',
      audience: 'PUBLIC',
      consent: { textVersion: '2026-11', language: 'en' },
    });
    const request = await corrections.request(her, mark('field'), mark('request'));
    await corrections.handle(coordinator, request.id, 'done', mark('answer'));
    await corrections.request(her, null, mark('second'));
    await contacts.edit(her, {
      mediatorId: id,
      networkId: null,
      version: null,
      fields: { email: `${mark('own')}@example.org`, securityNotes: mark('ownsecurity') },
    });
    await contacts.view(coordinator, id, networkId, {
      purpose: 'VERIFY_IDENTITY',
      reason: mark('reason'),
    });
    await mergeAnotherOf(api, id);
    const { revision } = await revisionOf(api, id);
    const { curation, lifeCycle } = api.services;
    await curation.edit(her, id, revision, { biography: { fr: mark('edited') } });
    await curation.addNote(coordinator, id, mark('note'));
    await lifeCycle.step(coordinator, id, 'suspend', { note: mark('stepnote') });
    await personalData.export(her, 'json');
  };
  const importAgain = async (
    records: Record<string, string>[],
    { unnumbered = false, dryRun = false } = {},
  ) => {
    const rejects: Said<Reject>[] = [];
    const rows = rowsFromRecords(records);
    const withoutNumbers: typeof rows = {
      async *[Symbol.asyncIterator]() {
        for await (const row of rows) yield { ...row, unnumbered: true };
      },
    };
    const report = await importProfiles(api.services, {
      by: OPERATOR,
      rows: unnumbered ? withoutNumbers : rows,
      columns: new ColumnMap(),
      network: 'acacia',
      today: TODAY,
      dryRun,
      onRejects: (found) => void rejects.push(...found.map((reject) => sayReject(reject, 'en'))),
    });
    return { report, rejects };
  };
  const names = async (): Promise<string[]> => {
    const rows = await api.services.database.query<{ name: string }>(
      'SELECT display_name AS name FROM mediator ORDER BY 1',
    );
    return rows.map(({ name }) => name);
  };

  it('leaves no trace in any table, in the index or in the logs', async () => {
    await everyDoor();
    const before = await dumpOf(api);
    for (const part of [
      'twin',
      'edited',
      'note',
      'stepnote',
      'number',
      'fullname',
      'display',
      'biography',
      'process',
      'field',
    ]) {
      expect(before).toContain(mark(part));
    }
    expect(before).toMatch(HER_YEAR);
    const everythingHeld = JSON.stringify(await api.services.personalData.read(her));
    for (const part of [
      'proof',
      'request',
      'answer',
      'second',
      'own',
      'reason',
      'security',
      'address',
    ]) {
      expect(everythingHeld).toContain(mark(part));
    }
    expect(await eraseMyself(her, mark('display'))).toEqual({ __typename: 'Erasure' });
    await api.services.jobs.drain();

    const dump = await dumpOf(api);
    expect(dump).not.toContain(MARK);
    expect(dump).not.toMatch(HER_YEAR);
    expect(log.join('')).not.toContain(MARK);
    // By opaque id she is among the erased and in the log, and nowhere else.
    const tables = await api.asOwner<{ table: string }>(`
      SELECT schemaname || '.' || tablename AS table FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
        AND strpos(query_to_xml(format('SELECT * FROM %I.%I', schemaname, tablename), true, false, '')::text, '${id}') > 0
      ORDER BY 1`);
    expect(tables).toEqual([{ table: 'public.audit_entry' }, { table: 'public.mediator_erased' }]);
    expect(await api.asOwner('SELECT FROM search_withheld')).toEqual([]);
    expect(await api.services.search.count()).toBe(2);
    expect(await api.services.search.matches('VETTED', MARK, 10)).toEqual({
      matches: [],
      total: 0,
    });
    expect(await names()).toEqual(['Zuri']);
  });

  it('leaves the log whole, with one entry that says it', async () => {
    await everyDoor();
    await eraseMyself(her, mark('display'));
    expect(await verifyAudit(api.services.database)).toMatchObject({ whole: true });
    const entries = await api.services.database.query(
      `SELECT actor, action, before_hash, after_hash, purpose FROM audit_entry WHERE subject_id = $1
       ORDER BY number DESC LIMIT 1`,
      [id],
    );
    expect(entries).toEqual([
      {
        actor: her.name,
        action: 'profile.erase',
        before_hash: null,
        after_hash: null,
        purpose: null,
      },
    ]);
  });

  it('is gone from every answer at once, while no worker runs', async () => {
    const [row] = await api.services.database.query<{ publicId: string }>(
      'SELECT public_id AS "publicId" FROM mediator WHERE id = $1',
      [id],
    );
    const globalId = Buffer.from(`Mediator:${row?.publicId}`).toString('base64url');
    await eraseMyself(her, mark('display'));
    const { data } = await api.ask(
      `{ mediators(search: "${MARK}") { totalCount } mediator(id: "${globalId}") { name } node(id: "${globalId}") { id }
         matchCandidates(need: { date: "2026-11-01", soft: { years: 1 } }) { ... on MatchConnection { considered } } }`,
    );
    expect(data).toEqual({
      mediators: { totalCount: 0 },
      mediator: null,
      node: null,
      matchCandidates: { considered: 1 },
    });
  });

  it.each([
    ['Aïcha  N’Diaye', "aicha n'diaye "],
    ['DUPONT Zoé', 'Dupont\u00a0Zoe'],
    ['Łucja Ødegård', 'lucja odegard'],
    ['فاطمة علی', 'فاطمه علي'],
    ['𞤀𞤭𞤧𞤢𞤼𞤵', '𞤢𞤭𞤧𞤢𞤼𞤵'],
  ])('takes %s as she types it: %s', async (display_name, typed) => {
    const of = { ...HER, display_name };
    await fill(api.services, 'acacia', [record(1, of), record(2, { display_name: 'Zuri' })]);
    expect(await eraseMyself(her, typed.replace(/^\p{L}+/u, 'Someone'))).toMatchObject({
      __typename: 'ValidationError',
    });
    expect(await eraseMyself(her, typed)).toMatchObject({ __typename: 'Erasure' });
  });

  it('waits for her name as a second look, and is hers alone', async () => {
    expect(await eraseMyself(her, 'yes')).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'confirmation' }],
    });
    expect(await eraseMyself(null, mark('display'))).toMatchObject({ __typename: 'NotPermitted' });
    expect(await eraseMyself(coordinatorViewer(networkId), mark('display'))).toMatchObject({
      __typename: 'NotPermitted',
    });
    await expect(api.services.erasure.erase(coordinatorViewer(networkId), id)).rejects.toThrow(
      'You may not do this.',
    );
    await expect(api.services.erasure.erase(her, id)).rejects.toThrow('You may not do this.');
    expect(await names()).toHaveLength(2);
  });

  it('by the operator is the same', async () => {
    await everyDoor();
    await api.services.erasure.erase(OPERATOR, id);
    await api.services.jobs.drain();
    expect(await dumpOf(api)).not.toContain(MARK);
    await expect(api.services.erasure.erase(OPERATOR, id)).rejects.toThrow(
      'There is no such mediator.',
    );
  });

  it('does nothing by halves: what fails on the way changes nothing', async () => {
    await everyDoor();
    const count = () => api.asOwner('SELECT count(*) FROM correction');
    const [held, there] = [await count(), await names()];
    await api.asOwner(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON mediator_erased FOR EACH ROW EXECUTE FUNCTION refuse()`);
    await expect(api.services.erasure.erase(OPERATOR, id)).rejects.toThrow('no');
    await api.asOwner('DROP FUNCTION refuse CASCADE');
    expect(await count()).toEqual(held);
    expect(await names()).toEqual(there);
  });

  describe('and the lists of her network', () => {
    it('do not bring her back, and are told so without her data', async () => {
      await eraseMyself(her, mark('display'));
      const { report, rejects } = await importAgain([
        record(1, HER),
        record(3, { display_name: 'New' }),
      ]);
      expect(report).toMatchObject({ created: 1, updated: 0, rejected: 1 });
      expect(rejects).toEqual([
        {
          row: 1,
          column: 'external_id',
          value: '(not shown)',
          suggestion: '',
          reason: expect.stringContaining('asked to be erased'),
        },
      ]);
      expect(JSON.stringify(rejects)).not.toContain(MARK);
      expect(await names()).toEqual(['New', 'Zuri']);
      await api.services.jobs.drain();
      expect(await dumpOf(api)).not.toContain(MARK);
    });

    it('bring her back when the operator has readmitted her number', async () => {
      await eraseMyself(her, mark('display'));
      const number = HER['external_id'] ?? '';
      await expect(
        api.services.erasure.readmit(coordinatorViewer(networkId), networkId, number),
      ).rejects.toThrow('You may not do this.');
      await api.services.erasure.readmit(OPERATOR, networkId, number);
      await expect(api.services.erasure.readmit(OPERATOR, networkId, number)).rejects.toThrow(
        'There is no such number.',
      );
      expect((await importAgain([record(1, HER)])).report).toMatchObject({
        created: 1,
        rejected: 0,
      });
    });

    it('keep her number, name and address out by hashes that nobody without the key can try', async () => {
      await eraseMyself(her, mark('display'));
      const rows = await api.asOwner<{ fingerprint: string }>('SELECT fingerprint FROM erased_key');
      expect(rows).toHaveLength(3);
      for (const { fingerprint } of rows) expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    });

    it('do not bring her back without numbers and with another address, until she is readmitted', async () => {
      await eraseMyself(her, mark('display'));
      const { external_id: number = '', ...rest } = HER;
      const list = (fullName: string) =>
        importAgain([{ ...rest, full_name: fullName, email: 'new@example.org' }], {
          unnumbered: true,
        });
      const name = HER['full_name'] ?? '';
      const { report, rejects } = await list(`Dr. ${name.toUpperCase()}`);
      expect(report).toMatchObject({ created: 0, rejected: 1 });
      expect(rejects).toMatchObject([
        {
          column: 'full_name',
          value: '(not shown)',
          reason: expect.stringContaining('A woman with this name asked to be erased'),
        },
      ]);
      await api.services.erasure.readmit(OPERATOR, networkId, number);
      expect((await list(name)).report).toMatchObject({ created: 1, rejected: 0 });
    });

    describe('under a new number and by her address', () => {
      const email = HER['email'] ?? '';
      const her2 = record(7, { ...HER, external_id: 'new-7', email: ` ${email.toUpperCase()}` });
      const another = record(8, { email });
      const rejected = {
        column: 'email',
        value: '(not shown)',
        suggestion: '',
        reason: expect.stringContaining('A woman with this e-mail address asked to be erased'),
      };

      it('bring back neither her nor, by her address, someone of another name', async () => {
        await eraseMyself(her, mark('display'));
        for (const dryRun of [true, false]) {
          const { report, rejects } = await importAgain([her2, another], { dryRun });
          expect(report).toMatchObject({ created: 0, rejected: 2 });
          expect(rejects).toMatchObject([rejected, rejected]);
          expect(JSON.stringify(rejects)).not.toContain(MARK);
        }
        expect(await names()).toEqual(['Zuri']);
      });

      it('bring her back when her number is readmitted', async () => {
        await eraseMyself(her, mark('display'));
        await api.services.erasure.readmit(OPERATOR, networkId, HER['external_id'] ?? '');
        expect((await importAgain([her2])).report).toMatchObject({ created: 1, rejected: 0 });
      });

      it.each([HER['external_id'] ?? '', 'again-8'])(
        'bring her back when %s of the two numbers of her merged records is readmitted',
        async (number) => {
          await importAgain([record(8, { ...HER, external_id: 'again-8' })]);
          await mergeListedAs(api, id, 'again-8');
          await eraseMyself(her, mark('display'));
          await api.services.erasure.readmit(OPERATOR, networkId, number);
          const { external_id: _, ...rest } = HER;
          const again = await importAgain([rest], { unnumbered: true });
          expect(again.report).toMatchObject({ created: 1, rejected: 0 });
          expect(await api.services.database.query('SELECT FROM erased_key')).toEqual([]);
        },
      );

      it('bring others who share her mailbox when the address is readmitted, and not her', async () => {
        await eraseMyself(her, mark('display'));
        await api.services.erasure.readmit(OPERATOR, networkId, ` ${email.toUpperCase()} `);
        const { report, rejects } = await importAgain([another, record(1, HER)]);
        expect(report).toMatchObject({ created: 1, rejected: 1 });
        expect(rejects).toMatchObject([{ column: 'external_id' }]);
      });

      it('keep those who shared her mailbox before, and whom it is not new for', async () => {
        await importAgain([another]);
        await eraseMyself(her, mark('display'));
        const later = await importAgain([{ ...another, biography: 'Later.' }]);
        expect(later.report).toMatchObject({ updated: 1, rejected: 0 });
        const joins = await importAgain([record(2, { display_name: 'Zuri', email })]);
        expect(joins).toMatchObject({ report: { updated: 0 }, rejects: [rejected] });
      });

      it('keep an address of two erased women out until it is readmitted itself', async () => {
        await importAgain([another]);
        await eraseMyself(her, mark('display'));
        const [other] = await api.services.database.query<{ id: string }>(
          'SELECT mediator_id AS id FROM affiliation WHERE external_id = $1',
          [another['external_id']],
        );
        await api.services.erasure.erase(OPERATOR, other!.id);
        const readmit = (what: string) => api.services.erasure.readmit(OPERATOR, networkId, what);
        await readmit(another['external_id'] ?? '');
        expect((await importAgain([her2])).rejects).toMatchObject([rejected]);
        await readmit(email);
        expect((await importAgain([another])).report).toMatchObject({ created: 1 });
      });

      it('say nothing to a network that never stated the address', async () => {
        await api.services.contacts.edit(her, {
          mediatorId: id,
          networkId: null,
          version: null,
          fields: { email: 'own@example.org' },
        });
        await eraseMyself(her, mark('display'));
        await fill(api.services, 'fjord', [her2]);
        // What she alone stated was never hers in the eyes of her network.
        const own = record(9, { email: 'own@example.org' });
        expect((await importAgain([own])).report).toMatchObject({ created: 1, rejected: 0 });
      });

      it('are no other way than by hand, where her network is told the same', async () => {
        await eraseMyself(her, mark('display'));
        const coordinator = coordinatorViewer(networkId);
        const made = await api.services.curation.create(coordinator, {
          networkId,
          externalId: null,
          changes: { fullName: 'Another Name' },
        });
        const state = (by: Viewer, of: string | null) =>
          api.services.contacts.edit(by, {
            mediatorId: made,
            networkId: of,
            version: null,
            fields: { email },
          });
        await expect(state(coordinator, networkId)).rejects.toThrow(
          'A woman with this e-mail address asked to be erased',
        );
        // What she states herself is her own act.
        await expect(state(mediatorViewer(made), null)).resolves.toMatchObject({
          contact: { email },
        });
        await api.services.erasure.readmit(OPERATOR, networkId, email);
        await expect(state(coordinator, networkId)).resolves.toMatchObject({ contact: { email } });
      });
    });

    it('do not write over an erasure that commits while they are being written', async () => {
      const held = heldTransaction(api.services.database);
      await held.run((tx) => tx.query('SELECT FROM mediator WHERE id = $1 FOR UPDATE', [id]));
      // Planned as an update of her; then it waits for her row.
      const importing = importAgain([record(1, { ...HER, biography: mark('later') })]);
      await waitingForLocks(api);
      const erasing = api.services.erasure.erase(OPERATOR, id);
      await held.commit();
      await Promise.all([importing, erasing]);
      await api.services.jobs.drain();
      expect(await names()).toEqual(['Zuri']);
      expect(await dumpOf(api)).not.toContain(MARK);
    });
  });
});

/** A second record of her, of another network, made one with the first. */
async function mergeAnotherOf(api: TestApi, id: string): Promise<void> {
  const twin = { ...HER, external_id: mark('twinnumber'), full_name: mark('twin'), email: '' };
  await fill(api.services, 'fjord', [record(3, twin)]);
  await mergeListedAs(api, id, mark('twinnumber'));
}

/** The record with this number is made one with hers. */
async function mergeListedAs(api: TestApi, id: string, number: string): Promise<void> {
  const [other] = await api.services.database.query<{ id: string; revision: number }>(
    'SELECT id, revision FROM mediator WHERE id = (SELECT mediator_id FROM affiliation WHERE external_id = $1)',
    [number],
  );
  const kept = await revisionOf(api, id);
  await api.services.merges.merge(OPERATOR, { kept, other: other! });
}

async function revisionOf(api: TestApi, id: string): Promise<{ id: string; revision: number }> {
  const [row] = await api.services.database.query<{ id: string; revision: number }>(
    'SELECT id, revision FROM mediator WHERE id = $1',
    [id],
  );
  return row!;
}
