import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestApi, type TestApi } from '../../support/api.js';
import { baraza } from '../../support/cli.js';
import { fill, record } from '../../support/fill.js';

describe('the operator', () => {
  let api: TestApi;
  let id = '';

  beforeAll(async () => {
    api = await openTestApi();
    await fill(api.rooms, 'acacia', [record(1), record(2)]);
    const [row] = await api.rooms.database.query<{ id: string }>(
      `SELECT mediator_id AS id FROM affiliation WHERE external_id = 'T-0001'`,
    );
    id = row!.id;
  });
  afterAll(async () => api.close());

  const run = (...args: string[]) => baraza(args, { DATABASE_URL: api.settings.databaseUrl ?? '' });

  it('erases a woman by the id that the graph gives to coordinators, once', async () => {
    const globalId = (type: string) => Buffer.from(`${type}:${id}`).toString('base64url');
    expect(await run('erase', globalId('Network'))).toMatchObject({ code: 1 });
    expect(await run('erase', globalId('Profile'))).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`Erased: ${globalId('Profile')}.`),
    });
    expect(await api.rooms.search.count()).toBe(2);
    expect(await run('erase', globalId('Mediator'))).toEqual({
      code: 1,
      stdout: '',
      stderr: 'There is no such mediator.\n',
    });
    expect(await run('erase', 'nonsense')).toMatchObject({
      code: 1,
      stderr: '"nonsense" is not the id of a mediator.\n',
    });
  });

  it('readmits her number, once', async () => {
    expect(await run('readmit', 'T-0001', '--network', 'acacia')).toMatchObject({ code: 0 });
    expect(await run('readmit', 'T-0001', '--network', 'acacia')).toMatchObject({
      code: 1,
      stderr: 'There is no such number.\n',
    });
  });
});
