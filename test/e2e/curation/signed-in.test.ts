import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestApi, type TestApi } from '../../support/api.js';
import { globalId } from '../../support/curating.js';
import { fill, record } from '../../support/fill.js';

describe('curating as people who signed in', () => {
  let api: TestApi;
  let id = '';
  let coordinator: Record<string, string>;
  let stranger: Record<string, string>;
  let her: Record<string, string>;
  beforeAll(async () => {
    api = await openTestApi();
    await fill(api.services, 'acacia', [record(1, { residence: 'KE' })]);
    await fill(api.services, 'fjord', []);
    const [row] = await api.services.database.query<{ id: string }>('SELECT id FROM mediator');
    id = row?.id ?? '';
    coordinator = await api.signedIn({ role: 'coordinator', networks: ['acacia'] });
    stranger = await api.signedIn({ role: 'coordinator', networks: ['fjord'] });
    her = await api.signedIn({ role: 'mediator', mediatorId: id });
  });
  afterAll(async () => api.close());

  const edit = async (headers: Record<string, string>, revision: number, residence: string) => {
    const { data } = await api.ask<{ editProfile: unknown }>(
      `mutation { editProfile(id: "${globalId('Profile', id)}", revision: ${revision}, changes: { residence: "${residence}" })
         { __typename ... on Profile { revision residence { code } sources { field sources { herself } } } } }`,
      {},
      headers,
    );
    return data?.editProfile;
  };

  it('lets her coordinator and herself edit, and nobody of another network', async () => {
    expect(await edit(stranger, 1, 'UG')).toEqual({ __typename: 'NotFound' });
    expect(await edit(coordinator, 1, 'UG')).toMatchObject({ residence: { code: 'UG' } });
    expect(await edit(her, 2, 'TZ')).toMatchObject({ residence: { code: 'TZ' } });
    expect(await edit(coordinator, 2, 'UG')).toEqual({ __typename: 'Conflict' });
  });

  it('names them in the history by opaque ids alone', async () => {
    const { data } = await api.ask<{ profile: { history: { edges: { node: object }[] } } }>(
      `{ profile(id: "${globalId('Profile', id)}") { history { edges { node { changedBy source { herself } } } } } }`,
      {},
      coordinator,
    );
    const opaque = expect.stringMatching(/^user:[0-9a-f-]{36}$/);
    expect(data?.profile.history.edges.map(({ node }) => node)).toEqual([
      { changedBy: opaque, source: { herself: true } },
      { changedBy: opaque, source: { herself: false } },
    ]);
  });

  it('shows a coordinator her work list, and not that of others', async () => {
    const list = async (headers: Record<string, string>) =>
      api.ask(`{ workList(network: "acacia", kind: INCOMPLETE) { totalCount } }`, {}, headers);
    expect((await list(coordinator)).data).toEqual({ workList: { totalCount: 1 } });
    expect((await list(stranger)).errors?.[0]?.extensions?.code).toBe('NOT_PERMITTED');
    expect((await list(her)).errors?.[0]?.extensions?.code).toBe('NOT_PERMITTED');
  });
});
