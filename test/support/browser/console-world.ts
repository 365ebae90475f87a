/** The world in which a test visits every screen of the console: the demo, and what it lacks. */
import { Readable } from 'node:stream';
import { BreachService, BreachTelling } from '#breaches';
import { DuplicateSearch } from '#directory';
import { ShareService } from '#engagement';
import { WebhookService } from '#following';
import { OPERATOR } from '#identity';
import { ImportUploadService } from '#imports';
import { dayOf } from '#kernel';
import { WRITTEN } from '../applying.js';
import { globalId } from '../curating.js';
import { TODAY } from '../fill.js';
import { lastLink } from '../mails.js';
import { PageReader } from '../page-reader.js';
import { coordinatorViewer } from '../viewers.js';
import type { TestSite } from './site.js';

export const ROLES = ['COORDINATOR', 'ORGANIZER', 'FOCAL_POINT', 'ADMINISTRATOR'] as const;
export type Role = (typeof ROLES)[number];

/** The network whose coordinator visits the screens, and another one. */
const OWN = 'acacia';
export const OTHER = 'olive-branch';

/** Names in a list that is imported and in an application, for the coordinator of the network alone. */
const IMPORTED = 'Heronwood';
const APPLIED = 'Quillfeather';

/** The account of the demo that has this role; a coordinator's is of this network. */
export async function accountOf(
  { services }: TestSite,
  role: Role,
  network = OWN,
): Promise<{ readonly id: string }> {
  const [account] = await services.database.query<{ id: string }>(
    `SELECT a.id FROM account a JOIN account_role r ON r.account_id = a.id LEFT JOIN network n ON n.id = r.network_id
     WHERE r.role = $1 AND (n.id IS NULL OR n.slug = $2) ORDER BY a.id`,
    [role.toLowerCase().replace('_', '-'), network],
  );
  if (!account) throw new Error(`The demo has no ${role}.`);
  return account;
}

/** Where the screens are that show one record, by the paths of their routes. Makes what the demo lacks for them. */
export async function addressesOfRecords(
  site: TestSite,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { database } = site.services;
  /** Of the first row. */
  const find = async <Row extends object>(query: string, values: unknown[] = []): Promise<Row> => {
    const [row] = await database.query<Row>(query, values);
    if (!row) throw new Error(`The demo has nothing for ${query}`);
    return row;
  };
  const [coordinator, organizer] = await Promise.all([
    accountOf(site, 'COORDINATOR'),
    accountOf(site, 'ORGANIZER'),
  ]);
  const { network } = await find<{ network: string }>(
    'SELECT id AS network FROM network WHERE slug = $1',
    [OWN],
  );
  const { list, need } = await find<{ list: string; need: string }>(
    `SELECT s.id AS list, s.need_id AS need FROM shortlist s JOIN shortlist_entry e ON e.shortlist_id = s.id
     GROUP BY 1 ORDER BY count(*) DESC, s.need_id`,
  );
  const { deployment, introduction } = await find<{ deployment: string; introduction: string }>(
    `SELECT id AS deployment, introduction_id AS introduction FROM deployment
     WHERE network_id = $1 AND state = 'active' AND place = 'lead'`,
    [network],
  );
  const { woman, outside } = await find<{ woman: string; outside: string }>(
    `SELECT m.id AS woman, m.public_id AS outside FROM mediator m JOIN affiliation a ON a.mediator_id = m.id
     WHERE a.network_id = $1 AND m.state = 'published' ORDER BY a.external_id`,
    [network],
  );
  const two = await database.query<{ id: string }>(
    `SELECT m.public_id AS id FROM shortlist_entry e JOIN mediator m ON m.id = e.mediator_id
     WHERE e.shortlist_id = $1 ORDER BY e.rank LIMIT 2`,
    [list],
  );
  const compared = two.map(({ id }) => `id=${globalId('Mediator', id)}`).join('&');
  const { slug } = await find<{ slug: string }>('SELECT slug FROM peace_process ORDER BY slug');
  const at = (path: string, type: string, id: string): string[] => [
    `${path}/${globalId(type, id)}`,
  ];
  const needs = at('/needs', 'Need', need);
  const { plan } = await find<{ plan: string }>(
    `SELECT p.id AS plan FROM wps_plan p JOIN wps_actor a ON a.id = p.actor_id
     WHERE a.code = 'demo-amberland' AND p.sharing = 'public'`,
  );
  const { report } = await find<{ report: string }>(
    `SELECT id AS report FROM wps_report WHERE state = 'reviewed'`,
  );
  return {
    '/offices': ['/offices', '/offices?past=1'],
    '/focal-points': ['/focal-points', '/focal-points?past=1'],
    '/scarcity-map': ['/scarcity-map', '/scarcity-map?domain=security'],
    '/plans': ['/plans', '/plans?view=map'],
    '/plans/:id': at('/plans', 'ActionPlan', plan).flatMap((path) =>
      ['', '?tab=findings', '?tab=money', '?tab=people'].map((tab) => `${path}${tab}`),
    ),
    '/wps-reports/:id': at('/wps-reports', 'WpsReport', report),
    '/imports/:id': at('/imports', 'Import', await uploaded(site, coordinator.id, network)),
    '/desk/introductions/:id': at('/desk/introductions', 'DeskIntroduction', introduction),
    '/desk/deployments/:id': at('/desk/deployments', 'DeskDeployment', deployment),
    '/duplicates/:id': at('/duplicates', 'LinkSuggestion', await twice(site, network)),
    '/applications/:id': at('/applications', 'Application', await applied(site)),
    '/profiles/:id': at('/profiles', 'Profile', woman),
    '/needs/:id': needs,
    '/needs/:id/edit': needs.map((path) => `${path}/edit`),
    '/needs/:id/terms': needs.map((path) => `${path}/terms`),
    '/needs/:id/compare': needs.map((path) => `${path}/compare?${compared}`),
    '/needs/:id/team': needs.map((path) => `${path}/team`),
    '/shortlists': ['/shortlists', '/shortlists?of=others'],
    '/shortlists/:id': at('/shortlists', 'Shortlist', list),
    '/shared-shortlists/:id': at(
      '/shared-shortlists',
      'SharedShortlist',
      await shared(site, organizer.id, list),
    ),
    '/introductions/:id': at('/introductions', 'Introduction', introduction),
    '/deployments/:id': at('/deployments', 'Deployment', deployment),
    '/processes': ['/processes', '/processes?view=map'],
    '/processes/:slug/edit': [`/processes/${slug}/edit`],
    '/breaches/:id': (await breaches(site, coordinator.id, woman)).flatMap((id) =>
      at('/breaches', 'Breach', id),
    ),
    '/accounts/:id': at('/accounts', 'Account', coordinator.id),
    '/programs/:id': at('/programs', 'ServiceAccount', await program(site, network)),
    '/mediators/:id': at('/mediators', 'Mediator', outside),
  };
}

async function uploaded(
  { app, services }: TestSite,
  accountId: string,
  networkId: string,
): Promise<string> {
  const list = `Nom;Courriel;Langues\nAwa ${IMPORTED};awa@example.org;Français (C1)\nBinta Sow;;Swahli (B2)\n`;
  const viewer = { ...coordinatorViewer(networkId), name: `user:${accountId}`, userId: accountId };
  const id = await app.get(ImportUploadService).receive(viewer, {
    networkId,
    fileName: 'membres.csv',
    bytes: Readable.from([Buffer.from(list)]),
  });
  await services.jobs.drain();
  return id;
}

/** One breach of which nobody has been told, and one of which everybody has, with a woman who is told in person. */
async function breaches(
  { app, services }: TestSite,
  accountId: string,
  woman: string,
): Promise<string[]> {
  const service = app.get(BreachService);
  const today = dayOf(TODAY);
  const draft = {
    cause: 'misused-account',
    accountId,
    from: today,
    until: today,
    withLists: true,
    networkIds: [],
    knownAt: null,
    mediatorIds: [woman],
    facts: ['contact'],
    advice: ['call-your-network'],
    words: { what: 'A telephone was taken.', consequences: '', measures: '' },
  } as const;
  const untold = await service.open(OPERATOR, draft);
  const few = { ...draft, cause: 'leaked-list', accountId: null, withLists: false } as const;
  const told = await service.open(OPERATOR, few);
  await services.database.query(
    `INSERT INTO mediator_preference (mediator_id, channel) VALUES ($1, 'telephone')
     ON CONFLICT (mediator_id) DO UPDATE SET channel = 'telephone'`,
    [woman],
  );
  await service.notify(OPERATOR, told.id);
  await app.get(BreachTelling).handle([told.id]);
  return [untold.id, told.id];
}

/** Two records of the demo's list that are perhaps of one mediator. */
async function twice({ app, services }: TestSite, networkId: string): Promise<string> {
  await app.get(DuplicateSearch).handle();
  const [pair] = await services.database.query<{ id: string }>(
    'SELECT id FROM duplicate_pair WHERE network_id = $1 ORDER BY weight DESC',
    [networkId],
  );
  if (!pair) throw new Error('The demo lists nobody twice.');
  return pair.id;
}

/** A program of the network, which is told of changes. */
async function program({ app, services }: TestSite, networkId: string): Promise<string> {
  const { account } = await services.identity.serviceAccounts.create(OPERATOR, {
    name: 'Copy of the directory',
    scopes: ['directory.read'],
    networkIds: [networkId],
    days: 30,
  });
  const url = 'https://receiver.example/hook';
  const { webhook } = await app.get(WebhookService).create(OPERATOR, account.id, url);
  await app.get(WebhookService).test(OPERATOR, webhook.id);
  return account.id;
}

/** A stranger's answer to the call of the demo. */
async function applied(site: TestSite): Promise<string> {
  const { database } = site.services;
  const [call] = await database.query<{ id: string }>('SELECT id FROM membership_call');
  const she = await new PageReader(site).open(`/apply/${OWN}/${call?.id}?lang=en`);
  await she.submit(`/apply/${OWN}/${call?.id}?lang=en`, {
    ...WRITTEN,
    displayName: `Amina ${APPLIED}`,
  });
  await (
    await new PageReader(site).open(await lastLink(site, String(WRITTEN.email)))
  ).submit('/link/application/confirm');
  const [application] = await database.query<{ id: string }>(
    'SELECT id FROM membership_application',
  );
  return application?.id ?? '';
}

async function shared(
  { app, services }: TestSite,
  accountId: string,
  shortlistId: string,
): Promise<string> {
  await app.get(ShareService).share(OPERATOR, shortlistId, { kind: 'account', id: accountId });
  const [share] = await services.database.query<{ id: string }>('SELECT id FROM shortlist_share');
  return share?.id ?? '';
}

/**
 * What someone with a role may not see, wherever she looks: contact data of members, their numbers where they are not of
 * her network, names of women who are shown by a code name, and needs of others.
 *
 * @param isAnother whether she works for the other network, or for an organization that is not the demo's
 */
export async function hiddenFrom(
  { services }: TestSite,
  role: Role,
  isAnother = false,
): Promise<string[]> {
  const own = isAnother ? OTHER : OWN;
  const isHers = (slug: string): boolean => role === 'COORDINATOR' && slug === own;
  const members = await services.database.query<{ id: string; slug: string }>(
    `SELECT m.id, n.slug FROM mediator m JOIN affiliation a ON a.mediator_id = m.id JOIN network n ON n.id = a.network_id`,
  );
  const others = members.filter(({ slug }) => !isHers(slug));
  const networkOf = new Map(members.map(({ id, slug }) => [id, slug]));
  const records = await services.profiles.recordsByIds(members.map(({ id }) => id));
  const isShown = (one: (typeof records)[number]): boolean =>
    !one.pseudonymous || isHers(networkOf.get(one.id) ?? '');
  const shown = new Set(records.filter(isShown).map(({ fullName }) => fullName));
  const names = records.map(({ fullName }) => fullName).filter((name) => !shown.has(name));
  const needs = await services.database.query<{ title: string }>(
    'SELECT title FROM need WHERE organization_id IS NOT NULL',
  );
  return [
    ...names,
    // The demo's women have numbers such as acacia-000001, acacia-000001@example.org and +999 1234567.
    ...new Set(others.map(({ slug }) => `${slug}-0`)),
    ...(role === 'COORDINATOR' ? Array.from('0123456789', (digit) => `${digit}@example.org`) : []),
    '+999 ',
    ...(isHers(OWN) ? [] : [IMPORTED, APPLIED]),
    ...((role === 'ORGANIZER' && !isAnother) || isHers(OWN) ? [] : needs.map(({ title }) => title)),
  ];
}
