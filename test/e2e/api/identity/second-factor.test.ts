import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR } from '#identity';
import { makeAccount, openSession, PASSWORD, type TestAccount } from '../../../support/accounts.js';
import { openTestApi, type TestApi } from '../../../support/api.js';
import { Browser } from '../../../support/browser.js';
import { totpCode } from '../../../support/codes.js';
import { mailsTo } from '../../../support/mails.js';
import { uuidv7 } from 'uuidv7';

describe('a second factor', () => {
  let api: TestApi;
  let account: TestAccount;
  let secret: string | undefined;
  let recovery: readonly string[] = [];
  let she: Browser;

  beforeAll(async () => {
    api = await openTestApi();
    await api.services.networks.create(OPERATOR, { slug: 'acacia', names: { en: 'Acacia' } });
    account = await makeAccount(api.services, { role: 'coordinator', networks: ['acacia'] });
    she = new Browser(api);
    await she.signIn(account.email, PASSWORD);
  });
  afterAll(async () => api.close());

  const begin = async (password: string | null) =>
    she.do('beginTotp', 'enrolment', { password: ['String', password] });
  const confirm = async (code: string) =>
    she.do('confirmTotp', 'codes', { code: ['String!', code] });
  const wrong = () => (totpCode(secret) === '000000' ? '000001' : '000000');

  it('is not begun by whoever found her session open', async () => {
    expect(await begin(null)).toMatchObject({ __typename: 'InvalidCredentials' });
    expect(await begin('not her password')).toMatchObject({ __typename: 'InvalidCredentials' });
    expect(await confirm('000000')).toMatchObject({ __typename: 'InvalidState' });
  });

  it('is enrolled by a QR code and a first code', async () => {
    const enrolment = await begin(PASSWORD);
    expect(enrolment).toMatchObject({
      uri: expect.stringContaining('otpauth://totp/Baraza:') as unknown,
      qrCode: expect.stringMatching(/^data:image\/svg\+xml;base64,/) as unknown,
    });
    ({ secret } = enrolment);
    expect(await confirm(wrong())).toMatchObject({ __typename: 'InvalidCredentials' });
    expect(await she.whoAmI()).toBe('COORDINATOR, second factor missing');
    const confirmed = await confirm(totpCode(secret));
    recovery = confirmed.codes ?? [];
    expect(new Set(recovery).size).toBe(10);
    expect(await she.whoAmI()).toBe('COORDINATOR, vetted');
  });

  it('is asked for after the right password, and only then', async () => {
    const again = new Browser(api);
    expect(await again.signIn(account.email, 'not her password')).toMatchObject({
      __typename: 'InvalidCredentials',
    });
    const { __typename, challenge } = await again.signIn(account.email, PASSWORD);
    expect(__typename).toBe('SecondFactorRequired');
    expect(again.cookie).toBeNull();
    expect(await again.answer(challenge, wrong())).toMatchObject({
      __typename: 'InvalidCredentials',
    });
    // The step of the enrolment is used up, so the next one's code.
    expect(await again.answer(challenge, totpCode(secret, 1))).toMatchObject({
      __typename: 'SignedIn',
    });
    expect(await again.whoAmI()).toBe('COORDINATOR, vetted');
  });

  it('is replaced by a recovery code, however it is typed', async () => {
    const again = new Browser(api);
    const { challenge } = await again.signIn(account.email, PASSWORD);
    const code = recovery[0]?.replaceAll('-', ' ').toUpperCase() ?? '';
    expect(await again.answer(challenge, code)).toMatchObject({ __typename: 'SignedIn' });
    const { data } = await again.ask<{ me: { account: unknown } }>(
      '{ me { account { secondFactor recoveryCodesLeft } } }',
    );
    expect(data?.me.account).toEqual({ secondFactor: true, recoveryCodesLeft: 9 });
  });

  it('is moved to another authenticator while the old one works until the new one is confirmed', async () => {
    const enrolment = await begin(PASSWORD);
    expect(enrolment.secret).not.toBe(secret);
    const other = new Browser(api);
    const { challenge } = await other.signIn(account.email, PASSWORD);
    expect(await other.answer(challenge, recovery[1] ?? '')).toMatchObject({
      __typename: 'SignedIn',
    });
    const { codes = [] } = await confirm(totpCode(enrolment.secret));
    expect(codes).toHaveLength(10);
    expect(codes).not.toContain(recovery[2]);
    expect(await other.whoAmI()).toBe('INVALID_TOKEN');
    expect(await she.whoAmI()).toBe('COORDINATOR, vetted');
    ({ secret } = enrolment);
    recovery = codes;
  });

  it('gives new recovery codes for a code of the authenticator', async () => {
    const renew = async (code: string) =>
      she.do('renewRecoveryCodes', 'codes', { code: ['String!', code] });
    expect(await renew(recovery[0] ?? '')).toMatchObject({ __typename: 'InvalidCredentials' });
    const { codes = [] } = await renew(totpCode(secret, 1));
    expect(codes).toHaveLength(10);
    const again = new Browser(api);
    const { challenge } = await again.signIn(account.email, PASSWORD);
    expect(await again.answer(challenge, recovery[0] ?? '')).toMatchObject({
      __typename: 'InvalidCredentials',
    });
    expect(await again.answer(challenge, codes[0] ?? '')).toMatchObject({ __typename: 'SignedIn' });
  });

  describe('that is lost with its recovery codes', () => {
    let lost: TestAccount;
    let administrator: Browser;
    let herself: string;
    const globalId = (id: string) => Buffer.from(`Account:${id}`).toString('base64url');
    const remove = async (by: Browser, id: string) =>
      by.do('removeSecondFactor', 'done', { id: ['ID!', globalId(id)] });

    beforeAll(async () => {
      lost = await makeAccount(api.services, { role: 'coordinator', networks: ['acacia'] });
      const made = await makeAccount(api.services, { role: 'administrator' });
      administrator = new Browser(api);
      ({ id: herself } = made);
      administrator.token = (await openSession(api.services, made.id)).accessToken;
    });

    it('is removed by an administrator: she is signed out, told, and enrols another', async () => {
      const open = new Browser(api);
      await open.signIn(lost.email, PASSWORD);
      const { secret: first } = await open.do('beginTotp', 'enrolment', {
        password: ['String', PASSWORD],
      });
      await open.do('confirmTotp', 'codes', { code: ['String!', totpCode(first)] });
      const { challenge } = await new Browser(api).signIn(lost.email, PASSWORD);
      expect(await remove(administrator, lost.id)).toMatchObject({ __typename: 'Done' });
      expect(await open.whoAmI()).toBe('INVALID_TOKEN');
      expect(await new Browser(api).answer(challenge, totpCode(first, 1))).toMatchObject({
        __typename: 'InvalidCredentials',
      });
      const mails = await mailsTo(api, lost.email);
      expect(mails.at(-1)?.subject).toBe('Your second factor was removed');
      const again = new Browser(api);
      expect(await again.signIn(lost.email, PASSWORD)).toMatchObject({ __typename: 'SignedIn' });
      expect(await again.whoAmI()).toBe('COORDINATOR, second factor missing');
      const { data } = await again.ask<{ me: { account: unknown } }>(
        '{ me { account { secondFactor recoveryCodesLeft } } }',
      );
      expect(data?.me.account).toEqual({ secondFactor: false, recoveryCodesLeft: 0 });
    });

    it('is removed once, of somebody else, and of accounts that there are', async () => {
      expect(await remove(administrator, lost.id)).toMatchObject({
        __typename: 'InvalidState',
        message: 'The account has no authenticator.',
      });
      expect(await remove(administrator, herself)).toMatchObject({
        __typename: 'InvalidState',
        message: 'You have signed in with yours: enrol another instead.',
      });
      expect(await remove(administrator, uuidv7())).toMatchObject({ __typename: 'NotFound' });
    });
  });
});
