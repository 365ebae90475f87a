import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';
import {
  coordinatorViewer,
  mediatorViewer,
  organizerViewer,
  viewersOfTest,
} from '../../support/viewers.js';

interface Result {
  __typename: string;
  fields: { field: string; audience: string; path: string; code: string }[];
}

describe('audience', () => {
  const viewers = viewersOfTest();
  const organizer = organizerViewer();
  let api: TestApi;
  let id = '';
  let publicId = '';
  let networkId = '';
  let amina: Viewer;

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
  });
  afterAll(async () => api.close());
  beforeEach(async () => {
    await api.services.database.query('DELETE FROM mediator');
    await fill(api.services, 'acacia', [
      record(1, {
        display_name: 'Amina',
        nationality: 'Mali',
        education: 'Law',
        biography: 'Talks.',
        ruled_out: 'Niger',
      }),
    ]);
    const [row] = await api.services.database.query<{
      id: string;
      publicId: string;
      network: string;
    }>(
      'SELECT m.id, m.public_id AS "publicId", a.network_id AS network FROM affiliation a JOIN mediator m ON m.id = a.mediator_id',
    );
    ({ id, publicId, network: networkId } = row!);
    amina = mediatorViewer(id);
  });

  const globalId = () => Buffer.from(`Mediator:${publicId}`).toString('base64url');
  const set = async (viewer: Viewer, input: Record<string, unknown>): Promise<Result> => {
    const { data, errors } = await api.ask<{ setAudience: Result }>(
      `mutation ($input: SetAudienceInput!) { setAudience(input: $input) { __typename
         ... on ValidationError { fields { path code } } ... on Audiences { fields { field audience } } } }`,
      { input },
      viewers.as(viewer),
    );
    expect(errors).toBeUndefined();
    return data!.setAudience;
  };
  const audienceOf = ({ fields }: Result, name: string) =>
    fields.find(({ field }) => field === name)?.audience;
  const seen = async (viewer: Viewer | null) => {
    const { data } = await api.ask<{ mediator: Record<string, unknown> }>(
      `{ mediator(id: "${globalId()}") { name biography education nationalities { code } fullName } }`,
      {},
      viewer ? viewers.as(viewer) : {},
    );
    return data!.mediator;
  };
  const consent = { textVersion: '2026-11', language: 'EN' };

  it('narrowed by herself holds with the next request', async () => {
    expect(await seen(null)).toMatchObject({
      biography: 'Talks.',
      education: null,
      fullName: null,
    });
    const result = await set(amina, { field: 'BIOGRAPHY', audience: 'VETTED' });
    expect(audienceOf(result, 'BIOGRAPHY')).toBe('VETTED');
    expect((await seen(null))['biography']).toBeNull();
    expect((await seen(organizer))['biography']).toBe('Talks.');
    await set(amina, { field: 'BIOGRAPHY', audience: 'CURATOR' });
    expect((await seen(organizer))['biography']).toBeNull();
    await set(amina, { field: 'BIOGRAPHY', audience: 'PUBLIC' });
    expect((await seen(null))['biography']).toBe('Talks.');
  });

  it('widened past the standard needs her statement, which is kept', async () => {
    expect(await set(amina, { field: 'EDUCATION', audience: 'PUBLIC' })).toMatchObject({
      fields: [{ path: 'audience', code: 'NOT_PERMITTED' }],
    });
    expect(
      await set(amina, {
        field: 'EDUCATION',
        audience: 'PUBLIC',
        consent: { ...consent, textVersion: 'x' },
      }),
    ).toMatchObject({ __typename: 'ValidationError' });
    const result = await set(amina, { field: 'EDUCATION', audience: 'PUBLIC', consent });
    expect(audienceOf(result, 'EDUCATION')).toBe('PUBLIC');
    expect((await seen(null))['education']).toBe('Law');
    const statements = () =>
      api.services.database.query(
        `SELECT field, audience, text_version, language, channel, recorded_by, withdrawn_at IS NULL AS stands FROM audience_consent`,
      );
    const statement = {
      field: 'education',
      audience: 'PUBLIC',
      text_version: '2026-11',
      language: 'en',
      channel: 'web',
      recorded_by: amina.name,
    };
    expect(await statements()).toEqual([{ ...statement, stands: true }]);
    await set(amina, { field: 'EDUCATION', audience: 'VETTED' });
    expect(await statements()).toEqual([{ ...statement, stands: false }]);
    expect((await seen(null))['education']).toBeNull();
  });

  it('of ruled-out territories goes to verified organizers at most, and only by herself', async () => {
    const wide = { field: 'RULED_OUT', audience: 'VETTED' };
    const refused = { __typename: 'ValidationError', fields: [{ code: 'NOT_PERMITTED' }] };
    expect(await set(amina, { ...wide, audience: 'PUBLIC', consent })).toMatchObject(refused);
    expect(await set(amina, wide)).toMatchObject(refused);
    const curator = { ...wide, mediatorId: globalId(), consent };
    expect(await set(coordinatorViewer(networkId), curator)).toMatchObject(refused);
    expect(audienceOf(await set(amina, { ...wide, consent }), 'RULED_OUT')).toBe('VETTED');
    const statements = await api.services.database.query(
      'SELECT field, audience, withdrawn_at IS NULL AS stands FROM audience_consent',
    );
    expect(statements).toEqual([{ field: 'ruledOut', audience: 'VETTED', stands: true }]);
    const narrow = { ...curator, audience: 'CURATOR', consent: null };
    expect(audienceOf(await set(coordinatorViewer(networkId), narrow), 'RULED_OUT')).toBe(
      'CURATOR',
    );
  });

  it('is only narrowed by a coordinator of her network', async () => {
    const curator = coordinatorViewer(networkId);
    const mediatorId = globalId();
    const wide = { field: 'EDUCATION', audience: 'PUBLIC', mediatorId, consent };
    expect(await set(curator, wide)).toMatchObject({ __typename: 'ValidationError' });
    const narrow = { field: 'BIOGRAPHY', audience: 'VETTED', mediatorId };
    expect(audienceOf(await set(curator, narrow), 'BIOGRAPHY')).toBe('VETTED');
    // Nor back again: that is hers.
    expect(await set(curator, { ...narrow, audience: 'PUBLIC' })).toMatchObject({
      __typename: 'ValidationError',
    });
    expect(
      audienceOf(await set(amina, { field: 'BIOGRAPHY', audience: 'PUBLIC' }), 'BIOGRAPHY'),
    ).toBe('PUBLIC');
  });

  it('of a woman whom others may not decide for is not there for them', async () => {
    const mediatorId = globalId();
    const input = { field: 'BIOGRAPHY', audience: 'CURATOR', mediatorId };
    const others = [
      organizer,
      coordinatorViewer('01900000-0000-7000-8000-00000000aaaa'),
      mediatorViewer('01900000-0000-7000-8000-00000000bbbb'),
    ];
    for (const other of others) {
      expect(await set(other, input)).toEqual({ __typename: 'NotFound' });
    }
    expect((await seen(null))['biography']).toBe('Talks.');
  });
});
