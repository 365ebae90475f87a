import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestApi, type TestApi } from '../../support/api.js';
import { atHerPage, makeWoman } from '../../support/woman.js';
import { openEveryone, VIEWERS } from '../policy/everyone.js';

describe('the public pages, asked by everyone', () => {
  let api: TestApi;
  let everyone: Awaited<ReturnType<typeof openEveryone>>;
  let paths: string[];
  beforeAll(async () => {
    api = await openTestApi();
    everyone = await openEveryone(api);
    const world = await everyone.world();
    paths = [
      '/directory',
      '/directory?q=Person&territory=KE',
      `/directory/${world.womanOutside}`,
      `/directory/${world.woman}`,
      '/networks',
      '/networks/acacia',
      '/how-matching-works',
      '/robots.txt',
    ];
  });
  afterAll(() => api.close());

  const answer = async (url: string, headers: Record<string, string>): Promise<string> => {
    const {
      statusCode,
      body,
      headers: said,
    } = await api.app.inject({ method: 'GET', url, headers });
    const { date: _, 'x-request-id': __, ...rest } = said;
    return JSON.stringify([statusCode, rest, body]);
  };

  it.each(VIEWERS)('are the same for %s', async (viewer) => {
    const headers = await everyone.headers(viewer);
    for (const path of paths) expect(await answer(path, headers)).toBe(await answer(path, {}));
  });

  it('are the same for whoever has signed in on a page', async () => {
    const she = await atHerPage(api, await makeWoman(api, 9));
    const cookie = [...she.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const path of paths) expect(await answer(path, { cookie })).toBe(await answer(path, {}));
  });
});
