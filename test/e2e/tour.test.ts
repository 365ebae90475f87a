import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_TAKES, openDemoApi, type TestApi } from '../support/api.js';
import { command as run } from '../support/cli.js';

const README = await readFile('README.md', 'utf8');
const QUERIES = [...README.matchAll(/```graphql\n([^]*?)```\s+```json\n([^]*?)```/g)].map(
  ([, query = '', answer = '']) => [query, answer] as const,
);
const COMMANDS = [
  ...README.matchAll(/```console\n\$ npm run --silent baraza -- (.*)\n([^]*?)```/g),
].map(([, command = '', output = '']) => [command, output] as const);

/** The README's tour, in its order, on the demo as it is loaded today. */
describe('the tour', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openDemoApi(new Date());
  }, DEMO_TAKES);
  afterAll(() => api.close());

  it('has three queries and six commands', () => {
    expect([QUERIES.length, COMMANDS.length]).toEqual([3, 6]);
  });

  it.each(QUERIES)('answers %s as it shows', async (query, answer) => {
    expect(await api.ask(query)).toEqual(JSON.parse(answer));
  });

  it.each(COMMANDS)('%s prints what it shows', async (command, output) => {
    const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, word]) => quoted ?? word ?? '',
    );
    const { stdout, stderr } = await run(args, { DATABASE_URL: api.settings.databaseUrl ?? '' });
    expect(stdout).toBe(output);
    expect(stderr).toBe('');
  });
});
