import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InboxService } from '#inbox';
import { makeAccount, openSession, type Who } from '../support/accounts.js';
import { openTestApi, type TestApi } from '../support/api.js';
import { globalId } from '../support/curating.js';
import { fill, record } from '../support/fill.js';
import { mediatorViewer } from '../support/viewers.js';

const REFUSALS = `... on ValidationError { fields { path code } } ... on NotFound { message }
  ... on NotPermitted { message } ... on InvalidState { message } ... on Conflict { message }`;
const ITEM =
  '... on InboxItem { kind subjectId owner { accountId name } snoozedUntil network { slug } }';
const DAY = 24 * 60 * 60 * 1000;

type Answered = Record<string, unknown> & { readonly __typename?: string };

interface Person {
  readonly id: string;
  readonly headers: Record<string, string>;
}

describe('working on what waits', () => {
  let api: TestApi;
  let ada: Person;
  let bea: Person;
  let fay: Person;
  let correction: string;
  beforeAll(async () => {
    api = await openTestApi();
    await fill(api.services, 'acacia', [record(1)]);
    await fill(api.services, 'fjord', []);
    ada = await person({ role: 'coordinator', networks: ['acacia'] });
    bea = await person({ role: 'coordinator', networks: ['acacia'] });
    fay = await person({ role: 'coordinator', networks: ['fjord'] });
    const [her] = await api.services.database.query<{ id: string }>('SELECT id FROM mediator');
    const asked = await api.services.corrections.request(
      mediatorViewer(her?.id ?? ''),
      null,
      'My name is spelt otherwise.',
    );
    correction = globalId('Correction', asked.id);
  });
  afterAll(async () => api.close());

  const person = async (who: Who): Promise<Person> => {
    const { id } = await makeAccount(api.services, who);
    const { accessToken } = await openSession(api.services, id);
    return { id: globalId('Account', id), headers: { authorization: `Bearer ${accessToken}` } };
  };
  const ask = async ({ headers }: Person, query: string): Promise<Answered> => {
    const { data, errors } = await api.ask<Record<string, Answered>>(query, {}, headers);
    if (errors) return { __typename: errors[0]?.extensions?.code, message: errors[0]?.message };
    return Object.values(data ?? {})[0] as Answered;
  };
  const change = (who: Person, mutation: string, fields = ITEM) =>
    ask(who, `mutation { ${mutation} { __typename ${fields} ${REFUSALS} } }`);
  const item = () => `{ kind: CORRECTION, subjectId: "${correction}", network: "acacia" }`;
  const inbox = async (who: Person, args = '') => {
    const found = await ask(who, `{ inbox${args} { edges { node { kind subjectId } } } }`);
    return (found.edges as { node: { subjectId: string } }[]).map(({ node }) => node.subjectId);
  };
  const assign = (who: Person, accountId: string | null) =>
    change(
      who,
      `assignInboxItem(item: ${item()}, accountId: ${accountId === null ? 'null' : `"${accountId}"`})`,
    );
  const snooze = (who: Person, until: Date | null) =>
    change(
      who,
      `snoozeInboxItem(item: ${item()}, until: ${until === null ? 'null' : `"${until.toISOString()}"`})`,
    );

  it('is counted by kind', async () => {
    const counts = '{ inboxCounts(network: "acacia") { kind count overdue upkeep } }';
    expect(await ask(ada, counts)).toContainEqual({
      kind: 'CORRECTION',
      count: 1,
      overdue: 0,
      upkeep: false,
    });
    expect(await ask(fay, counts)).toMatchObject({ __typename: 'NOT_PERMITTED' });
    expect(await ask(fay, '{ inboxCounts { kind count } }')).toEqual([]);
  });

  it('is taken on by one of those for whom it waits, and all of them see who', async () => {
    const names = await ask(ada, '{ colleagues(network: "acacia") { accountId name } }');
    expect((names as unknown as { accountId: string }[]).map(({ accountId }) => accountId)).toEqual(
      [ada.id, bea.id].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    );
    expect(await inbox(ada, '(owner: NOBODY)')).toEqual([correction]);
    expect(await assign(ada, bea.id)).toMatchObject({
      subjectId: correction,
      owner: { accountId: bea.id, name: 'Test Person' },
    });
    expect(await inbox(bea, '(owner: VIEWER)')).toEqual([correction]);
    expect(await inbox(ada, '(owner: VIEWER)')).toEqual([]);
    expect(await inbox(ada, '(owner: NOBODY)')).toEqual([]);
    expect(await inbox(ada)).toEqual([correction]);
    expect(await assign(bea, null)).toMatchObject({ owner: null });
  });

  it('is given to nobody for whom it does not wait, and by nobody else', async () => {
    expect(await assign(ada, fay.id)).toMatchObject({ fields: [{ path: 'accountId' }] });
    expect(await assign(fay, fay.id)).toMatchObject({ __typename: 'NotPermitted' });
    const own = `assignInboxItem(item: { kind: CORRECTION, subjectId: "${correction}", network: "fjord" })`;
    expect(await change(fay, own)).toMatchObject({ __typename: 'NotFound' });
    const other = `assignInboxItem(item: { kind: PROFILE_REVIEW, subjectId: "${correction}", network: "acacia" })`;
    expect(await change(ada, other)).toMatchObject({ __typename: 'NotFound' });
  });

  it('is put off for whoever puts it off, and shown again when it is overdue', async () => {
    const until = new Date(Date.now() + 60 * DAY);
    expect(await snooze(ada, until)).toMatchObject({
      snoozedUntil: `${until.toISOString().slice(0, 19)}Z`,
    });
    expect(await inbox(ada)).toEqual([]);
    expect(await inbox(ada, '(snoozed: true)')).toEqual([correction]);
    expect(await ask(ada, '{ inboxCounts { kind } }')).not.toContainEqual({ kind: 'CORRECTION' });
    expect(await inbox(bea)).toEqual([correction]);
    const { database, identity } = api.services;
    const later = new InboxService(
      database,
      identity.accounts,
      { confirmAfterDays: 365 },
      () => new Date(Date.now() + 32 * DAY),
    );
    const [network] = await database.query<{ id: string }>(
      `SELECT id FROM network WHERE slug = 'acacia'`,
    );
    const viewer = {
      ...mediatorViewer(''),
      mediatorId: null,
      grants: ['anyone', 'user', 'coordinator'] as const,
      networkIds: [network?.id ?? ''],
      userId: keyOf(ada.id),
    };
    const { items } = await later.list(viewer, { kinds: null, networkId: null }, { first: 10 });
    expect(items).toMatchObject([{ kind: 'correction', overdue: true, snoozedUntil: null }]);
    expect(await snooze(ada, null)).toMatchObject({ snoozedUntil: null });
    expect(await inbox(ada)).toEqual([correction]);
  });

  it('is put off for 90 days at most, and not into the past', async () => {
    for (const days of [-1, 91]) {
      expect(await snooze(ada, new Date(Date.now() + days * DAY))).toMatchObject({
        fields: [{ path: 'until', code: 'OUT_OF_RANGE' }],
      });
    }
  });

  it('keeps views of lists, sealed, for whoever saved them', async () => {
    const VIEW = '... on SavedView { id screen name query }';
    const save = (screen: string, name: string) =>
      change(
        ada,
        `saveView(input: { screen: "${screen}", name: "${name}", query: "name=Amina&states=DRAFT" })`,
        VIEW,
      );
    const saved = await save('members', 'Drafts called Amina');
    expect(saved).toMatchObject({ screen: 'members', query: 'name=Amina&states=DRAFT' });
    await save('inbox', 'Mine');
    expect(await save('Members!', '')).toMatchObject({
      fields: [
        { path: 'name', code: 'MISSING' },
        { path: 'screen', code: 'MALFORMED' },
      ],
    });
    const views = '{ savedViews(screen: "members") { id name } }';
    expect(await ask(ada, views)).toEqual([{ id: saved.id, name: 'Drafts called Amina' }]);
    expect(await ask(ada, '{ savedViews { id } }')).toHaveLength(2);
    expect(await ask(bea, '{ savedViews { id } }')).toEqual([]);
    expect(await ask(ada, `{ node(id: "${String(saved.id)}") { id } }`)).toEqual({ id: saved.id });
    expect(await ask(bea, `{ node(id: "${String(saved.id)}") { id } }`)).toBeNull();
    const rows = await api.services.database.query('SELECT sealed::text FROM saved_view');
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('Amina').toString('hex'));
    const remove = `removeView(id: "${String(saved.id)}")`;
    expect(await change(bea, remove, '')).toMatchObject({ __typename: 'NotFound' });
    expect(await change(ada, remove, '')).toMatchObject({ __typename: 'Done' });
    expect(await ask(ada, views)).toEqual([]);
  });
});

function keyOf(id: string): string {
  return Buffer.from(id, 'base64url').toString('utf8').split(':')[1] ?? '';
}
