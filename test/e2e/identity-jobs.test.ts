import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RetentionJob } from '#database';
import { OPERATOR } from '#identity';
import { makeAccount, PASSWORD, type TestAccount } from '../support/accounts.js';
import { openTestApi, type TestApi } from '../support/api.js';
import { Browser } from '../support/browser.js';
import { totpCode } from '../support/codes.js';
import { lastToken } from '../support/mails.js';
import { countStatements } from '../support/statements.js';

describe('accounts in the long run', () => {
  let api: TestApi;
  let account: TestAccount;
  let she: Browser;
  let secret: string | undefined;

  beforeAll(async () => {
    api = await openTestApi();
    account = await makeAccount(api.services, { role: 'administrator' });
    she = new Browser(api);
    await she.signIn(account.email, PASSWORD);
    ({ secret } = await she.do('beginTotp', 'enrolment', { password: ['String', PASSWORD] }));
    await she.do('confirmTotp', 'codes', { code: ['String!', totpCode(secret)] });
  });
  afterAll(async () => api.close());

  const rows = async (table: string) => {
    const [row] = await api.services.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table}`,
    );
    return row?.n;
  };

  it('cost each request one statement to know who asks', async () => {
    const { viewers } = api.services;
    const ask = async () => viewers.viewerOf(`Bearer ${she.token}`, 'r');
    await ask();
    expect(await countStatements(ask)).toBe(1);
    expect(await countStatements(async () => viewers.viewerOf(undefined, 'r'))).toBe(0);
  });

  it('outlive the rotation of the keys that seal them', async () => {
    const email = 'waits@example.org';
    await she.do('inviteUser', 'invitation', {
      input: ['InvitationInput!', { email, role: 'ADMINISTRATOR' }],
    });
    const registered = 'registers@example.org';
    await she.do('registerOrganizer', 'done', {
      input: [
        'RegistrationInput!',
        { email: registered, name: 'R', organization: { name: 'Desk', kind: 'OTHER' } },
      ],
    });
    const tokens = [await lastToken(api, email), await lastToken(api, registered)];
    const { resealed, removed } = await api.services.keys.rotate(OPERATOR);
    expect(resealed).toBeGreaterThanOrEqual(5);
    expect(removed).toHaveLength(1);
    const later = new Browser(api);
    expect(await new Browser(api).signIn(account.email, PASSWORD)).toMatchObject({
      __typename: 'SecondFactorRequired',
    });
    const { challenge } = await new Browser(api).signIn(account.email, PASSWORD);
    expect(await later.answer(challenge, totpCode(secret, 1))).toMatchObject({
      __typename: 'SignedIn',
    });
    const [invitation, registration] = tokens;
    expect(
      await later.do('acceptInvitation', 'accepted', {
        token: ['String!', invitation],
        name: ['String', 'Waits Long'],
        password: ['String', PASSWORD],
      }),
    ).toMatchObject({ __typename: 'InvitationAccepted' });
    expect(
      await new Browser(api).do('verifyEmail', 'done', {
        token: ['String!', registration],
        password: ['String!', PASSWORD],
      }),
    ).toMatchObject({ __typename: 'Done' });
  });

  it('sign by a new key each month, and forget old ones when their tokens have expired', async () => {
    const { signingKeys } = api.services.identity;
    const { kid } = await signingKeys.signer();
    await signingKeys.handle();
    expect((await signingKeys.signer()).kid).toBe(kid);
    await api.services.database.query(
      `UPDATE signing_key SET created_at = now() - interval '31 days' WHERE id = $1`,
      [kid],
    );
    await signingKeys.handle();
    expect((await signingKeys.signer()).kid).not.toBe(kid);
    expect(await rows('signing_key')).toBe(2);
    await api.services.database.query(
      `UPDATE signing_key SET accepted_until = now() - interval '1 second' WHERE id = $1`,
      [kid],
    );
    await signingKeys.handle();
    expect(await rows('signing_key')).toBe(1);
  });

  it('keep nothing that has had its time', async () => {
    she.token = null;
    const purge = api.app.get(RetentionJob);
    await she.do('requestPasswordReset', 'done', { email: ['String!', account.email] });
    const tables = ['attempt', 'invitation', 'link_request', 'one_time_link', 'session'];
    const before = await Promise.all(tables.map(rows));
    await purge.handle();
    expect(await Promise.all(tables.map(rows))).toEqual(before);
    await api.asOwner(`UPDATE attempt SET at = at - interval '2 days'`);
    await api.asOwner(`UPDATE invitation SET created_at = created_at - interval '40 days'`);
    await api.asOwner(`UPDATE link_request SET created_at = created_at - interval '3 days'`);
    await api.asOwner(`UPDATE one_time_link SET expires_at = now()`);
    await api.asOwner(`UPDATE session SET expires_at = now() - interval '8 days'`);
    await purge.handle();
    expect(await Promise.all(tables.map(rows))).toEqual(tables.map(() => 0));
    expect(await rows('refresh_token')).toBe(0);
  });
});
