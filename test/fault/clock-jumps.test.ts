import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Standings } from '#telemetry';
import { makeAccount, openSession } from '../support/accounts.js';
import { openTestApi, type Answer, type TestApi } from '../support/api.js';
import { builtConsole, ConsoleReader } from '../support/console.js';
import { fill, record } from '../support/fill.js';

const ME = 'query Me { me { account { email } } }';
const HOUR = 3_600_000;

describe('an api whose clock jumps', () => {
  let api: TestApi;
  let ahead = 0;
  const start = Date.now();

  beforeAll(async () => {
    const env = { BARAZA_ANONYMOUS_COST_PER_MINUTE: '1000' };
    const now = () => new Date(start + ahead);
    api = await openTestApi(env, undefined, now, await builtConsole([ME]));
    await fill(api.services, 'acacia', [record(1)]);
  });
  afterEach(() => {
    ahead = 0;
  });
  afterAll(() => api.close());

  const ask = async (query: string, headers: Record<string, string> = {}) => {
    const response = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify({ query }),
    });
    return { status: response.statusCode, ...response.json<Answer<unknown>>() };
  };

  it.each([-24, 24])(
    'by %d hours keeps sessions, which end by the clock of the database',
    async (hours) => {
      const { id, email } = await makeAccount(api.services, { role: 'organizer' });
      const she = ConsoleReader.of(api, (await openSession(api.services, id)).refreshToken);
      ahead = hours * HOUR;
      expect((await she.ask(ME)).data).toEqual({ me: { account: { email } } });
      ahead = 0;
      expect((await she.ask(ME)).data).toEqual({ me: { account: { email } } });
    },
  );

  it('locks nobody out: a limit holds for a minute of whatever clock there is', async () => {
    const aliases = Array.from(
      { length: 9 },
      (_, i) => `a${i}: mediators(first: 0) { totalCount }`,
    );
    const dear = `{ ${aliases.join(' ')} }`;
    const statuses: number[] = [];
    for (const hours of [0, 0, 24, 24, -24, -24]) {
      ahead = hours * HOUR;
      statuses.push((await ask(dear)).status);
      await api.services.identity.allowances.usage.settle();
    }
    expect(statuses).toEqual([200, 429, 200, 429, 200, 429]);
    ahead = 2 * HOUR;
    expect((await ask(dear)).status).toBe(200);
  });

  it('is told to operators from half a minute on', async () => {
    const standings = api.app.get(Standings);
    expect((await standings.all()).database?.status).toBe('up');
    for (const seconds of [120, -120]) {
      ahead = seconds * 1_000;
      const { database } = await standings.all();
      expect(database?.status).toBe('late');
      expect(Math.abs(Number(database?.clockSkewSeconds) - seconds)).toBeLessThan(60);
    }
  });
});
