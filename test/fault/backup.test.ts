import { createHash, randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplyService } from '#applications';
import {
  makeBackup,
  migrate,
  MIGRATIONS,
  readCatalogue,
  startEmbeddedPostgres,
  writeBackupFile,
  type Database,
  type EmbeddedServer,
} from '#database';
import { AlongsideService, DeskDeploymentService } from '#deployments';
import {
  ContactService,
  CopiesService,
  DuplicateService,
  ErasureService,
  ExchangePartners,
  HidingService,
  InstallationKeys,
  issueCopy,
  LifeCycleService,
  MergeService,
  NetworkService,
} from '#directory';
import { ShareService } from '#engagement';
import { WebhookService } from '#following';
import { OPERATOR, OrganizationService, recordAudit, SigningKeys } from '#identity';
import { ImportService } from '#imports';
import { DeskService, OwnAskService } from '#introductions';
import { NarrowingService } from '#wps';
import { openDemoApi, type TestApi } from '../support/api.js';
import { Baraza, command } from '../support/cli.js';
import { onDatabase } from '../support/database.js';
import { TODAY } from '../support/fill.js';
import { administratorViewer, coordinatorViewer, mediatorViewer } from '../support/viewers.js';
import { TEST_MASTER_KEYS } from '../support/keys.js';

/** Left out of a backup, and what a restore or the opening afterwards changes on purpose. */
const OF_THIS_SERVER = new Set([
  'session',
  'refresh_token',
  'one_time_link',
  'job_worker',
  'import_seen',
  'request_running',
  'request_usage',
  'pending_replay',
]);
/** A restore is noted, so the log goes on; what waits for the index is dealt with at once. */
const GOES_ON = new Set(['audit_entry', 'audit_head', 'search_pending']);

describe('a backup', () => {
  let folder: string;
  let api: TestApi;
  let url: string;
  let fresh: EmbeddedServer;
  let recipient = '';
  const at = (name: string) => join(folder, name);
  const run = (...args: string[]) => command(args, { DATABASE_URL: url });
  /** In another server, which has neither database nor role. */
  const anew = (env: Record<string, string>, ...args: string[]) =>
    command(args, { DATABASE_URL: fresh.url, ...env });
  const restore = (file: string, env: Record<string, string> = {}) =>
    anew(
      { BARAZA_MASTER_KEYS: TEST_MASTER_KEYS, ...env },
      'restore',
      file,
      '--identity',
      at('key'),
    );

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baraza-backup-'));
    // The account PostgreSQL runs under must be able to reach its own folder.
    await chmod(folder, 0o755);
    api = await openDemoApi(TODAY);
    url = api.settings.databaseUrl ?? '';
    fresh = await startEmbeddedPostgres(at('fresh'));
    const { database } = api.services;
    await database.transaction((tx) =>
      issueCopy(tx, OPERATOR, { kind: 'network-list', format: 'csv', mediatorIds: [] }),
    );
    await database.query(
      `INSERT INTO shortlist_share (id, shortlist_id, organization_id, shared_by)
       SELECT gen_random_uuid(), s.id, o.id, 'operator' FROM shortlist s, organization o WHERE o.state = 'verified' LIMIT 1`,
    );
    await database.query(
      `INSERT INTO membership_application (id, call_id, locale, token_hash, confirmed_at, state, created_at)
       SELECT gen_random_uuid(), id, 'en', '\\x01', now(), 'submitted', now() FROM membership_call LIMIT 1`,
    );
    const { account } = await api.services.identity.serviceAccounts.create(OPERATOR, {
      name: 'Follower',
      scopes: ['profiles.read'],
      networkIds: (await database.query<{ id: string }>('SELECT id FROM network LIMIT 1')).map(
        ({ id }) => id,
      ),
      days: 9,
    });
    await api.app
      .get(WebhookService)
      .create(OPERATOR, account.id, 'https://program.example.org/told');
    await api.app.get(SigningKeys).signer();
    await openToOthers(api);
  });
  afterAll(async () => {
    await fresh.release();
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is made for a key, and never in the clear by mistake', async () => {
    expect(await run('backup', at('unsaid'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('For whom is the backup encrypted?') as unknown,
    });
    const { stdout } = await run('keys', 'backup', at('key'));
    [, recipient = ''] = /^BARAZA_BACKUP_RECIPIENTS=(age1\S+)\n/.exec(stdout) ?? [];
    await writeFile(at('whole.part'), 'left by somebody else', { mode: 0o644 });
    const made = await run('backup', at('whole'), '--recipient', recipient);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toContain('opens with the master keys: test. They are not in it.');
    expect((await stat(at('whole'))).mode & 0o777).toBe(0o600);
    const file = await readFile(at('whole'));
    expect(file.subarray(0, 22).toString()).toBe('age-encryption.org/v1\n');
    expect(await run('backup', at('whole'), '--recipient', recipient)).toMatchObject({
      code: 1,
      stderr: `${at('whole')} is there already: a backup overwrites nothing.\n`,
    });
    // The log tells of a copy before there is one, and of one in clear in another word.
    expect((await run('backup', at('nowhere/x'), '--clear')).code).toBe(1);
    const told = await onDatabase<{ action: string }>(
      api.settings.databaseUrl ?? '',
      `SELECT action FROM audit_entry WHERE subject_kind = 'database' ORDER BY number`,
    );
    expect(told.map(({ action }) => action)).toEqual([
      'database.backup',
      'database.backup',
      'database.backup-clear',
    ]);
    const checked = await run('restore', at('whole'), '--check', '--identity', at('key'));
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    expect(checked.stdout).toContain('The backup is whole. Made at ');
  });

  it('is refused before anything is changed: cut off, with another key, without a master key', async () => {
    await run('keys', 'backup', at('other-key'));
    const whole = await readFile(at('whole'));
    await writeFile(at('cut'), whole.subarray(0, whole.length - 70_000));
    const refused = [
      await restore(at('cut')),
      await restore(at('nowhere')),
      await anew({}, 'restore', at('whole'), '--identity', at('other-key')),
      await anew({}, 'restore', at('whole')),
      await restore(at('whole'), {
        BARAZA_MASTER_KEYS: TEST_MASTER_KEYS.replace('test:', 'other:'),
      }),
    ];
    expect(refused.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1]);
    expect(refused.map(({ stderr }) => stderr.trim())).toEqual([
      `The backup ${at('cut')} cannot be read: it is damaged or cut off.`,
      `The backup ${at('nowhere')} cannot be read (ENOENT).`,
      'The backup does not open with this key.',
      'The backup is encrypted: name the file of its key with --identity.',
      expect.stringContaining('encrypted in this backup: test. Add them') as unknown,
    ]);
    const tables = await onDatabase<{ rows: string }>(
      fresh.url,
      `SELECT relname FROM pg_class WHERE relname = 'mediator' AND reltuples > 0`,
    );
    expect(tables).toEqual([]);
  });

  it('is restored into a new server: every row, role, right, policy, trigger, key and job', async () => {
    const restored = await restore(at('whole'));
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect(restored.stdout).toContain(
      'policies, triggers and tables are as the migrations made them',
    );
    expect(restored.stdout).toContain('The keys open what is encrypted. The audit log is whole');
    expect(restored.stdout).toContain('The search index is built anew.');

    const [before, after] = [await contents(url), await contents(fresh.url)];
    expect(after.rows).toEqual(before.rows);
    expect(Object.keys(before.rows).length).toBeGreaterThan(80);
    expect(Object.values(before.rows).filter(({ count }) => count > 0).length).toBeGreaterThan(35);
    expect(after.jobs).toEqual(before.jobs);
    const catalogues = await Promise.all(
      [url, fresh.url].map((each) => readCatalogue({ query: (sql) => onDatabase(each, sql) })),
    );
    expect(catalogues[1]).toEqual(catalogues[0]);

    const found = await anew({ BARAZA_MASTER_KEYS: TEST_MASTER_KEYS }, 'search', 'french');
    expect(found.stdout).toBe((await run('search', 'french')).stdout);
    expect(await restore(at('whole'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('This database is in use') as unknown,
    });
  });

  it('is brought up to date before anything is served', async () => {
    const env = { BARAZA_MASTER_KEYS: TEST_MASTER_KEYS };
    const { services, app } = api;
    const women = await services.database.query<{ id: string }>(
      `SELECT id FROM mediator m WHERE state = 'published' AND NOT EXISTS (SELECT FROM account a WHERE a.mediator_id = m.id)
         AND NOT pseudonymous AND merged_into IS NULL ORDER BY id LIMIT 6`,
    );
    const [erased, withdrawn, untouched, narrowed, kept, merged] = women.map(({ id }) => id) as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const [account, other] = await services.database.query<{ id: string }>(
      `SELECT DISTINCT account_id AS id FROM account_role WHERE role = 'coordinator' ORDER BY 1 LIMIT 2`,
    );
    const [organization] = await services.database.query<{ id: string }>(
      `SELECT id FROM organization WHERE state = 'verified' LIMIT 1`,
    );
    const [copy] = await services.database.query<{ id: string }>('SELECT id FROM issued_copy');
    const [share] = await services.database.query<{ id: string }>('SELECT id FROM shortlist_share');
    const [key] = await services.database.query<{ id: string }>('SELECT id FROM signing_key');
    await app.get(ErasureService).erase(OPERATOR, erased);
    await app.get(LifeCycleService).step(mediatorViewer(withdrawn), withdrawn, 'withdraw');
    await services.identity.accounts.suspend(OPERATOR, account!.id);
    await app.get(LifeCycleService).step(OPERATOR, narrowed, 'suspend');
    await app.get(ContactService).closeChannels(OPERATOR, narrowed);
    // Whose two records were made one, and who was erased then, has two records again.
    const revisions = async (id: string) => {
      const [row] = await services.database.query<{ id: string; revision: number }>(
        'SELECT id, revision FROM mediator WHERE id = $1',
        [id],
      );
      return row!;
    };
    await app
      .get(MergeService)
      .merge(OPERATOR, { kept: await revisions(kept), other: await revisions(merged) });
    await app.get(ErasureService).erase(OPERATOR, kept);
    await services.identity.accounts.forgetPassword(OPERATOR, other!.id);
    await app.get(OrganizationService).suspend(administratorViewer(), organization!.id);
    await app.get(CopiesService).recall(OPERATOR, copy!.id);
    // A briefing that the backup does not know.
    const [later] = await services.database.query<{ id: string }>(
      'SELECT shortlist_id AS id FROM shortlist_share',
    );
    const briefing = { kind: 'briefing', format: 'page', sourceId: later!.id } as const;
    await services.database.transaction((tx) =>
      issueCopy(tx, OPERATOR, { ...briefing, mediatorIds: [untouched] }),
    );
    const [issued] = await services.database.query<{ id: string }>(
      `SELECT id FROM issued_copy WHERE kind = 'briefing'`,
    );
    await app.get(CopiesService).recall(OPERATOR, issued!.id);
    await app.get(ShareService).takeBack(OPERATOR, share!.id);
    const [application] = await services.database.query<{ id: string }>(
      `SELECT id FROM membership_application WHERE state = 'submitted'`,
    );
    await app.get(ApplyService).withdrawAgain(OPERATOR, application!.id);
    const [webhook] = await services.database.query<{ id: string }>('SELECT id FROM webhook');
    await app.get(WebhookService).remove(OPERATOR, webhook!.id);
    const [ask] = await services.database.query<{ id: string }>(
      `SELECT id FROM introduction WHERE state = 'connected' LIMIT 1`,
    );
    await app.get(OwnAskService).takeBackAgain(OPERATOR, ask!.id);
    await app.get(SigningKeys).rotate(OPERATOR);
    await shutAgain(api);
    const emergency = await hideMany(
      api,
      women.map(({ id }) => id),
    );
    const look = { action: 'duplicate.look', subjectKind: 'mediator', subjectId: untouched };
    await services.database.transaction((tx) =>
      recordAudit(tx, OPERATOR, [{ ...look, beforeHash: null, afterHash: null }]),
    );
    expect(await run('audit', 'export', at('log'), '--recipient', recipient)).toMatchObject({
      code: 0,
      stderr: '',
    });
    const here = { ...env, DATABASE_URL: fresh.url, PORT: '0', BARAZA_DEMO: 'off' };
    for (const { ended } of [new Baraza(['serve'], here), Baraza.worker(here)]) {
      expect(await ended).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('This database was restored from a backup of') as unknown,
      });
    }
    const wrong = [
      await anew(env, 'replay'),
      await anew(env, 'replay', at('whole'), '--identity', at('key')),
    ];
    expect(wrong.map(({ stderr }) => stderr.trim())).toEqual([
      'Replay what? Name the file of `baraza audit export`, or --waive.',
      'This is no export of an audit log.',
    ]);
    const replayed = await anew(env, 'replay', at('log'), '--identity', at('key'));
    expect(replayed).toMatchObject({ code: 0, stderr: '' });
    expect(replayed.stdout).toContain(
      `Repeated: 2 hidings, 3 women erased, 1 withdrawn, 1 sent nothing any more, 0 not compared with other directories, 0 answers on other entries taken back, 1 entries taken for one woman no more, 0 answers on other directories taken back, 1 copies recalled, 1 briefings recalled, 1 accounts suspended, 1 passwords taken away, 0 authenticators taken away, 1 organizations suspended, 0 service accounts revoked, 0 sign-in services removed, 1 invitations revoked, 1 networks archived, 1 networks in which nobody verifies her own work, 1 exchanges ended, 1 applications withdrawn, 1 asks declined or taken back, 1 deployments ended or cancelled, 1 desks left without safety officers, 1 second places declined, 0 mentorings hidden, 0 lessons withdrawn, 1 shared shortlists taken back, 1 webhooks removed, 1 lists removed, 2 records left to their actors, 5 hidden.\n`,
    );
    expect(replayed.stdout).toContain(
      'Tell all installations with which you exchange the new key: ',
    );
    expect(await onDatabase(fresh.url, STILL_OPEN)).toEqual([]);
    const hiding =
      /before you bring them back: baraza hiding lift (\S+)\n/.exec(replayed.stdout)?.[1] ?? '';
    // Each record is named, with what is left to do, and nobody is.
    const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
    for (const said of [
      /^Focal points of these actors .* again: [a-z-]+ \(\d\)(?:, [a-z-]+ \(\d\))*$/mu,
      new RegExp(`^To be done now[^]*^  network ${uuid}: a coordinator turns this off`, 'mu'),
      new RegExp(`^  deployment ${uuid}: the desk writes down when and why it ended`, 'mu'),
      new RegExp(`^  desk ${uuid}: an administrator appoints safety officers`, 'mu'),
      new RegExp(`and not repeated\\.[^]*^  shortlist ${uuid}: .*; for its organizer$`, 'mu'),
    ]) {
      expect(replayed.stdout).toMatch(said);
    }
    const named = await onDatabase<{ name: string }>(
      url,
      'SELECT display_name AS name FROM mediator WHERE length(display_name) > 5',
    );
    expect(named.filter(({ name }) => replayed.stdout.includes(name))).toEqual([]);
    // Whoever was hidden with many is so before anything is served, under the same hiding, and stays so when those who were
    // looked at come back, and when a hiding ends that had been lifted.
    const { ofNetwork, oneByOne, lifted } = emergency;
    expect(replayed.stdout).toMatch(
      new RegExp(
        `after the backup: \\d+ women\\. Only when it is over: .* lift ${ofNetwork}$`,
        'mu',
      ),
    );
    expect(replayed.stdout).toContain('Of this hiding, 1 women came to a list after the backup.');
    expect(replayed.stdout).toContain('1 records that were erased are not in the backup. No list');
    expect(replayed.stdout).toMatch(new RegExp(`^  mediator ${narrowed}: .*contact\\.edit`, 'mu'));
    const unseen = `SELECT id FROM mediator WHERE state IN ('suspended', 'withdrawn') AND merged_into IS NULL`;
    const outOfSight = async () =>
      new Set((await onDatabase<{ id: string }>(fresh.url, unseen)).map(({ id }) => id));
    const before = await onDatabase<{ id: string }>(
      url,
      `${unseen} AND id <> '${emergency.later}' ORDER BY id`,
    );
    const after = await outOfSight();
    expect(before.length).toBeGreaterThan(5);
    expect(before.filter(({ id }) => !after.has(id))).toEqual([]);
    const ended = await anew(env, 'hiding', 'lift', lifted);
    expect(ended.stdout).toContain('Brought back: 0 women. Still hidden by another hiding: 1.');
    const keptOut = 'SELECT fingerprint FROM erased_key ORDER BY 1';
    expect(await onDatabase(fresh.url, keptOut)).toEqual(await onDatabase(url, keptOut));
    // What took something away stays away, also when the hidden are brought back.
    expect((await anew(env, 'hiding', 'lift', hiding)).stdout).toContain('Brought back: 1 women.');
    const stillOut = await outOfSight();
    const inForce = await onDatabase<{ id: string }>(
      url,
      `SELECT mediator_id AS id FROM hiding_mediator
       WHERE hiding_id IN ('${ofNetwork}', '${oneByOne}') AND mediator_id <> '${emergency.later}'`,
    );
    expect(inForce.length).toBeGreaterThan(4);
    expect(inForce.filter(({ id }) => !stillOut.has(id))).toEqual([]);
    const states = await onDatabase<{ id: string; state: string }>(
      fresh.url,
      `SELECT id, state FROM mediator WHERE id = ANY('{${women.map(({ id }) => id).join()}}') ORDER BY id`,
    );
    expect(states).toEqual([
      { id: withdrawn, state: 'withdrawn' },
      { id: untouched, state: 'published' },
      { id: narrowed, state: 'published' },
    ]);
    const [rest] = await onDatabase(
      fresh.url,
      `SELECT (SELECT state FROM organization WHERE id = '${organization!.id}') AS organization,
         EXISTS (SELECT FROM issued_copy WHERE recalled_at IS NULL) AS copy,
         EXISTS (SELECT FROM issued_copy WHERE source_id = '${later!.id}' AND recalled_at IS NOT NULL) AS briefing,
         EXISTS (SELECT FROM membership_application WHERE state = 'submitted') AS application,
         EXISTS (SELECT FROM introduction WHERE id = '${ask!.id}' AND taken_back_at IS NULL) AS released,
         EXISTS (SELECT FROM webhook) AS webhook,
         EXISTS (SELECT FROM shortlist_share WHERE taken_back_at IS NULL) AS share,
         EXISTS (SELECT FROM account_password WHERE account_id = '${other!.id}') AS password,
         EXISTS (SELECT FROM signing_key WHERE id = '${key!.id}' AND accepted_until IS NULL) AS key`,
    );
    expect(rest).toEqual({
      organization: 'suspended',
      copy: false,
      briefing: true,
      application: false,
      released: false,
      webhook: false,
      share: false,
      password: false,
      key: false,
    });
    const [shut] = await onDatabase(
      fresh.url,
      `SELECT state FROM account WHERE id = '${account!.id}'`,
    );
    expect(shut).toEqual({ state: 'suspended' });
    expect((await anew(env, 'replay', at('log'), '--identity', at('key'))).stderr).toContain(
      'Nothing waits to be replayed.',
    );
  });

  it('of an earlier version is restored as that version made it, and brought to this one', async () => {
    const [older, newer] = ['older', 'newer'].map((name) => new URL(`/${name}`, fresh.url).href);
    await onDatabase(fresh.url, 'CREATE DATABASE older', 'CREATE DATABASE newer');
    const names = MIGRATIONS.map(({ name }) => name);
    await migrate(older!, new Set(names.slice(0, -2)));
    await onDatabase(
      older!,
      `INSERT INTO network (id, slug, names) VALUES ('${randomUUID()}', 'acacia', '{"en": "Acacia"}')`,
    );
    const place = { databaseUrl: older!, databaseOwnerUrl: null, dataDirectory: '' };
    await makeBackup(place, ['test'], (lines) => writeBackupFile(at('older'), lines, []));
    const restored = await anew(
      { BARAZA_MASTER_KEYS: TEST_MASTER_KEYS, DATABASE_URL: newer! },
      'restore',
      at('older'),
    );
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    const [network] = await onDatabase(newer!, 'SELECT slug FROM network');
    expect(network).toEqual({ slug: 'acacia' });
    const waived = { BARAZA_MASTER_KEYS: TEST_MASTER_KEYS, DATABASE_URL: newer! };
    expect(await anew(waived, 'replay', '--waive', '--yes')).toMatchObject({ code: 0, stderr: '' });
    expect(await onDatabase(newer!, 'SELECT FROM pending_replay')).toEqual([]);
  });
});

/** What lets others in, or shows them something, when the backup is made: of women with high ids, for those with low ones are erased. */
async function openToOthers({ app, services }: TestApi): Promise<void> {
  const { database } = services;
  await services.identity.invitations.inviteByHand(OPERATOR, {
    email: 'colleague@ngo.example',
    locale: 'en',
    role: 'administrator',
    networkId: null,
    mediatorId: null,
    organizationId: null,
  });
  await app.get(NetworkService).create(OPERATOR, { slug: 'former', names: { en: 'Former' } });
  await app.get(InstallationKeys).installation(OPERATOR);
  const publicKey = 'A'.repeat(43);
  const partner = { name: 'Neighbours', publicKey, most: 100, telephones: false };
  await app.get(ExchangePartners).trust(OPERATOR, partner);
  await database.query(
    `INSERT INTO duplicate_pair (id, network_id, one_id, other_id, weight, model, bars, state)
     SELECT gen_random_uuid(), network_id, ids[2], ids[1], 1, '1', '[]', 'same'
     FROM (SELECT network_id, array_agg(DISTINCT mediator_id ORDER BY mediator_id DESC) AS ids FROM affiliation GROUP BY network_id) n
     ORDER BY network_id LIMIT 1`,
  );
  await database.query(
    `INSERT INTO alongside_place (id, deployment_id, mediator_id, public_id, form, created_by, created_at, wake_at)
     SELECT gen_random_uuid(), d.id, m.id, m.public_id, 'shadow', 'operator', now(), now() + interval '14 days'
     FROM deployment d, mediator m WHERE d.place = 'lead' AND m.id <> d.mediator_id AND m.merged_into IS NULL
     ORDER BY d.mediator_id DESC, m.id DESC LIMIT 1`,
  );
  await database.query(
    `INSERT INTO staged_import (id, network_id, file_name, format, uploaded_by, expires_at)
     SELECT gen_random_uuid(), id, 'list.csv', 'csv', 'operator', now() + interval '14 days' FROM network LIMIT 1`,
  );
  await database.query(
    `INSERT INTO desk_member (network_id, account_id, duty, appointed_by, appointed_at)
     SELECT network_id, account_id, 'safety-officer', 'operator', now() FROM account_role
     WHERE role = 'coordinator' AND network_id IS NOT NULL LIMIT 1 ON CONFLICT DO NOTHING`,
  );
  const [hidden] = await lastPublished(database);
  await app.get(HidingService).hide(OPERATOR, {
    networkId: null,
    mediatorIds: [hidden!],
    reason: 'drill',
  });
  await services.jobs.drain();
}

/** Two women whom no other part of this test is about. */
async function lastPublished(database: Database): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `SELECT id FROM mediator WHERE state = 'published' AND merged_into IS NULL ORDER BY id DESC LIMIT 2`,
  );
  return rows.map(({ id }) => id);
}

/**
 * After the backup: a coordinator hides her whole network, with a woman who is new to it; an administrator hides two one by one, of
 * whom one was hidden already, and lifts the hiding of that one. A woman who is new to a list is erased.
 *
 * @param others whom the network does not list
 */
async function hideMany(
  { app, services }: TestApi,
  others: readonly string[],
): Promise<Record<'ofNetwork' | 'oneByOne' | 'lifted' | 'later', string>> {
  const { database, curation } = services;
  const hidings = app.get(HidingService);
  const [network] = await database.query<{ id: string }>(
    `SELECT network_id AS id FROM affiliation GROUP BY 1
     HAVING count(*) > 3 AND NOT bool_or(mediator_id = ANY($1)) ORDER BY count(*), 1 LIMIT 1`,
    [others],
  );
  const coordinator = coordinatorViewer(network!.id);
  const create = (fullName: string) =>
    curation.create(coordinator, {
      networkId: network!.id,
      externalId: fullName,
      changes: { fullName },
    });
  const later = await create('Later');
  await app.get(ErasureService).erase(OPERATOR, await create('Erased'));
  const [earlier] = await database.query<{ id: string; her: string }>(
    `SELECT hiding_id AS id, mediator_id AS her FROM hiding_mediator`,
  );
  const whole = { networkId: network!.id, mediatorIds: null, reason: 'threat' } as const;
  const ofNetwork = await hidings.hide(coordinator, whole);
  const two = [earlier!.her, (await lastPublished(database))[0] ?? ''];
  const named = { networkId: null, mediatorIds: two, reason: 'list-leaked' } as const;
  const oneByOne = await hidings.hide(administratorViewer(), named);
  await hidings.lift(OPERATOR, earlier!.id);
  return { ofNetwork: ofNetwork.id, oneByOne: oneByOne.id, lifted: earlier!.id, later };
}

/** The same, shut after the backup. */
async function shutAgain({ app, services }: TestApi): Promise<void> {
  const id = async (sql: string) =>
    (await services.database.query<{ id: string }>(sql)).map((row) => row.id)[0] ?? '';
  await services.identity.invitations.revoke(
    OPERATOR,
    await id(`SELECT id FROM invitation WHERE state = 'open'`),
  );
  const former = await id(`SELECT id FROM network WHERE slug = 'former'`);
  await app.get(NetworkService).archive(OPERATOR, former, true);
  await app.get(InstallationKeys).installation(OPERATOR, true);
  await app.get(ExchangePartners).end(OPERATOR, 'Neighbours');
  await app
    .get(DuplicateService)
    .takeBack(OPERATOR, await id(`SELECT id FROM duplicate_pair WHERE state = 'same'`));
  await app.get(AlongsideService).declineAgain(OPERATOR, await id(OPEN_PLACE));
  await app.get(ImportService).removeAgain(OPERATOR, await id('SELECT id FROM staged_import'));
  const records = app.get(NarrowingService);
  const item = await id(
    `SELECT i.id FROM wps_plan_item i JOIN wps_plan p ON p.id = i.plan_id WHERE p.sharing <> 'own' ORDER BY i.id LIMIT 1`,
  );
  await records.withdrawAgain(OPERATOR, 'plan-item', item);
  const report = await id(`SELECT id FROM wps_report WHERE sharing <> 'own' ORDER BY id LIMIT 1`);
  await records.withdrawAgain(OPERATOR, 'wps-report', report);
  const going = await id(
    `SELECT id FROM deployment WHERE state = ANY('{planned,clearing,ready,active,suspended}') ORDER BY state, id LIMIT 1`,
  );
  await app.get(DeskDeploymentService).endAgain(OPERATOR, going);
  const desk = await id(
    `SELECT network_id AS id FROM desk_member WHERE duty = 'safety-officer' ORDER BY 1 LIMIT 1`,
  );
  await app.get(DeskService).dismissSafetyOfficers(OPERATOR, desk);
  const lax = await id(
    'SELECT id FROM network WHERE NOT four_eyes AND archived_at IS NULL ORDER BY slug LIMIT 1',
  );
  await app.get(NetworkService).setFourEyes(OPERATOR, lax, true);
  await services.database.transaction((tx) =>
    recordAudit(tx, OPERATOR, [
      {
        action: 'shortlist.close',
        subjectKind: 'shortlist',
        subjectId: randomUUID(),
        beforeHash: null,
        afterHash: null,
      },
    ]),
  );
}

const OPEN_PLACE = `SELECT id FROM alongside_place WHERE state = 'proposed'`;

/** Of what was shut after the backup. */
const STILL_OPEN = `
SELECT id, 'invitation' FROM invitation WHERE state = 'open'
UNION ALL SELECT id, slug FROM network WHERE slug = 'former' AND archived_at IS NULL
UNION ALL SELECT id, name FROM exchange_partner WHERE ended_at IS NULL
UNION ALL SELECT id, 'pair' FROM duplicate_pair WHERE state = 'same'
UNION ALL SELECT id, 'place' FROM (${OPEN_PLACE}) p
UNION ALL SELECT id, 'list' FROM staged_import
UNION ALL SELECT subject_id, e.action FROM audit_entry e JOIN wps_plan p ON p.id = e.subject_id
  WHERE e.action = 'plan.narrow' AND p.sharing <> 'own'
UNION ALL SELECT subject_id, e.action FROM audit_entry e JOIN deployment d ON d.id = e.subject_id
  WHERE e.action IN ('deployment.end', 'deployment.cancel')
    AND d.state IN ('planned', 'clearing', 'ready', 'active', 'suspended')
UNION ALL SELECT subject_id, e.action FROM audit_entry e JOIN desk_member d ON d.network_id = e.subject_id
  WHERE e.action = 'desk.appoint' AND e.actor = 'operator' AND d.duty = 'safety-officer'
UNION ALL SELECT subject_id, e.action FROM audit_entry e JOIN network n ON n.id = e.subject_id
  WHERE e.action = 'network.four-eyes' AND e.actor = 'operator' AND NOT n.four_eyes`;

interface Contents {
  readonly rows: Readonly<Record<string, { readonly count: number; readonly digest: string }>>;
  readonly jobs: unknown;
}

/** What each table holds, as a digest of its rows without the numbers of transactions, and the jobs that wait. */
async function contents(url: string): Promise<Contents> {
  const tables = await onDatabase<{ name: string }>(
    url,
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  );
  const rows: Record<string, { count: number; digest: string }> = {};
  for (const { name } of tables) {
    if (OF_THIS_SERVER.has(name) || GOES_ON.has(name)) continue;
    const found = await onDatabase<{ row: string }>(
      url,
      `SELECT (to_jsonb(t) - 'changed_xid')::text AS row FROM "${name}" AS t ORDER BY 1`,
    );
    const digest = createHash('sha256').update(found.map(({ row }) => row).join('\n'));
    rows[name] = { count: found.length, digest: digest.digest('hex') };
  }
  const jobs = await onDatabase(
    url,
    `SELECT task_identifier, queue_name, run_at, key, priority, max_attempts FROM graphile_worker.jobs ORDER BY id`,
  );
  return { rows, jobs };
}
