import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { baraza, command } from '../../support/cli.js';
import { fill, record } from '../../support/fill.js';
import { TEST_MASTER_KEYS } from '../../support/keys.js';

describe('the operator', () => {
  let api: TestApi;
  let id = '';

  beforeAll(async () => {
    api = await openTestApi();
    await fill(api.services, 'acacia', [record(1), record(2), record(3)]);
    const [row] = await api.services.database.query<{ id: string }>(
      `SELECT mediator_id AS id FROM affiliation WHERE external_id = 'T-0001'`,
    );
    id = row!.id;
  });
  afterAll(async () => api.close());

  const run = (...args: string[]) =>
    command(args, { DATABASE_URL: api.settings.databaseUrl ?? '' });

  const women = async (): Promise<string[]> => {
    const rows = await api.services.database.query<{ id: string }>('SELECT id FROM mediator');
    return rows.map((row) => row.id);
  };

  it.each(['nonsense', Buffer.from('Network:1').toString('base64url')])(
    'takes %s for the id of nobody',
    async (wrong) => {
      const stderr = `"${wrong}" is not the id of a mediator.\n`;
      expect(await run('erase', wrong)).toEqual({ code: 1, stdout: '', stderr });
    },
  );

  it('erases nobody without being told so where nobody can be asked', async () => {
    const globalId = Buffer.from(`Profile:${id}`).toString('base64url');
    const stderr =
      'This cannot be undone, and there is no terminal to ask for confirmation: add --yes to confirm. Nothing was changed.\n';
    const refused = { code: 1, stdout: '', stderr };
    expect(await run('erase', globalId)).toEqual(refused);
    expect(await run('readmit', 'T-0001', '--network', 'acacia')).toEqual(refused);
    expect(await women()).toContain(id);
  });

  // `script` of util-linux gives a program a terminal.
  const whereThereIsOne = existsSync('/usr/bin/script') ? describe : describe.skip;
  whereThereIsOne('at a terminal', () => {
    it('is asked, and changes nothing by "no"', async () => {
      const url = api.settings.databaseUrl ?? '';
      const { code, said } = await atTerminal(['erase', id], ['no'], url);
      expect(said).toContain('Erase "Person Number 1", listed by acacia as T-0001?');
      expect(said).toContain('Nothing was changed.');
      expect(code).toBe(1);
      expect(await women()).toContain(id);
    });

    it('is asked for an address, which is no part of the command', async () => {
      const url = api.settings.databaseUrl ?? '';
      const answers = ['office@example.org', ''];
      const { code, said } = await atTerminal(['readmit', '--network', 'acacia'], answers, url);
      expect(said).toContain('Allow acacia to list that address again?');
      expect(said).toContain('Nothing was changed.');
      expect(code).toBe(1);
    });

    it('erases her when the answer is yes', async () => {
      const [row] = await api.services.database.query<{ id: string }>(
        `SELECT mediator_id AS id FROM affiliation WHERE external_id = 'T-0002'`,
      );
      const url = api.settings.databaseUrl ?? '';
      expect(await atTerminal(['erase', row!.id], ['yes'], url)).toMatchObject({ code: 0 });
      expect(await women()).not.toContain(row!.id);
    });
  });

  it('erases a woman by the id that the graph gives to coordinators, once', async () => {
    const globalId = (type: string) => Buffer.from(`${type}:${id}`).toString('base64url');
    const erased = await run('erase', globalId('Profile'), '--yes');
    expect(erased).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(
        `Erased: ${globalId('Profile')}, listed by acacia as T-0001.`,
      ),
    });
    expect(erased.stdout + erased.stderr).not.toContain('Person Number 1');
    const left = await women();
    expect(left).not.toContain(id);
    // One for the public and one for the vetted.
    expect(await api.services.search.count()).toBe(2 * left.length);
    expect(await run('erase', globalId('Mediator'))).toEqual({
      code: 1,
      stdout: '',
      stderr: 'There is no such mediator.\n',
    });
  });

  it('readmits her number, once', async () => {
    expect(await run('readmit', 'T-0001', '--network', 'acacia', '--yes')).toMatchObject({
      code: 0,
    });
    expect(await run('readmit', 'T-0001', '--network', 'acacia', '--yes')).toMatchObject({
      code: 1,
      stderr: 'There is no such number.\n',
    });
  });

  it('takes no address as an argument, and does not repeat it', async () => {
    const said = await run('readmit', 'office@example.org', '--network', 'acacia', '--yes');
    expect(said).toMatchObject({ code: 1, stdout: '' });
    expect(said.stderr).toContain('an e-mail address does not belong in a command');
    expect(said.stderr).not.toContain('office');
  });

  it('readmits one address, which is read from standard input and not repeated', async () => {
    const address = 'office@example.org';
    await fill(api.services, 'acacia', [record(9, { email: address })]);
    const [row] = await api.services.database.query<{ id: string }>(
      `SELECT mediator_id AS id FROM affiliation WHERE external_id = 'T-0009'`,
    );
    await api.services.erasure.erase(OPERATOR, row!.id);
    const args = ['readmit', '--network', 'acacia', '--yes'];
    const readmit = async (input: string) =>
      baraza(args, { DATABASE_URL: api.settings.databaseUrl ?? '' }, undefined, input);
    const stderr = 'Nothing was changed: one e-mail address is needed.\n';
    expect(await readmit(`${address}\nhome@example.org`)).toEqual({ code: 1, stdout: '', stderr });
    const said = await readmit(`${address}\n`);
    expect(said).toMatchObject({ code: 0, stderr: '' });
    expect(said.stdout).toMatch(/^The address may be imported again/);
    expect(said.stdout).not.toContain(address);
  });
});

const BARAZA = fileURLToPath(new URL('../../../apps/cli/bin/baraza.js', import.meta.url));

/** Runs a command as at a terminal, where somebody types one line each time that she is asked. */
async function atTerminal(
  args: readonly string[],
  answers: readonly string[],
  databaseUrl: string,
) {
  const { PATH = '', HOME = '' } = process.env;
  const line = [process.execPath, BARAZA, ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('/usr/bin/script', ['-qec', line, '/dev/null'], {
    env: { PATH, HOME, DATABASE_URL: databaseUrl, BARAZA_MASTER_KEYS: TEST_MASTER_KEYS },
  });
  let said = '';
  const left = [...answers];
  let asked = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    const questions = said.match(/Type yes to go on: |E-mail address: /g)?.length ?? 0;
    for (; asked < questions; asked++) child.stdin.write(`${left.shift() ?? ''}\n`);
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { code, said };
}
