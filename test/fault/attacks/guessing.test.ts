import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { makeAccount, PASSWORD, type TestAccount } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { Browser, type Outcome } from '../../support/browser.js';
import { totpCode } from '../../support/codes.js';
import { lastToken } from '../../support/mails.js';
import { heldTransaction } from '../../support/listed-mediator.js';
import { waitingForLocks } from '../../support/waiting-locks.js';

const WRONG = 'a guess that is wrong';

/** The digits of a script whose zero is there. */
const inDigits = (code: string, zero: number): string =>
  Array.from(code, (digit) => String.fromCodePoint(zero + Number(digit))).join('');

describe('guessing', () => {
  let api: TestApi;
  let account: TestAccount;

  beforeAll(async () => {
    api = await openTestApi({ BARAZA_MAX_ALIASES: '20' });
    account = await makeAccount(api.services);
  });
  afterAll(async () => api.close());
  beforeEach(async () => {
    await api.services.database.query('DELETE FROM attempt');
  });

  const guess = async (email = account.email, from = '203.0.113.1') =>
    new Browser(api, { remoteAddress: from }).signIn(email, WRONG);
  const count = (outcomes: readonly Outcome[]) => ({
    tried: outcomes.filter(({ __typename }) => __typename === 'InvalidCredentials').length,
    refused: outcomes.filter(({ __typename }) => __typename === 'TooManyAttempts').length,
  });
  /** So many, or one or two more where the machine stood still for a second. */
  const about = (free: number) => [free, free + 1, free + 2];
  const letPass = async (seconds: number) =>
    api.services.database.query(`UPDATE attempt SET at = at - $1 * interval '1 second'`, [seconds]);

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

  /** Uses up the free tries and goes on after each pause, until the next takes so many seconds: longer than a busy machine stands still. */
  const guessOn = async (seconds: number): Promise<void> => {
    for (let i = 0; i < 5; i += 1) await guess(undefined, `203.0.113.${i}`);
    for (let pause = 1; pause < seconds; pause *= 2) {
      await letPass(pause);
      expect(await guess()).toMatchObject({ __typename: 'InvalidCredentials' });
    }
  };

  it('has longer and longer pauses, which end', async () => {
    await guessOn(16);
    for (const pause of [16, 32, 64, 128]) {
      const { __typename: outcome, seconds } = await guess();
      expect([pause, outcome]).toEqual([pause, 'TooManyAttempts']);
      expect(seconds).toBeLessThanOrEqual(pause);
      expect(seconds).toBeGreaterThan(pause / 2);
      await letPass(pause);
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

  it('by strangers does not lock out whoever signs in on a device that she has signed in on before', async () => {
    const she = new Browser(api);
    await she.signIn(account.email, PASSWORD);
    await guessOn(256);
    expect(await guess()).toMatchObject({ __typename: 'TooManyAttempts' });
    she.cookie = null;
    expect(await she.signIn(account.email, PASSWORD)).toMatchObject({ __typename: 'SignedIn' });
    // What is forgiven are her own tries.
    expect(await guess()).toMatchObject({ __typename: 'TooManyAttempts' });
    expect(
      await she.do('requestPasswordReset', 'done', { email: ['String!', account.email] }),
    ).toEqual({ __typename: 'Done', message: expect.any(String) as unknown });
  });

  it('by strangers at her own address, and of codes, does not lock her out either', async () => {
    const guarded = await makeAccount(api.services);
    const she = new Browser(api, { remoteAddress: '203.0.113.1' });
    await she.signIn(guarded.email, PASSWORD);
    const { secret } = await she.do('beginTotp', 'enrolment', { password: ['String', PASSWORD] });
    await she.do('confirmTotp', 'codes', { code: ['String!', totpCode(secret)] });
    const thief = new Browser(api);
    for (let i = 0; i < 8; i += 1) {
      const { challenge } = await thief.signIn(guarded.email, PASSWORD);
      if (challenge !== undefined) await thief.answer(challenge, '123456');
    }
    for (let i = 0; i < 35; i += 1) await guess(`person-${i}@example.org`);
    for (let i = 0; i < 8; i += 1) await guess(guarded.email);
    const { challenge } = await she.signIn(guarded.email, PASSWORD);
    expect(await she.answer(challenge, totpCode(secret, 1))).toMatchObject({
      __typename: 'SignedIn',
    });
  });

  it('has an end on a device that is known too', async () => {
    const she = new Browser(api);
    await she.signIn(account.email, PASSWORD);
    const outcomes: Outcome[] = [];
    for (let i = 0; i < 9; i += 1) outcomes.push(await she.signIn(account.email, WRONG));
    expect(about(5)).toContain(count(outcomes).tried);
    expect(outcomes.at(-1)).toMatchObject({ __typename: 'TooManyAttempts' });
  });

  it('gains nothing by a device that is known to another account, or says that it is known', async () => {
    const other = await makeAccount(api.services);
    const device = new Browser(api);
    await device.signIn(other.email, PASSWORD);
    const made = new Browser(api);
    made.device = `baraza_device=${'A'.repeat(43)}.${'B'.repeat(43)}`;
    const outcomes: Outcome[] = [];
    for (let i = 0; i < 12; i += 1) {
      const browser = [device, made, new Browser(api)][i % 3];
      if (browser) outcomes.push(await browser.signIn(account.email, WRONG));
    }
    expect(about(5)).toContain(count(outcomes).tried);
  });

  it('does not keep out whoever sets a new password by the link of a mail', async () => {
    const lost = await makeAccount(api.services);
    for (let i = 0; i < 8; i += 1) await guess(lost.email, `203.0.113.${i}`);
    const she = new Browser(api);
    await she.do('requestPasswordReset', 'done', { email: ['String!', lost.email] });
    const token = await lastToken(api, lost.email);
    const password = 'a new one that nobody knows';
    await she.do('resetPassword', 'done', {
      token: ['String!', token],
      password: ['String!', password],
    });
    expect(await she.signIn(lost.email, password)).toMatchObject({ __typename: 'SignedIn' });
  });

  it.each([
    ['with a space', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`],
    ['in Arabic-Indic digits', (code: string) => inDigits(code, 0x660)],
    ['in Persian digits, embedded', (code: string) => `\u202b${inDigits(code, 0x6f0)}\u202c`],
    [
      'in Devanagari digits, spaced',
      (code: string) => Array.from(inDigits(code, 0x966)).join('\u00a0'),
    ],
    ['in fullwidth digits', (code: string) => ` ${inDigits(code, 0xff10)}\u3000`],
    ['in Adlam digits', (code: string) => inDigits(code, 0x1e950)],
  ])('is not needed for a code written %s', async (_, written) => {
    const guarded = await makeAccount(api.services);
    const she = new Browser(api);
    await she.signIn(guarded.email, PASSWORD);
    const { secret } = await she.do('beginTotp', 'enrolment', { password: ['String', PASSWORD] });
    expect(
      await she.do('confirmTotp', 'codes', { code: ['String!', written(totpCode(secret))] }),
    ).toMatchObject({ __typename: 'RecoveryCodes' });
    const { challenge } = await new Browser(api).signIn(guarded.email, PASSWORD);
    expect(await she.answer(challenge, written(totpCode(secret, 1)))).toMatchObject({
      __typename: 'SignedIn',
    });
  });

  it('codes that are none is told nothing', async () => {
    const guarded = await makeAccount(api.services);
    const she = new Browser(api);
    await she.signIn(guarded.email, PASSWORD);
    const { secret } = await she.do('beginTotp', 'enrolment', { password: ['String', PASSWORD] });
    await she.do('confirmTotp', 'codes', { code: ['String!', totpCode(secret)] });
    for (const code of [
      '',
      ' ',
      '12345',
      '1234567',
      '12-34',
      'x'.repeat(20_000),
      '\0',
      '\ud800',
      '１２３',
      '²³⁴¹²³',
    ]) {
      await api.services.database.query('DELETE FROM attempt');
      const { challenge } = await she.signIn(guarded.email, PASSWORD);
      expect([code, await she.answer(challenge, code)]).toMatchObject([
        code,
        { __typename: 'InvalidCredentials' },
      ]);
    }
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
    const held = heldTransaction(api.services.database);
    await held.run((tx) => tx.query('LOCK TABLE attempt IN SHARE MODE'));
    const tries = Promise.all(
      Array.from({ length: 8 }, async (_, i) => guess(undefined, `203.0.113.${i}`)),
    );
    await waitingForLocks(api, 8);
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
    const guarded = await makeAccount(api.services);
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
    const rows = await api.services.database.query<{ text: string }>(
      'SELECT a::text AS text FROM attempt a',
    );
    expect(rows).toHaveLength(2);
    const text = JSON.stringify(rows);
    expect(text).not.toContain('203.0.113');
    expect(text).not.toContain(Buffer.from('203.0.113.1').toString('hex'));
    expect(text).not.toContain(account.email);
  });
});
