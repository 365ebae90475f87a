import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeAccount, PASSWORD } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { Browser } from '../../support/browser.js';
import { mailsTo } from '../../support/mails.js';

describe('a stolen refresh token', () => {
  let api: TestApi;
  let email: string;
  let id: string;

  beforeAll(async () => {
    api = await openTestApi();
  });
  afterAll(async () => api.close());

  const signedIn = async () => {
    ({ email, id } = await makeAccount(api.services));
    const she = new Browser(api);
    await she.signIn(email, PASSWORD);
    return she;
  };
  const thiefOf = (she: Browser) => {
    const thief = new Browser(api);
    thief.cookie = she.cookie;
    return thief;
  };
  const actions = async () =>
    (
      await api.services.database.query<{ action: string }>(
        `SELECT action FROM audit_entry
         WHERE subject_id IN (SELECT id FROM session WHERE account_id = $1) ORDER BY number`,
        [id],
      )
    ).map(({ action }) => action);

  it('that the thief uses first ends the session when she comes, for both', async () => {
    const she = await signedIn();
    const thief = thiefOf(she);
    expect(await thief.refresh()).toMatchObject({ __typename: 'SignedIn' });
    expect(await thief.whoAmI()).toBe('');
    she.token = null;
    expect(await she.refresh()).toMatchObject({ __typename: 'NotPermitted' });
    expect(she.cookie).toBeNull();
    expect(await thief.whoAmI()).toBe('INVALID_TOKEN');
    thief.token = null;
    expect(await thief.refresh()).toMatchObject({ __typename: 'NotPermitted' });
    expect(await actions()).toEqual(['session.begin', 'session.refresh', 'session.reuse']);
    expect(await mailsTo(api, email)).toHaveLength(1);
  });

  it('that the thief uses second ends it at once', async () => {
    const she = await signedIn();
    const thief = thiefOf(she);
    await she.refresh();
    expect(await thief.refresh()).toMatchObject({ __typename: 'NotPermitted' });
    expect(await she.whoAmI()).toBe('INVALID_TOKEN');
  });

  it('from long ago ends it too', async () => {
    const she = await signedIn();
    const thief = thiefOf(she);
    for (let i = 0; i < 3; i += 1) await she.refresh();
    expect(await thief.refresh()).toMatchObject({ __typename: 'NotPermitted' });
    expect(await she.whoAmI()).toBe('INVALID_TOKEN');
  });

  it('that both use at the same moment gives no two families', async () => {
    const she = await signedIn();
    const crowd = Array.from({ length: 5 }, () => thiefOf(she));
    const outcomes = await Promise.all(crowd.map(async (one) => one.refresh()));
    const names = outcomes.map(({ __typename }) => __typename);
    expect(names.filter((name) => name === 'SignedIn')).toHaveLength(1);
    expect(await Promise.all(crowd.map(async (one) => one.whoAmI()))).not.toContain('');
  });

  it('is of no use in another session, and her other sessions go on', async () => {
    const she = await signedIn();
    const elsewhere = new Browser(api);
    await elsewhere.signIn(email, PASSWORD);
    const thief = thiefOf(she);
    await she.refresh();
    await thief.refresh();
    expect(await elsewhere.whoAmI()).toBe('');
    expect(await elsewhere.refresh()).toMatchObject({ __typename: 'SignedIn' });
  });

  it.each([
    ['was not used for too long', `last_used_at = now() - interval '25 hours'`],
    ['has had its time', `expires_at = now() - interval '1 second'`],
    ['was ended', `ended_at = now()`],
  ])('of a session that %s does nothing', async (_what, change) => {
    const she = await signedIn();
    await api.services.database.query(`UPDATE session SET ${change} WHERE account_id = $1`, [id]);
    she.token = null;
    expect(await she.refresh()).toMatchObject({ __typename: 'NotPermitted' });
    expect(await actions()).toEqual(['session.begin']);
  });

  it('of a suspended account does nothing', async () => {
    const she = await signedIn();
    await api.services.database.query(`UPDATE account SET state = 'suspended' WHERE id = $1`, [id]);
    she.token = null;
    expect(await she.refresh()).toMatchObject({ __typename: 'NotPermitted' });
  });

  it.each(['', 'x', 'A'.repeat(43), '%00', 'a=b', "' OR true --"])(
    'that was guessed (%j) does nothing',
    async (guess) => {
      const thief = new Browser(api);
      thief.cookie = `baraza_refresh=${guess}`;
      expect(await thief.refresh()).toMatchObject({ __typename: 'NotPermitted' });
    },
  );

  describe('that another site makes her browser send', () => {
    const REFRESH = 'mutation { refreshSession { __typename } }';
    const send = async (she: Browser, contentType: string | null, payload: string, headers = {}) =>
      api.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: {
          cookie: she.cookie ?? '',
          origin: 'https://evil.example',
          ...(contentType ? { 'content-type': contentType } : {}),
          ...headers,
        },
        payload,
      });

    it.each([
      ['application/x-www-form-urlencoded', `query=${encodeURIComponent(REFRESH)}`],
      [
        'multipart/form-data; boundary=x',
        `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${REFRESH}\r\n--x--`,
      ],
      ['text/plain', JSON.stringify({ query: REFRESH })],
      [null, JSON.stringify({ query: REFRESH })],
    ])('by a form or a request that asks no permission (%s) is not read', async (type, payload) => {
      const she = await signedIn();
      const response = await send(she, type, payload);
      expect([400, 415]).toContain(response.statusCode);
      expect(response.headers['set-cookie']).toBeUndefined();
      expect(await she.refresh()).toMatchObject({ __typename: 'SignedIn' });
    });

    it('by a request that says it comes from another site is not used', async () => {
      const she = await signedIn();
      const headers = { 'sec-fetch-site': 'cross-site' };
      const response = await send(
        she,
        'application/json',
        JSON.stringify({ query: REFRESH }),
        headers,
      );
      expect(response.json()).toEqual({ data: { refreshSession: { __typename: 'NotPermitted' } } });
      expect(await she.whoAmI()).toBe('');
    });

    it('by a link does nothing, for a GET changes nothing', async () => {
      const she = await signedIn();
      const response = await api.app.inject({
        url: `/graphql?query=${encodeURIComponent(REFRESH)}`,
        headers: { cookie: she.cookie ?? '', 'apollo-require-preflight': '1' },
      });
      expect(response.statusCode).toBe(405);
      expect(await she.refresh()).toMatchObject({ __typename: 'SignedIn' });
    });

    it('is allowed to no page by CORS', async () => {
      const response = await api.app.inject({
        method: 'OPTIONS',
        url: '/graphql',
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      });
      expect(response.headers['access-control-allow-origin']).toBeUndefined();
    });
  });
});
