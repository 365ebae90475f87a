import { Vault } from '#vault';
import { Database } from '#database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Argon2Hasher,
  InvalidCredentialsError,
  PUBLIC_VIEWER,
  type PasswordHasher,
  SignInService,
  Throttle,
  OneTimeLinks,
  SecondFactorService,
  SecurityEvents,
  SessionService,
} from '#identity';
import { makeAccount, PASSWORD, type TestAccount } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { Browser } from '../../support/browser.js';
import { insertListed } from '../../support/listed-mediator.js';
import { rankZ } from '../../support/rank-test.js';
import { countStatements } from '../../support/statements.js';

const UNKNOWN = 'nobody-of-this-name@example.org';
const WRONG = 'a guess that is wrong';
const CLIENT = { address: '203.0.113.9', userAgent: '', device: null };

/** Who wants to know whether a woman has an account here must not find out. */
describe('whether an address has an account', () => {
  let api: TestApi;
  const known: Record<'organizer' | 'mediator' | 'suspended' | 'passwordless', TestAccount> =
    {} as never;

  beforeAll(async () => {
    api = await openTestApi();
    const { database } = api.services;
    const mediatorId = await insertListed(database);
    known.organizer = await makeAccount(api.services, { role: 'organizer' });
    known.mediator = await makeAccount(api.services, { role: 'mediator', mediatorId });
    known.suspended = await makeAccount(api.services);
    known.passwordless = await makeAccount(api.services);
    await database.query(`UPDATE account SET state = 'suspended' WHERE id = $1`, [
      known.suspended.id,
    ]);
    await database.query('DELETE FROM account_password WHERE account_id = $1', [
      known.passwordless.id,
    ]);
  });
  afterAll(async () => api.close());

  const forgetAttempts = async () => api.services.database.query('DELETE FROM attempt');
  /** The whole answer, headers too, but for what differs by nature. */
  const answerOf = async (query: string, variables: Record<string, unknown>) => {
    await forgetAttempts();
    const { statusCode, headers, body } = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ query, variables }),
    });
    const { date: _date, 'x-request-id': _id, ...rest } = headers;
    return { statusCode, headers: rest, body };
  };

  const SIGN_IN = `mutation ($email: String!, $password: String!) {
    signIn(email: $email, password: $password) { __typename ... on InvalidCredentials { message } } }`;
  const DOORS: Record<string, string> = {
    requestPasswordReset: `mutation ($email: String!) {
      requestPasswordReset(email: $email) { __typename ... on Done { message } } }`,
    requestSignInLink: `mutation ($email: String!) {
      requestSignInLink(email: $email) { __typename ... on Done { message } } }`,
    registerOrganizer: `mutation ($email: String!) {
      registerOrganizer(input: { email: $email, name: "A", organization: { name: "B", kind: OTHER } }) {
        __typename ... on Done { message } } }`,
  };

  it.each(['organizer', 'mediator', 'suspended', 'passwordless'] as const)(
    'is not told by signing in: %s',
    async (who) => {
      const { email } = known[who];
      const unknown = await answerOf(SIGN_IN, { email: UNKNOWN, password: WRONG });
      expect(unknown.body).toContain('InvalidCredentials');
      expect(await answerOf(SIGN_IN, { email, password: WRONG })).toEqual(unknown);
      if (who === 'suspended' || who === 'passwordless') {
        expect(await answerOf(SIGN_IN, { email, password: PASSWORD })).toEqual(unknown);
      }
    },
  );

  it.each(Object.keys(DOORS))(
    'is told neither by the answer nor by the work of %s',
    async (door) => {
      const query = DOORS[door] ?? '';
      const unknown = await answerOf(query, { email: UNKNOWN });
      expect(unknown.body).toContain('Done');
      const work = async (email: string) => {
        await forgetAttempts();
        return countStatements(() => answerOf(query, { email }));
      };
      const expected = await work(UNKNOWN);
      for (const { email } of Object.values(known)) {
        expect(await answerOf(query, { email })).toEqual(unknown);
        expect(await work(email)).toBe(expected);
      }
    },
  );

  it('is not told by the pauses after wrong guesses', async () => {
    const outcomes = async (email: string) => {
      await forgetAttempts();
      const browser = new Browser(api);
      const found: string[] = [];
      for (let i = 0; i < 7; i += 1) found.push((await browser.signIn(email, WRONG)).__typename);
      return found;
    };
    const unknown = await outcomes(UNKNOWN);
    expect(unknown).toContain('TooManyAttempts');
    expect(await outcomes(known.organizer.email)).toEqual(unknown);
  });

  describe('is not told by the time that signing in takes', () => {
    const counting = (inner: PasswordHasher) => {
      const counts = { hash: 0, verify: 0 };
      const hasher: PasswordHasher = {
        hash: async (password) => ((counts.hash += 1), inner.hash(password)),
        verify: async (hashed, password) => ((counts.verify += 1), inner.verify(hashed, password)),
        isOutdated: (hashed) => inner.isOutdated(hashed),
      };
      return { counts, hasher };
    };
    const signingInBy = (hasher: PasswordHasher) => {
      const { app } = api;
      return new SignInService(
        app.get(Database),
        app.get(Vault),
        hasher,
        app.get(Throttle),
        app.get(OneTimeLinks),
        app.get(SecondFactorService),
        app.get(SessionService),
        app.get(SecurityEvents),
      );
    };
    const attempt = async (signIn: SignInService, email: string) => {
      await forgetAttempts();
      const begun = process.hrtime.bigint();
      await expect(signIn.byPassword(PUBLIC_VIEWER, CLIENT, email, WRONG)).rejects.toThrow(
        InvalidCredentialsError,
      );
      return Number(process.hrtime.bigint() - begun);
    };

    it('for it costs one verification, whoever it is', async () => {
      const { counts, hasher } = counting(new Argon2Hasher());
      const signIn = signingInBy(hasher);
      await attempt(signIn, UNKNOWN);
      for (const { email } of [{ email: UNKNOWN }, ...Object.values(known)]) {
        Object.assign(counts, { hash: 0, verify: 0 });
        await attempt(signIn, email);
        expect(counts).toEqual({ hash: 0, verify: 1 });
      }
    });

    it('for the times are of one distribution', async () => {
      const hasher = new Argon2Hasher();
      const signIn = signingInBy(hasher);
      const { id, email } = await makeAccount(api.services);
      await api.services.database.query(
        'UPDATE account_password SET hash = $2 WHERE account_id = $1',
        [id, await hasher.hash(PASSWORD)],
      );
      await attempt(signIn, UNKNOWN);
      const times = { known: [] as number[], unknown: [] as number[] };
      for (let i = 0; i < 40; i += 1) {
        // Interleaved, and each first as often as the other: what else the machine does falls on both.
        const order =
          i % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
        for (const one of order) {
          times[one].push(await attempt(signIn, one === 'known' ? email : UNKNOWN));
        }
      }
      expect(Math.abs(rankZ(times.known, times.unknown))).toBeLessThan(4.5);
      // The test is able to see what it looks for: without the work of a verification, z is some 7.7.
      const without = times.unknown.map((time, i) => time - (times.known[i] ?? 0));
      expect(Math.abs(rankZ(times.known, without))).toBeGreaterThan(4.5);
    });
  });
});
