import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR, PUBLIC_VIEWER, systemViewer } from '#identity';
import { queueMail } from '#mail';
import { openSession, PASSWORD } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { dumpOf } from '../../support/contacts.js';
import { fill, record } from '../../support/fill.js';

const MARK = 'zqxmark';
const ADDRESS = `${MARK}account@example.org`;

/** As it happens: she signs in, sees what is held, decides, and goes. */
describe('a mediator with an account', () => {
  let api: TestApi;
  let id = '';
  let accountId = '';
  let headers: Record<string, string> = {};

  beforeAll(async () => {
    api = await openTestApi();
    await fill(api.services, 'acacia', [
      record(1, { display_name: 'Amina' }),
      record(2, { display_name: 'Zuri' }),
    ]);
    const [row] = await api.services.database.query<{ id: string; network: string }>(
      `SELECT m.id, a.network_id AS network FROM mediator m JOIN affiliation a ON a.mediator_id = m.id
       WHERE display_name = 'Amina'`,
    );
    id = row!.id;
    const { identity, database } = api.services;
    await identity.invitations.invite(OPERATOR, {
      email: `${MARK}invited@example.org`,
      locale: 'en',
      role: 'mediator',
      mediatorId: id,
      networkId: row!.network,
      organizationId: null,
    });
    const [made] = await identity.accounts.createReady(systemViewer('test'), [
      {
        email: ADDRESS,
        name: `${MARK}person`,
        password: PASSWORD,
        locale: 'en',
        mediatorId: id,
        organizationId: null,
        roles: [{ role: 'mediator', networkId: null }],
        secondFactor: false,
      },
    ]);
    accountId = made!.id;
    headers = {
      authorization: `Bearer ${(await openSession(api.services, accountId)).accessToken}`,
    };
    await database.transaction((tx) =>
      identity.links.issue(tx, { purpose: 'sign-in', accountId, ttl: 60 }),
    );
    const client = { address: '203.0.113.7', userAgent: 'A test', device: null };
    await identity.linkRequests.request(PUBLIC_VIEWER, client, 'sign-in', ADDRESS);
  });
  afterAll(async () => api.close());

  const ask = async <T = Record<string, unknown>>(query: string) => {
    const { data, errors } = await api.ask<T>(query, {}, headers);
    expect(errors).toBeUndefined();
    return data!;
  };

  it('sees her account and her sessions, and no secret of them', async () => {
    const { myData } = await ask<{ myData: { parts: Record<string, unknown[]> } }>('{ myData }');
    expect(myData.parts['accounts']).toMatchObject([
      { id: accountId, email: ADDRESS, roles: ['mediator'] },
    ]);
    expect(myData.parts['sessions']).toMatchObject([{ device: 'A test' }]);
    expect(myData.parts['links']).toMatchObject([
      { purpose: 'invitation' },
      { purpose: 'sign-in' },
    ]);
    expect(myData.parts['invitations']).toMatchObject([{ email: `${MARK}invited@example.org` }]);
    const secrets = await api.asOwner<{ hash: string }>(
      `SELECT hash FROM account_password UNION ALL SELECT encode(token_hash, 'hex') FROM one_time_link
       UNION ALL SELECT encode(hash, 'hex') FROM refresh_token`,
    );
    expect(secrets).toHaveLength(4);
    for (const { hash } of secrets) expect(JSON.stringify(myData)).not.toContain(hash);
  });

  it('withdraws, comes back and narrows a field', async () => {
    const consents = await ask(
      `mutation { withdrawConsent(input: { purpose: LISTED }) { __typename } }`,
    );
    expect(consents).toEqual({ withdrawConsent: { __typename: 'ConsentHistory' } });
    const shown = async () =>
      (await api.ask<{ mediators: { totalCount: number } }>('{ mediators { totalCount } }')).data;
    expect(await shown()).toEqual({ mediators: { totalCount: 1 } });
    await ask(
      `mutation { giveConsent(input: { purpose: LISTED, textVersion: "2026-11", language: EN }) { __typename } }`,
    );
    await api.services.jobs.drain();
    expect(await shown()).toEqual({ mediators: { totalCount: 2 } });
    expect(
      await ask(
        `mutation { setAudience(input: { field: YEARS_BAND, audience: VETTED }) { __typename } }`,
      ),
    ).toEqual({ setAudience: { __typename: 'Audiences' } });
  });

  it('downloads everything with her token', async () => {
    const { statusCode, body } = await api.app.inject({ url: '/me/export.json', headers });
    expect(statusCode).toBe(200);
    expect(body).toContain(ADDRESS);
    const stranger = await api.app.inject({
      url: '/me/export.json',
      headers: { authorization: 'Bearer nonsense' },
    });
    expect(stranger.statusCode).toBe(401);
  });

  it('erases herself: account, sessions and waiting mails go, and her token is nobody’s', async () => {
    const { database } = api.services;
    await database.transaction((tx) =>
      queueMail(tx, api.services.vault, {
        to: ADDRESS,
        locale: 'en',
        template: 'session-ended',
        parameters: { link: 'https://example.org/', at: new Date('2026-11-01T00:00:00Z') },
        accountId,
      }),
    );
    const counts = async () => {
      const [row] = await database.query<Record<string, number>>(`SELECT
        (SELECT count(*)::int FROM account) AS accounts, (SELECT count(*)::int FROM session) AS sessions,
        (SELECT count(*)::int FROM mail_message) AS mails, (SELECT count(*)::int FROM invitation) AS invitations,
        (SELECT count(*)::int FROM one_time_link) AS links, (SELECT count(*)::int FROM link_request) AS requests`);
      return row;
    };
    expect(await counts()).toMatchObject({
      accounts: 1,
      sessions: 1,
      mails: 1,
      invitations: 1,
    });
    expect(await ask(`mutation { eraseMyself(confirmation: "Amina") { __typename } }`)).toEqual({
      eraseMyself: { __typename: 'Erasure' },
    });
    expect(await counts()).toEqual({
      accounts: 0,
      sessions: 0,
      mails: 0,
      invitations: 0,
      links: 0,
      requests: 0,
    });
    await api.services.jobs.drain();
    expect(await dumpOf(api)).not.toContain(MARK);
    const { errors } = await api.ask('{ myData }', {}, headers);
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['INVALID_TOKEN']);
    expect((await api.app.inject({ url: '/me/export.json', headers })).statusCode).toBe(401);
  });
});
