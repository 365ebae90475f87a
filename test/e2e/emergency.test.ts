import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { BreachTelling, OwnBreachService, ToldInPersonService } from '#breaches';
import {
  AffiliationService,
  CopiesService,
  HidingService,
  issueCopy,
  MergeService,
  type HidingRequest,
} from '#directory';
import { NotPermittedError, OPERATOR, type Viewer } from '#identity';
import { HerMails } from '#introductions';
import { NotFoundError } from '#kernel';
import { AccountAddresses, MailSend } from '#mail';
import { makeAccount, openSession } from '../support/accounts.js';
import { command, type Ended } from '../support/cli.js';
import { globalId, openCurationBench, type CurationBench } from '../support/curating.js';
import { record } from '../support/fill.js';
import { mailsTo } from '../support/mails.js';
import { PageReader } from '../support/page-reader.js';
import { TEST_MASTER_KEYS } from '../support/keys.js';
import { administratorViewer, organizerViewer } from '../support/viewers.js';
import { makeJobsDue } from '../support/waiting-jobs.js';

describe('an emergency', () => {
  let bench: CurationBench;
  let folder: string;
  beforeAll(async () => {
    bench = await openCurationBench();
    folder = await mkdtemp(join(tmpdir(), 'baraza-emergency-'));
    await bench.api.services.database.query('UPDATE network SET parent_id = $1 WHERE id = $2', [
      bench.networks.acacia,
      bench.networks.fjord,
    ]);
  });
  afterAll(async () => {
    await bench.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await bench.api.services.database.query('DELETE FROM hiding');
    await bench.api.services.database.query('DELETE FROM breach');
    await bench.clear();
  });

  const run = async (...args: string[]): Promise<Ended> =>
    command(args, {
      DATABASE_URL: bench.api.settings.databaseUrl ?? '',
      BARAZA_MASTER_KEYS: TEST_MASTER_KEYS,
      BARAZA_DATA_DIR: folder,
    });
  const start = async (...args: string[]): Promise<string> => {
    const { stdout, stderr } = await run('hiding', 'start', ...args);
    expect(stderr).toBe('');
    return /lift (\S+)\n/.exec(stdout)?.[1] ?? '';
  };
  const ofAcacia = (): HidingRequest => ({
    networkId: bench.networks.acacia,
    mediatorIds: null,
    reason: 'threat',
  });
  const shown = async (): Promise<string[]> => {
    const { data } = await bench.api.ask<{
      mediators: { totalCount: number; edges: { node: { name: string } }[] };
    }>('{ mediators(first: 50) { totalCount edges { node { name } } } }');
    const names = (data?.mediators.edges ?? []).map(({ node }) => node.name);
    expect(data?.mediators.totalCount).toBe(names.length);
    return names.map((name) => name.replace('Person Number ', '')).toSorted();
  };
  const states = async (): Promise<string[]> => {
    const rows = await bench.api.services.database.query<{ state: string }>(
      'SELECT state FROM mediator m JOIN affiliation a ON a.mediator_id = m.id ORDER BY external_id',
    );
    return rows.map(({ state }) => state);
  };

  it('hides a network with its chapters at once, and brings back each as she was', async () => {
    await bench.list('acacia', record(1), record(2, { consent: '' }));
    await bench.list('fjord', record(3), record(4, { confirmed_on: '2011-01-01' }));
    const [seen, before] = [await shown(), await states()];
    expect(seen).toEqual(['1', '3', '4']);
    const { database } = bench.api.services;
    const jobs = async () => database.query('SELECT FROM graphile_worker.jobs');

    // Before the index follows.
    const hiding = await bench.api.app.get(HidingService).hide(OPERATOR, ofAcacia());
    expect(await shown()).toEqual([]);
    expect(hiding).toMatchObject({ network: 'acacia', women: 4, hiddenBy: 'operator' });
    expect((await jobs()).length).toBeGreaterThan(0);
    expect(new Set(await states())).toEqual(new Set(['suspended']));
    // An import of the same list brings back nobody.
    await bench.list('fjord', record(3, { years: '9' }));
    expect(await shown()).toEqual([]);

    expect((await run('hiding', 'lift', hiding.id)).stdout).toBe(
      'Brought back: 4 women. Still hidden by another hiding: 0. Left as they are now, because somebody took a step since: 0.\n',
    );
    expect([await shown(), await states()]).toEqual([seen, before]);
    expect(await run('hiding', 'lift', hiding.id)).toMatchObject({
      code: 1,
      stderr: 'It has been lifted before.\n',
    });
    const logged = await database.query<{ action: string; count: number }>(
      `SELECT action, count(*)::int FROM audit_entry WHERE action ~ '^profiles[.]|^profile[.](suspend|reinstate)'
       GROUP BY action ORDER BY action`,
    );
    expect(logged).toEqual([
      { action: 'profile.reinstate', count: 4 },
      { action: 'profile.suspend', count: 4 },
      { action: 'profiles.hide', count: 1 },
      { action: 'profiles.lift', count: 1 },
    ]);
  });

  it('hides women of a list, keeps whom two hidings name, and leaves whoever decided otherwise', async () => {
    const id = await bench.list('acacia', record(1), record(2), record(3));
    const file = join(folder, 'ids');
    await writeFile(file, [1, 2].map((n) => `${globalId('Profile', id(n))}\n`).join(''));
    const first = await start('--file', file);
    expect(await shown()).toEqual(['3']);
    const second = await start('--network', 'acacia');
    expect(await shown()).toEqual([]);
    // The log names whom it holds, also where another hiding has taken her out of sight.
    const entries = await bench.api.services.database.query<{ action: string; id: string }>(
      `SELECT action, subject_id AS id FROM audit_entry ORDER BY number DESC LIMIT 4`,
    );
    expect(entries).toEqual([
      { action: 'profiles.hide', id: second },
      ...[id(1), id(2)]
        .toSorted()
        .toReversed()
        .map((held) => ({ action: 'profile.hide', id: held })),
      { action: 'profile.suspend', id: id(3) },
    ]);
    expect((await run('hiding', 'lift', first)).stdout).toContain('by another hiding: 2.');
    expect(await shown()).toEqual([]);
    // One withdraws meanwhile, one takes back her consent.
    const { lifeCycle, consents } = bench.api.services;
    await lifeCycle.step(bench.herself(id(1)), id(1), 'withdraw');
    await consents.withdraw(bench.herself(id(2)), id(2), 'LISTED', null);
    expect((await run('hiding', 'lift', second)).stdout).toBe(
      'Brought back: 2 women. Still hidden by another hiding: 0. Left as they are now, because somebody took a step since: 1.\n',
    );
    expect(await shown()).toEqual(['3']);
    const { stdout } = await run('hiding', 'list', '--format', 'csv');
    expect(stdout.trim().split('\n')).toHaveLength(3);
  });

  it('is for operators, administrators and coordinators of the network, and hides all who are named or nobody', async () => {
    const id = await bench.list('acacia', record(1));
    const hidings = bench.api.app.get(HidingService);
    await expect(hidings.hide(bench.fay, ofAcacia())).rejects.toThrow('You may not do this.');
    const mediatorIds = [id(1), '019a0000-0000-7000-8000-000000000001'];
    const unknown = { networkId: null, mediatorIds, reason: 'drill' } as const;
    await expect(hidings.hide(OPERATOR, unknown)).rejects.toThrow('There is no such mediator.');
    expect(await shown()).toEqual(['1']);
    expect(await run('hiding', 'start')).toMatchObject({
      code: 1,
      stderr: 'Hide whom? Name either --network or --file.\n',
    });
  });

  it('hides a woman whose record on the list was merged into another', async () => {
    const first = await bench.list('acacia', record(1));
    const second = await bench.list('fjord', record(2));
    const merges = bench.api.app.get(MergeService);
    const [keptId, otherId] = [second(2), first(1)];
    await merges.merge(OPERATOR, {
      kept: { id: keptId, revision: await bench.revision(keptId) },
      other: { id: otherId, revision: await bench.revision(otherId) },
    });
    await bench.api.services.database.query('UPDATE network SET parent_id = NULL');
    expect(await shown()).toEqual(['2']);
    const { women } = await bench.api.app.get(HidingService).hide(OPERATOR, ofAcacia());
    expect([women, await shown()]).toEqual([1, []]);
    // A replay on a backup that is older than the merge has to hide this record, too.
    const named = await bench.api.services.database.query<{ id: string }>(
      `SELECT subject_id AS id FROM audit_entry WHERE action = 'profile.hide' AND subject_id = $1`,
      [otherId],
    );
    expect(named).toHaveLength(1);
    await bench.api.services.database.query('UPDATE network SET parent_id = $1 WHERE id = $2', [
      bench.networks.acacia,
      bench.networks.fjord,
    ]);
  });

  describe('of women whose records are one', () => {
    const merge = async (keptId: string, otherId: string) =>
      bench.api.app.get(MergeService).merge(OPERATOR, {
        kept: { id: keptId, revision: await bench.revision(keptId) },
        other: { id: otherId, revision: await bench.revision(otherId) },
      });
    const part = (id: string) => bench.api.app.get(MergeService).unmerge(OPERATOR, id);
    const step = (viewer: Viewer, id: string) =>
      bench.api.services.lifeCycle.step(viewer, id, 'reinstate');

    it('holds both when they are parted, and brings back both', async () => {
      const [one, other] = [
        (await bench.list('acacia', record(1)))(1),
        (await bench.list('fjord', record(2)))(2),
      ];
      const hidings = bench.api.app.get(HidingService);
      const merged = await merge(one, other);
      const { id } = await hidings.hide(administratorViewer(), ofAcacia());
      await part(merged);
      expect(await states()).toEqual(['suspended', 'suspended']);
      await expect(step(bench.ada, one)).rejects.toThrow('hidden in an emergency');
      await expect(step(bench.fay, other)).rejects.toThrow('hidden in an emergency');
      expect(await hidings.lift(OPERATOR, id)).toEqual({ restored: 2, stillHidden: 0, left: 0 });
      expect(await states()).toEqual(['published', 'published']);
    });

    it('brings back neither by parting them, if they were out of sight before', async () => {
      const [one, other] = [
        (await bench.list('acacia', record(1)))(1),
        (await bench.list('fjord', record(2)))(2),
      ];
      const hidings = bench.api.app.get(HidingService);
      const named = { networkId: null, mediatorIds: [other], reason: 'threat' } as const;
      const { id: first } = await hidings.hide(OPERATOR, named);
      const merged = await merge(one, other);
      const { id: second } = await hidings.hide(OPERATOR, ofAcacia());
      await part(merged);
      expect(await shown()).toEqual([]);
      expect(await states()).toEqual(['suspended', 'suspended']);
      expect(await hidings.lift(OPERATOR, second)).toMatchObject({ restored: 1, stillHidden: 1 });
      expect(await states()).toEqual(['published', 'suspended']);
      expect(await hidings.lift(OPERATOR, first)).toMatchObject({ restored: 1 });
      expect(await states()).toEqual(['published', 'published']);
    });

    it('shows the one again that was hidden when they became one and is not hidden any more', async () => {
      const [one, other] = [
        (await bench.list('acacia', record(1)))(1),
        (await bench.list('fjord', record(2)))(2),
      ];
      const hidings = bench.api.app.get(HidingService);
      const named = { networkId: null, mediatorIds: [one], reason: 'drill' } as const;
      const { id } = await hidings.hide(OPERATOR, named);
      const merged = await merge(one, other);
      await part(merged);
      // As before they became one: only the one is hidden.
      expect(await states()).toEqual(['suspended', 'published']);
      await hidings.lift(OPERATOR, id);
      expect(await states()).toEqual(['published', 'published']);
    });
  });

  it('brings back nobody whom somebody took out for another reason since', async () => {
    const id = await bench.list('acacia', record(1), record(2));
    const { lifeCycle } = bench.api.services;
    const hidings = bench.api.app.get(HidingService);
    const { id: first } = await hidings.hide(bench.ada, ofAcacia());
    // One is brought back by hand, found to be false, and taken out again.
    for (const step of ['reinstate', 'suspend'] as const) {
      await lifeCycle.step(bench.ada, id(1), step);
    }
    // The other is brought back by hand, and hidden anew while she waits for review.
    await lifeCycle.step(bench.ada, id(2), 'reinstate');
    const { id: second } = await hidings.hide(bench.ada, ofAcacia());
    expect(await hidings.lift(bench.ada, second)).toEqual({ restored: 1, stillHidden: 0, left: 0 });
    expect(await hidings.lift(bench.ada, first)).toEqual({ restored: 0, stillHidden: 0, left: 2 });
    expect(await states()).toEqual(['suspended', 'submitted']);
    expect(await shown()).toEqual([]);
  });

  it('reviews again what was edited while hidden, whichever hiding is lifted last', async () => {
    const id = await bench.list('acacia', record(1));
    const { services, app } = bench.api;
    await services.database.query(`UPDATE mediator SET state = 'verified'`);
    const hidings = app.get(HidingService);
    const { id: first } = await hidings.hide(bench.ada, ofAcacia());
    await services.curation.edit(bench.ada, id(1), await bench.revision(id(1)), { years: 3 });
    const { id: second } = await hidings.hide(bench.ada, ofAcacia());
    await hidings.lift(bench.ada, first);
    await hidings.lift(bench.ada, second);
    expect(await states()).toEqual(['submitted']);
  });

  it('is undone one by one only by whoever may lift it', async () => {
    const id = await bench.list('acacia', record(1), record(2));
    const { lifeCycle } = bench.api.services;
    const hidings = bench.api.app.get(HidingService);
    const { id: hiding } = await hidings.hide(administratorViewer(), ofAcacia());
    const HELD = 'She is hidden in an emergency: whoever may end it brings her back.';
    await expect(lifeCycle.step(bench.ada, id(1), 'reinstate')).rejects.toThrow(HELD);
    await lifeCycle.step(bench.ada, id(1), 'withdraw');
    await expect(lifeCycle.step(bench.ada, id(1), 'resume')).rejects.toThrow(HELD);
    const { nextSteps } = await bench.profile(bench.ada, id(2), 'nextSteps { step lacks }');
    expect(nextSteps).toContainEqual({ step: 'REINSTATE', lacks: ['END_OF_HIDING'] });
    await hidings.lift(administratorViewer(), hiding);
    await lifeCycle.step(bench.ada, id(1), 'resume');
    expect(await states()).toEqual(['draft', 'published']);
  });

  describe('through the graph', () => {
    const HIDING = 'women reason oneByOne liftable hiddenBy liftedBy network { slug }';
    const hide = async (viewer: Viewer, input: object) =>
      bench.ask(
        viewer,
        `mutation ($input: HideMediatorsInput!) { hideMediators(input: $input) { __typename
         ... on Hiding { id ${HIDING} } ... on Refusal { message } } }`,
        { input },
      );
    const lift = async (viewer: Viewer, id: unknown) =>
      bench.ask(
        viewer,
        `mutation ($id: ID!) { liftHiding(id: $id) { __typename
         ... on LiftedHiding { restored stillHidden left } ... on Refusal { message } } }`,
        { id },
      );
    const hidings = async (viewer: Viewer, network: string | null) =>
      bench.ask(
        viewer,
        `query ($network: String) { hidings(network: $network) { id ${HIDING} } }`,
        { network },
      );
    const preview = async (viewer: Viewer, network: string) =>
      bench.ask(viewer, `{ hidingPreview(network: "${network}") { women } }`);

    it('a coordinator hides her network at once, chapters too, and takes it back', async () => {
      await bench.list('acacia', record(1), record(2));
      await bench.list('fjord', record(3));
      expect(await shown()).toEqual(['1', '2', '3']);
      // Of a chapter that she does not coordinate nothing is counted.
      expect(await preview(bench.ada, 'acacia')).toEqual({ women: 2 });
      expect(await preview(bench.both, 'acacia')).toEqual({ women: 3 });
      const made = await hide(bench.ada, { network: 'acacia', reason: 'LIST_LEAKED' });
      expect(made).toMatchObject({
        __typename: 'Hiding',
        women: 2,
        reason: 'LIST_LEAKED',
        oneByOne: false,
        liftable: true,
        hiddenBy: bench.ada.name,
        network: { slug: 'acacia' },
      });
      expect(await shown()).toEqual([]);
      // The chapter's coordinator sees why, and cannot lift what is not of her network.
      expect(await hidings(bench.fay, 'fjord')).toMatchObject([{ women: 1, liftable: false }]);
      expect(await lift(bench.fay, made.id)).toMatchObject({ __typename: 'NotPermitted' });
      expect(await hidings(bench.fay, 'acacia')).toMatchObject({ __typename: 'NOT_PERMITTED' });
      expect(await lift(bench.bea, made.id)).toMatchObject({
        restored: 2,
        stillHidden: 0,
        left: 0,
      });
      // No worker runs here that lets the index follow.
      await bench.api.services.jobs.drain();
      expect(await shown()).toEqual(['1', '2', '3']);
      expect(await hidings(bench.ada, 'acacia')).toMatchObject([
        { liftable: false, liftedBy: bench.bea.name },
      ]);
    });

    it('hides those who are ticked, of her own list alone', async () => {
      const acacia = await bench.list('acacia', record(1), record(2));
      const fjord = await bench.list('fjord', record(3));
      const ticked = (...keys: string[]) => keys.map((key) => globalId('Profile', key));
      const one = { network: 'acacia', reason: 'THREAT', mediatorIds: ticked(acacia(1)) };
      const others = { ...one, mediatorIds: ticked(acacia(1), fjord(3)) };
      expect(await hide(bench.both, others)).toMatchObject({ __typename: 'NotFound' });
      expect(await hide(bench.ada, others)).toMatchObject({ __typename: 'NotFound' });
      expect(await hide(bench.ada, { ...one, network: null })).toMatchObject({
        __typename: 'NotPermitted',
      });
      expect(await hide(bench.ada, { reason: 'DRILL' })).toMatchObject({
        __typename: 'ValidationError',
      });
      expect(await shown()).toEqual(['1', '2', '3']);
      expect(await hide(bench.ada, one)).toMatchObject({ women: 1, oneByOne: true });
      expect(await shown()).toEqual(['2', '3']);
    });

    it('a coordinator does not bring back whom an administrator hid', async () => {
      await bench.list('acacia', record(1));
      const administrator = administratorViewer();
      const made = await hide(administrator, { network: 'acacia', reason: 'MISUSED_ACCOUNT' });
      expect(made).toMatchObject({ women: 1, liftable: true });
      expect(await hidings(bench.ada, 'acacia')).toMatchObject([{ women: 1, liftable: false }]);
      expect(await lift(bench.ada, made.id)).toMatchObject({ __typename: 'NotPermitted' });
      expect(await shown()).toEqual([]);
      expect(await hidings(administrator, null)).toHaveLength(1);
      expect(await lift(administrator, made.id)).toMatchObject({ restored: 1 });
      // Nor if the administrator is a coordinator of the network herself.
      const twoRoles = {
        ...administrator,
        grants: [...administrator.grants, 'coordinator'],
      } as const;
      const own = { ...twoRoles, networkIds: [bench.networks.acacia] };
      const again = await hide(own, { network: 'acacia', reason: 'MISUSED_ACCOUNT' });
      expect(await lift(bench.ada, again.id)).toMatchObject({ __typename: 'NotPermitted' });
    });

    it('an administrator reads what was done from an account as the command lists it', async () => {
      const { services, app } = bench.api;
      const id = await bench.list('acacia', record(1));
      const { id: accountId, email } = await makeAccount(services, { role: 'coordinator' });
      const coordinator = { ...bench.ada, name: `user:${accountId}` };
      for (const step of ['suspend', 'reinstate', 'withdraw'] as const) {
        await services.lifeCycle.step(coordinator, id(1), step);
      }
      const listed = await run('user', 'freeze', '--email', email, '--format', 'csv');
      const outside = (await services.mediatorIds.publicIds([id(1)])).get(id(1)) ?? '';
      const account = globalId('Account', accountId);
      const csv = await app.inject({
        method: 'POST',
        url: `/accounts/${account}/trace`,
        headers: bench.viewers.as(administratorViewer()),
        payload: {},
      });
      const lines = (text: string) => text.trim().split('\r\n');
      expect(lines(csv.body)).toEqual(
        lines(listed.stdout.replaceAll(id(1), globalId('Mediator', outside))),
      );
      expect(csv.body.trim().split('\n')).toHaveLength(4);
      const trace = async (viewer: Viewer, args: string) =>
        bench.ask(
          viewer,
          `{ accountTrace(id: "${account}", ${args}) { totalCount women pageInfo { endCursor hasNextPage }
             edges { node { action subjectKind subjectId } } } }`,
        );
      const first = await trace(administratorViewer(), 'first: 2');
      const { endCursor } = first.pageInfo as { endCursor: string };
      expect(first).toMatchObject({ totalCount: 3, women: 1, pageInfo: { hasNextPage: true } });
      expect(await trace(administratorViewer(), `first: 2, after: "${endCursor}"`)).toMatchObject({
        edges: [
          {
            node: {
              action: 'profile.withdraw',
              subjectKind: 'mediator',
              subjectId: globalId('Mediator', outside),
            },
          },
        ],
      });
      expect(await trace(administratorViewer(), 'since: "2099-01-01"')).toMatchObject({
        totalCount: 0,
      });
      expect(await trace(bench.ada, 'first: 2')).toMatchObject({ __typename: 'NOT_PERMITTED' });
      // Beside her address it would tell who she is whom others know by a code name.
      const { id: own } = await makeAccount(services, { role: 'mediator', mediatorId: id(1) });
      await services.lifeCycle.step(
        { ...bench.herself(id(1)), name: `user:${own}` },
        id(1),
        'resume',
      );
      expect(
        await bench.ask(
          administratorViewer(),
          `{ accountTrace(id: "${globalId('Account', own)}") { edges { node { action subjectId } } } }`,
        ),
      ).toEqual({ edges: [{ node: { action: 'profile.resume', subjectId: null } }] });
      const wrong = await app.inject({
        method: 'POST',
        url: `/accounts/${account}/trace`,
        headers: bench.viewers.as(administratorViewer()),
        payload: { since: '2026-02-31' },
      });
      expect(wrong.statusCode).toBe(400);
    });
  });

  describe('of data in wrong hands', () => {
    const unsafe = async (mediatorId: string): Promise<void> => {
      const { services } = bench.api;
      const { version } = await services.contacts.view(
        bench.ada,
        mediatorId,
        bench.networks.acacia,
        { purpose: 'CORRECTION', reason: 'She told us on the telephone.' },
      );
      await services.contacts.edit(bench.ada, {
        mediatorId,
        networkId: bench.networks.acacia,
        version,
        fields: { unsafeChannels: 'mail' },
      });
    };
    /** Three women of acacia with addresses; a coordinator looked at two, the mail of one of whom others read. */
    const misused = async (unsafeOne = (of: (n: number) => string) => of(2)) => {
      const { services } = bench.api;
      const id = await bench.list(
        'acacia',
        ...[1, 2, 3].map((n) =>
          record(n, { email: `woman${n}@example.org`, languages: 'fr', language_level: 'NATIVE' }),
        ),
      );
      await unsafe(unsafeOne(id));
      const account = await makeAccount(services, { role: 'coordinator', networks: ['acacia'] });
      const somebody = { ...bench.ada, name: `user:${account.id}` };
      await services.contacts.view(somebody, id(1), bench.networks.acacia, {
        purpose: 'CONTACT_FOR_REQUEST',
        reason: 'Is she free in May?',
      });
      await services.lifeCycle.step(somebody, id(2), 'suspend');
      return { id, account };
    };
    const today = () => new Date().toISOString().slice(0, 10);
    const open = async (...more: string[]): Promise<{ id: string; stdout: string }> => {
      const words = ['--what', 'A telephone was taken.', '--measures', 'The account is frozen.'];
      const fixed = ['--cause', 'misused-account', '--since', today(), ...words];
      const advice = ['--advice', 'call-your-network,change-number'];
      const { stdout, stderr } = await run('breach', 'open', ...fixed, ...advice, ...more);
      expect(stderr).toBe('');
      return { id: /preview (\S+)\n/.exec(stdout)?.[1] ?? '', stdout };
    };
    const json = async <T>(...args: string[]): Promise<T> => {
      const { stdout, stderr } = await run('breach', ...args, '--format', 'json');
      expect(stderr).toBe('');
      return JSON.parse(stdout) as T;
    };
    const mails = async (to: string) =>
      mailsTo(
        {
          services: bench.api.services,
          settings: { ...bench.api.settings, dataDirectory: folder },
        },
        to,
      );

    it('finds from the log who was seen, tells each by the way that is safe, and keeps whom, what and when', async () => {
      const { id, account } = await misused();
      const opened = await open('--email', account.email, '--known', `${today()}T00:00Z`);
      expect(opened.stdout).toContain('Opened: 2 women. Nobody is told yet.');
      const due = new Date(Date.parse(`${today()}T00:00Z`) + 72 * 3_600_000).toISOString();
      expect(opened.stdout).toContain(`the authority is told by ${due}`);
      expect(await mails('woman1@example.org')).toEqual([]);
      const her = bench.herself(id(1));
      const own = bench.api.app.get(OwnBreachService);
      expect(await own.list(her)).toEqual([]);

      expect(await json('preview', opened.id)).toEqual({
        women: 2,
        byChannel: { mail: 1, message: 0, person: 1 },
        inPerson: [{ networkId: bench.networks.acacia, women: 1 }],
      });
      expect((await run('breach', 'notify', opened.id)).stdout).toBe(
        `Told: 1 by mail, 0 by message. In person, by their networks: 1. Whom: baraza breach women ${opened.id}\n`,
      );
      // Nothing goes to her whose mail others read, and the mail says nothing of what it is about.
      expect(await mails('woman2@example.org')).toEqual([]);
      const [mail, ...more] = await mails('woman1@example.org');
      expect(more).toEqual([]);
      expect(mail?.subject).toBe('À lire bientôt');
      expect(mail?.text).not.toMatch(/compte|donn|réseau|numéro/i);
      expect(await run('breach', 'notify', opened.id)).toMatchObject({
        code: 1,
        stderr: 'The women have been told before.\n',
      });

      // By the link of the mail, without an account, in her language.
      const { pathname, search } = new URL(mail?.links[0] ?? '');
      const page = await new PageReader(bench.api).open(pathname + search);
      expect(page.text).not.toContain('compte');
      await page.submit('/link/breach');
      expect(page.text).toContain(
        'Somebody else used the account of a person who may read your data.',
      );
      expect(page.text).toContain('How to reach you, and what is noted for your safety');
      expect(page.text).not.toMatch(/A telephone was taken|Person Number/);
      await page.submit('/link/breach/read');
      expect(page.text).toContain('It is recorded that you have read it.');
      expect(await own.list(her)).toMatchObject([
        { facts: ['contact', 'profile'], readAt: expect.any(Date) as unknown },
      ]);
      expect(await own.list(bench.herself(id(3)))).toEqual([]);

      // The network of the other one tells her.
      const inPerson = bench.api.app.get(ToldInPersonService);
      expect(await inPerson.list(bench.ada, bench.networks.acacia)).toMatchObject([
        { mediatorId: id(2), facts: ['profile'], toldAt: null },
      ]);
      // Whoever reads her mail may also get in where she does: nothing stands there before she was told.
      expect(await own.list(bench.herself(id(2)))).toEqual([]);
      const misuser = { ...bench.ada, name: `user:${account.id}` };
      expect(await inPerson.list(misuser, bench.networks.acacia)).toEqual([]);
      const told = [bench.networks.acacia, opened.id] as const;
      await expect(inPerson.noteTold(misuser, ...told, id(2))).rejects.toThrow(NotFoundError);
      await expect(inPerson.noteTold(bench.ada, ...told, id(1))).rejects.toThrow(NotFoundError);
      await expect(inPerson.noteTold(bench.fay, ...told, id(2))).rejects.toThrow(NotPermittedError);
      const entry = {
        breachId: globalId('Breach', opened.id),
        mediatorId: globalId('Profile', id(2)),
      };
      expect(
        await bench.ask(
          bench.ada,
          '{ womenToTell(network: "acacia") { breachId mediatorId name facts toldAt } }',
        ),
      ).toMatchObject([{ ...entry, name: 'Person Number 2', facts: ['PROFILE'], toldAt: null }]);
      expect(await bench.ask(bench.fay, '{ womenToTell(network: "fjord") { breachId } }')).toEqual(
        [],
      );
      const note = (viewer: Viewer, network: string) =>
        bench.ask(
          viewer,
          `mutation ($input: NoteToldInPersonInput!) {
             noteToldInPerson(input: $input) { __typename ... on WomanToTell { toldAt } } }`,
          { input: { ...entry, network } },
        );
      expect(await note(bench.fay, 'fjord')).toMatchObject({ __typename: 'NotFound' });
      expect(await note(bench.ada, 'acacia')).toMatchObject({
        toldAt: expect.stringMatching(/^20/) as unknown,
      });
      expect(await own.list(bench.herself(id(2)))).toMatchObject([{ facts: ['profile'] }]);
      const women = await json<{ channel: string; toldBy: string; readAt: unknown }[]>(
        'women',
        opened.id,
      );
      expect(
        women.map(({ channel, toldBy, readAt }) => [channel, toldBy, readAt !== null]).toSorted(),
      ).toEqual([
        ['mail', 'operator', true],
        ['person', bench.ada.name, false],
      ]);

      const early = ['reported', opened.id, '--at', '2020-01-01T00:00Z'];
      expect(await run('breach', ...early)).toMatchObject({ code: 1 });
      expect((await run('breach', 'reported', opened.id)).stdout).toMatch(/^Noted: the authority/);
      const { stdout: register } = await run('breach', 'export', opened.id);
      expect(register).toContain('A telephone was taken.');
      expect(register).toContain('- Data subjects: 2 mediators');
      expect(register).toContain('how to reach them, and what concerns their safety: of 1');
      expect(register).toContain('in person: 1, of whom 0 have not been told yet');
      expect(register).not.toMatch(/Person Number|example\.org/);
      expect(await json('list')).toMatchObject([{ women: 2, toTell: 0, read: 1 }]);
      const deeds = await bench.api.services.database.query<{ deed: string }>(
        `SELECT DISTINCT action || ' ' || subject_kind AS deed FROM audit_entry WHERE action LIKE 'breach.%' ORDER BY 1`,
      );
      expect(deeds.map(({ deed }) => deed)).toEqual([
        'breach.notify breach',
        'breach.notify mediator',
        'breach.open breach',
        'breach.read breach',
        'breach.report breach',
        'breach.tell mediator',
      ]);
    });

    it('is opened, told and reported by an administrator, and is as nothing to the account that was misused', async () => {
      // Ids are random: she is the first of those who are told.
      const first = (of: (n: number) => string) => [1, 2, 3].map(of).toSorted()[0] ?? '';
      const { id, account } = await misused(first);
      const BREACH = `id cause women waiting toTell reportedAt registerEntry account { email }
        facts { fact women } channels { channel women }
        preview { women channels { channel women } inPerson { network { slug } women } }
        record(first: 1) { totalCount pageInfo { hasNextPage } edges { node {
          mediatorId facts channel toldAt network { slug } } } }`;
      const step = async (viewer: Viewer, field: string, types: string, variables: object) => {
        const names = types.split(', ').map((each) => each.split(':')[0] ?? '');
        const given = names.map((name) => `${name.slice(1)}: ${name}`).join(', ');
        return bench.ask(
          viewer,
          `mutation (${types}) { ${field}(${given}) { __typename ... on Breach { ${BREACH} }
           ... on Refusal { message } ... on ValidationError { fields { path code } } } }`,
          variables,
        );
      };
      const administrator = { ...administratorViewer(), name: 'user:an-administrator' };
      const input = {
        cause: 'MISUSED_ACCOUNT',
        accountId: globalId('Account', account.id),
        from: today(),
        until: today(),
        knownAt: `${today()}T01:30+01:30`,
        advice: ['CALL_YOUR_NETWORK'],
        what: 'A telephone was taken.',
      };
      const openIt = async (viewer: Viewer, more: object = {}) =>
        step(viewer, 'openBreach', '$input: OpenBreachInput!', { input: { ...input, ...more } });

      expect(await openIt(bench.ada)).toMatchObject({ __typename: 'NotPermitted' });
      const misuser = { ...administrator, name: `user:${account.id}`, userId: account.id };
      expect(await openIt(misuser)).toMatchObject({
        fields: [{ path: 'accountId', code: 'NOT_ELIGIBLE' }],
      });
      expect(await openIt(administrator, { facts: ['WORK'], advice: [] })).toMatchObject({
        fields: [
          { path: 'facts', code: 'MISSING' },
          { path: 'advice', code: 'MISSING' },
        ],
      });
      const opened = await openIt(administrator, {
        mediatorIds: [await bench.mediatorId(id(3))],
        facts: ['WORK'],
      });
      expect(opened).toMatchObject({
        women: 3,
        account: { email: account.email },
        facts: [
          { fact: 'CONTACT', women: 1 },
          { fact: 'PROFILE', women: 2 },
          { fact: 'WORK', women: 1 },
        ],
        preview: {
          women: 3,
          channels: [
            { channel: 'MAIL', women: 2 },
            { channel: 'MESSAGE', women: 0 },
            { channel: 'PERSON', women: 1 },
          ],
          inPerson: [{ network: { slug: 'acacia' }, women: 1 }],
        },
        record: { totalCount: 3, pageInfo: { hasNextPage: true } },
      });
      expect(opened.registerEntry).toContain(`Became known: ${today()}T00:00:00.000Z`);

      const known = { id: opened.id };
      const listed = '{ breaches { id } }';
      expect(await bench.ask(administrator, listed)).toEqual([known]);
      expect(await bench.ask(misuser, listed)).toEqual([]);
      const pageAfter = async (after: string | null) =>
        (await bench.ask(
          administrator,
          `query ($id: ID!, $after: String) { node(id: $id) { ... on Breach {
             record(first: 2, after: $after) { edges { cursor node { mediatorId } } } } } }`,
          { ...known, after },
        )) as unknown as {
          record: { edges: { cursor: string; node: { mediatorId: string } }[] };
        };
      const { edges: begin } = (await pageAfter(null)).record;
      const { edges: rest } = (await pageAfter(begin[1]!.cursor)).record;
      const pages = [...begin, ...rest];
      expect(new Set(pages.map(({ node }) => node.mediatorId)).size).toBe(3);
      // A key would tell whose account it is: another breach, of women who are named, has the same beside their names.
      const places = pages.map(({ cursor }) => Buffer.from(cursor, 'base64url').toString());
      expect(places.filter((place) => [1, 2, 3].some((n) => place.includes(id(n))))).toEqual([]);
      const byNode = `query ($id: ID!) { node(id: $id) { id } }`;
      expect(await bench.ask(administrator, byNode, known)).toEqual(known);
      expect(await bench.ask(misuser, byNode, known)).toBeNull();
      const notify = async (viewer: Viewer) => step(viewer, 'notifyBreach', '$id: ID!', known);
      expect(await notify(misuser)).toMatchObject({ __typename: 'NotFound' });
      expect(await notify(bench.ada)).toMatchObject({ __typename: 'NotPermitted' });
      expect(await notify(administrator)).toMatchObject({ waiting: 3, toTell: 0 });
      expect(await notify(administrator)).toMatchObject({ __typename: 'InvalidState' });
      // The process dies after the second woman, and another one goes on.
      const telling = bench.api.app.get(BreachTelling);
      const begun = telling.batch;
      telling.batch = 1;
      const { database } = bench.api.services;
      const transaction = database.transaction.bind(database);
      const dies = jest
        .spyOn(database, 'transaction')
        .mockImplementationOnce(transaction)
        .mockImplementationOnce(transaction)
        .mockRejectedValueOnce(new Error('killed'));
      const key = (await database.query<{ id: string }>('SELECT id FROM breach')).map(
        (row) => row.id,
      );
      await expect(telling.handle(key)).rejects.toThrow('killed');
      dies.mockRestore();
      const standing = async () =>
        (await bench.ask(
          administrator,
          'query ($id: ID!) { node(id: $id) { ... on Breach { waiting toTell preview { women } } } }',
          known,
        )) as unknown;
      const mailsToDesk = async () => {
        const mailed = 'SELECT FROM mail_message WHERE account_id = $1';
        return (await database.query(mailed, [account.id])).length;
      };
      // Her network knows already: the woman who is still left may be erased before her turn.
      expect(await standing()).toEqual({ waiting: 1, toTell: 1, preview: { women: 1 } });
      expect(await mailsToDesk()).toBe(1);
      await telling.handle(key);
      expect(await standing()).toEqual({ waiting: 0, toTell: 1, preview: { women: 0 } });
      await telling.handle(key);
      expect(await mailsToDesk()).toBe(1);
      telling.batch = begun;
      const audited = await database.query(
        `SELECT FROM audit_entry WHERE action = 'breach.notify' AND subject_id IN (SELECT mediator_id FROM breach_mediator)`,
      );
      expect(audited).toHaveLength(3);

      const women = (await bench.ask(
        administrator,
        `query ($id: ID!) { node(id: $id) { ... on Breach { record(onlyToTell: true) { totalCount
           edges { node { mediatorId channel } } } } } }`,
        known,
      )) as unknown as {
        record: {
          totalCount: number;
          edges: { node: { mediatorId: string; channel: string } }[];
        };
      };
      const one = women.record.edges[0]?.node;
      expect([women.record.totalCount, one?.channel]).toEqual([1, 'PERSON']);
      expect(one?.mediatorId).toBe(await bench.mediatorId(first(id)));
      const note = (network: string | null) =>
        bench.ask(
          administrator,
          `mutation ($input: NoteToldInPersonInput!) { noteToldInPerson(input: $input) { __typename } }`,
          { input: { network, breachId: opened.id, mediatorId: one?.mediatorId } },
        );
      expect(await note(null)).toEqual({ __typename: 'NotFound' });
      expect(await note('acacia')).toEqual({ __typename: 'WomanToTell' });

      const report = async (at: string) =>
        step(administrator, 'noteBreachReported', '$id: ID!, $at: DateTime', { ...known, at });
      expect(await report('2020-01-01T00:00Z')).toMatchObject({
        fields: [{ path: 'at', code: 'OUT_OF_RANGE' }],
      });
      expect(await report(`${today()}T00:00:00Z`)).toMatchObject({
        toTell: 0,
        reportedAt: `${today()}T00:00:00.000Z`,
      });
      expect(await report(`${today()}T00:00:00Z`)).toMatchObject({ __typename: 'InvalidState' });
    });

    it('tells the others, although what tells one cannot be made, and tries all again when the database fails', async () => {
      const { services, app } = bench.api;
      const { database } = services;
      const numbers = [1, 2, 3, 4];
      const id = await bench.list(
        'acacia',
        ...numbers.map((n) => record(n, { email: `woman${n}@example.org` })),
      );
      // In the order in which they are told.
      const women = numbers.map((n) => id(n)).toSorted();
      const file = join(folder, 'all');
      await writeFile(file, women.map((each) => `${globalId('Profile', each)}\n`).join(''));
      const opened = await open('--file', file, '--facts', 'profile');
      await database.transaction(async (tx) => {
        await tx.query(`SELECT set_config('baraza.curated_network', $1, true)`, [
          bench.networks.acacia,
        ]);
        const changed = await tx.query(
          'UPDATE mediator_contact SET sealed = $2 WHERE mediator_id = $1 RETURNING id',
          [women[0], Buffer.alloc(64)],
        );
        expect(changed).toHaveLength(1);
      });
      expect(await json('preview', opened.id)).toMatchObject({
        byChannel: { mail: 3, message: 0, person: 1 },
      });
      const listed = `{ node(id: "${globalId('Breach', opened.id)}") { ... on Breach { waiting toTell
        record(first: 9, onlyToTell: true) { totalCount } } } }`;
      const standing = async () => bench.ask(administratorViewer(), listed);
      const waiting = { waiting: 4, toTell: 0, record: { totalCount: 0 } };
      await bench.ask(
        administratorViewer(),
        `mutation { notifyBreach(id: "${globalId('Breach', opened.id)}") { __typename } }`,
      );
      const telling = app.get(BreachTelling);
      const herMails = app.get(HerMails);
      const send = herMails.send.bind(herMails);
      const sending = jest.spyOn(herMails, 'send');
      const warned = jest.spyOn(Logger.prototype, 'warn').mockReturnValue(undefined);
      try {
        sending.mockImplementationOnce(async (tx) => {
          await tx.query(`DO $$ BEGIN RAISE EXCEPTION 'Again.' USING ERRCODE = '40P01'; END $$`);
          return null;
        });
        await expect(telling.handle([opened.id])).rejects.toThrow('Again.');
        expect(await standing()).toEqual(waiting);
        sending.mockImplementationOnce(send).mockImplementationOnce(async (_tx, _id, mail) => {
          await mail.link(Buffer.alloc(32));
          throw new TypeError('Half of it is made.');
        });
        await telling.handle([opened.id]);
        const said = (kind: string) =>
          `What tells a woman of breach ${opened.id} could not be made (${kind}): she is to be told in person.`;
        expect(new Set(warned.mock.calls.map(([text]) => String(text)))).toEqual(
          new Set([said('VaultError'), said('TypeError')]),
        );
      } finally {
        sending.mockRestore();
        warned.mockRestore();
      }
      expect(await standing()).toEqual({ waiting: 0, toTell: 2, record: { totalCount: 2 } });
      const rows = await database.query<{ id: string; channel: string }>(
        'SELECT mediator_id AS id, channel FROM breach_mediator WHERE breach_id = $1 ORDER BY 1',
        [opened.id],
      );
      expect(rows.map((row) => row.channel)).toEqual(['person', 'person', 'mail', 'mail']);
      const links = await database.query<{ id: string }>(
        `SELECT mediator_id AS id FROM one_time_link WHERE purpose = 'breach' AND data->>'breachId' = $1 ORDER BY 1`,
        [opened.id],
      );
      expect(links.map((link) => link.id)).toEqual(women.slice(2));
      const inPerson = await app.get(ToldInPersonService).list(bench.ada, bench.networks.acacia);
      expect(inPerson.map(({ mediatorId }) => mediatorId)).toEqual(women.slice(0, 2));
    });

    it('tells the others at a desk, although the address of one does not open, and her once it does', async () => {
      const { services, app } = bench.api;
      const { database } = services;
      const id = await bench.list('acacia', record(1));
      const file = join(folder, 'one');
      await writeFile(file, `${globalId('Profile', id(1))}\n`);
      const opened = await open('--file', file, '--facts', 'profile');
      const [first, second] = await Promise.all(
        [1, 2].map(() => makeAccount(services, { role: 'coordinator', networks: ['acacia'] })),
      );
      const sealAs = async (sealed: Buffer) =>
        database.query('UPDATE account SET sealed = $2 WHERE id = $1', [first!.id, sealed]);
      const waiting = async () =>
        database.query('SELECT attempts FROM mail_message WHERE account_id = $1', [first!.id]);
      const [before] = await database.query<{ sealed: Buffer }>(
        'SELECT sealed FROM account WHERE id = $1',
        [first!.id],
      );
      await sealAs(Buffer.alloc(64));
      await bench.ask(
        administratorViewer(),
        `mutation { notifyBreach(id: "${globalId('Breach', opened.id)}") { __typename } }`,
      );
      const warned = jest.spyOn(Logger.prototype, 'warn').mockReturnValue(undefined);
      try {
        await app.get(BreachTelling).handle([opened.id]);
        expect(await mailsTo(bench.api, second!.email)).toHaveLength(1);
        expect(await app.get(MailSend).backlog()).toMatchObject({ tried: 1 });
        expect(await waiting()).toEqual([{ attempts: 1 }]);
        const said = warned.mock.calls.map(([text]) => String(text));
        expect(said).toEqual([
          `The address of account ${first!.id} cannot be opened: what it is told waits.`,
        ]);
      } finally {
        warned.mockRestore();
      }
      const failed = async () =>
        database.query<{ error: string }>(
          `SELECT last_error AS error FROM graphile_worker.jobs WHERE task_identifier = 'mail-send'`,
        );
      const stating = (text: string) => [{ error: expect.stringContaining(text) as unknown }];
      expect(await failed()).toEqual(stating('the address of the account cannot be opened'));
      // What is not about her address is called by its name.
      jest.spyOn(app.get(AccountAddresses), 'of').mockRejectedValueOnce(new Error('no database'));
      await makeJobsDue(database);
      await mailsTo(bench.api, first!.email);
      expect(await failed()).toEqual(stating('no database'));
      await sealAs(before!.sealed);
      await makeJobsDue(database);
      expect(await mailsTo(bench.api, first!.email)).toHaveLength(1);
      expect(await mailsTo(bench.api, second!.email)).toHaveLength(1);
      expect(await waiting()).toEqual([]);
    });

    it('does not tell by women who are named beside it whose own account was misused', async () => {
      const { id } = await misused();
      const own = await makeAccount(bench.api.services, { role: 'mediator', mediatorId: id(1) });
      const her = { ...bench.herself(id(1)), name: `user:${own.id}` };
      await bench.api.services.lifeCycle.step(her, id(1), 'withdraw');
      const named = await Promise.all([1, 2, 3].map((n) => bench.mediatorId(id(n))));
      const openIt = async (mediatorIds: readonly string[]) =>
        bench.ask(
          administratorViewer(),
          `mutation ($input: OpenBreachInput!) { openBreach(input: $input) {
             __typename ... on Breach { record { edges { node { mediatorId } } } }
             ... on ValidationError { fields { path code } } } }`,
          {
            input: {
              cause: 'MISUSED_ACCOUNT',
              accountId: globalId('Account', own.id),
              from: today(),
              until: today(),
              advice: ['CALL_YOUR_NETWORK'],
              what: 'A telephone was taken.',
              mediatorIds,
              facts: mediatorIds.length > 0 ? ['WORK'] : [],
            },
          },
        );
      expect(await openIt([])).toMatchObject({
        record: { edges: [{ node: { mediatorId: null } }] },
      });
      // Of all who are named, the one without an id would be she.
      expect(await openIt(named)).toEqual({
        __typename: 'ValidationError',
        fields: [{ path: 'mediatorIds', code: 'CONTRADICTION' }],
      });
    });

    it('concerns all women of a network where no account is to blame, and gives away nobody under a code name', async () => {
      const { id } = await misused();
      const fjord = await bench.list('fjord', record(4), record(5));
      await bench.api.services.database.query(
        `UPDATE mediator SET pseudonymous = true, code_name = 'Heron' WHERE id = $1`,
        [id(3)],
      );
      // A coordinator of the network, who is listed there under a code name, and whose account was misused another time.
      const own = await makeAccount(bench.api.services, {
        role: 'coordinator',
        networks: ['acacia'],
      });
      await bench.api.services.database.query('UPDATE account SET mediator_id = $2 WHERE id = $1', [
        own.id,
        id(3),
      ]);
      await bench.api.services.database.query(
        `UPDATE affiliation SET status = 'ended' WHERE mediator_id = $1`,
        [id(1)],
      );
      const openIt = async (more: object) =>
        (await bench.ask(
          administratorViewer(),
          `mutation ($input: OpenBreachInput!) { openBreach(input: $input) { __typename
             ... on Breach { women networks { slug } facts { fact women } registerEntry
               record(first: 50) { edges { node { mediatorId } } } }
             ... on ValidationError { fields { path code } } ... on NotFound { message } } }`,
          {
            input: {
              cause: 'LOST_DEVICE',
              from: today(),
              until: today(),
              advice: ['CALL_YOUR_NETWORK'],
              what: 'A computer was stolen.',
              ...more,
            },
          },
        )) as unknown as {
          readonly record: { readonly edges: { node: { mediatorId: string | null } }[] };
          readonly registerEntry: string;
        };
      const named = ({ record: { edges } }: Awaited<ReturnType<typeof openIt>>) =>
        edges.map(({ node }) => node.mediatorId).toSorted();
      const lost = await openIt({ networks: ['acacia'], facts: ['PROFILE', 'CONTACT'] });
      // With the chapter, and with her whom the network listed once.
      expect(lost).toMatchObject({
        women: 5,
        networks: [{ slug: 'acacia' }],
        facts: [
          { fact: 'CONTACT', women: 5 },
          { fact: 'PROFILE', women: 5 },
          { fact: 'WORK', women: 0 },
        ],
      });
      expect(lost.registerEntry).toContain('- Whole lists: of 1 networks');
      const others = await Promise.all([id(1), id(2), fjord(4), fjord(5)].map(bench.mediatorId));
      expect(named(lost)).toEqual([...others, null].toSorted());
      // Whoever holds both against each other must not find who is in the one and unnamed in the other.
      const hers = await openIt({ accountId: globalId('Account', own.id), withLists: true });
      expect(named(hers)).toEqual([null, null]);

      expect(await openIt({ networks: ['acacia'] })).toMatchObject({
        fields: [{ path: 'facts', code: 'MISSING' }],
      });
      const beside = {
        accountId: globalId('Account', own.id),
        networks: ['fjord'],
        facts: ['WORK'],
      };
      expect(await openIt(beside)).toMatchObject({
        fields: [{ path: 'networks', code: 'CONTRADICTION' }],
      });
      expect(await openIt({ networks: ['nowhere'], facts: ['WORK'] })).toMatchObject({
        __typename: 'NotFound',
      });
      const atTerminal = await open('--network', 'fjord', '--facts', 'profile');
      expect(atTerminal.stdout).toContain('Opened: 2 women.');
      expect(await run('breach', 'open', '--network', 'nowhere')).toMatchObject({ code: 1 });
    });

    it('counts lists, files and copies too, and refuses what concerns nobody', async () => {
      const { id, account } = await misused();
      const all = await open('--email', account.email, '--with-lists');
      expect(all.stdout).toContain('Opened: 3 women.');
      await bench.api.services.database.transaction((tx) =>
        issueCopy(
          tx,
          { ...bench.ada, name: `user:${account.id}` },
          {
            kind: 'network-list',
            format: 'csv',
            networkId: bench.networks.acacia,
            contactPurpose: 'CONTACT_FOR_REQUEST',
            mediatorIds: [id(3)],
          },
        ),
      );
      const copied = await open('--email', account.email);
      const women = await json<{ facts: string[] }[]>('women', copied.id);
      expect(women.map(({ facts }) => facts.join())).toEqual(
        expect.arrayContaining(['contact,profile', 'contact,profile', 'profile']),
      );
      const file = join(folder, 'seen');
      await writeFile(file, `${globalId('Profile', id(3))}\n`);
      const named = await open('--file', file, '--facts', 'work');
      expect(await json('women', named.id)).toMatchObject([{ facts: ['work'] }]);
      const nobody = ['--cause', 'attack', '--since', '2001-01-01', '--until', '2001-01-02'];
      const rest = ['--advice', 'change-password', '--what', 'x', '--email', account.email];
      expect(await run('breach', 'open', ...nobody, ...rest)).toMatchObject({ code: 1 });
      await bench.api.services.database.query('DELETE FROM issued_copy');
    });
  });

  it('lists what left, and recalls it with one command', async () => {
    const { services } = bench.api;
    const id = await bench.list('acacia', record(1));
    const reader = await makeAccount(services, { role: 'coordinator', networks: ['acacia'] });
    await services.database.transaction((tx) =>
      issueCopy(
        tx,
        { ...bench.ada, name: `user:${reader.id}` },
        {
          kind: 'network-list',
          format: 'csv',
          networkId: bench.networks.acacia,
          mediatorIds: [id(1)],
        },
      ),
    );
    const listed = async (...more: string[]) => {
      const { stdout, stderr } = await run('copies', 'list', '--format', 'json', ...more);
      expect(stderr).toBe('');
      return JSON.parse(stdout) as {
        id: string;
        kind: string;
        women: number;
        recalledAt: unknown;
      }[];
    };
    const [copy] = await listed();
    expect(copy).toMatchObject({ kind: 'network-list', women: 1, recalledAt: null });
    expect(await listed('--network', 'acacia')).toHaveLength(1);
    expect(await listed('--network', 'fjord')).toEqual([]);
    const recalled = await run('copies', 'recall', copy?.id ?? '');
    expect(recalled.stdout).toMatch(/^Recalled .*: network-list\./);
    expect((await listed())[0]?.recalledAt).not.toBeNull();
    const mails = await mailsTo(
      { services, settings: { ...bench.api.settings, dataDirectory: folder } },
      reader.email,
    );
    expect(mails.map(({ subject }) => subject)).toEqual(['Please destroy a copy']);
    expect(await run('copies', 'recall', copy?.id ?? '')).toMatchObject({ code: 1 });
    expect(await run('copies', 'recall', 'x')).toMatchObject({
      code: 1,
      stderr: 'This is not the id of a copy.\n',
    });
  });

  it('tells a network of a briefing what it told at first, whatever becomes of its list', async () => {
    const { services, app } = bench.api;
    await services.database.query('DELETE FROM issued_copy');
    const numbers = Array.from({ length: 11 }, (_, i) => i + 1);
    const id = await bench.list('acacia', ...numbers.map((n) => record(n)));
    const brief = (count: number, format: 'page' | 'pdf') =>
      services.database.transaction((tx) =>
        issueCopy(tx, organizerViewer(), {
          kind: 'briefing',
          format,
          mediatorIds: numbers.slice(0, count).map(id),
        }),
      );
    await brief(6, 'page');
    // Seven of eleven: the other four could be told from them.
    await brief(7, 'pdf');
    await brief(1, 'pdf');
    const told = async () => {
      const page = await app
        .get(CopiesService)
        .list(bench.ada, bench.networks.acacia, { first: 9 });
      return page.items.map(({ format, women }) => `${format} ${women}`).toSorted();
    };
    const before = ['page 6', 'pdf null', 'pdf null'];
    expect(await told()).toEqual(before);
    // Whom the network lets go, merges, or loses: else each of these would tell who is in which.
    await app.get(AffiliationService).end(bench.ada, bench.networks.acacia, id(1));
    expect(await told()).toEqual(before);
    await app.get(MergeService).merge(bench.ada, {
      kept: { id: id(2), revision: await bench.revision(id(2)) },
      other: { id: id(3), revision: await bench.revision(id(3)) },
    });
    expect(await told()).toEqual(before);
    await services.erasure.erase(OPERATOR, id(4));
    expect(await told()).toEqual(before);
    const [ofAll] = (await app.get(CopiesService).list(OPERATOR, null, { last: 1 })).items;
    expect(ofAll?.women).toBe(4);
  });

  it('is looked back on for two years, and then forgotten by the nightly job', async () => {
    await bench.list('acacia', record(1));
    const hidings = bench.api.app.get(HidingService);
    for (let made = 0; made < 6; made++) {
      const { id } = await hidings.hide(OPERATOR, ofAcacia());
      await hidings.lift(OPERATOR, id);
    }
    const { database } = bench.api.services;
    const dueOf = async (): Promise<unknown> => {
      const { stdout, stderr } = await run('retention', 'list', '--format', 'json');
      expect(stderr).toMatch(/^The next run is at \d{4}-\d\d-\d\dT02:29:00\.000Z\.\n$/);
      const found = JSON.parse(stdout) as { tables: string[]; due: unknown }[];
      return found.find(({ tables }) => tables.includes('hiding'))?.due;
    };
    const age = async (count: number) =>
      database.query(
        `UPDATE hiding SET lifted_at = now() - interval '731 days'
         WHERE id IN (SELECT id FROM hiding ORDER BY id LIMIT $1)`,
        [count],
      );
    expect(await dueOf()).toBe(0);
    await age(4);
    expect(await dueOf()).toBe('fewer than 5');
    await age(5);
    expect(await dueOf()).toBe(5);
    expect((await run('retention', 'run')).stdout).toBe('Removed: 5 rows whose time was over.\n');
    expect(await hidings.list(OPERATOR)).toHaveLength(1);
    expect(await dueOf()).toBe(0);
  });

  it('shuts an account with one command, and lists what was done from it', async () => {
    const { services } = bench.api;
    const id = await bench.list('acacia', record(1));
    const { id: accountId, email } = await makeAccount(services, {
      role: 'coordinator',
      networks: ['acacia'],
      secondFactor: true,
    });
    await openSession(services, accountId, true);
    await services.lifeCycle.step({ ...bench.ada, name: `user:${accountId}` }, id(1), 'suspend');
    const frozen = await run('user', 'freeze', '--email', email, '--format', 'json');
    expect(frozen.code).toBe(0);
    expect(frozen.stderr).toMatch(
      /^The account is shut and its sessions are ended\. Since .* 1 women\.\n$/,
    );
    const entries = JSON.parse(frozen.stdout) as { action: string; subjectId: string }[];
    expect(entries.map(({ action }) => action)).toContain('profile.suspend');
    expect(entries.map(({ subjectId }) => subjectId)).toContain(id(1));
    const sessions = await services.database.query(
      'SELECT FROM session WHERE account_id = $1 AND ended_at IS NULL',
      [accountId],
    );
    expect(sessions).toEqual([]);
    const again = await run(
      'user',
      'freeze',
      '--email',
      email,
      '--since',
      '2099-01-01',
      '--format',
      'json',
    );
    expect([again.code, again.stdout]).toEqual([0, '[]\n']);
    expect(await run('user', 'freeze', '--email', email, '--since', 'yesterday')).toMatchObject({
      code: 1,
      stderr: '--since takes a day such as 2027-01-31, not "yesterday".\n',
    });
  });
});
