import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR } from '#identity';
import { openTestApi, type TestApi } from '../../../support/api.js';
import { Browser } from '../../../support/browser.js';

describe('service accounts', () => {
  let api: TestApi;
  let administrator: Browser;
  let networkId: string;

  beforeAll(async () => {
    api = await openTestApi();
    const { id } = await api.services.networks.create(OPERATOR, {
      slug: 'acacia',
      names: { en: 'Acacia' },
    });
    networkId = Buffer.from(`Network:${id}`).toString('base64url');
    administrator = await as({ role: 'administrator' });
  });
  afterAll(async () => api.close());

  const as = async (who: Parameters<TestApi['signedIn']>[0]) =>
    withToken((await api.signedIn(who)).authorization?.slice(7));
  const withToken = (token = '') => {
    const browser = new Browser(api);
    browser.token = token;
    return browser;
  };
  const create = async (by: Browser, input: Record<string, unknown> = {}) =>
    by.do('createServiceAccount', 'serviceAccountCreated', {
      input: [
        'ServiceAccountInput!',
        {
          name: 'Nightly sync',
          scopes: ['PROFILES_READ'],
          networkIds: [networkId],
          days: 30,
          ...input,
        },
      ],
    });
  const viewerOf = async (token = '') =>
    api.services.viewers.viewerOf(`Bearer ${token}`, 'a request');

  it('have a token that is shown once and does what its scopes say', async () => {
    const { token } = await create(administrator);
    expect(token).toMatch(/^brz_[\w-]{43}$/);
    expect(await viewerOf(token)).toMatchObject({
      name: expect.stringMatching(/^service:[0-9a-f-]{36}$/) as unknown,
      grants: ['anyone', 'profiles.read'],
      clearance: 'PUBLIC',
      userId: null,
    });
    const { token: reader } = await create(administrator, {
      scopes: ['DIRECTORY_READ'],
      networkIds: [],
    });
    expect(await viewerOf(reader)).toMatchObject({ clearance: 'VETTED', networkIds: [] });
    expect(await withToken(reader).whoAmI()).toBe('nobody');
  });

  it('have a name of as many characters as the database holds', async () => {
    // A sign and the selector of its form are two characters.
    expect(await create(administrator, { name: '☺\ufe0f'.repeat(101) })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'name', code: 'TOO_LONG' }],
    });
    for (const name of ['☺\ufe0f'.repeat(100), '𞤀'.repeat(200)]) {
      expect(await create(administrator, { name })).toMatchObject({
        __typename: 'ServiceAccountCreated',
      });
    }
  });

  it('are listed with the day they last asked, and without tokens', async () => {
    const { token } = await create(administrator, { name: 'Asks once' });
    await viewerOf(token);
    const answer = await administrator.ask<{
      serviceAccounts: { edges: { node: { name: string; lastUsedOn: string | null } }[] };
    }>('{ serviceAccounts { edges { node { id name lastUsedOn scopes networks { slug } } } } }');
    const found = answer.data?.serviceAccounts.edges.find(({ node }) => node.name === 'Asks once');
    expect(found?.node).toMatchObject({
      lastUsedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as unknown,
      scopes: ['PROFILES_READ'],
      networks: [{ slug: 'acacia' }],
    });
    expect(JSON.stringify(answer)).not.toContain('brz_');
  });

  it('end when they are revoked and when they expire', async () => {
    const created = await create(administrator);
    const id = (created as { serviceAccount?: { id: string } }).serviceAccount?.id;
    const revoke = async () =>
      administrator.do('revokeServiceAccount', 'serviceAccount', { id: ['ID!', id] });
    expect(await revoke()).toMatchObject({ __typename: 'ServiceAccount' });
    expect(await revoke()).toMatchObject({ __typename: 'InvalidState' });
    const gone = withToken(created.token);
    expect(await gone.whoAmI()).toBe('INVALID_TOKEN');
    const { token: old } = await create(administrator, { name: 'Old' });
    await api.services.database.query(
      `UPDATE service_account SET expires_at = now() - interval '1 second' WHERE name = 'Old'`,
    );
    expect(await withToken(old).whoAmI()).toBe('INVALID_TOKEN');
  });

  it('are made by administrators alone, for networks that are there, and not for ever', async () => {
    expect(await create(await as({ role: 'coordinator', networks: ['acacia'] }))).toMatchObject({
      __typename: 'NotPermitted',
    });
    const { token } = await create(administrator, { scopes: ['PROFILES_WRITE'] });
    expect(await create(withToken(token))).toMatchObject({ __typename: 'NotPermitted' });
    const unknown = Buffer.from('Network:00000000-0000-7000-8000-000000000000').toString(
      'base64url',
    );
    expect(await create(administrator, { networkIds: [unknown] })).toMatchObject({
      fields: [{ path: 'networkIds', code: 'UNKNOWN' }],
    });
    expect(await create(administrator, { days: 3_650, scopes: [] })).toMatchObject({
      fields: [{ path: 'scopes' }, { path: 'days', code: 'OUT_OF_RANGE' }],
    });
  });
});
