import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDemo, openTestApi, type TestApi } from '../support/api.js';
import { baraza } from '../support/cli.js';

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
  let folder: string;
  beforeAll(async () => {
    api = await openTestApi();
    await loadDemo(api, new Date());
    await api.rooms.jobs.drain();
    folder = await mkdtemp(join(tmpdir(), 'baraza-tour-'));
    await cp('docs/examples', join(folder, 'docs/examples'), { recursive: true });
  });
  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });

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
    const { stdout, stderr } = await baraza(
      args,
      { DATABASE_URL: api.settings.databaseUrl ?? '' },
      folder,
    );
    expect(stdout).toBe(output);
    expect(stderr).toBe('');
  });
});
