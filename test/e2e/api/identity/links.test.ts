import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeAccount, PASSWORD } from '../../../support/accounts.js';
import { openTestApi, type TestApi } from '../../../support/api.js';
import { Browser } from '../../../support/browser.js';
import { insertListed } from '../../../support/listed-mediator.js';
import { lastToken, mailsTo } from '../../../support/mails.js';

describe('signing in by a link', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi();
  });
  afterAll(async () => api.close());

  const ask = async (email: string) =>
    new Browser(api).do('requestSignInLink', 'done', { email: ['String!', email] });
  const follow = async (token: string) => {
    const she = new Browser(api);
    const outcome = await she.do('signInWithLink', 'signIn', { token: ['String!', token] });
    return { she, outcome };
  };

  it('is for mediators, once, without a password', async () => {
    const mediatorId = await insertListed(api.services.database);
    const { email } = await makeAccount(api.services, { role: 'mediator', mediatorId });
    await ask(email);
    const token = await lastToken(api, email);
    const { she, outcome } = await follow(token);
    expect(outcome).toMatchObject({ __typename: 'SignedIn' });
    expect(await she.whoAmI()).toBe('MEDIATOR');
    expect((await follow(token)).outcome).toMatchObject({ __typename: 'NotFound' });
  });

  it.each(['administrator', 'organizer', undefined] as const)(
    'is not for others: %s',
    async (role) => {
      const { email } = await makeAccount(api.services, { role });
      expect(await ask(email)).toMatchObject({ __typename: 'Done' });
      expect(await mailsTo(api, email)).toEqual([]);
    },
  );

  it('is not for her any more who has become more than a mediator meanwhile', async () => {
    const mediatorId = await insertListed(api.services.database);
    const { email, id } = await makeAccount(api.services, { role: 'mediator', mediatorId });
    await ask(email);
    const token = await lastToken(api, email);
    await api.services.database.query(
      `INSERT INTO account_role (id, account_id, role) VALUES (gen_random_uuid(), $1, 'administrator')`,
      [id],
    );
    expect((await follow(token)).outcome).toMatchObject({ __typename: 'NotFound' });
  });

  it('goes with her account when her profile is erased', async () => {
    const mediatorId = await insertListed(api.services.database);
    const { email } = await makeAccount(api.services, { role: 'mediator', mediatorId });
    const she = new Browser(api);
    await she.signIn(email, PASSWORD);
    await ask(email);
    const token = await lastToken(api, email);
    await api.services.database.query('DELETE FROM mediator WHERE id = $1', [mediatorId]);
    expect(await she.whoAmI()).toBe('INVALID_TOKEN');
    expect((await follow(token)).outcome).toMatchObject({ __typename: 'NotFound' });
  });
});
