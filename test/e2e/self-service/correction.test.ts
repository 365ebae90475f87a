import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OPERATOR, type Viewer } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { dumpOf } from '../../support/contacts.js';
import { fill, record } from '../../support/fill.js';
import {
  coordinatorViewer,
  mediatorViewer,
  organizerViewer,
  viewersOfTest,
} from '../../support/viewers.js';

interface Correction {
  __typename: string;
  id: string;
  state: string;
  request: string;
  answer: string | null;
}

describe('correction', () => {
  const viewers = viewersOfTest();
  let api: TestApi;
  let amina: Viewer;
  let acacia: Viewer;
  let fjord: Viewer;
  let networkId = '';

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
  });
  afterAll(async () => api.close());
  beforeEach(async () => {
    await api.services.database.query('DELETE FROM mediator');
    await fill(api.services, 'acacia', [record(1)]);
    await fill(api.services, 'fjord', [record(9)]);
    const rows = await api.services.database.query<{ id: string; network: string; slug: string }>(
      `SELECT mediator_id AS id, network_id AS network, slug FROM affiliation JOIN network n ON n.id = network_id ORDER BY slug`,
    );
    amina = mediatorViewer(rows[0]!.id);
    networkId = rows[0]!.network;
    acacia = coordinatorViewer(networkId);
    fjord = coordinatorViewer(rows[1]!.network);
  });

  const ask = async <T>(
    viewer: Viewer | null,
    query: string,
    variables?: Record<string, unknown>,
  ) => api.ask<T>(query, variables, viewer ? viewers.as(viewer) : {});
  const request = async (
    viewer: Viewer | null,
    text: string,
    field?: string,
  ): Promise<Correction> => {
    const { data } = await ask<{ requestCorrection: Correction }>(
      viewer,
      `mutation ($input: RequestCorrectionInput!) { requestCorrection(input: $input) { __typename
         ... on Correction { id state request answer } ... on ValidationError { fields { path code } } } }`,
      { input: { text, field } },
    );
    return data!.requestCorrection;
  };
  const handle = async (viewer: Viewer, id: string, outcome = 'DONE'): Promise<Correction> => {
    const { data } = await ask<{ handleCorrection: Correction }>(
      viewer,
      `mutation ($input: HandleCorrectionInput!) { handleCorrection(input: $input) { __typename
         ... on Correction { id state answer } } }`,
      { input: { id, outcome, answer: 'It is put right.' } },
    );
    return data!.handleCorrection;
  };
  const waiting = (viewer: Viewer) =>
    ask<{ corrections: Correction[] }>(
      viewer,
      `{ corrections(networkId: "${Buffer.from(`Network:${networkId}`).toString('base64url')}") { id profileId request field state } }`,
    );

  it('is asked for, seen by her network, handled, and answered', async () => {
    const asked = await request(amina, 'My name has two l.', 'fullName');
    expect(asked).toMatchObject({ state: 'OPEN', request: 'My name has two l.', answer: null });
    expect((await waiting(acacia)).data?.corrections).toEqual([
      {
        id: asked.id,
        profileId: Buffer.from(`Profile:${amina.mediatorId}`).toString('base64url'),
        request: 'My name has two l.',
        field: 'fullName',
        state: 'OPEN',
      },
    ]);
    expect(await handle(acacia, asked.id)).toMatchObject({
      state: 'DONE',
      answer: 'It is put right.',
    });
    expect((await waiting(acacia)).data?.corrections).toEqual([]);
    expect(await handle(acacia, asked.id)).toEqual({ __typename: 'InvalidState' });
    const { data } = await ask(amina, '{ myCorrections { state answer handledAt } }');
    expect(data).toEqual({
      myCorrections: [
        { state: 'DONE', answer: 'It is put right.', handledAt: expect.any(String) as unknown },
      ],
    });
  });

  it('is sealed in the database', async () => {
    const asked = await request(amina, 'Call me at the farm.');
    await handle(acacia, asked.id);
    const dump = await dumpOf(api);
    expect(dump).not.toContain('Call me at the farm.');
    expect(dump).not.toContain('It is put right.');
  });

  it('opens again after the keys were rotated', async () => {
    const asked = await request(amina, 'My name has two l.');
    await handle(acacia, asked.id);
    await api.services.consents.record(acacia, amina.mediatorId ?? '', {
      purpose: 'CONTACTED',
      textVersion: '2026-11',
      language: null,
      channel: 'paper',
      givenOn: '2026-10-01',
      proof: 'Form 7',
    });
    const sealedBy = () =>
      api.services.database.query(
        'SELECT key_id FROM correction UNION ALL SELECT key_id FROM consent_proof',
      );
    const before = await sealedBy();
    await api.services.keys.rotate(OPERATOR);
    expect(await sealedBy()).not.toEqual(before);
    const { data } = await ask(amina, '{ myCorrections { request answer } myConsents { proof } }');
    expect(JSON.stringify(data)).toContain('My name has two l.');
    expect(JSON.stringify(data)).toContain('It is put right.');
    expect(JSON.stringify(data)).toContain('Form 7');
  });

  it('is nobody else’s', async () => {
    const asked = await request(amina, 'My name has two l.');
    const nobody = '01900000-0000-7000-8000-00000000ffff';
    for (const viewer of [fjord, organizerViewer(), mediatorViewer(nobody), amina]) {
      expect(await handle(viewer, asked.id)).toEqual({ __typename: 'NotFound' });
      expect(
        await handle(viewer, Buffer.from(`Correction:${nobody}`).toString('base64url')),
      ).toEqual({ __typename: 'NotFound' });
      const { errors } = await waiting(viewer);
      expect(errors?.map(({ message }) => message)).toEqual(['There is no such network.']);
    }
    expect(await request(null, 'x')).toEqual({ __typename: 'NotPermitted' });
    expect(await request(acacia, 'x')).toEqual({ __typename: 'NotPermitted' });
  });

  it('says something', async () => {
    expect(await request(amina, '  ')).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'text', code: 'MISSING' }],
    });
    expect(await request(amina, 'x'.repeat(4_001))).toMatchObject({
      __typename: 'ValidationError',
    });
  });

  it('waits in a number that people can handle', async () => {
    for (let n = 0; n < 50; n++)
      await api.services.corrections.request(amina, null, `Request ${n}`);
    expect(await request(amina, 'One more.')).toEqual({ __typename: 'InvalidState' });
  });
});
