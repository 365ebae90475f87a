import { setTimeout } from 'node:timers/promises';
import { BreachService } from '#breaches';
import { OPERATOR } from '#identity';
import { TermsService } from '#introductions';
import { NetworkImport, readNetworkFile } from '#wps';
import { COMPLETE_TERMS } from '../../libs/introductions/src/terms/terms.fixture.js';
import { makeAccount, openSession } from './accounts.js';
import type { TestApi } from './api.js';
import { openAsking } from './asking.js';
import { globalId } from './curating.js';
import { record } from './fill.js';
import { insertNeed, insertShortlist } from './stored-need.js';
import { insertDeploymentAt } from './stored-deployment.js';
import { form, MULTIPART } from './uploading.js';

/** What a write asks of the service; each is asked once. */
export interface AskedWrite {
  readonly path: '/graphql' | '/imports';
  readonly who: 'administrator' | 'coordinator' | 'organizer';
  /** Of GraphQL. */
  readonly query?: string;
  readonly variables?: Record<string, unknown>;
  /** Of anything else. */
  readonly body?: Buffer;
}

/** A kind of write: how it is asked, and how often it stands in the database. */
export interface KindOfWrite {
  readonly name: string;
  /** @param mark a word that no other write has */
  ask(mark: string): Promise<AskedWrite> | AskedWrite;
  /** Selects the mark of each that was made, as `mark`; once for each time. */
  readonly made: string;
  /** Whether only so many may be under way, and others are refused. */
  readonly isLimited?: true;
  /** Removes those that are finished, where only so many may be kept, and gives their marks as `mark`. */
  readonly tidy?: string;
  /** Selects the marks of those that stand and wait for something that no job will do any more. */
  readonly unfinished?: string;
}

const WHEN = '2097-03-01';
/** Days of terms that no test reaches. */
const LATER = { startsOn: '2097-02-01', endsOn: '2097-03-31' } as const;

/** Somebody for each role, and a write of each module. All stand for others that are made in the same way. */
export async function openKillWrites(api: TestApi) {
  const { services } = api;
  const { ana, request } = await openAsking(api);
  const meets = { code: 'kill-rounds', kind: 'network', names: { en: 'A network that meets' } };
  await api.app.get(NetworkImport).apply(OPERATOR, readNetworkFile({ actors: [meets] }));
  const organizer = await makeAccount(services, { role: 'organizer' });
  await services.database.query('UPDATE account SET organization_id = $2 WHERE id = $1', [
    organizer.id,
    ana.organizationId,
  ]);
  const coordinator = await makeAccount(services, { role: 'coordinator', networks: ['acacia'] });
  const administrator = await makeAccount(services, { role: 'administrator' });
  const [woman] = await services.database.query<{ id: string }>('SELECT id FROM mediator LIMIT 1');
  const networkId = (await services.networks.bySlug('acacia'))?.id ?? '';
  /** An introduction that waits for the desk, of a need of its own. */
  const requested = async (mark: string) => {
    const { id } = await request(woman?.id ?? '', { title: `for ${mark}` }, LATER);
    return globalId('Introduction', id);
  };
  const needed = (title: string) =>
    services.database.transaction((tx) =>
      insertNeed(tx, { organization_id: ana.organizationId, title }),
    );
  const needId = globalId('Need', await needed('for shortlists'));
  const asking = (
    who: AskedWrite['who'],
    field: string,
    input: string,
    variables: Record<string, unknown>,
  ): AskedWrite => {
    const names = Object.keys(variables);
    const types: Record<string, string> = {
      title: 'String!',
      need: 'NeedInput!',
      id: 'ID!',
      until: 'DateTime',
    };
    const declared = names.map((name) => `$${name}: ${types[name] ?? input}`).join(', ');
    const given = names.map((name) => `${name}: $${name}`).join(', ');
    const query = `mutation (${declared}) { ${field}(${given}${field === 'startTeam' ? ', size: 1, timeLimitSeconds: 5' : ''}) {
      __typename ... on Refusal { code message } } }`;
    return { path: '/graphql', who, query, variables };
  };
  const bearer = async (accountId: string) =>
    `Bearer ${(await openSession(services, accountId)).accessToken}`;
  const kinds: readonly KindOfWrite[] = [
    {
      name: 'identity: a saved view',
      ask: (mark) =>
        asking('organizer', 'saveView', 'SaveViewInput!', {
          input: { name: mark, query: 'q=1', screen: mark },
        }),
      made: 'SELECT screen AS mark FROM saved_view',
    },
    {
      name: 'identity and mail: an invitation',
      ask: (mark) =>
        asking('administrator', 'inviteUser', 'InvitationInput!', {
          input: { email: `${mark}@example.org`, role: 'ADMINISTRATOR' },
        }),
      // The address is sealed: its mail says that it was made, and may come twice (docs/decisions/0015-mail-and-openid.md).
      made: '',
    },
    {
      name: 'directory: a profile',
      ask: (mark) => ({
        path: '/graphql',
        who: 'coordinator',
        query: `mutation ($mark: String!, $changes: ProfileChangesInput!) {
          createProfile(network: "acacia", externalId: $mark, changes: $changes) {
            __typename ... on Refusal { code message } } }`,
        variables: { mark, changes: { fullName: `Faultina ${lettersOf(mark)}` } },
      }),
      made: 'SELECT external_id AS mark FROM affiliation',
    },
    {
      name: 'engagement: a peace process',
      ask: (mark) =>
        asking('organizer', 'createPeaceProcess', 'PeaceProcessInput!', {
          input: {
            name: mark,
            phase: 'NEGOTIATION',
            type: 'CEASEFIRE',
            territories: ['ML'],
            yearFrom: 2026,
          },
        }),
      made: 'SELECT name AS mark FROM peace_process',
    },
    {
      name: 'engagement: a need',
      ask: (mark) =>
        asking('organizer', 'createNeed', 'CreateNeedInput!', {
          input: { title: mark, criteria: { date: WHEN, soft: { years: 5 } } },
        }),
      made: 'SELECT title AS mark FROM need',
    },
    {
      name: 'engagement: a shortlist',
      ask: (mark) => ({
        path: '/graphql',
        who: 'organizer',
        query: `mutation ($needId: ID!, $title: String!) { createShortlist(needId: $needId, title: $title) {
          __typename ... on Refusal { code message } } }`,
        variables: { needId, title: mark },
      }),
      made: 'SELECT title AS mark FROM shortlist',
    },
    {
      name: 'engagement and solver: a team',
      ask: (mark) =>
        asking('organizer', 'startTeam', 'NeedInput!', {
          need: { date: WHEN, seed: mark, soft: { years: 5 } },
        }),
      isLimited: true,
      made: `SELECT need->>'seed' AS mark FROM team_run`,
      unfinished: `SELECT need->>'seed' AS mark FROM team_run WHERE state IN ('queued', 'running')`,
    },
    {
      name: 'engagement: an alert',
      ask: async (mark) => ({
        path: '/graphql',
        who: 'organizer',
        query: `mutation ($id: ID!) { setNeedAlert(id: $id, rhythm: DAILY) { __typename ... on Refusal { code message } } }`,
        variables: { id: globalId('Need', await needed(`for ${mark}`)) },
      }),
      made: 'SELECT substr(title, 5) AS mark FROM need_alert JOIN need ON need.id = need_id',
    },
    {
      name: 'following: a webhook',
      ask: async (mark) => {
        const { account } = await services.identity.serviceAccounts.create(OPERATOR, {
          name: mark,
          scopes: ['directory.read'],
          networkIds: [],
          days: 30,
        });
        return {
          path: '/graphql',
          who: 'administrator',
          // A name that is nowhere (RFC 6761): nothing is sent.
          query: `mutation ($id: ID!) { createWebhook(serviceAccountId: $id, url: "https://hooks.invalid/") {
            __typename ... on Refusal { code message } } }`,
          variables: { id: globalId('ServiceAccount', account.id) },
        };
      },
      made: 'SELECT a.name AS mark FROM webhook w JOIN service_account a ON a.id = w.service_account_id',
    },
    {
      name: 'breaches: a woman who is told in person',
      ask: async (mark) => {
        const breaches = api.app.get(BreachService);
        const { id } = await breaches.open(
          { ...OPERATOR, name: mark },
          {
            cause: 'leaked-list',
            accountId: null,
            from: '2026-01-01',
            until: '2026-01-02',
            withLists: false,
            mediatorIds: [woman?.id ?? ''],
            facts: ['profile'],
            knownAt: null,
            advice: ['call-your-network'],
            words: { what: 'A list was lost.', consequences: '', measures: '' },
          },
        );
        await breaches.notify(OPERATOR, id);
        return asking('coordinator', 'noteToldInPerson', 'NoteToldInPersonInput!', {
          input: {
            network: 'acacia',
            breachId: globalId('Breach', id),
            mediatorId: globalId('Profile', woman?.id ?? ''),
          },
        });
      },
      made: `SELECT b.opened_by AS mark FROM breach_mediator w JOIN breach b ON b.id = w.breach_id WHERE w.told_at IS NOT NULL`,
    },
    {
      name: 'introductions: a request',
      ask: async (mark) => {
        const id = await needed(`for ${mark}`);
        const { entry } = await services.database.transaction((tx) =>
          insertShortlist(tx, id, woman?.id ?? ''),
        );
        await api.app.get(TermsService).save(ana, id, null, { ...COMPLETE_TERMS, ...LATER });
        return {
          path: '/graphql',
          who: 'organizer',
          query: `mutation ($id: ID!) { requestIntroduction(entryId: $id) { __typename ... on Refusal { code message } } }`,
          variables: { id: globalId('ShortlistEntry', entry) },
        };
      },
      made: `SELECT substr(title, 5) AS mark FROM introduction JOIN need ON need.id = need_id`,
    },
    {
      name: 'introductions: one that is taken back',
      ask: async (mark) => ({
        path: '/graphql',
        who: 'organizer',
        query: `mutation ($id: ID!) { withdrawIntroduction(id: $id, revision: 1, reason: FUNDING) {
          __typename ... on Refusal { code message } } }`,
        variables: { id: await requested(mark) },
      }),
      made: `SELECT substr(title, 5) AS mark FROM introduction_step s JOIN introduction i ON i.id = s.introduction_id
        JOIN need ON need.id = need_id WHERE s.step = 'withdraw'`,
    },
    {
      name: 'inbox: an item that is put off',
      ask: async (mark) =>
        asking('coordinator', 'snoozeInboxItem', 'InboxItemInput!', {
          item: {
            kind: 'INTRODUCTION_REQUEST',
            network: 'acacia',
            subjectId: await requested(mark),
          },
          until: new Date(Date.now() + 86_400_000).toISOString(),
        }),
      made: `SELECT substr(title, 5) AS mark FROM inbox_snooze s JOIN introduction i ON i.id = s.subject_id
        JOIN need ON need.id = need_id`,
    },
    {
      name: 'deployments: feedback',
      ask: async (mark) => {
        const worked = await needed(`for ${mark}`);
        const id = await services.database.transaction((tx) =>
          insertDeploymentAt(
            tx,
            services.vault,
            {
              needId: worked,
              organizationId: ana.organizationId ?? '',
              networkId,
              mediatorId: woman?.id ?? '',
            },
            {
              began_at: new Date(Date.now() - 10 * 86_400_000),
              ended_at: new Date(Date.now() - 86_400_000),
              state: 'completed',
            },
          ),
        );
        return asking('organizer', 'giveDeploymentFeedback', 'GiveDeploymentFeedbackInput!', {
          input: {
            deploymentId: globalId('Deployment', id),
            ratings: [{ quality: 'IMPARTIALITY', rating: 4 }],
            again: true,
          },
        });
      },
      made: `SELECT substr(title, 5) AS mark FROM deployment_feedback f JOIN deployment d ON d.id = f.deployment_id
        JOIN need ON need.id = need_id`,
    },
    {
      name: 'wps: a meeting',
      ask: (mark) =>
        asking('administrator', 'saveWpsMeeting', 'SaveWpsMeetingInput!', {
          input: {
            code: mark,
            grouping: meets.code,
            kind: 'CAPITAL',
            from: WHEN,
            until: WHEN,
            place: 'Reed Harbour',
            hosts: [],
            participants: [meets.code],
            source: 'A minute',
          },
        }),
      made: 'SELECT code AS mark FROM wps_meeting',
    },
    {
      name: 'applications: a call',
      ask: (mark) =>
        asking('coordinator', 'createCall', 'CreateCallInput!', {
          input: {
            network: 'acacia',
            languages: ['EN'],
            titles: [{ language: 'en', text: mark }],
            criteria: [{ language: 'en', text: 'Mediators' }],
            opensOn: WHEN,
          },
        }),
      made: `SELECT titles->>'en' AS mark FROM membership_call`,
    },
    {
      name: 'imports: a list',
      ask: (mark) => ({
        path: '/imports',
        who: 'coordinator',
        body: form(
          'acacia',
          `${mark}.csv`,
          listOf({ external_id: mark, full_name: `Listed ${lettersOf(mark)}` }),
        ),
      }),
      made: `SELECT replace(file_name, '.csv', '') AS mark FROM staged_import WHERE state <> 'receiving'`,
      tidy: `WITH gone AS (DELETE FROM staged_import WHERE state = 'checked' RETURNING file_name)
        SELECT replace(file_name, '.csv', '') AS mark FROM gone`,
      unfinished: `SELECT replace(file_name, '.csv', '') AS mark FROM staged_import
        WHERE state IN ('applying', 'undoing') OR (state IN ('uploaded', 'mapped') AND problem IS NULL)`,
    },
    {
      name: 'imports and directory: a list that is applied',
      ask: async (mark) => {
        const { id, revision } = await checkedList(api, await bearer(coordinator.id), mark);
        return {
          path: '/graphql',
          who: 'coordinator',
          query: `mutation ($id: ID!, $revision: Int!) { applyImport(id: $id, revision: $revision) {
            __typename ... on Refusal { code message } } }`,
          variables: { id: globalId('Import', id), revision },
        };
      },
      made: `SELECT external_id AS mark FROM affiliation`,
      // Lists that were applied count among those that a network may keep.
      tidy: `WITH gone AS (DELETE FROM staged_import WHERE state = 'applied' RETURNING id) SELECT '' AS mark FROM gone WHERE false`,
      unfinished: `SELECT replace(file_name, '-applied.csv', '') AS mark FROM staged_import WHERE state = 'applying'`,
    },
  ];
  const people = { administrator, coordinator, organizer };
  return {
    kinds,
    /** Fresh tokens: those of before end within the hour. */
    signIn: async (): Promise<Record<AskedWrite['who'], string>> => {
      const tokens = await Promise.all(
        Object.entries(people).map(async ([who, { id }]) => [who, await bearer(id)] as const),
      );
      return Object.fromEntries(tokens) as Record<AskedWrite['who'], string>;
    },
  };
}

/** An uploaded list of one woman that has been checked and waits to be applied. */
async function checkedList(
  { app, services }: TestApi,
  authorization: string,
  mark: string,
): Promise<{ readonly id: string; readonly revision: number }> {
  const name = `${mark}-applied.csv`;
  await app.inject({
    method: 'POST',
    url: '/imports',
    headers: { authorization, 'content-type': MULTIPART },
    payload: form(
      'acacia',
      name,
      listOf({ external_id: mark, full_name: `Applied ${lettersOf(mark)}` }),
    ),
  });
  for (let tries = 0; tries < 300; tries++) {
    await services.jobs.drain();
    const [found] = await services.database.query<{ id: string; revision: number; state: string }>(
      'SELECT id, revision, state FROM staged_import WHERE file_name = $1',
      [name],
    );
    if (!found) throw new Error('The list was not uploaded.');
    if (found.state === 'checked') return found;
    // Another process checks it, or died meanwhile: then it is due again.
    await services.database.query('UPDATE graphile_worker._private_jobs SET run_at = now()');
    await setTimeout(100);
  }
  throw new Error(`The list ${name} is not checked.`);
}

/** A list of one woman. */
function listOf(changes: Record<string, string>): string {
  const columns = record(1, changes);
  return `${Object.keys(columns).join(',')}\n${Object.values(columns).join(',')}\n`;
}

/** A name has no digits. */
function lettersOf(mark: string): string {
  return mark.replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
}
