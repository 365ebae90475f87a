import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Argon2Hasher } from '#identity';
import { makeAccount, PASSWORD } from '../../../support/accounts.js';
import { openTestApi, type TestApi } from '../../../support/api.js';
import { Browser } from '../../../support/browser.js';
import { lastToken, mailsTo } from '../../../support/mails.js';

const NEW = 'seven boats of millet at dawn';

describe('passwords', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi();
  });
  afterAll(async () => api.close());

  const change = async (she: Browser, current: string | null, password: string) =>
    she.do('changePassword', 'done', {
      currentPassword: ['String', current],
      newPassword: ['String!', password],
    });
  const askForReset = async (email: string) =>
    new Browser(api).do('requestPasswordReset', 'done', { email: ['String!', email] });
  const reset = async (token: string, password: string) =>
    new Browser(api).do('resetPassword', 'done', {
      token: ['String!', token],
      password: ['String!', password],
    });

  it('are changed by whoever knows the old one, which ends her other sessions', async () => {
    const { email } = await makeAccount(api.services);
    const [she, elsewhere] = [new Browser(api), new Browser(api)];
    await she.signIn(email, PASSWORD);
    await elsewhere.signIn(email, PASSWORD);
    expect(await change(she, 'a guess at the password', NEW)).toMatchObject({
      __typename: 'InvalidCredentials',
    });
    expect(await change(she, null, NEW)).toMatchObject({ __typename: 'InvalidCredentials' });
    expect(await change(she, PASSWORD, 'password1234')).toMatchObject({
      fields: [{ path: 'newPassword', code: 'CONTRADICTION' }],
    });
    expect(await elsewhere.whoAmI()).toBe('');
    expect(await change(she, PASSWORD, NEW)).toMatchObject({ __typename: 'Done' });
    expect(await she.whoAmI()).toBe('');
    expect(await elsewhere.whoAmI()).toBe('INVALID_TOKEN');
    const again = new Browser(api);
    expect(await again.signIn(email, PASSWORD)).toMatchObject({ __typename: 'InvalidCredentials' });
    expect(await again.signIn(email, NEW)).toMatchObject({ __typename: 'SignedIn' });
    expect((await mailsTo(api, email)).map(({ subject }) => subject)).toHaveLength(1);
  });

  it('are not changed by nobody', async () => {
    expect(await change(new Browser(api), null, NEW)).toMatchObject({ __typename: 'NotPermitted' });
  });

  it('are reset by a link that is good for 30 minutes, which ends every session', async () => {
    const { email, id } = await makeAccount(api.services);
    const she = new Browser(api);
    await she.signIn(email, PASSWORD);
    expect(await askForReset(email)).toMatchObject({ __typename: 'Done' });
    const token = await lastToken(api, email);
    const [{ minutes } = { minutes: 0 }] = await api.services.database.query<{ minutes: number }>(
      `SELECT round(extract(epoch FROM expires_at - now()) / 60)::int AS minutes FROM one_time_link
       WHERE account_id = $1`,
      [id],
    );
    expect(minutes).toBe(30);
    expect(await reset(token, 'too short')).toMatchObject({ __typename: 'ValidationError' });
    expect(await reset(token, NEW)).toMatchObject({ __typename: 'Done' });
    expect(await she.whoAmI()).toBe('INVALID_TOKEN');
    expect(await new Browser(api).signIn(email, NEW)).toMatchObject({ __typename: 'SignedIn' });
  });

  it('have one link that works: the last that was asked for', async () => {
    const { email } = await makeAccount(api.services);
    await askForReset(email);
    const first = await lastToken(api, email);
    await askForReset(email);
    const second = await lastToken(api, email);
    expect(await reset(first, NEW)).toMatchObject({ __typename: 'NotFound' });
    expect(await reset(second, NEW)).toMatchObject({ __typename: 'Done' });
  });

  it('are hashed anew at the next sign-in when the work has grown', async () => {
    const { email, id } = await makeAccount(api.services);
    const weaker = new Argon2Hasher({ memoryCost: 8, timeCost: 1, parallelism: 1 });
    const weak = await weaker.hash(PASSWORD);
    await api.services.database.query(
      'UPDATE account_password SET hash = $2 WHERE account_id = $1',
      [id, weak],
    );
    await new Browser(api).signIn(email, PASSWORD);
    const [row] = await api.services.database.query<{ hash: string }>(
      'SELECT hash FROM account_password WHERE account_id = $1',
      [id],
    );
    expect(weak).toContain('$m=8,');
    expect(row?.hash).toContain('$m=64,');
    expect(await new Browser(api).signIn(email, PASSWORD)).toMatchObject({
      __typename: 'SignedIn',
    });
  });
});
