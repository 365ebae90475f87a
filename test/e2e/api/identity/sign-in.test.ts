import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MOST_SESSIONS, OPERATOR, SessionService } from '#identity';
import { makeAccount, PASSWORD, type TestAccount } from '../../../support/accounts.js';
import { openTestApi, type TestApi } from '../../../support/api.js';
import { Browser } from '../../../support/browser.js';

describe('signing in', () => {
  let api: TestApi;
  let organizer: TestAccount;
  let coordinator: TestAccount;
  const browser = (headers: Record<string, string> = {}) => new Browser(api, { headers });

  const going = async (who: Browser) => {
    const { data } = await who.ask<{ sessions: unknown[] }>('{ sessions { id } }');
    return data?.sessions.length ?? 0;
  };

  beforeAll(async () => {
    api = await openTestApi();
    await api.services.networks.create(OPERATOR, { slug: 'acacia', names: { en: 'Acacia' } });
    organizer = await makeAccount(api.services, { role: 'organizer' });
    coordinator = await makeAccount(api.services, { role: 'coordinator', networks: ['acacia'] });
  });
  afterAll(async () => api.close());

  it('gives a short token and a cookie that no script and no other site gets at', async () => {
    const she = browser();
    expect(await she.whoAmI()).toBe('nobody');
    expect(await she.signIn(` ${organizer.email.toUpperCase()} `, PASSWORD)).toEqual({
      __typename: 'SignedIn',
      accessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as unknown,
      expiresIn: 600,
    });
    expect(she.setCookie).toMatch(
      /^baraza_refresh=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
    expect(await she.whoAmI()).toBe('ORGANIZER, vetted');
  });

  it('sets the cookie for TLS only, in production', async () => {
    const production = await openTestApi({ NODE_ENV: 'production' });
    try {
      const { email } = await makeAccount(production.services);
      const she = new Browser(production);
      expect(await she.signIn(email, PASSWORD)).toMatchObject({ __typename: 'SignedIn' });
      expect(she.setCookie).toMatch(
        /^__Host-baraza_refresh=[\w-]{43}; Path=\/; (?!.*Domain).*; Secure;/,
      );
    } finally {
      await production.close();
    }
  });

  it('goes on by refreshing, and ends by signing out', async () => {
    const she = browser();
    await she.signIn(organizer.email, PASSWORD);
    const before = { cookie: she.cookie, token: she.token };
    expect(await she.refresh()).toMatchObject({ __typename: 'SignedIn' });
    expect(she.cookie).not.toBe(before.cookie);
    expect(await she.whoAmI()).toBe('ORGANIZER, vetted');
    expect(await she.do('signOut', 'done')).toMatchObject({ __typename: 'Done' });
    expect(she.cookie).toBeNull();
    expect(await she.whoAmI()).toBe('INVALID_TOKEN');
    expect(she.status).toBe(401);
    she.token = null;
    expect(await she.refresh()).toMatchObject({ __typename: 'NotPermitted' });
  });

  it('can be undone by the cookie alone, when the access token has expired', async () => {
    const she = browser();
    await she.signIn(organizer.email, PASSWORD);
    const { token } = she;
    she.token = null;
    expect(await she.do('signOut', 'done')).toMatchObject({ __typename: 'Done' });
    she.token = token;
    expect(await she.whoAmI()).toBe('INVALID_TOKEN');
  });

  it('by password alone lets a coordinator do nothing but enrol', async () => {
    const she = browser();
    expect(await she.signIn(coordinator.email, PASSWORD)).toMatchObject({ __typename: 'SignedIn' });
    expect(await she.whoAmI()).toBe('COORDINATOR, second factor missing');
    const { errors } = await she.ask('{ invitations { totalCount } }');
    expect(errors?.[0]?.extensions?.code).toBe('NOT_PERMITTED');
  });

  it('shows and ends her sessions', async () => {
    const [phone, desk] = [
      browser({ 'user-agent': 'Mozilla/5.0 (Android 16; Mobile) Gecko/140.0 Firefox/140.0' }),
      browser({ 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0' }),
    ];
    const other = await makeAccount(api.services);
    await phone.signIn(other.email, PASSWORD);
    await desk.signIn(other.email, PASSWORD);
    const third = browser();
    await third.signIn(other.email, PASSWORD);
    const list = async (who: Browser) => {
      const { data } = await who.ask<{
        sessions: { id: string; device: string; current: boolean }[];
      }>('{ sessions { id device current createdAt lastUsedAt } }');
      return data?.sessions ?? [];
    };
    const shown = await list(desk);
    expect(shown.map(({ device, current }) => [device, current])).toEqual([
      ['A program', false],
      ['Firefox on Linux', true],
      ['Firefox on Android', false],
    ]);
    const id = shown.find(({ device }) => device === 'Firefox on Android')?.id;
    expect(await desk.do('revokeSession', 'done', { id: ['ID!', id] })).toMatchObject({
      __typename: 'Done',
    });
    expect(await phone.whoAmI()).toBe('INVALID_TOKEN');
    phone.token = null;
    expect(await phone.refresh()).toMatchObject({ __typename: 'NotPermitted' });
    expect(await desk.do('revokeOtherSessions', 'done')).toMatchObject({
      message: 'One session has ended.',
    });
    expect(await third.whoAmI()).toBe('INVALID_TOKEN');
    expect(await list(desk)).toHaveLength(1);
  });

  it('ends the session that was not used for the longest time, where there would be too many', async () => {
    const { id, email } = await makeAccount(api.services);
    const [first, second] = [browser(), browser()];
    await first.signIn(email, PASSWORD);
    await second.signIn(email, PASSWORD);
    await first.refresh();
    // Hashing a password takes its time: those between are begun by the service itself.
    const sessions = api.app.get(SessionService);
    const begin = async () =>
      api.services.database.transaction(async (tx) =>
        sessions.begin(tx, OPERATOR, { accountId: id, secondFactor: false, device: 'A program' }),
      );
    while ((await going(first)) < MOST_SESSIONS) await begin();
    expect(await second.whoAmI()).toBe('');
    await begin();
    expect(await second.whoAmI()).toBe('INVALID_TOKEN');
    expect(await going(first)).toBe(MOST_SESSIONS);
  });

  it('ends no session of somebody else', async () => {
    const [mine, hers] = [browser(), browser()];
    await mine.signIn(organizer.email, PASSWORD);
    await hers.signIn((await makeAccount(api.services)).email, PASSWORD);
    const { data } = await hers.ask<{ sessions: { id: string }[] }>('{ sessions { id } }');
    expect(
      await mine.do('revokeSession', 'done', { id: ['ID!', data?.sessions[0]?.id] }),
    ).toMatchObject({ __typename: 'NotFound' });
    expect(await hers.whoAmI()).toBe('');
  });

  it('hands out the keys that its tokens are checked with', async () => {
    const response = await api.app.inject({ url: '/.well-known/jwks.json' });
    expect(response.json()).toEqual({
      keys: [
        {
          kty: 'OKP',
          crv: 'Ed25519',
          alg: 'EdDSA',
          use: 'sig',
          kid: expect.any(String) as unknown,
          x: expect.any(String) as unknown,
        },
      ],
    });
  });

  it('leaves its traces in the audit log by opaque ids', async () => {
    const rows = await api.services.database.query<{ actor: string; action: string }>(
      `SELECT DISTINCT actor, action FROM audit_entry WHERE actor = $1 ORDER BY action`,
      [`user:${organizer.id}`],
    );
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['session.begin', 'session.refresh', 'session.end']),
    );
  });
});
