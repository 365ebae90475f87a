import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestApi, type TestApi } from '../../support/api.js';
import { Browser } from '../../support/browser.js';
import { lastToken } from '../../support/mails.js';
import { PASSWORD } from '../../support/accounts.js';

describe('what nobody asked her for', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi();
  });
  afterAll(async () => api.close());

  const INPUT = {
    email: 'pushy@example.org',
    name: 'Pushy',
    organization: { name: 'Desk', kind: 'OTHER' },
  };
  const register = async (input: unknown) =>
    api.ask(
      'mutation ($input: RegistrationInput!) { registerOrganizer(input: $input) { __typename } }',
      { input },
    );

  it.each([
    { ...INPUT, role: 'ADMINISTRATOR' },
    { ...INPUT, roles: [{ role: 'ADMINISTRATOR' }] },
    { ...INPUT, state: 'active' },
    { ...INPUT, mediatorId: 'x' },
    { ...INPUT, organization: { ...INPUT.organization, state: 'VERIFIED' } },
    { ...INPUT, organization: { ...INPUT.organization, id: 'x' } },
  ])('is refused with the whole input: %j', async (input) => {
    const { data, errors } = await register(input);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toContain('is not as its type wants it');
  });

  it.each(['"__proto__":{"state":"verified"}', '"constructor":{"prototype":{"state":"verified"}}'])(
    'is not put into the prototype of all objects: %s',
    async (trick) => {
      const payload = JSON.stringify({ query: '{ __typename }', variables: { input: INPUT } });
      const response = await api.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        payload: payload.replace('"name":"Desk"', `"name":"Desk",${trick}`),
      });
      expect(response.statusCode).toBe(400);
      expect(({} as Record<string, unknown>).state).toBeUndefined();
    },
  );

  it('is not made by following the link', async () => {
    await register(INPUT);
    const token = await lastToken(api, INPUT.email);
    const { errors } = await api.ask(
      `mutation ($t: String!, $p: String!) { verifyEmail(token: $t, password: $p, role: ADMINISTRATOR) { __typename } }`,
      { t: token, p: PASSWORD },
    );
    expect(errors?.[0]?.message).toContain('Unknown argument');
    const she = new Browser(api);
    await she.do('verifyEmail', 'done', {
      token: ['String!', token],
      password: ['String!', PASSWORD],
    });
    await she.signIn(INPUT.email, PASSWORD);
    expect(await she.whoAmI()).toBe('ORGANIZER');
  });

  it('is kept out by the database too', async () => {
    const { database } = api.services;
    const give = async (role: string, network: string | null) =>
      database.query(
        `INSERT INTO account_role (id, account_id, role, network_id)
         SELECT gen_random_uuid(), id, $1, $2 FROM account LIMIT 1`,
        [role, network],
      );
    await expect(give('coordinator', null)).rejects.toThrow('account_role_network_of_coordinators');
    await expect(give('operator', null)).rejects.toThrow('account_role_known');
    await expect(give('administrator', '00000000-0000-7000-8000-000000000000')).rejects.toThrow(
      'account_role_network_of_coordinators',
    );
  });
});
