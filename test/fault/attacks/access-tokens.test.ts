import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR } from '#identity';
import { base64url, exportSPKI, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { makeAccount, openSession, PASSWORD, type TestAccount } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { Browser } from '../../support/browser.js';

/** What a token of the service itself says, to be bent in one place each time. */
interface Parts {
  header: { alg: string; kid?: string; typ?: string };
  payload: JWTPayload & { sid?: string };
}

describe('forged access tokens', () => {
  let api: TestApi;
  let account: TestAccount;
  let genuine: string;
  let parts: Parts;

  beforeAll(async () => {
    api = await openTestApi();
    account = await makeAccount(api.services, { role: 'administrator' });
    genuine = (await openSession(api.services, account.id)).accessToken;
    const [header = '', payload = ''] = genuine.split('.');
    parts = { header: decoded(header), payload: decoded(payload) } as Parts;
  });
  afterAll(async () => api.close());

  const whoIs = async (token: string): Promise<string> => {
    const browser = new Browser(api);
    browser.token = token;
    return browser.whoAmI();
  };
  const signed = async (
    change: Partial<Parts['payload']>,
    header: Partial<Parts['header']> = {},
  ) => {
    const { key } = await api.services.identity.signingKeys.signer();
    return new SignJWT({ ...parts.payload, ...change })
      .setProtectedHeader({ ...parts.header, ...header })
      .sign(key);
  };
  const now = () => Math.floor(Date.now() / 1_000);

  it('would be taken if they were made as the service makes them', async () => {
    expect(await whoIs(genuine)).toBe('ADMINISTRATOR, vetted');
    expect(await whoIs(await signed({}))).toBe('ADMINISTRATOR, vetted');
  });

  it.each<[string, () => Promise<string> | string]>([
    ['an expired one', () => signed({ iat: now() - 700, exp: now() - 1 })],
    ['one without an end', () => signed({ exp: undefined })],
    ['one for another service', () => signed({ aud: 'another-api' })],
    ['one of another issuer', () => signed({ iss: 'https://evil.example' })],
    ['one of another kind', () => signed({}, { typ: 'JWT' })],
    ['one of an unknown key', () => signed({}, { kid: '00000000-0000-7000-8000-000000000000' })],
    ['one of a key that is no id', () => signed({}, { kid: "' OR true --" })],
    ['one that names no key', () => signed({}, { kid: undefined })],
    ['one of another session', () => signed({ sid: '00000000-0000-7000-8000-000000000000' })],
    ['one whose session is no id', () => signed({ sid: 'x' })],
    [
      'the session of somebody else',
      async () => signed({ sub: (await makeAccount(api.services)).id }),
    ],
    [
      'one that another key signed',
      async () => {
        const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
        return new SignJWT(parts.payload).setProtectedHeader(parts.header).sign(privateKey);
      },
    ],
    [
      'an unsigned one',
      () => `${encoded({ ...parts.header, alg: 'none' })}.${encoded(parts.payload)}.`,
    ],
    [
      'one that says none and keeps the signature',
      () =>
        `${encoded({ ...parts.header, alg: 'none' })}.${encoded(parts.payload)}.${genuine.split('.')[2]}`,
    ],
    [
      'one that is signed with the public key as a shared secret',
      async () => {
        const [jwk] = await api.services.identity.signingKeys.publicKeys();
        return new SignJWT(parts.payload)
          .setProtectedHeader({ ...parts.header, alg: 'HS256' })
          .sign(base64url.decode(jwk?.x ?? ''));
      },
    ],
    [
      'one that brings its own key',
      async () => {
        const { privateKey, publicKey } = await generateKeyPair('EdDSA', {
          crv: 'Ed25519',
          extractable: true,
        });
        const header = {
          ...parts.header,
          jku: 'https://evil.example/jwks',
          x5c: [await exportSPKI(publicKey)],
        };
        return new SignJWT(parts.payload).setProtectedHeader(header).sign(privateKey);
      },
    ],
    [
      'one with another payload',
      () => {
        const [header, , signature] = genuine.split('.');
        return `${header}.${encoded({ ...parts.payload, exp: now() + 1e6 })}.${signature}`;
      },
    ],
    ['half of one', () => genuine.slice(0, -20)],
    ['no token at all', () => 'x'],
    ['a service token of nobody', () => `brz_${'A'.repeat(43)}`],
  ])('%s is refused, and not said why', async (_what, forge) => {
    const browser = new Browser(api);
    browser.token = await forge();
    const { data, errors } = await browser.ask('{ me { account { id } } }');
    expect(browser.status).toBe(401);
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      { message: 'The token is not valid: sign in again.', extensions: { code: 'INVALID_TOKEN' } },
    ]);
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer ', 'Bearer a b', 'bearer\ttoken', 'Bearer é'])(
    'a header %j is refused too',
    async (authorization) => {
      const browser = new Browser(api, { headers: { authorization } });
      expect(await browser.whoAmI()).toBe('INVALID_TOKEN');
    },
  );

  it('of a key that was rotated work until they expire, and no longer', async () => {
    const before = (await openSession(api.services, account.id)).accessToken;
    await api.services.identity.signingKeys.rotate(OPERATOR);
    const after = (await openSession(api.services, account.id)).accessToken;
    expect(decoded(after.split('.')[0])).not.toMatchObject({ kid: parts.header.kid });
    expect(await whoIs(before)).toBe('ADMINISTRATOR, vetted');
    expect(await whoIs(after)).toBe('ADMINISTRATOR, vetted');
    expect(await api.services.identity.signingKeys.publicKeys()).toHaveLength(2);
    await api.services.database.query(
      `UPDATE signing_key SET accepted_until = now() - interval '1 second' WHERE id = $1`,
      [parts.header.kid],
    );
    expect(await whoIs(before)).toBe('INVALID_TOKEN');
    expect(await whoIs(after)).toBe('ADMINISTRATOR, vetted');
    await api.services.identity.signingKeys.handle();
    expect(await api.services.identity.signingKeys.publicKeys()).toHaveLength(1);
  });

  it('are signed by one key, however many processes ask for the first at once', async () => {
    const other = await openTestApi();
    try {
      const kids = await Promise.all(
        Array.from(
          { length: 5 },
          async () => (await other.services.identity.signingKeys.signer()).kid,
        ),
      );
      expect(new Set(kids).size).toBe(1);
      expect(await other.services.identity.signingKeys.publicKeys()).toHaveLength(1);
    } finally {
      await other.close();
    }
  });

  describe('a token of a moment ago', () => {
    const inSession = async (who: Parameters<typeof makeAccount>[1]) => {
      const made = await makeAccount(api.services, who);
      const browser = new Browser(api);
      browser.token = (await openSession(api.services, made.id)).accessToken;
      return { browser, made };
    };

    it('is of no use once the account is suspended, and the session does not come back', async () => {
      const { browser, made } = await inSession({ role: 'organizer' });
      const administrator = await inSession({ role: 'administrator' });
      expect(await browser.whoAmI()).toBe('ORGANIZER, vetted');
      const id = ['ID!', Buffer.from(`Account:${made.id}`).toString('base64url')] as const;
      const token = await api.services.database.transaction((tx) =>
        api.services.identity.links.issue(tx, {
          purpose: 'password-reset',
          accountId: made.id,
          ttl: 60,
        }),
      );
      await administrator.browser.do('suspendAccount', 'done', { id });
      expect(await browser.whoAmI()).toBe('INVALID_TOKEN');
      expect(await new Browser(api).signIn(made.email, PASSWORD)).toMatchObject({
        __typename: 'InvalidCredentials',
      });
      await administrator.browser.do('reinstateAccount', 'done', { id });
      expect(await browser.whoAmI()).toBe('INVALID_TOKEN');
      // Whoever knew the password knows it still: she sets another by a link, which was not there before.
      expect(await new Browser(api).signIn(made.email, PASSWORD)).toMatchObject({
        __typename: 'InvalidCredentials',
      });
      expect(await api.services.identity.links.look('password-reset', token)).toBeNull();
    });

    it('is of no use to a suspended account though its session had been left', async () => {
      const { browser, made } = await inSession({ role: 'organizer' });
      await api.services.database.query(`UPDATE account SET state = 'suspended' WHERE id = $1`, [
        made.id,
      ]);
      expect(await browser.whoAmI()).toBe('INVALID_TOKEN');
    });

    it('is worth no more than the roles that are left', async () => {
      const { browser, made } = await inSession({ role: 'administrator' });
      const accounts = '{ accounts { totalCount } }';
      expect((await browser.ask(accounts)).errors).toBeUndefined();
      await api.services.database.query('DELETE FROM account_role WHERE account_id = $1', [
        made.id,
      ]);
      expect((await browser.ask(accounts)).errors?.[0]?.extensions?.code).toBe('NOT_PERMITTED');
      expect(await browser.whoAmI()).toBe('');
    });

    it('lets an administrator suspend others, and not herself', async () => {
      const { browser, made } = await inSession({ role: 'administrator' });
      const id = ['ID!', Buffer.from(`Account:${made.id}`).toString('base64url')] as const;
      expect(await browser.do('suspendAccount', 'done', { id })).toMatchObject({
        __typename: 'InvalidState',
      });
    });
  });
});

function encoded(value: object): string {
  return base64url.encode(JSON.stringify(value));
}

function decoded(part = ''): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
}
