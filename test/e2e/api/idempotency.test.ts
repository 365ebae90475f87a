import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { applyRetention } from '#database';
import {
  changeRecord,
  claimedBy,
  InvitationService,
  noteGiven,
  OPERATOR,
  recordAudit,
  underClaim,
} from '#identity';
import { randomBytes, randomUUID } from 'node:crypto';
import { openTestApi, type Answer, type TestApi } from '../../support/api.js';
import { mailsTo } from '../../support/mails.js';

const CREATE = `mutation ($slug: String!, $name: String!) {
  createNetwork(input: { slug: $slug, names: [{ language: "en", text: $name }] }) {
    __typename
    ... on Network { id slug name }
    ... on Refusal { code message }
    ... on ValidationError { fields { path code } }
  }
}`;

interface Changed {
  readonly of?: string;
  readonly name?: string;
  /** The key that is sent; null for none. */
  readonly under?: string | null;
}

interface Outcomes {
  readonly outcomes: readonly { readonly result: { readonly __typename: string } }[];
}

interface Made {
  readonly createNetwork: Record<string, unknown>;
}

describe('a change that is sent again under its key', () => {
  let api: TestApi;
  let ada: Record<string, string>;
  let number = 0;
  let slug: string;
  let key: string;

  beforeAll(async () => {
    api = await openTestApi();
    ada = await api.signedIn({ role: 'administrator' });
  });
  beforeEach(() => {
    number += 1;
    slug = `network-${number}`;
    key = `a-key-of-a-program-${number}`;
  });
  afterAll(async () => api.close());

  const create = async (
    who = ada,
    { of = slug, name = 'Acacia', under = key }: Changed = {},
  ): Promise<Answer<Made>> =>
    api.ask<Made>(
      CREATE,
      { slug: of, name },
      { ...who, ...(under === null ? {} : { 'idempotency-key': under }) },
    );
  const made = async (who?: Record<string, string>, what?: Changed) =>
    (await create(who, what)).data?.createNetwork;
  const count = async (): Promise<number> => {
    const [row] = await api.services.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM network WHERE slug = $1`,
      [slug],
    );
    return row?.count ?? -1;
  };
  const entries = async (): Promise<number> => {
    const [row] = await api.services.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM audit_entry WHERE action = 'network.create'
         AND subject_id = (SELECT id FROM network WHERE slug = $1)`,
      [slug],
    );
    return row?.count ?? -1;
  };

  it('is made once, and gives what it made, as it is now', async () => {
    const first = await made();
    expect(first).toMatchObject({ __typename: 'Network', slug, name: 'Acacia' });
    await api.services.database.query(
      `UPDATE network SET names = '{"en": "Renamed"}' WHERE slug = $1`,
      [slug],
    );
    expect(await made()).toEqual({ ...first, name: 'Renamed' });
    expect([await count(), await entries()]).toEqual([1, 1]);
    // Without a key it is another one, and its name is taken.
    expect(await made(ada, { under: null })).toMatchObject({ code: 'CONFLICT' });
  });

  it('is made once by two requests at the same time, and both are given it', async () => {
    const answers = await Promise.all([made(), made(), made()]);
    expect(answers[0]).toMatchObject({ __typename: 'Network', slug });
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    expect([await count(), await entries()]).toEqual([1, 1]);
  });

  it('is made once where the answer is lost after it was made', async () => {
    const { networks } = api.services;
    const createIt = networks.create.bind(networks);
    jest.spyOn(networks, 'create').mockImplementationOnce(async (...asked) => {
      await createIt(...asked);
      throw new Error('The process ends here.');
    });
    const lost = await create();
    expect(lost.errors?.[0]?.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
    expect(await made()).toMatchObject({ __typename: 'Network', slug });
    expect([await count(), await entries()]).toEqual([1, 1]);
  });

  it('can be sent again where it was not made', async () => {
    await api.services.networks.create(OPERATOR, { slug, names: { en: 'Another' } });
    expect(await made()).toMatchObject({ code: 'CONFLICT' });
    await api.services.database.query(
      `UPDATE network SET slug = 'elsewhere-' || slug WHERE slug = $1`,
      [slug],
    );
    expect(await made()).toMatchObject({ __typename: 'Network', slug });
    expect(await count()).toBe(1);
  });

  it('is another change where something else is asked for, which is refused', async () => {
    await made();
    expect(await made(ada, { name: 'Baobab' })).toMatchObject({
      code: 'VALIDATION_ERROR',
      fields: [{ path: 'Idempotency-Key', code: 'CONTRADICTION' }],
    });
    expect(await made(ada, { under: 'with a space' })).toMatchObject({
      fields: [{ path: 'Idempotency-Key', code: 'MALFORMED' }],
    });
    expect(await made(ada, { under: 'k'.repeat(256) })).toMatchObject({
      fields: [{ path: 'Idempotency-Key', code: 'MALFORMED' }],
    });
  });

  it('tells nothing to another account that gives the same key', async () => {
    const bea = await api.signedIn({ role: 'administrator' });
    const cleo = await api.signedIn({ role: 'organizer' });
    await made();
    const other = `${slug}-of-bea`;
    expect(await made(bea, { of: other })).toMatchObject({ __typename: 'Network', slug: other });
    // As without a key: she may not, whatever the key stands for.
    const refused = await made(cleo, { under: null });
    expect(refused).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await made(cleo)).toEqual(refused);
    expect(await made({})).toEqual(await made({}, { under: null }));
    expect(await made({})).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is one of several in a document, each of which is made once', async () => {
    const both = `mutation ($a: String!, $b: String!) {
      first: createNetwork(input: { slug: $a, names: [{ language: "en", text: "A" }] }) { ... on Network { slug } }
      second: createNetwork(input: { slug: $b, names: [{ language: "en", text: "B" }] }) { ... on Network { slug } }
    }`;
    const ask = async () =>
      (await api.ask(both, { a: slug, b: `${slug}-b` }, { ...ada, 'idempotency-key': key })).data;
    const expected = { first: { slug }, second: { slug: `${slug}-b` } };
    expect([await ask(), await ask()]).toEqual([expected, expected]);
  });

  it('gives a refusal where what it made is shown once, and makes no second', async () => {
    const program = `mutation ($name: String!) {
      createServiceAccount(input: { name: $name, days: 9, scopes: [DIRECTORY_READ] }) {
        __typename
      }
    }`;
    const ask = async () =>
      (
        await api.ask<{ createServiceAccount: { __typename: string } }>(
          program,
          { name: slug },
          { ...ada, 'idempotency-key': key },
        )
      ).data;
    // Nothing but the key keeps the second from being made.
    const answers = await Promise.all([ask(), ask(), ask()]);
    const types = answers.map((one) => one?.createServiceAccount?.__typename).toSorted();
    expect(types).toEqual(['Conflict', 'Conflict', 'ServiceAccountCreated']);
    const rows = await api.services.database.query(
      'SELECT 1 FROM service_account WHERE name = $1',
      [slug],
    );
    expect(rows).toHaveLength(1);
  });

  it('makes each of many once, and goes on with those that nobody got to', async () => {
    const emails = [`${key}-a@example.org`, 'no address', `${key}-b@example.org`];
    const ask = async () => {
      const { data, errors } = await api.ask<{ inviteUsers: Outcomes }>(
        `mutation ($invitations: [InvitationInput!]!) { inviteUsers(invitations: $invitations) {
          ... on InvitationOutcomes { outcomes { result { __typename ... on Invitation { id } } } }
        } }`,
        { invitations: emails.map((email) => ({ email, role: 'ADMINISTRATOR' })) },
        { ...ada, 'idempotency-key': key },
      );
      return errors?.[0]?.extensions?.code ?? data?.inviteUsers.outcomes.map((one) => one.result);
    };
    const invitations = api.app.get(InvitationService);
    const invite = invitations.invite.bind(invitations);
    const ends = jest.spyOn(invitations, 'invite').mockImplementation(async (viewer, one) => {
      if (one.email === emails[2]) throw new Error('The process ends here.');
      return invite(viewer, one);
    });
    expect(await ask()).toBe('INTERNAL_SERVER_ERROR');
    ends.mockRestore();
    const answers = [await ask(), await ask()];
    expect(answers[0]).toEqual([
      { __typename: 'Invitation', id: expect.any(String) },
      { __typename: 'ValidationError' },
      { __typename: 'Invitation', id: expect.any(String) },
    ]);
    expect(answers[1]).toEqual(answers[0]);
    // One after the other: a look that finds the jobs taken by another look does not wait for them.
    const sent: number[] = [];
    for (const email of emails) sent.push((await mailsTo(api, email)).length);
    expect(sent).toEqual([1, 0, 1]);
  });

  it('gives first what it gave, of several that it was about', async () => {
    const { database } = api.services;
    const claim = { key: randomBytes(32), change: 'a change', requestId: randomUUID() };
    const about = [randomUUID(), randomUUID()] as const;
    await underClaim(claim, async () =>
      database.transaction((tx) =>
        recordAudit(
          tx,
          OPERATOR,
          about.map((id) => changeRecord('network.edit', 'network', { id }, { id })),
        ),
      ),
    );
    await noteGiven(database, claim, about[1]);
    expect((await claimedBy(database, claim))?.subjects).toEqual([about[1], about[0]]);
  });

  it('is forgotten after a day', async () => {
    await made();
    await api.services.database.query(
      `UPDATE idempotency_key SET claimed_at = claimed_at - interval '2 days'`,
    );
    await applyRetention(api.services.database, new Date());
    expect(await made()).toMatchObject({ code: 'CONFLICT' });
  });
});
