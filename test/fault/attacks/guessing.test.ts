import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { makeAccount, PASSWORD, type TestAccount } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { Browser, type Outcome } from '../../support/browser.js';
import { totpCode } from '../../support/codes.js';
import { heldTransaction } from '../../support/listed-mediator.js';

const WRONG = 'a guess that is wrong';

describe('guessing', () => {
  let api: TestApi;
  let account: TestAccount;

  beforeAll(async () => {
    api = await openTestApi({ BARAZA_MAX_ALIASES: '20' });
    account = await makeAccount(api.rooms);
  });
  afterAll(async () => api.close());
  beforeEach(async () => {
    await api.rooms.database.query('DELETE FROM attempt');
  });

  const guess = async (email = account.email, from = '203.0.113.1') =>
    new Browser(api, { remoteAddress: from }).signIn(email, WRONG);
  const count = (outcomes: readonly Outcome[]) => ({
    tried: outcomes.filter(({ __typename }) => __typename === 'InvalidCredentials').length,
    refused: outcomes.filter(({ __typename }) => __typename === 'TooManyAttempts').length,
  });
  /** So many, or one or two more where the machine stood still for a second. */
  const about = (free: number) => [free, free + 1, free + 2];
  const waiting = async (): Promise<number> => {
    const [row] = await api.asOwner<{ n: number }>(
      'SELECT count(DISTINCT pid)::int AS n FROM pg_locks WHERE NOT granted',
    );
    return row?.n ?? 0;
  };
  const letPass = async (seconds: number) =>
    api.rooms.database.query(`UPDATE attempt SET at = at - $1 * interval '1 second'`, [seconds]);

  it('a password is slowed down, from wherever it is tried, and says how long to wait', async () => {
    const outcomes: Outcome[] = [];
    for (let i = 0; i < 9; i += 1) outcomes.push(await guess(undefined, `203.0.113.${i}`));
    expect(about(5)).toContain(count(outcomes).tried);
    expect(outcomes.at(-1)).toEqual({
      __typename: 'TooManyAttempts',
      message: expect.stringMatching(/^Too many attempts\. Try again in \d seconds\.$/) as unknown,
      seconds: expect.any(Number) as unknown,
    });
  });

  it('has longer and longer pauses, which end', async () => {
    for (let i = 0; i < 5; i += 1) await guess();
    for (const seconds of [1, 2, 4, 8]) {
      await api.rooms.database.query('UPDATE attempt SET at = clock_timestamp()');
      expect(await guess()).toMatchObject({ __typename: 'TooManyAttempts', seconds });
      await letPass(seconds);
      expect(await guess()).toMatchObject({ __typename: 'InvalidCredentials' });
    }
    await letPass(3_600);
    expect(count([await guess(), await guess()])).toEqual({ tried: 2, refused: 0 });
  });

  it('gets no answer in a pause even for the right password, and a right one in time is forgiven', async () => {
    for (let i = 0; i < 6; i += 1) await guess();
    const she = new Browser(api);
    expect(await she.signIn(account.email, PASSWORD)).toMatchObject({
      __typename: 'TooManyAttempts',
    });
    await letPass(2);
    expect(await she.signIn(account.email, PASSWORD)).toMatchObject({ __typename: 'SignedIn' });
    const outcomes: Outcome[] = [];
    for (let i = 0; i < 5; i += 1) outcomes.push(await guess());
    expect(count(outcomes)).toEqual({ tried: 5, refused: 0 });
  });

  it('through aliases of one document counts one by one', async () => {
    const fields = Array.from(
      { length: 20 },
      (_, i) =>
        `a${i}: signIn(email: "${account.email}", password: "guess number ${i}") { __typename }`,
    );
    const { data } = await api.ask<Record<string, Outcome>>(`mutation { ${fields.join(' ')} }`);
    expect(about(5)).toContain(count(Object.values(data ?? {})).tried);
  });

  it('in many requests at once counts one by one', async () => {
    // Reading is free and writing is not, until all of them have come as far as they can.
    const held = heldTransaction(api.rooms.database);
    await held.run((tx) => tx.query('LOCK TABLE attempt IN SHARE MODE'));
    const tries = Promise.all(
      Array.from({ length: 8 }, async (_, i) => guess(undefined, `203.0.113.${i}`)),
    );
    while ((await waiting()) < 8) await new Promise((resolve) => setTimeout(resolve, 10));
    await held.commit();
    expect(about(5)).toContain(count(await tries).tried);
  });

  it('over many addresses is slowed down by where it comes from', async () => {
    const outcomes: Outcome[] = [];
    for (let i = 0; i < 35; i += 1) outcomes.push(await guess(`person-${i}@example.org`));
    expect(about(30)).toContain(count(outcomes).tried);
    expect(await guess('another@example.org', '198.51.100.1')).toMatchObject({
      __typename: 'InvalidCredentials',
    });
  });

  it('from one network of IPv6 comes from one place', async () => {
    const outcomes: Outcome[] = [];
    for (let i = 0; i < 35; i += 1) {
      outcomes.push(await guess(`person-${i}@example.org`, `2001:db8:1:2::${i.toString(16)}`));
    }
    expect(about(30)).toContain(count(outcomes).tried);
  });

  it('comes from where it comes from, whatever it says, unless a proxy that is trusted says it', async () => {
    const trusting = await openTestApi({ BARAZA_TRUST_PROXY: '10.0.0.0/8' });
    try {
      const tries = async (to: TestApi, remoteAddress: string) => {
        const outcomes: Outcome[] = [];
        for (let i = 0; i < 33; i += 1) {
          const headers = { 'x-forwarded-for': `198.51.100.${i}` };
          const browser = new Browser(to, { remoteAddress, headers });
          outcomes.push(await browser.signIn(`person-${i}@example.org`, WRONG));
        }
        return outcomes;
      };
      expect(about(30)).toContain(count(await tries(api, '10.0.0.1')).tried);
      expect(count(await tries(trusting, '10.0.0.1'))).toEqual({ tried: 33, refused: 0 });
      expect(about(30)).toContain(count(await tries(trusting, '203.0.113.5')).tried);
    } finally {
      await trusting.close();
    }
  });

  it('a code is slowed down more than a password, also through new challenges', async () => {
    const guarded = await makeAccount(api.rooms);
    const she = new Browser(api);
    await she.signIn(guarded.email, PASSWORD);
    const { secret } = await she.do('beginTotp', 'enrolment', { password: ['String', PASSWORD] });
    await she.do('confirmTotp', 'codes', { code: ['String!', totpCode(secret)] });
    const outcomes: Outcome[] = [];
    for (let i = 0; i < 8; i += 1) {
      const other = new Browser(api);
      const { challenge } = await other.signIn(guarded.email, PASSWORD);
      outcomes.push(await other.answer(challenge, '123456'));
    }
    expect(about(5)).toContain(count(outcomes).tried);
    await letPass(4 * 3_600);
    const later = new Browser(api);
    const { challenge } = await later.signIn(guarded.email, PASSWORD);
    expect(await later.answer(challenge, '123456')).toMatchObject({
      __typename: 'InvalidCredentials',
    });
    expect(await later.answer(challenge, totpCode(secret, 1))).toMatchObject({
      __typename: 'TooManyAttempts',
    });
  });

  it('links, and asking for mails to somebody, have an end too', async () => {
    const follow = async (i: number) =>
      new Browser(api).do('signInWithLink', 'signIn', { token: ['String!', `guess-${i}`] });
    const followed: Outcome[] = [];
    for (let i = 0; i < 35; i += 1) followed.push(await follow(i));
    expect(followed.at(-1)).toMatchObject({ __typename: 'TooManyAttempts' });
    const asked: Outcome[] = [];
    for (let i = 0; i < 7; i += 1) {
      const browser = new Browser(api, { remoteAddress: `198.51.100.${i}` });
      asked.push(
        await browser.do('requestPasswordReset', 'done', { email: ['String!', account.email] }),
      );
    }
    expect(asked.slice(0, 3).every(({ __typename }) => __typename === 'Done')).toBe(true);
    expect(asked.at(-1)).toMatchObject({ __typename: 'TooManyAttempts' });
  });

  it('leaves no address of anybody behind', async () => {
    await guess();
    const rows = await api.rooms.database.query<{ text: string }>(
      'SELECT a::text AS text FROM attempt a',
    );
    expect(rows).toHaveLength(2);
    const text = JSON.stringify(rows);
    expect(text).not.toContain('203.0.113');
    expect(text).not.toContain(Buffer.from('203.0.113.1').toString('hex'));
    expect(text).not.toContain(account.email);
  });
});
