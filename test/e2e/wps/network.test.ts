import { InvalidInputError } from '#kernel';
import { OPERATOR, PUBLIC_VIEWER, type Viewer } from '#identity';
import {
  ActorService,
  FocalPointService,
  NetworkImport,
  readNetworkFile,
  WordingService,
  type FocalPointDraft,
  type Sharing,
} from '#wps';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { openTestApi, type TestApi } from '../../support/api.js';
import { command } from '../../support/cli.js';
import { countStatements } from '../../support/statements.js';
import { globalId } from '../../support/curating.js';
import { viewersOfTest } from '../../support/viewers.js';
import {
  actFor,
  CHECKED_FILES,
  networkFile,
  openWpsWorld,
  WPS_WORLD,
  type WpsCode,
} from '../../support/wps.js';

const EXAMPLE = 'docs/examples/wps-network-2018.json';

const NONE = { created: 0, changed: 0, unchanged: 0 };

const OFFICE: FocalPointDraft = {
  person: null,
  title: null,
  office: 'Unit for resolution 1325',
  officePosition: 'unit',
  ministry: 'foreign',
  ownStaff: true,
  ownBudget: null,
  reportsTo: 'The minister',
  deputy: false,
  channel: 'https://ministry.example/1325',
  from: '2026-01-01',
  until: null,
  sharing: 'own',
};

const administrator: Viewer = {
  ...PUBLIC_VIEWER,
  name: 'user:admin',
  grants: ['anyone', 'user', 'administrator'],
};

describe('the network of women, peace and security', () => {
  const viewers = viewersOfTest();
  let api: TestApi;
  let who: Record<WpsCode, Viewer>;
  let network: NetworkImport;
  const focalPoints = () => api.app.get(FocalPointService);
  const codes = async (memberOf: string, on: string) => {
    const filter = { memberOf, on };
    const { items } = await api.app.get(ActorService).list(PUBLIC_VIEWER, filter, { first: 100 });
    return items.map(({ code }) => code);
  };

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
    network = api.app.get(NetworkImport);
    who = await openWpsWorld(api);
  });
  afterAll(async () => api.close());

  /** Whether the last change found what the change before it had left, as the audit log has it. */
  const isChained = async (kind: string) => {
    const [last] = await api.asOwner<{ found: string; left: string }>(
      `SELECT a.before_hash AS found, b.after_hash AS left FROM audit_entry a
       JOIN audit_entry b ON b.subject_id = a.subject_id AND b.number < a.number
       WHERE a.subject_kind = '${kind}' ORDER BY a.number DESC, b.number DESC LIMIT 1`,
    );
    return last!.found === last!.left;
  };

  it('is imported once, and the same file changes nothing', async () => {
    const file = readNetworkFile(JSON.parse(readFileSync(EXAMPLE, 'utf8')) as object);
    const dry = await network.apply(OPERATOR, file, true);
    // The network itself is there already, under another name.
    expect(dry).toEqual({
      actors: { created: 76, changed: 1, unchanged: 0 },
      meetings: { created: 3, changed: 0, unchanged: 0 },
      frameworks: NONE,
      indicators: NONE,
      forms: NONE,
      unchecked: [],
    });
    expect(await network.apply(OPERATOR, file)).toEqual(dry);
    expect(await network.apply(OPERATOR, file)).toEqual({
      actors: { created: 0, changed: 0, unchanged: 77 },
      meetings: { created: 0, changed: 0, unchanged: 3 },
      frameworks: NONE,
      indicators: NONE,
      forms: NONE,
      unchecked: [],
    });
    const { items } = await api.app
      .get(ActorService)
      .list(PUBLIC_VIEWER, { kinds: ['state'], memberOf: 'wps-focal-points' }, { first: 100 });
    // The communiqué of Berlin lists 56 states; three are fictional.
    expect(items.filter(({ fictional, names }) => !fictional && !('en' in names))).toHaveLength(56);
  });

  it('has no words that were not compared with their document, unless the operator imports them as such', async () => {
    const asked = async () => {
      const wording = await api.app.get(WordingService).list(PUBLIC_VIEWER);
      return [wording.length, wording.filter(({ checked }) => !checked).length];
    };
    expect(await asked()).toEqual([0, 0]);
    for (const path of CHECKED_FILES) {
      const file = networkFile(path);
      const dry = await network.apply(OPERATOR, file, true);
      expect(dry.unchecked).toEqual([]);
      expect(await network.apply(OPERATOR, file)).toEqual(dry);
    }
    expect(await asked()).toEqual([24, 0]);

    const env = { DATABASE_URL: api.settings.databaseUrl ?? '' };
    const path = 'docs/examples/unchecked/f2-secretary-general.json';
    const mark = 'Wording not checked against the document, of 34 indicators and forms:';
    expect(await command(['wps', 'import', path], env)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(mark),
    });
    expect(await asked()).toEqual([24, 0]);
    const done = await command(['wps', 'import', path, '--unchecked'], env);
    expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining(mark) });
    expect(await asked()).toEqual([58, 34]);
    expect(await network.apply(OPERATOR, networkFile(path))).toMatchObject({
      frameworks: { unchanged: 1 },
      indicators: { ...NONE, unchanged: 36 },
      forms: { ...NONE, unchanged: 1 },
    });

    const said = ['--against', 'S/2010/498, annex, read on docs.un.org', '--on', '2026-03-01'];
    const named = ['un-1325/3a', 'f2-secretary-general'];
    expect(await command(['wps', 'checked', 'un-1325/99', ...said], env)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('un-1325/99: No form or indicator has this code.'),
    });
    expect(await command(['wps', 'checked', ...named, ...said], env)).toMatchObject({
      code: 0,
      stdout: 'written down 2, unchanged 0\n',
    });
    const listed = await command(['wps', 'wording', '--unchecked', '--format', 'csv'], env);
    expect(listed.stdout.trimEnd().split('\r\n')).toHaveLength(33);
    expect(await asked()).toEqual([58, 32]);
  });

  it('has members by date: Mali leaves ECOWAS in January 2025', async () => {
    expect(await codes('ECOWAS', '2025-01-28')).toEqual(['BF', 'ML', 'NG', 'SL', 'SN']);
    expect(await codes('ECOWAS', '2025-01-29')).toEqual(['NG', 'SL', 'SN']);
  });

  it('refuses a file with every mistake by its place, and writes nothing of it', async () => {
    const wrong = (file: object) => {
      try {
        return readNetworkFile(file);
      } catch (error) {
        return (error as InvalidInputError).problems.map(({ path, code }) => `${path} ${code}`);
      }
    };
    expect(
      wrong({ forms: [{ checked: true }, { checked: { against: 'x' } }, { checked: 'own' }] }),
    ).toEqual(expect.arrayContaining(['forms.0.checked MALFORMED', 'forms.1.checked MALFORMED']));
    expect(
      wrong({ members: [], actors: [{ code: 7, kind: 'state', name: 'x' }], meetings: [{}] }),
    ).toEqual(
      expect.arrayContaining([
        'members UNKNOWN',
        'actors.0.name UNKNOWN',
        'actors.0.code MALFORMED',
        'meetings.0.place MISSING',
      ]),
    );
    const file = readNetworkFile({
      actors: [
        { code: 'new-state', kind: 'state', names: { en: 'New' }, parent: 'nobody' },
        { code: 'nameless', kind: 'planet' },
      ],
      memberships: [
        { actor: 'new-state', grouping: 'reed-coast', source: 'x', asOf: '2026-02-30' },
      ],
    });
    const refused = await network.apply(OPERATOR, file).catch((error: unknown) => error);
    expect(
      (refused as InvalidInputError).problems.map(({ path, code }) => `${path} ${code}`),
    ).toEqual([
      'actors.0.parent UNKNOWN',
      'memberships.0.grouping NOT_ELIGIBLE',
      'new-state.memberships.0.asOf MALFORMED',
      'nameless.kind UNKNOWN',
      'nameless.names MISSING',
    ]);
    await expect(api.app.get(ActorService).byCode(PUBLIC_VIEWER, 'new-state')).rejects.toThrow(
      'There is no such actor.',
    );
  });

  it('is imported by the command line, too', async () => {
    const env = { DATABASE_URL: api.settings.databaseUrl ?? '' };
    const done = await command(['wps', 'import', EXAMPLE, '--dry-run'], env);
    expect(done).toMatchObject({ code: 0 });
    expect(done.stdout).toContain('meetings   created 0');
  });

  it.each<[Sharing, WpsCode[]]>([
    ['own', ['aruba-hills']],
    ['region', ['aruba-hills', 'reed-coast', 'river-union']],
    ['network', ['aruba-hills', 'reed-coast', 'far-isles', 'river-union']],
    [
      'public',
      [
        'aruba-hills',
        'reed-coast',
        'far-isles',
        'river-union',
        'women-of-hills',
        'wps-focal-points',
      ],
    ],
  ])('shows what is shared with %s to nobody else', async (sharing, readers) => {
    const { id } = await focalPoints().save(who['aruba-hills'], 'aruba-hills', null, {
      ...OFFICE,
      sharing,
    });
    const sees = async (viewer: Viewer) => {
      const { focalPoints: seen } = await api.app.get(ActorService).byCode(viewer, 'aruba-hills');
      const alone = await focalPoints()
        .byId(viewer, id)
        .then(() => true)
        .catch(() => false);
      expect(seen.some((one) => one.id === id)).toBe(alone);
      return alone;
    };
    const seen = [];
    for (const [code, viewer] of Object.entries(who)) if (await sees(viewer)) seen.push(code);
    expect(seen).toEqual(Object.keys(who).filter((code) => readers.includes(code as WpsCode)));
    expect(await sees(PUBLIC_VIEWER)).toBe(sharing === 'public');
    expect(await sees(OPERATOR)).toBe(true);
  });

  it('takes no more focal points of an actor than can be read with it', async () => {
    await api.services.database.query(
      `INSERT INTO wps_focal_point (id, actor_id, office, office_position, deputy, from_day, sharing, revision)
       SELECT gen_random_uuid(), id, 'Unit', 'unit', false, '2020-01-01', 'own', 1
       FROM wps_actor, generate_series(1, 200) WHERE code = 'far-isles'`,
    );
    await expect(focalPoints().save(who['far-isles'], 'far-isles', null, OFFICE)).rejects.toThrow(
      'An actor has 200 focal points at most.',
    );
  });

  it('shows nothing to people of an organization that is suspended', async () => {
    const { database } = api.services;
    const state = async (to: string) =>
      database.query('UPDATE organization SET state = $2 WHERE id = $1', [
        who['aruba-hills'].organizationId,
        to,
      ]);
    const read = async () => api.app.get(ActorService).byCode(who['aruba-hills'], 'aruba-hills');
    const before = (await read()).focalPoints.length;
    await state('suspended');
    expect((await read()).focalPoints.every(({ sharing }) => sharing === 'public')).toBe(true);
    await expect(
      focalPoints().save(who['aruba-hills'], 'aruba-hills', null, OFFICE),
    ).rejects.toThrow('You may not do this.');
    await state('verified');
    expect((await read()).focalPoints).toHaveLength(before);
  });

  it('lets a focal point edit her own actor alone, name a person by consent, and forget her', async () => {
    const document = `mutation ($input: SaveFocalPointInput!) { saveFocalPoint(input: $input) {
      __typename ... on FocalPoint { id person consentedOn revision officePosition }
      ... on ValidationError { fields { path code } } ... on Refusal { code } } }`;
    const save = async (viewer: Viewer, input: object) => {
      const base = {
        actor: 'aruba-hills',
        office: 'Unit',
        officePosition: 'UNIT',
        from: '2026-02-01',
      };
      const variables = { input: { ...base, ...input } };
      const { data } = await api.ask<{ saveFocalPoint: Record<string, unknown> }>(
        document,
        variables,
        viewers.as(viewer),
      );
      return data!.saveFocalPoint;
    };
    const own = who['aruba-hills'];
    expect(await save(who['reed-coast'], {})).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await save(who['women-of-hills'], {})).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await save(own, { person: 'A. Person', channel: 'mailto:a@b.example' })).toMatchObject({
      fields: [
        { path: 'person.consentedOn', code: 'MALFORMED' },
        { path: 'channel', code: 'MALFORMED' },
      ],
    });
    const named = await save(own, { person: 'A. Person', consentedOn: '2026-01-31' });
    expect(named).toMatchObject({ person: 'A. Person', revision: 1 });
    const { id } = named;
    expect(await save(own, { id, revision: 7 })).toMatchObject({ code: 'CONFLICT' });
    expect(await save(own, { id, revision: 1 })).toMatchObject({ person: null, revision: 2 });
    // Of another actor, it is as unknown as one that is not there.
    expect(await save(who['reed-coast'], { actor: 'reed-coast', id, revision: 2 })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('lets whoever chairs the network keep its meetings, and nobody else but administrators', async () => {
    const document = `mutation ($input: SaveWpsMeetingInput!) { saveWpsMeeting(input: $input) {
      __typename ... on WpsMeeting { revision theme hosts { code name } participants { code } }
      ... on ValidationError { fields { path code } } ... on Refusal { code } } }`;
    const save = async (viewer: Viewer, input: object = {}) => {
      const meeting = {
        code: 'reed-2026',
        grouping: 'wps-focal-points',
        kind: 'CAPITAL',
        from: '2026-05-01',
        until: '2026-05-02',
        place: 'Reed Harbour',
        themes: [{ language: 'fr', text: 'Continuité' }],
        hosts: ['reed-coast'],
        participants: ['far-isles', 'aruba-hills'],
        source: 'A minute',
      };
      const { data } = await api.ask<{ saveWpsMeeting: Record<string, unknown> }>(
        document,
        { input: { ...meeting, ...input } },
        viewers.as(viewer),
      );
      return data!.saveWpsMeeting;
    };
    expect(await save(who['far-isles'])).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await save(who['reed-coast'], { grouping: 'river-union' })).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await save(who['reed-coast'], { until: '2026-04-01', hosts: ['nobody'] })).toMatchObject(
      {
        fields: [
          { path: 'until', code: 'OUT_OF_RANGE' },
          { path: 'hosts.0', code: 'UNKNOWN' },
        ],
      },
    );
    // Nothing is looked up of lists that are too long, and one problem is told, not thousands.
    const made = (count: number, of: string) =>
      Array.from({ length: count }, (_, i) => `${of}-${i}`);
    const tooMany = [{ path: 'participants', code: 'TOO_MANY' }];
    const asked = await countStatements(async () => {
      const long = { participants: made(5_000, 'p') };
      expect(await save(who['reed-coast'], long)).toMatchObject({ fields: tooMany });
    });
    expect(asked).toBe(
      await countStatements(() => api.ask('{ __typename }', {}, viewers.as(who['reed-coast']))),
    );
    const together = { hosts: made(200, 'h'), participants: made(200, 'p') };
    expect(await save(who['reed-coast'], together)).toMatchObject({ fields: tooMany });
    expect(await save(who['reed-coast'])).toEqual({
      __typename: 'WpsMeeting',
      revision: 1,
      theme: 'Continuité',
      hosts: [{ code: 'reed-coast', name: 'Reed Coast' }],
      participants: [{ code: 'aruba-hills' }, { code: 'far-isles' }],
    });
    expect(await save(who['reed-coast'])).toMatchObject({ code: 'CONFLICT' });
    await save(who['reed-coast'], { revision: 1, participants: ['far-isles'] });
    expect(await isChained('wps-meeting')).toBe(true);
    await api.asOwner(`DELETE FROM wps_meeting_participant WHERE NOT host`);
    await save(who['reed-coast'], { revision: 2 });
    expect(await isChained('wps-meeting')).toBe(false);
    // Once its office has ended, the chair keeps no meeting any more, and reads as any other member.
    const end = async (day: string | null) =>
      api.asOwner(`UPDATE wps_office_term SET until_day = ${day ? `'${day}'` : 'NULL'}
        FROM wps_actor a WHERE a.id = actor_id AND a.code = 'reed-coast'`);
    await end('2026-10-31');
    expect(await save(who['reed-coast'], { revision: 3 })).toMatchObject({ code: 'NOT_PERMITTED' });
    const { data } = await api.ask<{ wpsMeetings: { edges: object[] } }>(
      '{ wpsMeetings(first: 5) { edges { node { code } } } }',
      {},
      viewers.as(who['reed-coast']),
    );
    expect(data!.wpsMeetings.edges.length).toBeGreaterThan(0);
    await end(null);
    expect(await save(who['reed-coast'], { revision: 3 })).toMatchObject({ revision: 4 });
  });

  it('tells as today’s the office whose term lasts, and keeps the one that has ended with whom it was shared', async () => {
    const own = who['far-isles'];
    await api.asOwner(`DELETE FROM wps_focal_point`);
    const term = (office: string, from: string, until: string | null) =>
      focalPoints().save(own, 'far-isles', null, {
        ...OFFICE,
        office,
        from,
        until,
        sharing: 'network',
      });
    await term('The office before', '2024-01-01', '2025-12-31');
    await term('The office of today', '2026-01-01', '2999-12-31');
    await term('The office to come', '2999-01-01', null);
    const actors = api.app.get(ActorService);
    const seen = await actors.byCode(who['reed-coast'], 'far-isles');
    expect(seen.focalPoints.map(({ office }) => office)).toHaveLength(3);
    expect(actors.presentOffice(seen)).toBe('The office of today');
    expect((await actors.byCode(PUBLIC_VIEWER, 'far-isles')).focalPoints).toEqual([]);
  });

  it('keeps an actor with its memberships, and takes no stale change', async () => {
    const document = `mutation ($input: SaveWpsActorInput!) { saveWpsActor(input: $input) {
      __typename ... on WpsActor { name revision memberships { grouping { code } until } }
      ... on ValidationError { fields { path code } } ... on Refusal { code } } }`;
    const save = async (input: object) => {
      const { data } = await api.ask<{ saveWpsActor: Record<string, unknown> }>(
        document,
        { input: { code: 'KE', kind: 'STATE', ...input } },
        { ...viewers.as(administrator), 'accept-language': 'fr' },
      );
      return data!.saveWpsActor;
    };
    const membership = { grouping: 'river-union', source: 'A treaty', asOf: '2026-01-01' };
    const [{ revision }] = (await api.services.database.query<{ revision: number }>(
      `SELECT revision FROM wps_actor WHERE code = 'KE'`,
    )) as [{ revision: number }];
    expect(await save({})).toMatchObject({ code: 'CONFLICT' });
    expect(
      await save({ revision, memberships: [membership, { ...membership, until: '2026-03-01' }] }),
    ).toMatchObject({ fields: [{ path: 'memberships.1.from', code: 'DUPLICATE' }] });
    expect(
      await save({ revision, memberships: [{ ...membership, until: '2026-03-01' }] }),
    ).toMatchObject({
      name: 'Kenya',
      revision: revision + 1,
      memberships: [{ grouping: { code: 'river-union' }, until: '2026-03-01' }],
    });
    expect(await isChained('wps-actor')).toBe(true);
    await api.asOwner(`DELETE FROM wps_membership WHERE source = 'A treaty'`);
    await save({ revision: revision + 1 });
    expect(await isChained('wps-actor')).toBe(false);
    const { items } = await api.app
      .get(ActorService)
      .list(PUBLIC_VIEWER, { memberOf: 'river-union', on: '2026-03-02' }, { first: 10 });
    expect(items.map(({ code }) => code)).toEqual(
      WPS_WORLD.memberships.flatMap(({ actor, grouping }) =>
        grouping === 'river-union' ? [actor] : [],
      ),
    );
  });

  it('tells the organization of an actor to whoever keeps it, who takes it away on purpose only', async () => {
    const document = `mutation ($input: SaveWpsActorInput!) { saveWpsActor(input: $input) {
      __typename ... on WpsActor { organization revision } ... on Refusal { code } } }`;
    const read = async (viewer: Viewer) => {
      const { data } = await api.ask<{
        wpsActor: { organization: string | null; revision: number };
      }>('{ wpsActor(code: "far-isles") { organization revision } }', {}, viewers.as(viewer));
      return data!.wpsActor;
    };
    const save = async (input: object) => {
      const { revision } = await read(administrator);
      const actor = { code: 'far-isles', kind: 'STATE', names: [{ language: 'en', text: 'Far' }] };
      const { data } = await api.ask<{ saveWpsActor: Record<string, unknown> }>(
        document,
        { input: { ...actor, revision, ...input } },
        viewers.as(administrator),
      );
      return data!.saveWpsActor;
    };
    const { organization } = await read(administrator);
    expect(organization).toBe(globalId('Organization', who['far-isles'].organizationId!));
    for (const other of [PUBLIC_VIEWER, who['far-isles'], who['reed-coast']]) {
      expect((await read(other)).organization).toBeNull();
    }
    expect(await save({})).toMatchObject({ organization });
    expect(await save({ organization: null })).toMatchObject({ organization: null });
    expect(await save({ organization })).toMatchObject({ organization });
  });

  it('is in the audit log, which stays whole', async () => {
    const rows = await api.services.database.query<{ action: string }>(
      `SELECT DISTINCT action FROM audit_entry WHERE action LIKE 'wps-%' ORDER BY 1`,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'wps-actor.create',
      'wps-actor.edit',
      'wps-focal-point.create',
      'wps-focal-point.edit',
      'wps-form.check',
      'wps-form.create',
      'wps-framework.create',
      'wps-indicator.check',
      'wps-indicator.create',
      'wps-meeting.create',
      'wps-meeting.edit',
    ]);
  });

  it('shares nothing of a region with a member that has left it, nor of that member with the region', async () => {
    const [mali, burkina, nigeria, ecowas] = [
      await actFor(api, 'ML'),
      await actFor(api, 'BF'),
      await actFor(api, 'NG'),
      await actFor(api, 'ECOWAS'),
    ] as const;
    for (const [viewer, code] of [
      [mali, 'ML'],
      [burkina, 'BF'],
      [nigeria, 'NG'],
      [ecowas, 'ECOWAS'],
    ] as const) {
      await focalPoints().save(viewer, code, null, { ...OFFICE, sharing: 'region' });
    }
    const DOCUMENT = `{ region: wpsActors(memberOf: "ECOWAS", first: 100) { edges { node { code focalPoints { office } } } }
      ${['ML', 'BF', 'NG', 'ECOWAS'].map((code) => `${code}: wpsActor(code: "${code}") { focalPoints { office } }`).join(' ')} }`;
    type Read = { focalPoints: object[] };
    // The African Union is a region that they still share: its members go on reading each other.
    const [{ others }] = (await api.asOwner<{ others: string[] }>(
      `WITH gone AS (DELETE FROM wps_membership m USING wps_actor g
         WHERE g.id = m.grouping_id AND g.kind = 'regional-organization' AND g.code NOT IN ('ECOWAS', 'river-union') RETURNING g.code)
       SELECT array_agg(DISTINCT code) AS others FROM gone`,
    )) as [{ others: string[] }];
    expect(others).toContain('AFRICAN-UNION');
    const room = async (viewer: Viewer) => {
      const { data } = await api.ask<
        Record<string, Read> & { region: { edges: { node: Read & { code: string } }[] } }
      >(DOCUMENT, {}, viewers.as(viewer));
      const { region, ...each } = data!;
      return {
        members: region.edges.map(({ node }) => node.code),
        inRoom: region.edges
          .filter(({ node }) => node.focalPoints.length > 0)
          .map(({ node }) => node.code),
        shared: Object.keys(each).filter((code) => each[code]!.focalPoints.length > 0),
      };
    };
    const left = { members: ['NG', 'SL', 'SN'], inRoom: ['NG'] };
    for (const viewer of [nigeria, ecowas]) {
      expect(await room(viewer)).toEqual({ ...left, shared: ['NG', 'ECOWAS'] });
    }
    // Mali and Burkina Faso have left on the same day: neither reads the other by the membership that both had.
    expect(await room(mali)).toEqual({ members: left.members, inRoom: [], shared: ['ML'] });
    expect(await room(burkina)).toEqual({ members: left.members, inRoom: [], shared: ['BF'] });
    // While they were members, each read all four.
    const all = ['ML', 'BF', 'NG', 'ECOWAS'];
    await api.asOwner(`UPDATE wps_membership SET until_day = NULL WHERE until_day = '2025-01-28'`);
    for (const viewer of [mali, burkina, nigeria, ecowas]) {
      expect((await room(viewer)).shared).toEqual(all);
    }
    await api.asOwner(`UPDATE wps_membership m SET until_day = '2025-01-28' FROM wps_actor a, wps_actor g
      WHERE a.id = m.actor_id AND g.id = m.grouping_id AND a.code IN ('ML', 'BF') AND g.code = 'ECOWAS'`);
    expect(await room(mali)).toEqual({ members: left.members, inRoom: [], shared: ['ML'] });
  });
});
