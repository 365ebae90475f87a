import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_TAKES, openDemoApi, type TestApi } from '../support/api.js';
import { command as runCommand } from '../support/cli.js';

const COMMANDS = [
  ...(await readFile('docs/teams.md', 'utf8')).matchAll(
    /```console\n\$ npm run --silent baraza -- (.*)\n([^]*?)```/g,
  ),
].map(([, command = '', output = '']) => [command, output] as const);

describe('the command line of teams', () => {
  let api: TestApi;
  const run = (...args: string[]) =>
    runCommand(args, { DATABASE_URL: api.settings.databaseUrl ?? '' });

  beforeAll(async () => {
    api = await openDemoApi(new Date());
  }, DEMO_TAKES);
  afterAll(() => api.close());

  it('is shown in the guide twice', () => {
    expect(COMMANDS).toHaveLength(2);
  });

  it.each(COMMANDS)('%s prints what the guide shows', async (command, output) => {
    const { code, stdout, stderr } = await run(...command.split(' '));
    expect({ stdout, stderr }).toEqual({ stdout: output, stderr: '' });
    expect(code).toBe(command.includes('impossible') ? 2 : 0);
  });

  const asked = ['team', 'docs/examples/need.json', '--size', '3', '--constraints'];

  it('prints JSON, with the reasons for every point', async () => {
    const { stdout } = await run(...asked, 'docs/examples/team.json', '--format', 'json');
    const { status, teams } = JSON.parse(stdout) as {
      status: string;
      teams: {
        total: number;
        gap: number;
        members: { score: number; contributions: { contribution: number }[] }[];
      }[];
    };
    const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
    expect({ status, teams: teams.length, gap: teams[0]!.gap }).toEqual({
      status: 'optimal',
      teams: 1,
      gap: 0,
    });
    expect(sum(teams[0]!.members.map(({ score }) => score))).toBe(teams[0]!.total);
    for (const { score, contributions } of teams[0]!.members) {
      expect(sum(contributions.map(({ contribution }) => contribution))).toBe(score);
    }
  });

  it('prints CSV, a row for each member of each team', async () => {
    const more = ['--format', 'csv', '--alternatives', '2'];
    const { code, stdout } = await run(...asked, 'docs/examples/team.json', ...more);
    const [head, ...rows] = stdout.trimEnd().split('\r\n');
    expect(code).toBe(0);
    expect(head).toBe(
      '"team","place","id","name","score","covers","to be checked","unchecked in all"',
    );
    expect(rows.map((row) => row.split(',').slice(0, 2).join())).toEqual([
      '1,1',
      '1,2',
      '1,3',
      '2,1',
      '2,2',
      '2,3',
      '3,1',
      '3,2',
      '3,3',
    ]);
    expect(new Set(rows.map((row) => row.split(',')[2])).size).toBe(9);
  });

  it.each([
    [
      ['team', 'docs/examples/need.json', '--size', '0'],
      /^--size takes a whole number from 1 to 20/,
    ],
    [[...asked, 'none.json'], /^The file none.json cannot be read\.\n$/],
    [[...asked, 'docs/examples/need.json'], /^constraints\.date: There is no such/],
    [[...asked, 'docs/examples/team.json', '--time-limit', '90'], /^--time-limit takes .* 1 to 60/],
  ])('refuses %j in a sentence', async (args, stderr) => {
    const ended = await run(...args);
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(stderr);
  });
});
