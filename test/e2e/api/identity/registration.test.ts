import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeAccount, PASSWORD } from '../../../support/accounts.js';
import { openTestApi, type TestApi } from '../../../support/api.js';
import { Browser } from '../../../support/browser.js';
import { lastToken, mailsTo } from '../../../support/mails.js';

describe('an organizer who registers herself', () => {
  const email = 'leila@example.org';
  let api: TestApi;
  let token: string;
  const she = () => new Browser(api);
  const administrator = () => {
    const browser = new Browser(api);
    browser.token = token;
    return browser;
  };

  beforeAll(async () => {
    api = await openTestApi();
    const { authorization = '' } = await api.signedIn({ role: 'administrator' });
    token = authorization.replace('Bearer ', '');
  });
  afterAll(async () => api.close());

  const register = async (input: Record<string, unknown> = {}) =>
    she().do('registerOrganizer', 'done', {
      input: [
        'RegistrationInput!',
        {
          email,
          name: 'Leila Haddad',
          organization: { name: 'Peace Desk', kind: 'CIVIL_SOCIETY', country: 'LB' },
          ...input,
        },
      ],
    });
  const verify = async (link: string, password: string) =>
    she().do('verifyEmail', 'done', {
      token: ['String!', link],
      password: ['String!', password],
    });
  const signedIn = async () => {
    const browser = she();
    await browser.signIn(email, PASSWORD);
    return browser;
  };

  it('is told what is wrong with what she states', async () => {
    expect(
      await register({
        email: 'not an address',
        name: ' ',
        organization: { name: 'a\u0000b', kind: 'OTHER', country: 'Lebanon' },
      }),
    ).toMatchObject({
      fields: [
        { path: 'name', code: 'MALFORMED' },
        { path: 'organization.name', code: 'MALFORMED' },
        { path: 'organization.country', code: 'MALFORMED' },
      ],
    });
    expect(await register({ email: 'not an address' })).toMatchObject({
      fields: [{ path: 'email', code: 'MALFORMED' }],
    });
  });

  it('has no account before she follows the link', async () => {
    expect(await register()).toMatchObject({ __typename: 'Done' });
    const link = await lastToken(api, email);
    expect(await she().signIn(email, PASSWORD)).toMatchObject({ __typename: 'InvalidCredentials' });
    expect(await verify(link, 'leila and the desk')).toMatchObject({
      fields: [{ path: 'password' }],
    });
    expect(await verify(link, PASSWORD)).toMatchObject({ __typename: 'Done' });
    expect(await (await signedIn()).whoAmI()).toBe('ORGANIZER');
  });

  it('is vetted with the next request after an administrator has verified her organization', async () => {
    const browser = await signedIn();
    const { data } = await administrator().ask<{
      organizations: { edges: { node: { id: string; name: string; state: string } }[] };
    }>('{ organizations { edges { node { id name kind country state } } } }');
    const [organization] = data?.organizations.edges.map(({ node }) => node) ?? [];
    expect(organization).toMatchObject({
      name: 'Peace Desk',
      kind: 'CIVIL_SOCIETY',
      state: 'PENDING',
    });
    const id = ['ID!', organization?.id] as const;
    expect(await browser.do('verifyOrganization', 'organization', { id })).toMatchObject({
      __typename: 'NotPermitted',
    });
    expect(await browser.whoAmI()).toBe('ORGANIZER');
    expect(await administrator().do('verifyOrganization', 'organization', { id })).toMatchObject({
      state: 'VERIFIED',
    });
    expect(await browser.whoAmI()).toBe('ORGANIZER, vetted');
    expect(await administrator().do('suspendOrganization', 'organization', { id })).toMatchObject({
      state: 'SUSPENDED',
    });
    expect(await browser.whoAmI()).toBe('ORGANIZER');
    expect(await administrator().do('suspendOrganization', 'organization', { id })).toMatchObject({
      __typename: 'InvalidState',
    });
  });

  it('gets another mail, and no second account, where she has one', async () => {
    const before = (await mailsTo(api, email)).length;
    expect(await register()).toMatchObject({ __typename: 'Done' });
    const mails = await mailsTo(api, email);
    expect(mails).toHaveLength(before + 1);
    expect(mails.at(-1)?.links).toEqual(['http://127.0.0.1:3000/sign-in']);
    const [row] = await api.services.database.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM registration',
    );
    expect(row?.n).toBe(0);
  });

  it('cannot finish after another has made an account of the address', async () => {
    const taken = 'taken@example.org';
    await register({ email: taken });
    await register({ email: taken });
    await api.services.jobs.drain();
    const [first = '', second = ''] = (await mailsTo(api, taken)).map(
      ({ links }) => new URL(links[0] ?? '').searchParams.get('token') ?? '',
    );
    expect(await verify(first, PASSWORD)).toMatchObject({ __typename: 'Done' });
    expect(await verify(second, PASSWORD)).toMatchObject({ __typename: 'NotFound' });
  });

  it('is shown to administrators alone', async () => {
    const accounts = '{ accounts { edges { node { email name } } } }';
    const listed = await administrator().ask<{
      accounts: { edges: { node: { email: string } }[] };
    }>(accounts);
    expect(listed.data?.accounts.edges.map(({ node }) => node.email)).toContain(email);
    for (const who of [await signedIn(), she()]) {
      expect((await who.ask(accounts)).errors).toHaveLength(1);
    }
    await makeAccount(api.services);
  });
});
