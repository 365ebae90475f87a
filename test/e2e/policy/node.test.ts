import { OPERATOR } from '#identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { buildSchema, isObjectType } from 'graphql';
import { NODE_TYPES } from '../../../apps/api/src/graphql/global-id.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { globalId } from '../../support/curating.js';
import type { World } from './asked.js';
import { openEveryone, VIEWERS } from './everyone.js';

/** What only this test needs. */
interface Further {
  readonly consent: string;
  readonly change: string;
  readonly merge: string;
  readonly closedEntry: string;
  /** Of the organizer. */
  readonly view: string;
}

type Ids = Omit<World, keyof Further> & Further;

/**
 * For each type that has an id: whose it is, and to whom `node` gives it (y) or says that nothing is there
 * (-). The letters stand as in the table of `Query`.
 */
// oxfmt-ignore
const NODES: Record<string, readonly [id: (ids: Ids) => string, expected: string]> = {
  Mediator:             [(w) => globalId('Mediator', w.womanOutside), 'y y | y y y | y y y | y y | y | y y y'],
  Profile:              [(w) => globalId('Profile', w.woman),         '- - | - - - | y - - | y - | - | - y y'],
  ProfileChange:        [(w) => globalId('FieldChange', w.change),    '- - | - - - | y - - | y - | - | - - -'],
  ProfileMerge:         [(w) => globalId('Merge', w.merge),           '- - | - - - | y - - | - - | - | - - -'],
  LinkSuggestion:       [(w) => globalId('LinkSuggestion', w.link),   '- - | - - - | y - - | - - | - | - - -'],
  OwnLink:              [(w) => globalId('OwnLink', w.ownLink),       '- - | - - - | - - - | y - | - | - - -'],
  OtherDirectory:       [(w) => globalId('OtherDirectory', w.directory), '- - | - - - | - - - | y y | - | - - -'],
  Consent:              [(w) => globalId('Consent', w.consent),       '- - | - - - | y - - | y - | - | - - -'],
  Correction:           [(w) => globalId('Correction', w.correction), '- - | - - - | y - - | y - | - | - - -'],
  Network:              [(w) => globalId('Network', w.acacia),        'y y | y y y | y y y | y y | y | y y y'],
  Need:                 [(w) => globalId('Need', w.need),             '- - | - y - | - - - | - - | - | - - -'],
  NetworkDesk:          [(w) => globalId('NetworkDesk', w.acacia),    '- - | - y - | y - - | - - | y | - - -'],
  TermsOfReference:     [(w) => globalId('TermsOfReference', w.need), '- - | - y - | - - - | - - | - | - - -'],
  Shortlist:            [(w) => globalId('Shortlist', w.shortlist),   '- - | - y - | - - - | - - | - | - - -'],
  Introduction:         [(w) => globalId('Introduction', w.introduction), '- - | - y - | - - - | - - | - | - - -'],
  DeskIntroduction:     [(w) => globalId('DeskIntroduction', w.introduction), '- - | - - - | y - - | - - | - | - - -'],
  OwnIntroduction:      [(w) => globalId('OwnIntroduction', w.introduction), '- - | - - - | - - - | y - | - | - - -'],
  SharedShortlist:      [(w) => globalId('SharedShortlist', w.share), '- - | - - y | - - - | - - | - | - - -'],
  ShortlistEntry:       [(w) => globalId('ShortlistEntry', w.entry),  '- - | - y - | - - - | - - | - | - - -'],
  ClosedShortlistEntry: [(w) => globalId('ShortlistEntry', w.closedEntry), '- - | - y - | - - - | - - | - | - - -'],
  Call:                 [(w) => globalId('Call', w.call),             '- - | - - - | y - - | - - | - | - - -'],
  Application:          [(w) => globalId('Application', w.application), '- - | - - - | y - - | - - | - | - - -'],
  Deployment:           [(w) => globalId('Deployment', w.deployment), '- - | - y - | - - - | - - | - | - - -'],
  DeskDeployment:       [(w) => globalId('DeskDeployment', w.deployment), '- - | - - - | y - - | - - | - | - - -'],
  OwnDeployment:        [(w) => globalId('OwnDeployment', w.deployment), '- - | - - - | - - - | y - | - | - - -'],
  // None is there in this world; who reads one is tested with deployments.
  Incident:             [(w) => globalId('Incident', w.need),         '- - | - - - | - - - | - - | - | - - -'],
  EmergencyOpening:     [(w) => globalId('EmergencyOpening', w.need), '- - | - - - | - - - | - - | - | - - -'],
  Import:               [(w) => globalId('Import', w.import),         '- - | - - - | y - - | - - | - | - - y'],
  Lesson:               [(w) => globalId('Lesson', w.lesson),         'y y | y y y | y y y | y y | y | y y y'],
  DeskLesson:           [(w) => globalId('DeskLesson', w.draft),      '- - | - - - | y - - | - - | - | - - -'],
  AlongsidePlace:       [(w) => globalId('AlongsidePlace', w.place),  '- - | - y - | y - - | y - | - | - - -'],
  OwnMentoring:         [(w) => globalId('OwnMentoring', w.mentoring), '- - | - - - | - - - | y - | - | - - -'],
  TeamRun:              [(w) => globalId('Team', w.team),             '- - | - y - | - - - | - - | - | - - -'],
  Account:              [(w) => globalId('Account', w.account),       '- - | - - - | - - - | - - | y | - - -'],
  SavedView:            [(w) => w.view,                               '- - | - y - | - - - | - - | - | - - -'],
  IssuedCopy:           [(w) => globalId('IssuedCopy', w.copy),       '- - | - - - | y - - | - - | y | - - -'],
  Hiding:               [(w) => globalId('Hiding', w.hiding),         '- - | - - - | y - - | - - | y | - - -'],
  // None is there in this world; who reads one is tested with emergencies.
  Breach:               [(w) => globalId('Breach', w.need),           '- - | - - - | - - - | - - | - | - - -'],
  Session:              [(w) => globalId('Session', w.session),       '- - | - - - | - - - | - - | - | - - -'],
  Organization:         [(w) => globalId('Organization', w.organization), '- - | - - - | - - - | - - | y | - - -'],
  Invitation:           [(w) => globalId('Invitation', w.invitation), '- - | - - - | y - - | - - | y | - - -'],
  WpsActor:             [(w) => globalId('WpsActor', w.wpsActor),     'y y | y y y | y y y | y y | y | y y y'],
  FocalPoint:           [(w) => globalId('FocalPoint', w.focalPoint), '- - | - - y | - - - | - - | - | - - -'],
  ActionPlan:           [(w) => globalId('ActionPlan', w.plan),       '- - | - - y | - - - | - - | - | - - -'],
  PlanItem:             [(w) => globalId('PlanItem', w.planItem),     '- - | - - y | - - - | - - | - | - - -'],
  BudgetLine:           [(w) => globalId('BudgetLine', w.budgetLine), '- - | - - y | - - - | - - | - | - - -'],
  Involvement:          [(w) => globalId('Involvement', w.involvement), '- - | - - y | - - - | - - | - | - - -'],
  Commitment:           [(w) => globalId('Commitment', w.commitment), '- - | - - y | - - - | - - | - | - - -'],
  WpsIndicator:         [(w) => globalId('WpsIndicator', w.indicator), 'y y | y y y | y y y | y y | y | y y y'],
  Observation:          [(w) => globalId('Observation', w.observation), '- - | - - y | - - - | - - | - | - - -'],
  WpsForm:              [(w) => globalId('WpsForm', w.wpsForm), 'y y | y y y | y y y | y y | y | y y y'],
  WpsReport:            [(w) => globalId('WpsReport', w.report), '- - | - - y | - - - | - - | - | - - -'],
  WpsReportComment:     [(w) => globalId('WpsReportComment', w.comment), '- - | - - y | - - - | - - | - | - - -'],
  WpsLesson:            [(w) => globalId('WpsLesson', w.wpsLesson), '- - | - - y | - - - | - - | - | - - -'],
  WpsLessonUse:         [(w) => globalId('WpsLessonUse', w.lessonUse), '- - | - - y | - - - | - - | - | - - -'],
  ConflictAnalysis:     [(w) => globalId('ConflictAnalysis', w.analysis), '- - | - - y | - - - | - - | - | - - -'],
  WpsMeeting:           [(w) => globalId('WpsMeeting', w.meeting),    'y y | y y y | y y y | y y | y | y y y'],
  ServiceAccount:       [(w) => globalId('ServiceAccount', w.serviceAccount), '- - | - - - | y - - | - - | y | - - -'],
  Webhook:              [(w) => globalId('Webhook', w.webhook),       '- - | - - - | y - - | - - | y | - - -'],
};

describe('node, asked by everyone', () => {
  let api: TestApi;
  let everyone: Awaited<ReturnType<typeof openEveryone>>;
  let ids: Ids;
  beforeAll(async () => {
    api = await openTestApi();
    everyone = await openEveryone(api);
    const world = await everyone.world();
    const view = await savedView(api, await everyone.headersToRead('organizer'));
    ids = { ...world, ...(await furtherOf(api, world)), view };
  });
  afterAll(async () => api.close());

  const schema = buildSchema(readFileSync('docs/schema.graphql', 'utf8'));
  const withIds = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => String(type.getFields().id?.type) === 'ID!');

  it('is asked for every type that has an id', () => {
    const names = withIds.map(({ name }) => name).toSorted();
    expect(Object.keys(NODES).toSorted()).toEqual(names);
  });

  it('has all of them as implementations of Node', () => {
    const strangers = withIds.filter(
      (type) => !type.getInterfaces().some(({ name }) => name === 'Node'),
    );
    expect(strangers.map(({ name }) => name)).toEqual([]);
  });

  it.each(Object.keys(NODES))('%s', async (type) => {
    const [idOf, expected] = NODES[type]!;
    const id = idOf(ids);
    const letters: string[] = [];
    for (const viewer of VIEWERS) {
      const node = await nodeOf(api, id, await everyone.headersToRead(viewer));
      expect(node ?? { __typename: type, id }).toEqual({ __typename: type, id });
      letters.push(node ? 'y' : '-');
    }
    expect(letters).toEqual(expected.split(/[ |]+/));
  });

  it.each(NODE_TYPES)('says of a made-up %s what it says of a hidden one', async (type) => {
    const madeUp = globalId(type, '01900000-0000-7000-8000-0000000000aa');
    for (const viewer of ['anyone', 'administrator', 'coordinator', 'organizer'] as const) {
      expect(await nodeOf(api, madeUp, await everyone.headersToRead(viewer))).toBeNull();
    }
  });

  it('gives a session, an account and an organization to the one whose they are', async () => {
    const headers = await everyone.headersToRead('organizer');
    const asked = `{ sessions { id } me { account { id organization { id } } } }`;
    const { data } = await api.ask<{
      sessions: { id: string }[];
      me: { account: { id: string; organization: { id: string } } };
    }>(asked, {}, headers);
    const { account } = data!.me;
    const own = [data!.sessions[0]!.id, account.id, account.organization.id];
    for (const id of own) {
      expect(await nodeOf(api, id, headers)).toMatchObject({ id });
      expect(await nodeOf(api, id, await everyone.headersToRead('focal point'))).toBeNull();
    }
  });
});

async function nodeOf(api: TestApi, id: string, headers: Record<string, string>) {
  const document = 'query ($id: ID!) { node(id: $id) { __typename id } }';
  const { data, errors } = await api.ask<{ node: { id: string } | null }>(
    document,
    { id },
    headers,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.node ?? null;
}

/** Its global id. */
async function savedView(api: TestApi, headers: Record<string, string>): Promise<string> {
  const { data } = await api.ask<{ saveView: { id: string } }>(
    'mutation { saveView(input: { screen: "needs", name: "Mine", query: "" }) { ... on SavedView { id } } }',
    {},
    headers,
  );
  return data!.saveView.id;
}

async function furtherOf({ services }: TestApi, world: World): Promise<Omit<Further, 'view'>> {
  const { database, merges } = services;
  const only = async (sql: string, parameters: unknown[]): Promise<string> => {
    const [row] = await database.query<{ id: string }>(sql, parameters);
    if (!row) throw new Error(`Nothing is there: ${sql}`);
    return row.id;
  };
  const revisionOf = async (id: string) =>
    Number(await only('SELECT revision::text AS id FROM mediator WHERE id = $1', [id]));
  const { woman, other, leaving, shortlist } = world;
  const merge = await merges.merge(OPERATOR, {
    kept: { id: other, revision: await revisionOf(other) },
    other: { id: leaving, revision: await revisionOf(leaving) },
  });
  return {
    merge,
    consent: await only('SELECT id FROM consent WHERE mediator_id = $1 LIMIT 1', [woman]),
    change: await only(
      `INSERT INTO profile_field_change (id, mediator_id, revision, field, after, source, changed_by)
       VALUES (gen_random_uuid(), $1, 1, 'years', '9', 'herself', 'a test') RETURNING id`,
      [woman],
    ),
    closedEntry: await only(
      `INSERT INTO shortlist_gone (id, shortlist_id, added_by, added_at) VALUES (gen_random_uuid(), $1, 'a test', now())
       RETURNING id`,
      [shortlist],
    ),
  };
}
