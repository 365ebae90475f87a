import { randomUUID } from 'node:crypto';
import { WebhookService } from '#following';
import { OPERATOR, systemViewer } from '#identity';
import { NO_TERMS, TermsService } from '#introductions';
import { makeAccount, openSession, type Who } from '../../support/accounts.js';
import type { TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';
import { insertDeploymentAt, insertLesson } from '../../support/stored-deployment.js';
import {
  insertDeployment,
  insertIntroduction,
  insertNeed,
  insertShortlist,
} from '../../support/stored-need.js';
import { mediatorViewer, organizerViewer } from '../../support/viewers.js';
import type { World } from './asked.js';

/** Everyone who may come to the door, in the order of the columns of the table. */
export const VIEWERS = [
  'anyone',
  'no role',
  'pending organizer',
  'organizer',
  'focal point',
  'coordinator',
  'coordinator of another network',
  'coordinator without second factor',
  'mediator',
  'another mediator',
  'administrator',
  'program: directory.read',
  'program: profiles.read',
  'program: profiles.write',
] as const;

export type ViewerName = (typeof VIEWERS)[number];

const ABSENT = '01900000-0000-7000-8000-000000000000';

/** A directory with women of two networks, and a way to ask as each viewer. */
export async function openEveryone(api: TestApi) {
  const { services } = api;
  await fill(services, 'acacia', [
    record(1, { telephone: '+999 1', email: 'one@example.org' }),
    record(2),
    record(4),
  ]);
  await fill(services, 'fjord', [record(3)]);
  const rows = await services.database.query<{ n: string; id: string; network: string }>(
    'SELECT external_id AS n, mediator_id AS id, network_id AS network FROM affiliation ORDER BY 1',
  );
  const [one, two, three, four] = rows;
  if (!one || !two || !three || !four) throw new Error('The women were not imported.');
  const accounts = new Map<ViewerName, string>();
  const account = async (name: ViewerName, who: Who): Promise<void> => {
    accounts.set(name, (await makeAccount(services, who)).id);
  };
  await account('no role', {});
  await account('pending organizer', { role: 'organizer', organization: 'pending' });
  await account('organizer', { role: 'organizer' });
  await account('focal point', { role: 'focal-point' });
  await account('coordinator', { role: 'coordinator', networks: ['acacia'] });
  await account('coordinator of another network', { role: 'coordinator', networks: ['fjord'] });
  await account('coordinator without second factor', {
    role: 'coordinator',
    networks: ['acacia'],
  });
  await account('mediator', { role: 'mediator', mediatorId: one.id });
  await account('another mediator', { role: 'mediator', mediatorId: three.id });
  await account('administrator', { role: 'administrator' });
  const programs = new Map<ViewerName, string>();
  for (const scope of ['directory.read', 'profiles.read', 'profiles.write'] as const) {
    const { token } = await services.identity.serviceAccounts.create(OPERATOR, {
      name: `A program for ${scope}`,
      scopes: [scope],
      networkIds: [one.network],
      days: 30,
    });
    programs.set(`program: ${scope}`, token);
  }

  /** A session of its own for each question: some of them end it. */
  const headers = async (viewer: ViewerName): Promise<Record<string, string>> => {
    if (viewer === 'anyone') return {};
    const program = programs.get(viewer);
    if (program) return { authorization: `Bearer ${program}` };
    const secondFactor = viewer !== 'coordinator without second factor';
    const { accessToken } = await openSession(services, accounts.get(viewer) ?? '', secondFactor);
    return { authorization: `Bearer ${accessToken}` };
  };

  /** One session for all questions that change nothing. */
  const kept = new Map<ViewerName, Promise<Record<string, string>>>();
  const headersToRead = async (viewer: ViewerName): Promise<Record<string, string>> => {
    const known = kept.get(viewer) ?? headers(viewer);
    kept.set(viewer, known);
    return known;
  };

  const accountOfNobody = async () => {
    const victim = (await makeAccount(services)).id;
    const { sessionId } = await services.database.transaction((tx) =>
      services.identity.sessions.begin(tx, systemViewer('test'), {
        accountId: victim,
        secondFactor: false,
        device: 'A test',
      }),
    );
    return { account: victim, session: sessionId };
  };
  const newOrganization = async () => {
    const { id } = await services.identity.organizations.create(OPERATOR, {
      name: 'Ministry of Questions',
      kind: 'state',
      country: 'KE',
    });
    return { organization: id };
  };
  const newInvitation = async () => {
    const { id } = await services.identity.invitations.invite(OPERATOR, {
      email: 'invited@example.org',
      locale: 'en',
      role: 'mediator',
      mediatorId: two.id,
      networkId: one.network,
      organizationId: null,
    });
    return { invitation: id };
  };
  const newProgram = async () => {
    const program = await services.identity.serviceAccounts.create(OPERATOR, {
      name: 'Asked about',
      scopes: [],
      networkIds: [one.network],
      days: 1,
    });
    const { webhook } = await api.app
      .get(WebhookService)
      .create(OPERATOR, program.account.id, 'https://receiver.example/');
    return { serviceAccount: program.account.id, webhook: webhook.id };
  };
  /** What is made anew for a question that names it, with what comes with it. */
  const organizer = accounts.get('organizer') ?? '';
  const parts: [fields: readonly (keyof World)[], make: () => Promise<Partial<World>>][] = [
    [['account', 'session'], accountOfNobody],
    [['organization'], newOrganization],
    [['invitation'], newInvitation],
    [['serviceAccount', 'webhook'], newProgram],
    [['correction'], async () => ({ correction: await askedCorrection(api, one.id) })],
    [
      ['ended', 'draft', 'lesson', 'place', 'mentoring'],
      () => endedDeployment(api, organizer, one, four.id),
    ],
    [
      ['need', 'shortlist', 'entry', 'share', 'introduction', 'deployment'],
      () => chosenWoman(api, organizer, one, accounts.get('focal point') ?? ''),
    ],
    [['link', 'ownLink'], () => suggestedLink(api, one, two.id)],
    [['directory'], async () => ({ directory: await directoryListing(api, one.id) })],
    [['call', 'application'], () => openedCall(api, one.network)],
    [['team'], async () => ({ team: await askedTeam(api, organizer) })],
    [['import'], async () => ({ import: await stagedImport(api, one.network) })],
    [['copy'], async () => ({ copy: await copyOfList(api, one.network) })],
    [['hiding'], async () => ({ hiding: await hidingOfNobody(api, one.network) })],
    [
      [
        'wpsActor',
        'focalPoint',
        'meeting',
        'plan',
        'planItem',
        'budgetLine',
        'involvement',
        'commitment',
        'indicator',
        'observation',
        'wpsForm',
        'wpsLesson',
        'lessonUse',
        'analysis',
        'report',
        'comment',
      ],
      () => wpsFacts(api, accounts.get('focal point') ?? ''),
    ],
  ];

  /** @param named the fields that a question names; where nothing is said, all of them are made */
  const world = async (named?: ReadonlySet<keyof World>): Promise<World> => {
    const { database } = services;
    // Whatever an earlier question did to her.
    await database.query(`UPDATE mediator SET state = 'published' WHERE id = $1`, [one.id]);
    const [row] = await database.query<{ revision: number }>(
      'SELECT revision FROM mediator WHERE id = $1',
      [one.id],
    );
    const outside = await services.mediatorIds.publicIds([one.id, two.id]);
    const made: Partial<World> = {
      woman: one.id,
      other: two.id,
      womanOutside: outside.get(one.id) ?? '',
      otherOutside: outside.get(two.id) ?? '',
      leaving: four.id,
      womanRevision: row?.revision ?? 0,
      acacia: one.network,
      change: ABSENT,
      merge: ABSENT,
    };
    for (const [fields, make] of parts) {
      if (!named || fields.some((field) => named.has(field))) Object.assign(made, await make());
    }
    return made as World;
  };
  return { headers, headersToRead, world };
}

async function copyOfList({ services }: TestApi, networkId: string): Promise<string> {
  const copy = randomUUID();
  await services.database.query(
    `INSERT INTO issued_copy (id, kind, format, source_id, issued_to, network_id, issued_on)
     VALUES ($1, 'network-list', 'csv', $1, 'a test', $2, '2026-11-01')`,
    [copy, networkId],
  );
  return copy;
}

async function hidingOfNobody({ services }: TestApi, networkId: string): Promise<string> {
  const hiding = randomUUID();
  await services.database.query(
    `INSERT INTO hiding (id, network_id, by_coordinator, hidden_by) VALUES ($1, $2, true, 'a test')`,
    [hiding, networkId],
  );
  return hiding;
}

async function askedCorrection({ services }: TestApi, mediatorId: string): Promise<string> {
  const [row] = await services.database.query<{ id: string }>(
    `SELECT id FROM correction WHERE mediator_id = $1 AND state = 'open'`,
    [mediatorId],
  );
  if (row) return row.id;
  const asked = await services.corrections.request(
    mediatorViewer(mediatorId),
    null,
    'My name is spelt otherwise.',
  );
  return asked.id;
}

/** A need of an organizer's organization, with a shortlist on which a woman is, shared with a reader. She is asked for an introduction. */
async function chosenWoman(
  { app, services }: TestApi,
  accountId: string,
  { id, network }: { readonly id: string; readonly network: string },
  readerId: string,
) {
  const [account] = await services.database.query<{ organizationId: string }>(
    'SELECT organization_id AS "organizationId" FROM account WHERE id = $1',
    [accountId],
  );
  const need = await insertNeed(services.database, {
    organization_id: account?.organizationId,
    state: 'shortlisting',
  });
  const organizer = { ...organizerViewer(), organizationId: account?.organizationId ?? null };
  await app.get(TermsService).save(organizer, need, null, NO_TERMS);
  const { shortlist, entry } = await insertShortlist(services.database, need, id);
  const introduction = await insertIntroduction(services.database, { need, entry, network });
  const share = randomUUID();
  await services.database.query(
    `INSERT INTO shortlist_share (id, shortlist_id, organization_id, account_id, shared_by)
     SELECT $1, $2, organization_id, id, 'test' FROM account WHERE id = $3`,
    [share, shortlist, readerId],
  );
  const deployment = await insertDeployment(services, {
    introduction,
    network,
    organization: account?.organizationId ?? '',
  });
  return { need, shortlist, entry, share, introduction, deployment };
}

/** A deployment that has ended, and lessons of its network. */
async function endedDeployment(
  { services, app }: TestApi,
  accountId: string,
  { id: mediatorId, network: networkId }: { readonly id: string; readonly network: string },
  newcomerId: string,
) {
  const { database, vault } = services;
  const [account] = await database.query<{ organizationId: string }>(
    'SELECT organization_id AS "organizationId" FROM account WHERE id = $1',
    [accountId],
  );
  const organizationId = account?.organizationId ?? '';
  const needId = await insertNeed(database, { organization_id: organizationId });
  const organizer = { ...organizerViewer(), organizationId };
  await app.get(TermsService).save(organizer, needId, null, NO_TERMS);
  return database.transaction(async (tx) => {
    const now = new Date();
    const ended = await insertDeploymentAt(
      tx,
      vault,
      { needId, organizationId, networkId, mediatorId },
      { began_at: now, ended_at: now, state: 'completed' },
    );
    const draft = await insertLesson(tx, vault, networkId, null);
    const lesson = await insertLesson(tx, vault, networkId, '2026-11-01');
    const [place, mentoring] = [randomUUID(), randomUUID()];
    await tx.query(
      `INSERT INTO alongside_place (id, deployment_id, mediator_id, public_id, form, state, newcomer_agreed_at, created_by,
         created_at, wake_at)
       SELECT $1, $2, id, public_id, 'shadow', 'offered', now(), 'test', now(), now() + interval '9 days'
       FROM mediator WHERE id = $3`,
      [place, ended, newcomerId],
    );
    await tx.query(
      `INSERT INTO mentoring (id, mentor_id, form, began_on, ended_on)
       VALUES ($1, $2, 'shadow', '2026-01-05', '2026-02-05')`,
      [mentoring, mediatorId],
    );
    return { ended, draft, lesson, place, mentoring };
  });
}

/** Two records of a network that are perhaps of one woman, as the network and as the first of the two is shown them. */
async function suggestedLink(
  { services }: TestApi,
  { id: mediatorId, network }: { readonly id: string; readonly network: string },
  otherId: string,
) {
  const [link, ownLink] = [randomUUID(), randomUUID()];
  await services.database.query('DELETE FROM duplicate_pair');
  await services.database.query(
    `INSERT INTO duplicate_pair (id, network_id, for_id, one_id, other_id, weight, model, bars)
     SELECT id, network, her, least($4::uuid, $5), greatest($4::uuid, $5), 1000, 'test', '[]'
     FROM (VALUES ($1::uuid, $3::uuid, NULL::uuid), ($2, NULL, $4)) AS side(id, network, her)`,
    [link, ownLink, network, mediatorId, otherId],
  );
  return { link, ownLink };
}

/** Another directory with which lists are compared, and which lists a woman who has agreed to it. */
async function directoryListing({ services }: TestApi, mediatorId: string): Promise<string> {
  const id = randomUUID();
  for (const table of ['listed_elsewhere', 'exchange_consent', 'exchange_partner']) {
    await services.database.query(`DELETE FROM ${table}`);
  }
  await services.database.query(
    `INSERT INTO exchange_partner (id, name, public_key, most, telephones) VALUES ($1, 'Another', 'key', 10, false)`,
    [id],
  );
  await services.consents.give(mediatorViewer(mediatorId), {
    purpose: 'LINKED',
    textVersion: '2026-11',
    language: 'en',
  });
  await services.database.query(
    `INSERT INTO exchange_consent (id, mediator_id, partner_id, agreed, text_version, language)
     VALUES (gen_random_uuid(), $1, $2, true, '2026-11', 'en')`,
    [mediatorId, id],
  );
  await services.database.query(
    'INSERT INTO listed_elsewhere (id, mediator_id, partner_id) VALUES (gen_random_uuid(), $1, $2)',
    [mediatorId, id],
  );
  return id;
}

/** A call of a network, and an application that waits for its answer. */
async function openedCall({ services }: TestApi, networkId: string) {
  const [found] = await services.database.query<{ call: string; application: string }>(
    'SELECT call_id AS call, id AS application FROM membership_application',
  );
  if (found) return found;
  const [call, application] = [randomUUID(), randomUUID()];
  await services.database.query(
    `INSERT INTO membership_call (id, network_id, state, titles, criteria, languages, opens_on, created_by)
     VALUES ($1, $2, 'open', '{"en":"A call"}', '{"en":"Women."}', '{en}', '2026-01-01', 'a test')`,
    [call, networkId],
  );
  await services.database.query(
    `INSERT INTO membership_application (id, call_id, state, locale, token_hash, confirmed_at)
     VALUES ($1, $2, 'submitted', 'en', 'hash', now())`,
    [application, call],
  );
  return { call, application };
}

/** A state whose people the focal point belongs to, and a meeting. */
async function wpsFacts({ services }: TestApi, accountId: string) {
  const { database } = services;
  const [found] = await database.query<Partial<World>>(
    `SELECT a.id AS "wpsActor", f.id AS "focalPoint", m.id AS meeting, p.id AS plan, i.id AS "planItem",
       b.id AS "budgetLine", v.id AS involvement, c.id AS commitment, o.indicator_id AS indicator, o.id AS observation, t.form_id AS "wpsForm",
       t.id AS report, r.id AS comment, l.id AS "wpsLesson", u.id AS "lessonUse", y.id AS analysis
     FROM wps_actor a JOIN wps_focal_point f ON f.actor_id = a.id JOIN wps_plan p ON p.actor_id = a.id
       JOIN wps_plan_item i ON i.plan_id = p.id JOIN wps_budget_line b ON b.item_id = i.id
       JOIN wps_involvement v ON v.plan_id = p.id JOIN wps_commitment c ON c.actor_id = a.id
       JOIN wps_observation o ON o.actor_id = a.id JOIN wps_report t ON t.actor_id = a.id
       JOIN wps_report_comment r ON r.report_id = t.id JOIN wps_lesson l ON l.actor_id = a.id
       JOIN wps_lesson_use u ON u.actor_id = a.id JOIN wps_analysis y ON y.actor_id = a.id, wps_meeting m`,
  );
  if (found) return found;
  const [wpsActor, network, focalPoint, meeting] = Array.from({ length: 4 }, () => randomUUID());
  const [plan, planItem, budgetLine, involvement, commitment] = Array.from({ length: 5 }, () =>
    randomUUID(),
  );
  await database.query(
    `INSERT INTO wps_actor (id, kind, code, names, organization_id)
     VALUES ($1, 'state', 'NA', '{}', (SELECT organization_id FROM account WHERE id = $3)),
       ($2, 'network', 'wps-focal-points', '{"en":"The network"}', NULL)`,
    [wpsActor, network, accountId],
  );
  await database.query(
    `INSERT INTO wps_focal_point (id, actor_id, office, office_position, from_day)
     VALUES ($1, $2, 'Unit 1325', 'unit', '2026-01-01')`,
    [focalPoint, wpsActor],
  );
  await database.query(
    `INSERT INTO wps_meeting (id, code, grouping_id, kind, from_day, until_day, place, theme, documents, source)
     VALUES ($1, 'a-meeting', $2, 'capital', '2026-01-01', '2026-01-02', 'Windhoek', '{}', '[]', 'A record')`,
    [meeting, network],
  );
  await database.query(
    `INSERT INTO wps_plan (id, actor_id, level, generation, title, languages, focus, budget_status)
     VALUES ($1, $2, 'national', 1, '{"en":"A plan"}', '{}', 'inward', 'none')`,
    [plan, wpsActor],
  );
  await database.query(
    `INSERT INTO wps_plan_item (id, plan_id, kind, place, text, themes, indicators)
     VALUES ($1, $2, 'goal', 1, '{"en":"A goal"}', '{}', '[]')`,
    [planItem, plan],
  );
  await database.query(
    `INSERT INTO wps_budget_line (id, item_id, year, currency, planned) VALUES ($1, $2, 2026, 'XOF', 1)`,
    [budgetLine, planItem],
  );
  await database.query(
    `INSERT INTO wps_involvement (id, plan_id, who, name, stage, how)
     VALUES ($1, $2, 'cso', 'Somebody', 'review', 'consulted')`,
    [involvement, plan],
  );
  await database.query(
    `INSERT INTO wps_commitment (id, actor_id, text, source, source_text, themes)
     VALUES ($1, $2, '{"en":"A word"}', 'pledge', 'A pledge', '{}')`,
    [commitment, wpsActor],
  );
  const [framework, indicator, observation] = Array.from({ length: 3 }, () => randomUUID());
  await database.query(
    `INSERT INTO wps_framework (id, code, title, publisher, source) VALUES ($1, 'un', '{"en":"UN"}', 'UN', 'A report')`,
    [framework],
  );
  await database.query(
    `INSERT INTO wps_indicator (id, framework_id, code, place, text, unit, direction, level, concept, fit)
     VALUES ($1, $2, '12a', 1, '{"en":"Seats"}', 'share', 'up', 'national', 'women-in-parliament', 'same')`,
    [indicator, framework],
  );
  await database.query(
    `INSERT INTO wps_observation (id, actor_id, indicator_id, from_day, until_day, value, status, source, entered_by)
     VALUES ($1, $2, $3, '2026-01-01', '2026-12-31', 0.3, 'reported', 'A list', 'a test')`,
    [observation, wpsActor, indicator],
  );
  const [wpsForm, report, comment] = Array.from({ length: 3 }, () => randomUUID());
  await database.query(
    `INSERT INTO wps_form (id, code, version, title, publisher, rhythm, source, sections)
     VALUES ($1, 'a-form', 1, '{"en":"A form"}', 'UN', 'yearly', 'A document', '[]')`,
    [wpsForm],
  );
  await database.query(
    `INSERT INTO wps_report (id, form_id, actor_id, from_day, until_day, answers)
     VALUES ($1, $2, $3, '2026-01-01', '2026-12-31', '{}')`,
    [report, wpsForm, wpsActor],
  );
  await database.query(
    `INSERT INTO wps_report_comment (id, report_id, actor_id, words) VALUES ($1, $2, $3, 'Words')`,
    [comment, report, network],
  );
  const [wpsLesson, lessonUse, analysis] = Array.from({ length: 3 }, () => randomUUID());
  await database.query(
    `INSERT INTO wps_lesson (id, actor_id, language, title, context, done, result, evidence, themes)
     VALUES ($1, $2, 'en', 'A lesson', 'A place', 'Something', 'Much', 'anecdote', '{}')`,
    [wpsLesson, wpsActor],
  );
  await database.query(
    `INSERT INTO wps_lesson_use (id, lesson_id, actor_id, adapted, from_day, sharing)
     VALUES ($1, $2, $3, 'As it is', '2026-01-01', 'own')`,
    [lessonUse, wpsLesson, wpsActor],
  );
  await database.query(
    `INSERT INTO wps_analysis (id, actor_id, language, title, territory, done_on, method, timing, office, answers, used_in)
     VALUES ($1, $2, 'en', 'An analysis', 'NA', '2026-01-01', 'Talks', 'before-design', 'Unit 1325', '{}', '[]')`,
    [analysis, wpsActor],
  );
  return {
    wpsLesson,
    lessonUse,
    analysis,
    wpsForm,
    report,
    comment,
    wpsActor,
    focalPoint,
    meeting,
    plan,
    planItem,
    budgetLine,
    involvement,
    commitment,
    indicator,
    observation,
  };
}

async function stagedImport({ services }: TestApi, networkId: string): Promise<string> {
  const [row] = await services.database.query<{ id: string }>(
    `WITH staged AS (
       INSERT INTO staged_import (id, network_id, file_name, format, state, uploaded_by, expires_at)
       VALUES (gen_random_uuid(), $1, 'list.csv', 'csv', 'checked', 'user:somebody', now() + interval '1 day')
       RETURNING id)
     SELECT id FROM staged`,
    [networkId],
  );
  return row?.id ?? '';
}

async function askedTeam({ services }: TestApi, accountId: string): Promise<string> {
  const viewer = { ...organizerViewer(), name: `user:${accountId}`, userId: accountId };
  const { items } = await services.teams.list(viewer, { first: 1 });
  if (items[0]) return items[0].id;
  const need = { date: '2026-12-01', hard: {}, soft: { years: 5 } };
  const run = await services.teams.start(viewer, { need, request: { size: 1, constraints: {} } });
  return run.id;
}
