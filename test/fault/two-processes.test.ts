import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeskAskService, OwnAskService, RequestService } from '#introductions';
import type { Viewer } from '#identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeAccount, openSession } from '../support/accounts.js';
import { openTestApi, type TestApi } from '../support/api.js';
import { openAsking, type AskedNeed, type Asking } from '../support/asking.js';
import { Baraza } from '../support/cli.js';
import { globalId, type Answered } from '../support/curating.js';
import { fill, record } from '../support/fill.js';
import { otherId, TERMS } from '../support/introduction-bench.js';
import { mediatorViewer } from '../support/viewers.js';

/** Each race is run so often. Which of two comes first is open; the guarantees hold either way. */
const ROUNDS = 4;
/** Days that are not past whenever the test runs: the processes go by the real time. */
const DAYS = { startsOn: '2097-02-01', endsOn: '2097-03-31' };

const READY = /GraphQL +(\S+)\/graphql\n/;
const REFUSALS = '... on Conflict { message } ... on InvalidState { message }';
const ACCEPT = `mutation ($id: ID!, $revision: Int!) { acceptIntroduction(id: $id, revision: $revision,
  input: { termsRevision: 1, declaration: [] }) { __typename ${REFUSALS} } }`;
const RELEASE = `mutation ($id: ID!, $revision: Int!) { releaseChannels(id: $id, revision: $revision,
  input: { email: "her@example.org" }) { __typename ${REFUSALS} } }`;
const WITHDRAW = `mutation ($id: ID!, $revision: Int!) { withdrawIntroduction(id: $id, revision: $revision,
  reason: FUNDING) { __typename ${REFUSALS} } }`;
const EDIT = `mutation ($input: SaveTermsInput!) { saveTerms(input: $input) { __typename ${REFUSALS} } }`;
const FORWARD = `mutation ($id: ID!) { forwardIntroduction(id: $id, revision: 1) { __typename ${REFUSALS} } }`;

describe('two processes of the service', () => {
  let api: TestApi;
  let asking: Asking;
  let processes: Baraza[];
  let addresses: string[];
  let folders: string[];
  let herId: string;
  let she: Viewer;
  const headers = { her: '', organizer: '', coordinator: '' };

  beforeAll(async () => {
    api = await openTestApi();
    const { services } = api;
    await fill(services, 'acacia', [record(1, { consent: 'LISTED; MATCHED; CONTACTED' })]);
    asking = await openAsking(api);
    const [row] = await services.database.query<{ id: string }>('SELECT id FROM mediator');
    herId = row?.id ?? '';
    she = mediatorViewer(herId);
    const signedIn = async (accountId: string) =>
      `Bearer ${(await openSession(services, accountId)).accessToken}`;
    const organizer = await makeAccount(services, { role: 'organizer' });
    await services.database.query('UPDATE account SET organization_id = $2 WHERE id = $1', [
      organizer.id,
      asking.ana.organizationId,
    ]);
    const coordinator = await makeAccount(services, { role: 'coordinator', networks: ['acacia'] });
    const her = await makeAccount(services, { role: 'mediator', mediatorId: herId });
    headers.organizer = await signedIn(organizer.id);
    headers.coordinator = await signedIn(coordinator.id);
    headers.her = await signedIn(her.id);
    folders = await Promise.all(
      [1, 2].map(async () => mkdtemp(join(tmpdir(), 'baraza-two-processes-'))),
    );
    processes = folders.map(
      (folder) =>
        new Baraza(['serve'], {
          DATABASE_URL: api.settings.databaseUrl ?? '',
          BARAZA_DATA_DIR: folder,
          BARAZA_DEMO: 'off',
          // A token is for one address, and all processes of a service have one.
          BARAZA_PUBLIC_URL: api.settings.publicUrl,
          BARAZA_ACCOUNT_COST_PER_MINUTE: '1000000000',
          BARAZA_ACCOUNT_AT_ONCE: '1000',
          PORT: '0',
        }),
    );
    addresses = await Promise.all(
      processes.map(async (process) => (await process.says(READY))[1] ?? ''),
    );
  });
  afterAll(async () => {
    for (const process of processes) process.kill('SIGTERM');
    await Promise.all(processes.map(({ ended }) => ended));
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    await api.close();
  });

  /** What a process answers: the type of the answer. */
  const ask = async (
    process: number,
    who: keyof typeof headers,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<unknown> => {
    const response = await fetch(`${addresses[process]}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: headers[who] },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as {
      data?: Record<string, Answered> | null;
      errors?: unknown;
    };
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(data ?? {})[0]?.__typename;
  };
  const asked = async (to: 'requested' | 'forwarded' | 'confirmed'): Promise<AskedNeed> => {
    if (to === 'requested') return asking.request(herId, {}, DAYS);
    const made = await asking.forward(herId, {}, DAYS);
    if (to === 'forwarded') return made;
    const [own, requests] = [api.app.get(OwnAskService), api.app.get(RequestService)];
    const { revision } = await own.byId(she, made.id);
    await own.accept(she, made.id, revision, { termsRevision: 1, declaration: {} });
    const shown = await requests.byId(asking.ana, made.id);
    await requests.confirm(asking.ana, made.id, shown.revision);
    return made;
  };
  const atDesk = async (id: string) => api.app.get(DeskAskService).byId(asking.ada, id);
  const stepsOf = async (id: string) => (await atDesk(id)).steps.map(({ step }) => step);
  const hers = (id: string) => otherId(globalId('Introduction', id), 'OwnIntroduction');
  const rounds = async (race: (round: number) => Promise<void>): Promise<void> => {
    for (let round = 0; round < ROUNDS; round++) {
      await api.services.database.query('DELETE FROM need');
      await race(round);
    }
  };

  it('take one of two acceptances', async () => {
    await rounds(async () => {
      const { id } = await asked('forwarded');
      const { revision } = await atDesk(id);
      const both = await Promise.all(
        [0, 1].map(async (process) => ask(process, 'her', ACCEPT, { id: hers(id), revision })),
      );
      expect(both.toSorted()).toEqual(['Conflict', 'OwnIntroduction']);
      expect(await stepsOf(id)).toEqual(['request', 'forward', 'accept']);
    });
  });

  it('connect or withdraw, and never both', async () => {
    await rounds(async (round) => {
      const { id } = await asked('confirmed');
      const requests = api.app.get(RequestService);
      const [desk, shown] = [await atDesk(id), await requests.byId(asking.ana, id)];
      const release = ask(round % 2, 'her', RELEASE, { id: hers(id), revision: desk.revision });
      const withdraw = ask((round + 1) % 2, 'organizer', WITHDRAW, {
        id: globalId('Introduction', id),
        revision: shown.revision,
      });
      const answers = await Promise.all([release, withdraw]);
      const after = await requests.byId(asking.ana, id);
      const outcome = [...answers, (await atDesk(id)).state, after.state, after.channels.length];
      expect([
        ['OwnIntroduction', 'Conflict', 'connected', 'connected', 1],
        ['Conflict', 'Introduction', 'withdrawn', 'ended', 0],
      ]).toContainEqual(outcome);
    });
  });

  it('never leave a yes to terms that an edit has replaced', async () => {
    await rounds(async (round) => {
      const { id, needId } = await asked('forwarded');
      const { revision } = await atDesk(id);
      const input = { ...TERMS, ...DAYS, needId: globalId('Need', needId), revision: 1 };
      const [accepted, edited] = await Promise.all([
        ask(round % 2, 'her', ACCEPT, { id: hers(id), revision }),
        ask((round + 1) % 2, 'organizer', EDIT, { input }),
      ]);
      expect(edited).toBe('TermsOfReference');
      expect(['OwnIntroduction', 'Conflict']).toContain(accepted);
      expect(await atDesk(id)).toMatchObject({
        state: 'forwarded',
        termsRevision: 2,
        acceptedTermsRevision: null,
      });
      const steps = accepted === 'Conflict' ? ['reask'] : ['accept', 'reask'];
      expect(await stepsOf(id)).toEqual(['request', 'forward', ...steps]);
    });
  });

  it('have three asks out to one woman at most', async () => {
    await rounds(async () => {
      for (let out = 0; out < 2; out++) await asked('forwarded');
      const two = [await asked('requested'), await asked('requested')];
      const answers = await Promise.all(
        two.map(async ({ id }, process) =>
          ask(process, 'coordinator', FORWARD, { id: globalId('DeskIntroduction', id) }),
        ),
      );
      expect(answers.toSorted()).toEqual(['DeskIntroduction', 'InvalidState']);
    });
  });
});
