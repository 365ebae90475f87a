import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BusyError } from '#identity';
import { openTestApi, type Answer, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';

const MATCH = 'matchCandidates(need: { date: "2026-09-01", soft: { years: 5 } }) { __typename }';

describe('a server that has too much waiting', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi();
    await fill(api.services, 'acacia', [record(1)]);
  });
  afterAll(() => api.close());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const ask = async (query: string) => {
    const response = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ query }),
    });
    const { data, errors } = response.json<Answer<unknown>>();
    return { status: response.statusCode, after: response.headers['retry-after'], data, errors };
  };
  const beBusy = () =>
    jest.spyOn(api.services.matches, 'match').mockRejectedValue(new BusyError(7));

  it('says so as a GraphQL error, and when to try again', async () => {
    beBusy();
    expect(await ask(`{ ${MATCH} }`)).toEqual({
      status: 200,
      after: '7',
      data: null,
      errors: [
        {
          message: 'Too much is waiting at present. Try again in 7 seconds.',
          path: ['matchCandidates'],
          extensions: { code: 'BUSY', seconds: 7 },
        },
      ],
    });
  });

  it('says the same once where every field is refused', async () => {
    beBusy();
    const { status, after, data } = await ask(`{ a: ${MATCH} b: ${MATCH} }`);
    expect({ status, after, data }).toEqual({ status: 200, after: '7', data: null });
  });

  it('says nothing of the kind when it is not', async () => {
    const { status, after, errors } = await ask(`{ ${MATCH} }`);
    expect({ status, after, errors }).toEqual({ status: 200, after: undefined, errors: undefined });
  });
});
