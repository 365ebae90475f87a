import { globalId } from '../curating.js';
import { idOf } from './ids.js';
import type { Recorder, Selections } from './recorder.js';
import {
  HIDDEN_APPLICATION,
  HIDDEN_CALL,
  HIDDEN_LINK,
  HIDDEN_SHARE,
  OPEN_CALL,
  OWN_APPLICATION,
  OWN_SHARE,
} from './store.js';
import { HIDDEN_WPS, SEEN_REPORTS } from './wps.js';

/** What questions name. The same in both directories of a pair. */
export interface Asked {
  /** Public ids of women, listed or not. */
  readonly women: readonly string[];
  /** Keys of women inside, which no viewer but their curators may use. */
  readonly keys: readonly string[];
  readonly networks: readonly string[];
}

/** Asks one field of `Query` with these arguments for all that it gives. */
type Ask = (args?: object) => Promise<{ data?: Record<string, unknown> | null }>;
type Question = (ask: Ask, asked: Asked) => Promise<unknown>;

const deployment = (id: string) => Buffer.from(`Deployment:${id}`).toString('base64url');

const UNKNOWN = '01999999-9999-7999-8999-999999999999';
const NOBODY = '01999999-9999-7999-8999-999999999998';
const mediator = (id: string) => globalId('Mediator', id);
const profile = (key: string) => globalId('Profile', key);
const need = (n: number) => globalId('Need', idOf(11, n));
/** Of another organization. */
const hiddenNeed = (n: number) => globalId('Need', idOf(20, n));

/** Objects of other organizations, by type. */
const HIDDEN_NODES = {
  Shortlist: idOf(21, 0),
  ShortlistEntry: idOf(22, 0),
  SharedShortlist: HIDDEN_SHARE,
  Team: idOf(24, 0),
  Call: HIDDEN_CALL,
  Application: HIDDEN_APPLICATION,
  Import: idOf(25, 0),
  TermsOfReference: idOf(20, 0),
  Lesson: idOf(28, 0),
  DeskLesson: idOf(28, 1),
  AlongsidePlace: idOf(29, 0),
  OwnMentoring: idOf(29, 1),
  LinkSuggestion: HIDDEN_LINK,
  OwnLink: HIDDEN_LINK,
  OtherDirectory: UNKNOWN,
  Hiding: idOf(30, 0),
  IssuedCopy: idOf(31, 0),
  Breach: idOf(37, 0),
  ...HIDDEN_WPS,
};

const REPORTS = [...SEEN_REPORTS, HIDDEN_WPS.WpsReport, UNKNOWN].map((id) =>
  globalId('WpsReport', id),
);

/** Of another network, and one that is not there. */
const LISTS = [idOf(25, 0), UNKNOWN].map((id) => globalId('Import', id));

const NEED = { date: '2026-12-10' };
const YEARS = { ...NEED, soft: { years: 10 } };
const PROTECTED = { proportion: 500_000, places: 10 };
/** Needs that rest on every criterion that hidden fields could decide. */
const WEIGHED = {
  ...NEED,
  period: { from: '2026-12-15', to: '2027-01-15' },
  territories: ['ML', 'KE'],
  soft: {
    years: 12,
    languages: [{ code: 'en' }, { code: 'ar', level: 'B2' }],
    territories: [{ code: 'SD' }, { code: 'ML' }],
    tracks: [{ code: 'TRACK_1' }],
    roles: ['ADVISER'],
    availability: true,
    freshness: true,
    process: { type: 'CEASEFIRE' },
  },
};
const WITH_BRIEF = {
  ...NEED,
  brief: 'ceasefire harbour Diallo quartz',
  hard: { minimumYears: 3, allowStale: true, availability: { minimumShare: 50 } },
  period: { from: '2026-12-15', to: '2027-01-15' },
  territories: ['SD'],
  soft: { years: 20, expertise: [{ code: 'mediation' }] },
};
const CONFLICT = {
  ...YEARS,
  hard: { conflictOfInterest: { networks: ['baobab'], territories: ['ML'] } },
};
const ROTATED = { ...YEARS, seed: 's', fairness: { rotation: { strength: 150 } } };
const GROUPS = [
  { group: 'YOUNG_LEADERS' },
  { group: 'NATIONALS_OR_RESIDENTS', territories: ['ML', 'KE'] },
  { group: 'UNDER_REPRESENTED_NETWORKS' },
].map((group) => ({
  ...YEARS,
  fairness: { rotation: { strength: 60, windowDays: 60 }, group: { ...group, ...PROTECTED } },
}));
/** With all that only model 2 reads of a profile, but where she is from, which not everybody may ask. */
const LATER = {
  ...WEIGHED,
  version: 2,
  soft: { ...WEIGHED.soft, workingMode: 'REMOTE', noticeDays: 10, mentor: true },
};
const NEEDS = [
  WEIGHED,
  WITH_BRIEF,
  CONFLICT,
  { ...YEARS, hard: { conflictOfInterest: { networks: ['baobab'] } } },
  LATER,
  { ...LATER, soft: { ...LATER.soft, origin: { stance: 'INSIDER', territories: ['KE'] } } },
];

async function each<T>(list: readonly T[], ask: (one: T) => Promise<unknown>): Promise<void> {
  for (const one of list) await ask(one);
}

/** The pages of a list, forth and back again. */
async function pages(ask: Ask, args: object, size: number, back = true): Promise<void> {
  let after: string | null = null;
  let last: string | undefined;
  for (let i = 0; i < 2; i++) {
    const answer = await ask({ ...args, first: size, after });
    const cursors = cursorsOf(Object.values(answer.data ?? {})[0]);
    last = cursors.at(-1) ?? last;
    if (cursors.length < size) break;
    after = last ?? null;
  }
  if (last && back) await ask({ ...args, last: size, before: last });
}

/** Cursors of a connection, under whatever alias they come. */
function cursorsOf(page: unknown): string[] {
  if (typeof page !== 'object' || page === null) return [];
  const edges = Object.entries(page).find(([key]) => key.endsWith('edges'))?.[1] as
    | Record<string, unknown>[]
    | undefined;
  return (edges ?? []).flatMap((edge) =>
    Object.entries(edge).flatMap(([key, value]) => (key.endsWith('cursor') ? [String(value)] : [])),
  );
}

const facets = [
  'NETWORKS',
  'LANGUAGES',
  'TERRITORIES',
  'EXPERTISE',
  'TRACKS',
  'ROLES',
  'AVAILABILITY',
  'YEARS',
];

/** By field of `Query`: what is asked of it. A field that is not here fails the test. */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  mediators: async (ask) => {
    await ask({ first: 50, facets });
    await each(['CONFIRMED', 'NAME', 'YEARS'], (sort) =>
      ask({ search: 'ceasefir', sort, first: 5 }),
    );
    await pages(ask, { search: 'ceasefire', sort: 'RELEVANCE' }, 3);
    await each(['Amina', 'quarz', 'harbour Diallo', 'Heron', 'mali'], (search) =>
      ask({ search, first: 5, facets }),
    );
    await each(
      [
        { territories: ['ML'] },
        { languages: [{ code: 'en', minimumLevel: 'B2' }], tracks: ['TRACK_1'] },
        { networks: ['fjord'], minimumYears: 12 },
        { availability: ['AVAILABLE'], expertise: ['mediation'], roles: ['ADVISER'] },
      ],
      (filter) => ask({ filter, first: 5, facets }),
    );
    await ask({ first: 2, after: 'bm9uZQ' });
  },
  changes: async (ask) => {
    await ask({ first: 50 });
    await pages(ask, {}, 4, false);
    await each([['PUBLISHED'], ['CHANGED', 'REMOVED']], (kinds) => ask({ kinds, first: 50 }));
    await ask({ after: 'nonsense' });
  },
  mediator: async (ask, { women, keys }) => {
    await each([...women.slice(0, 6), UNKNOWN, ...keys.slice(0, 2)], (id) =>
      ask({ id: mediator(id) }),
    );
    await ask({ id: 'nonsense' });
  },
  node: async (ask, { women, keys, networks }) => {
    await each([...women.slice(0, 2), UNKNOWN], (id) => ask({ id: mediator(id) }));
    await each([...keys.slice(0, 3), UNKNOWN], (id) => ask({ id: profile(id) }));
    await each(
      [hiddenNeed(0), hiddenNeed(1), need(0), globalId('Network', networks[0] ?? '')],
      (id) => ask({ id }),
    );
    await each(Object.entries(HIDDEN_NODES), ([type, id]) => ask({ id: globalId(type, id) }));
  },
  matchCandidates: async (ask) => {
    await each([...NEEDS, ...GROUPS], (asked) => ask({ need: asked, first: 20 }));
    await pages(ask, { need: ROTATED }, 4, false);
    await each([need(0), need(1), need(2), hiddenNeed(0), globalId('Need', UNKNOWN)], (needId) =>
      ask({ needId, first: 10 }),
    );
  },
  needReport: async (ask) => {
    await each(NEEDS, (asked) => ask({ need: asked, first: 20 }));
    await each([need(0), hiddenNeed(0)], (needId) => ask({ needId }));
  },
  checkNeed: async (ask) => {
    await each(NEEDS, (asked) => ask({ need: asked, wanted: 3 }));
    await ask({ needId: hiddenNeed(0) });
  },
  explainMatch: async (ask, { women, keys }) => {
    await each([...women.slice(0, 4), UNKNOWN, ...keys.slice(0, 1)], (id) =>
      ask({ need: WEIGHED, mediatorId: mediator(id), top: 3 }),
    );
    await each(keys.slice(0, 2), (key) => ask({ need: WEIGHED, mediatorId: profile(key) }));
    // One country after the other: who has ruled it out, or is of it, must not be told.
    await each(['KE', 'ML'], async (code) => {
      const [, her = UNKNOWN] = women;
      await ask({ need: { ...YEARS, territories: [code] }, mediatorId: mediator(her) });
      const hard = { conflictOfInterest: { territories: [code] } };
      await ask({ need: { ...YEARS, hard }, mediatorId: mediator(her) });
    });
  },
  compareCandidates: async (ask, { women }) => {
    const [first = UNKNOWN, second = UNKNOWN, third = UNKNOWN] = women.map(mediator);
    await ask({ need: WEIGHED, first, second });
    await ask({ need: WITH_BRIEF, first, second: third });
    await ask({ need: WEIGHED, first: third, second: mediator(UNKNOWN) });
  },
  scarcity: async (ask) => {
    await ask({ minimum: 3, limit: 30 });
    await ask({
      network: 'baobab',
      languages: [{ code: 'ar', level: 'B2' }],
      areas: ['ML', 'KE'],
    });
    await ask({ network: 'no-such-network' });
  },
  scarcityMap: (ask) => ask(),
  wpsMailChoice: (ask) => ask(),
  exposureReport: async (ask) => {
    await ask();
    await each(['fjord', 'acacia'], (network) => ask({ network }));
    await ask({ from: '2026-01-01', to: '2026-03-31' });
  },
  deploymentFeedback: (ask) =>
    each([idOf(27, 0), UNKNOWN], (id) => ask({ deploymentId: deployment(id) })),
  afterActionReview: (ask) =>
    each([idOf(27, 0), UNKNOWN], (id) => ask({ deploymentId: deployment(id) })),
  alongsidePlaces: (ask) => ask(),
  myAlongsidePlaces: (ask) => ask(),
  myMentorings: (ask) => ask(),
  networkAlongsidePlaces: (ask) => each(['fjord', 'acacia'], (network) => ask({ network })),
  lessons: (ask) => pages(ask, {}, 2),
  networkLessons: (ask) =>
    each(['fjord', 'acacia', 'no-such-network'], (network) => ask({ network })),
  organizerFigures: (ask) => ask(),
  metrics: async (ask) => {
    await ask();
    await each(['fjord', 'acacia'], (network) => ask({ network }));
    await ask({ ownOrganization: true });
    await ask({ from: '2026-01-01' });
  },
  shortlist: (ask) =>
    each([idOf(12, 0), idOf(21, 0), UNKNOWN], (id) => ask({ id: globalId('Shortlist', id) })),
  sharedShortlist: (ask) =>
    each([OWN_SHARE, HIDDEN_SHARE, UNKNOWN], (id) => ask({ id: globalId('SharedShortlist', id) })),
  sharedShortlists: (ask) => pages(ask, {}, 1),
  shortlists: async (ask) => {
    await each([need(1), hiddenNeed(0), globalId('Need', UNKNOWN)], (needId) => ask({ needId }));
    await pages(ask, {}, 2);
  },
  import: (ask) => each(LISTS, (id) => ask({ id })),
  importReport: (ask) => each(LISTS, (id) => ask({ id })),
  importRows: (ask) => each(LISTS, (id) => ask({ id, first: 5 })),
  imports: (ask) => each(['acacia', 'fjord', 'no-such-network'], (network) => ask({ network })),
  team: (ask) => each([idOf(24, 0), UNKNOWN], (id) => ask({ id: globalId('Team', id) })),
  teams: (ask) => ask({ first: 10 }),
  needs: (ask) => pages(ask, {}, 2),
  myNeeds: (ask) => pages(ask, {}, 2),
  peaceProcesses: async (ask) => {
    await pages(ask, {}, 2);
    await pages(ask, { archived: true }, 2);
  },
  feedbackCounts: async (ask) => {
    await ask();
    await each([need(1), hiddenNeed(0)], (needId) => ask({ needId }));
  },
  networkDesk: (ask) => each(['acacia', 'fjord', 'no-such-network'], (network) => ask({ network })),
  termsOfReference: (ask) =>
    each([need(1), hiddenNeed(0), globalId('Need', UNKNOWN)], (needId) => ask({ needId })),
  networks: async (ask) => {
    await pages(ask, {}, 2);
    await pages(ask, { archived: true }, 2);
  },
  auditCheck: (ask) => ask(),
  securityEvents: async (ask) => {
    await ask();
    await ask({ accountId: globalId('Account', UNKNOWN) });
  },
  accountTrace: (ask) => ask({ id: globalId('Account', UNKNOWN) }),
  issuedCopies: async (ask) => {
    await ask();
    await each(['fjord', 'acacia'], (network) => ask({ network }));
  },
  breaches: (ask) => ask(),
  womenToTell: async (ask) => {
    await each(['fjord', 'acacia', 'no-such-network'], (network) => ask({ network }));
  },
  hidings: async (ask) => {
    await ask();
    await each(['fjord', 'acacia'], (network) => ask({ network }));
  },
  hidingPreview: async (ask, { keys }) => {
    await each(['fjord', 'acacia', 'no-such-network'], (network) => ask({ network }));
    await each(keys.slice(0, 4), (key) => ask({ network: 'fjord', mediatorIds: [profile(key)] }));
    await ask({ mediatorIds: keys.slice(0, 2).map(profile) });
  },
  jobs: (ask) => ask(),
  settings: (ask) => ask(),
  retention: (ask) => ask(),
  network: (ask) => each(['acacia', 'no-such-network'], (slug) => ask({ slug })),
  profile: (ask, { keys }) =>
    each([...keys.slice(0, 5), UNKNOWN], (key) => ask({ id: profile(key) })),
  codeName: (ask, { keys, women }) =>
    each([...keys.slice(0, 2).map(profile), ...women.slice(0, 1).map(mediator)], (mediatorId) =>
      ask({ mediatorId }),
    ),
  curatedProfiles: async (ask) => {
    await each(['fjord', 'acacia'], (network) => ask({ network, first: 20 }));
    await ask({ network: 'fjord', states: ['DRAFT', 'SUBMITTED'] });
  },
  findProfiles: (ask) =>
    each(['fjord', 'acacia'], (network) => ask({ network, name: 'Amina', first: 20 })),
  members: async (ask) => {
    await each(['fjord', 'acacia'], (network) => ask({ network, first: 20 }));
    const filter = { name: 'ami', marks: ['STALE', 'INCOMPLETE'] };
    await each(['NAME', 'COMPLETENESS', 'CONFIRMED', 'CHANGED'], (sort) =>
      ask({ network: 'fjord', filter, sort, first: 5 }),
    );
  },
  memberCounts: (ask) => each(['fjord', 'acacia'], (network) => ask({ network })),
  workList: async (ask) => {
    await each(
      [
        'REVIEW',
        'INCOMPLETE',
        'STALE',
        'CONFLICTS',
        'CORRECTIONS',
        'IMPORT_REJECTS',
        'MERGES',
        'DUPLICATES',
      ],
      (kind) => ask({ network: 'fjord', kind }),
    );
    await ask({ network: 'acacia', kind: 'REVIEW' });
  },
  inbox: async (ask) => {
    await ask({ first: 20 });
    await each(['fjord', 'acacia'], (network) => ask({ network, first: 20 }));
    await ask({ owner: 'NOBODY' });
    await ask({ snoozed: true });
    const kinds = [
      'PROFILE_STALE',
      'PROFILE_INCOMPLETE',
      'PROFILE_CONFLICT',
      'DUPLICATES',
      'IMPORT_REJECTS',
    ];
    await each(['fjord', 'acacia', null], (network) => ask({ kinds, network, first: 20 }));
  },
  inboxCounts: async (ask) => {
    await ask();
    await each(['fjord', 'acacia'], (network) => ask({ network }));
  },
  colleagues: async (ask) => {
    await ask();
    await each(['fjord', 'acacia'], (network) => ask({ network }));
  },
  linkModel: (ask) => ask(),
  linkSuggestions: async (ask) => {
    await each(['fjord', 'acacia'], (network) => ask({ network, first: 20 }));
    await ask({ network: 'fjord', state: 'OPEN' });
  },
  listedElsewhere: (ask) => each(['fjord', 'acacia'], (network) => ask({ network })),
  explainLink: (ask) =>
    each([HIDDEN_LINK, UNKNOWN], (id) => ask({ id: globalId('LinkSuggestion', id) })),
  mergePreview: async (ask, { keys }) => {
    const [first = UNKNOWN, second = UNKNOWN] = keys.map(profile);
    await ask({ keep: first, other: second });
    await ask({ keep: profile(UNKNOWN), other: first });
  },
  savedViews: (ask) => ask(),
  introductions: (ask) => ask({ first: 20 }),
  deployments: (ask) => ask({ first: 20 }),
  deployment: (ask) => ask({ id: globalId('Deployment', UNKNOWN) }),
  deskDeployments: async (ask, { keys }) => {
    await each(['fjord', 'acacia'], (network) => ask({ network, first: 20 }));
    await each([...keys.slice(0, 2), UNKNOWN], (id) =>
      ask({ network: 'fjord', profileId: profile(id), first: 20 }),
    );
  },
  deskDeployment: (ask) => ask({ id: globalId('DeskDeployment', UNKNOWN) }),
  deskIncidents: (ask) => ask({ id: globalId('DeskDeployment', UNKNOWN) }),
  myDeployments: (ask) => ask(),
  introduction: (ask) => ask({ id: globalId('Introduction', UNKNOWN) }),
  deskIntroductions: async (ask, { keys }) => {
    await each(['fjord', 'acacia'], (network) => ask({ network, first: 20 }));
    await each([...keys.slice(0, 2), UNKNOWN], (id) =>
      ask({ network: 'fjord', profileId: profile(id), first: 20 }),
    );
  },
  deskIntroduction: (ask) => ask({ id: globalId('DeskIntroduction', UNKNOWN) }),
  myAskPreferences: (ask) => ask(),
  myIntroductions: (ask) => ask(),
  myIntroduction: (ask) => ask({ id: globalId('OwnIntroduction', UNKNOWN) }),
  stuck: (ask) => ask({ first: 20 }),
  consents: (ask, { keys, women }) =>
    each([...keys.slice(0, 2).map(profile), ...women.slice(0, 1).map(mediator)], (mediatorId) =>
      ask({ mediatorId }),
    ),
  corrections: (ask, { networks }) =>
    each(networks, (id) => ask({ networkId: globalId('Network', id) })),
  calls: (ask) => each(['fjord', 'acacia'], (network) => ask({ network })),
  applications: async (ask) => {
    await each(['fjord', 'acacia'], (network) => ask({ network, first: 20 }));
    await ask({ network: 'fjord', call: globalId('Call', OPEN_CALL), states: ['SUBMITTED'] });
  },
  application: (ask) =>
    each([OWN_APPLICATION, HIDDEN_APPLICATION, UNKNOWN], (id) =>
      ask({ id: globalId('Application', id) }),
    ),
  wpsActors: async (ask) => {
    await pages(ask, {}, 2);
    await ask({ kinds: ['STATE'], memberOf: 'x-region', on: '2026-06-01' });
  },
  ownWpsActor: (ask) => ask(),
  wpsActor: (ask) => each(['x-own', 'x-other', 'x-none'], (code) => ask({ code })),
  actionPlans: async (ask) => {
    await pages(ask, {}, 2);
    await each(['x-own', 'x-other', 'x-none'], (actor) => ask({ actor, states: ['ADOPTED'] }));
    await each(['x-region', 'x-none'], (memberOf) => ask({ memberOf, first: 5 }));
  },
  commitments: async (ask) => {
    await pages(ask, {}, 2);
    await each(['x-own', 'x-other'], (actor) => ask({ actor, states: ['OPEN'] }));
    await ask({ meeting: 'no-such-meeting' });
  },
  observations: async (ask) => {
    await pages(ask, {}, 2);
    await ask({ actor: 'x-other', concept: 'WOMEN_IN_PARLIAMENT', superseded: true });
  },
  wpsFrameworks: (ask) => ask(),
  wpsIndicators: (ask) => ask({ framework: 'x-un' }),
  wpsSheet: (ask) =>
    each(['x-own', 'x-other', 'x-none'], (actor) =>
      ask({ actor, framework: 'x-un', from: '2026-01-01', until: '2026-12-31' }),
    ),
  wpsForms: (ask) => ask(),
  wpsReports: async (ask) => {
    await pages(ask, {}, 2);
    await ask({ actor: 'x-other', states: ['DRAFT', 'SUBMITTED'] });
  },
  wpsReportContent: (ask) => each(REPORTS, (id) => ask({ id })),
  wpsReportComments: (ask) => each(REPORTS, (report) => ask({ report, first: 5 })),
  wpsLessons: async (ask) => {
    await pages(ask, {}, 2);
    await ask({ actor: 'x-other', theme: 'mediation', states: ['DRAFT', 'SHARED'] });
  },
  conflictAnalyses: async (ask) => {
    await pages(ask, {}, 2);
    await ask({ actor: 'x-other', territory: 'ML' });
  },
  ownInvolvements: (ask) => ask({ first: 5 }),
  wpsOwing: async (ask) => {
    await pages(ask, {}, 2);
    for (const kind of ['COMMITMENT', 'OBSERVATION', 'COMMENT', 'CONTESTED_INVOLVEMENT']) {
      await ask({ kind, last: 3 });
    }
  },
  wpsMeetings: (ask) => ask({ kinds: ['CAPITAL'] }),
  needPresets: (ask) => ask(),
  consentTexts: (ask) => ask(),
  vocabulary: (ask) => ask({ kind: 'ROLE', first: 3 }),
  me: (ask) => ask(),
  myAudiences: (ask) => ask(),
  myConsents: (ask) => ask(),
  myContactAccesses: (ask) => ask(),
  myCorrections: (ask) => ask(),
  myDirectories: (ask) => ask(),
  myLinks: (ask) => ask(),
  myData: (ask) => ask(),
  sessions: (ask) => ask(),
  accounts: async (ask) => {
    await ask();
    await ask({ search: KNOWN_ADDRESS });
  },
  invitations: (ask) => ask(),
  organizations: (ask) => ask({ search: 'ministry' }),
  serviceAccounts: (ask) => ask(),
};

/**
 * What is refused to all who do not curate her and changes nothing. `$key` is a Profile id; the same with a
 * made-up id must be refused alike.
 */
const REFUSED = [
  'editProfile(id: $key, revision: 1, changes: { years: 9 })',
  'stepProfile(id: $key, step: SUSPEND)',
  'addNote(id: $key, text: "Seen.")',
  'stepProfile(id: $key, step: PUBLISH)',
  'revertField(id: $key, change: $change)',
  'revertProfile(id: $key, change: $change)',
  'endAffiliation(id: $key, network: "acacia")',
  'mergeProfiles(keep: $key, keepRevision: 1, other: $unknown, otherRevision: 1)',
  'viewContact(input: { mediatorId: $key, networkId: $network, purpose: SECURITY, reason: "A call." })',
  'mergeProfiles(keep: $unknown, keepRevision: 1, other: $key, otherRevision: 1)',
  'editContact(input: { mediatorId: $key, networkId: $network, telephone: "+1 202 555 0166" })',
  'inviteUser(input: { email: "her@example.org", role: MEDIATOR, mediatorId: $key, networkId: $network })',
  'inviteMembers(network: "acacia", ids: [$key])',
  'askMembers(network: "acacia", ids: [$key], question: STILL_RIGHT)',
  'withdrawConsent(input: { mediatorId: $key, purpose: LISTED, channel: EMAIL })',
  'recordConsent(input: { mediatorId: $key, purpose: LISTED, channel: EMAIL, proof: "A mail.", givenOn: "2026-01-01", textVersion: "2026-11", language: EN })',
  'closeNeed(id: $need, revision: 1, outcome: FILLED, mediatorIds: [$key])',
  'recordEngaged(id: $need, revision: 1, mediatorIds: [$key])',
  'addToShortlist(input: { id: $list, revision: 1, entries: [{ mediatorId: $key }] })',
  'startTeam(need: { date: "2026-12-10", soft: { years: 5 } }, size: 2, constraints: { mustHave: [$key] })',
] as const;

const REFUSALS = `__typename ... on ValidationError { fields { path code message } } ... on NotFound { message }
  ... on NotPermitted { message } ... on InvalidState { message } ... on Conflict { message }`;

const APPLY = `/apply/fjord/${OPEN_CALL}?lang=en`;
const briefing = (type: string, id: string) => `/briefings/${globalId(type, id)}?lang=en`;
const PAGES = [
  '/',
  '/networks',
  '/networks/acacia?lang=en',
  '/how-matching-works',
  '/robots.txt',
  '/sign-in',
  '/me',
  '/live',
  '/ready',
  '/no-such-page',
  APPLY,
  briefing('Shortlist', idOf(12, 0)),
  briefing('Shortlist', idOf(21, 0)),
  briefing('SharedShortlist', OWN_SHARE),
  briefing('SharedShortlist', HIDDEN_SHARE),
];

/** Of the public directory: searches with every filter, in both directions, and pages of women, listed or not. */
const publicPages = ({ women, keys }: Asked): string[] => [
  ...[
    '',
    '?more=territory&lang=fr',
    '?q=ceasefir',
    '?q=quarz&sort=name',
    '?q=harbour+Diallo&sort=confirmed',
    '?territory=ML&territory=011&track=1',
    '?language=en.B2&language=fr&years=12',
    '?network=fjord&role=adviser',
    '?availability=available&expertise=mediation&sort=years',
    '?q=Heron',
    '?after=bm9uZQ',
  ].map((search) => `/directory${search}`),
  ...[...women.slice(0, 6), UNKNOWN, ...keys.slice(0, 2)].map((id) => `/directory/${id}?lang=en`),
];

/** An address with which a woman applies; whether another network knows it differs. */
export const KNOWN_ADDRESS = 'amina@example.org';
const APPLICATION = {
  fullName: 'Amina Diallo',
  language0: 'French',
  languageLevel0: 'C1',
  topic0: 'mediation',
  topicLevel0: '2',
  territories: 'Mali',
  version: '2026-11',
  consents: 'LISTED',
};
/** Known to another network or not, and known to nobody. */
const ADDRESSES = [KNOWN_ADDRESS, 'nobody@example.org'];

/** What is wrong in these questions is asked for. All others must be understood, for else they would tell nothing. */
export const WRONG_ON_PURPOSE =
  /"nonsense"|"bm9uZQ"|"no-such-network"|"UNDER_REPRESENTED_NETWORKS"/;

/** Asks these fields of `Query` all that there is to ask, in one order. */
export async function askFields(
  fields: readonly string[],
  recorder: Recorder,
  selections: Selections,
  asked: Asked,
): Promise<void> {
  for (const field of fields) {
    const ask: Ask = async (args = {}) => {
      const [first = '', ...others] = selections.documents(field, Object.keys(args));
      const answer = await recorder.graphql<Awaited<ReturnType<Ask>>>(field, first, args);
      for (const document of others) await recorder.graphql(field, document, args);
      return answer;
    };
    await QUESTIONS[field]?.(ask, asked);
  }
}

/** Asks every field of `Query`, and pages. */
export async function askAll(
  recorder: Recorder,
  selections: Selections,
  asked: Asked,
): Promise<void> {
  await askFields(Object.keys(QUESTIONS), recorder, selections, asked);
  for (const url of PAGES) await recorder.page(url);
  for (const email of ADDRESSES) await recorder.form(APPLY, { ...APPLICATION, email });
}

/**
 * The pages of the public directory. They show everybody what the public sees (test/e2e/public/viewers.test.ts), so they
 * are asked for beside what is hidden from the public.
 */
export async function askPublicPages(recorder: Recorder, asked: Asked): Promise<void> {
  for (const url of publicPages(asked)) await recorder.page(url);
}

/**
 * What a viewer who does not curate her is answered, for her key and for one that nobody has. What is read to
 * refuse it may differ: whoever holds a key knows already that there was somebody.
 */
export async function askRefused(
  recorder: Recorder,
  key: string,
  network: string,
): Promise<(readonly [known: string, unknown: string])[]> {
  const answers: (readonly [string, string])[] = [];
  for (const mutation of REFUSED) {
    const given = {
      key: profile(key),
      unknown: profile(NOBODY),
      network: globalId('Network', network),
      list: globalId('Shortlist', idOf(12, 0)),
      need: need(1),
      change: globalId('FieldChange', NOBODY),
    };
    const used = Object.entries(given).filter(([name]) => mutation.includes(`$${name}`));
    const document = `mutation (${used.map(([name]) => `$${name}: ID!`).join()}) { ${mutation} { ${REFUSALS} } }`;
    const variables = Object.fromEntries(used);
    const send = (about: object) =>
      recorder.graphql<object>(mutation, document, { ...variables, ...about });
    answers.push([
      JSON.stringify(await send({})),
      JSON.stringify(await send({ key: profile(UNKNOWN) })),
    ]);
  }
  return answers;
}
