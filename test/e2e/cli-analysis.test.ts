import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CRITERIA, PRESET_CODES, PRESETS, type PresetCode } from '#matching';
import { openTestApi, type TestApi } from '../support/api.js';
import { command, type Ended } from '../support/cli.js';
import { globalId } from '../support/curating.js';
import { fill, record } from '../support/fill.js';

const NEED = {
  date: '2026-11-01',
  hard: { languages: [{ code: 'fr', level: 'B2' }] },
  soft: { languages: [{ code: 'fr' }], territories: [{ code: 'ML' }], years: 15 },
};

describe('analyses at the command line', () => {
  let api: TestApi;
  let folder: string;
  let need: string;
  const ids = new Map<string, string>();
  const run = async (...args: string[]): Promise<Ended> =>
    command(args, { DATABASE_URL: api.settings.databaseUrl ?? '' });
  const her = (n: number): string => globalId('Mediator', ids.get(`T-000${n}`) ?? '');

  beforeAll(async () => {
    api = await openTestApi();
    await fill(api.services, 'acacia', [
      record(1, {
        full_name: 'Best Fit',
        languages: 'French (C2)',
        territories: 'Mali',
        years: '20',
      }),
      record(2, {
        full_name: 'Half Fit',
        languages: 'French (B2)',
        territories: 'Niger',
        years: '9',
      }),
      record(3, { full_name: '=No French', territories: 'Mali' }),
    ]);
    const rows = await api.services.database.query<{ number: string; id: string }>(
      'SELECT external_id AS number, public_id AS id FROM affiliation a JOIN mediator m ON m.id = a.mediator_id',
    );
    for (const { number, id } of rows) ids.set(number, id);
    folder = await mkdtemp(join(tmpdir(), 'baraza-analysis-'));
    need = join(folder, 'need.json');
    await writeFile(need, JSON.stringify(NEED));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await api.close();
  });

  it('report shows the waterfall and who is nearly eligible, in every format', async () => {
    const table = await run('match', 'report', need);
    expect(table).toMatchObject({ code: 0, stderr: '' });
    expect(table.stdout).toContain('2 of 3 are eligible.');
    expect(table.stdout).toContain(
      'Fail only one criterion: 1. Fail only consent, state or safety, and are never named: 0.',
    );
    const csv = await run('match', 'report', need, '--nearly', '--format', 'csv', '--limit', '5');
    const [head, row, ...more] = csv.stdout.trimEnd().split('\r\n');
    expect(head).toBe('"score","id","name","lacks","to be checked"');
    // A spreadsheet must not take a name for a formula.
    expect(row).toContain(`"'=No French"`);
    expect(more).toEqual([]);
    const json = await run('match', 'report', need, '--format', 'json', '--limit', '1');
    expect(JSON.parse(json.stdout)).toMatchObject({
      considered: 3,
      eligible: 2,
      nearlyEligible: { total: 1, results: [{ shortfall: { criterion: 'LANGUAGE' } }] },
    });
  });

  it('check says what is too narrow, in every format, and ends with 0', async () => {
    const table = await run('match', 'check', need, '--wanted', '3');
    expect(table).toMatchObject({ code: 0, stderr: '' });
    expect(table.stdout).toContain('  without LANGUAGE: 3\n');
    expect(table.stdout).toContain('TOO_NARROW');
    const json = await run('match', 'check', need, '--wanted', '3', '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      considered: 3,
      eligible: 2,
      reliefs: [{ requirement: 'LANGUAGE', eligible: 3 }],
      findings: expect.arrayContaining([
        expect.objectContaining({
          code: 'FEWER_THAN_WANTED',
          sentence: 'Fewer are eligible (2) than are wanted (3).',
        }),
      ]) as unknown,
    });
    const csv = await run('match', 'check', need, '--wanted', '3', '--format', 'csv');
    expect(csv.stdout).toContain('"Fewer are eligible (2) than are wanted (3)."');
    const wide = await run('match', 'check', need);
    expect(wide.stdout).not.toContain('FEWER_THAN_WANTED');
    expect(await run('match', 'check', need, '--wanted', 'many')).toMatchObject({
      code: 1,
      stderr: '--wanted takes a whole number from 1 to 1000000, not "many".\n',
    });
  });

  it('check ends with 2 where nobody can be eligible, whoever joins', async () => {
    const impossible = join(folder, 'impossible.json');
    const conflictOfInterest = { networks: ['acacia'] };
    const hard = { networks: ['acacia'], conflictOfInterest };
    await writeFile(impossible, JSON.stringify({ ...NEED, hard }));
    const ended = await run('match', 'check', impossible);
    expect(ended).toMatchObject({ code: 2, stderr: '' });
    expect(ended.stdout).toContain('CONTRADICTION');
  });

  it('presets lists every preset with its reason, its weights for a program', async () => {
    const table = await run('match', 'presets');
    expect(table).toMatchObject({ code: 0, stderr: '' });
    for (const code of PRESET_CODES) expect(table.stdout).toContain(code);
    const csv = await run('match', 'presets', '--format', 'csv');
    const [head, ...rows] = csv.stdout.trimEnd().split('\r\n');
    expect(head).toBe(`"preset",${CRITERIA.map((criterion) => `"${criterion}"`).join(',')}`);
    expect(rows).toHaveLength(PRESET_CODES.length);
    const json = await run('match', 'presets', '--format', 'json');
    const found = JSON.parse(json.stdout) as { code: PresetCode; weights: unknown }[];
    expect(found.map(({ code }) => code)).toEqual([...PRESET_CODES]);
    for (const { code, weights } of found) expect(weights).toEqual(PRESETS[code].weights);
  });

  it('explain says what lifts her, in every format', async () => {
    const table = await run('match', 'explain', need, her(2), '--top', '1', '--samples', '10');
    expect(table).toMatchObject({ code: 0, stderr: '' });
    expect(table.stdout).toContain('Half Fit: eligible, and after the first, score ');
    expect(table.stdout).toContain('of 10 draws');
    const json = await run('match', 'explain', need, her(1), '--top', '1', '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      name: 'Best Fit',
      standing: 'inside',
      rank: 1,
    });
    const csv = await run('match', 'explain', need, her(2), '--top', '2', '--format', 'csv');
    expect(csv.stdout).toMatch(/^"criterion","steps","score","rank","sentence"\r\n"SAFETY",/);
    expect(await run('match', 'explain', need, 'nobody')).toMatchObject({
      code: 1,
      stderr: '"nobody" is not the id of a mediator.\n',
    });
    const unknown = globalId('Mediator', '01900000-0000-7000-8000-000000000000');
    expect(await run('match', 'explain', need, unknown)).toMatchObject({
      code: 1,
      stderr: 'There is no such candidate for this need.\n',
    });
  });

  it('compare adds up, in every format', async () => {
    const table = await run('match', 'compare', need, her(1), her(2));
    expect(table.stdout).toContain('Best Fit is ahead of Half Fit by');
    const csv = await run('match', 'compare', need, her(1), her(2), '--format', 'csv');
    const rows = csv.stdout.trimEnd().split('\r\n').slice(1, -1);
    const differences = rows.map((row) =>
      Math.round(Number(row.split(',').at(-1)?.replaceAll(/["']/g, '')) * 1e4),
    );
    expect(differences.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBe(differences.at(-1));
    const json = await run('match', 'compare', need, her(1), her(2), '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      ahead: 'first',
      names: { second: 'Half Fit' },
    });
  });

  describe('what only networks can check', () => {
    const csv = async (...args: string[]) =>
      (await run(...args, '--format', 'csv')).stdout
        .trimEnd()
        .split(/\r?\n/)
        .map((row) =>
          row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replaceAll('"', '')),
        );

    it('is in the CSV of a report, as a column, with a row for what was applied to nobody', async () => {
      const [head, ...rows] = await csv('match', 'report', need);
      expect(head?.at(-1)).toBe('unchecked');
      expect(rows.map((row) => [row[0], row.at(-1)])).toEqual([
        ['CONSENT', '0'],
        ['STATE', '0'],
        ['LANGUAGE', '0'],
        ['SAFETY', '2'],
      ]);
      const [nearly, first] = await csv('match', 'report', need, '--nearly');
      expect([nearly?.at(-1), first?.at(-1)]).toEqual(['to be checked', 'SAFETY']);
    });

    it('is in the CSV of a check, with where the process is taken to be', async () => {
      const [head, first] = await csv('match', 'check', need);
      expect(head).toEqual(['kind', 'where', 'finding', 'women']);
      expect([first?.[0], first?.[1], first?.at(-1)]).toEqual(['UNCHECKED', 'SAFETY', '2']);
      expect((await run('match', 'check', need)).stdout).toContain('taken to be in Mali');
      const json = await run('match', 'check', need, '--format', 'json');
      expect(JSON.parse(json.stdout)).toMatchObject({ assumedTerritories: ['ML'] });
    });

    it('is in the CSV of a place and of a comparison', async () => {
      const place = await csv('match', 'explain', need, her(2), '--top', '1');
      expect(place.at(-1)).toEqual([
        'SAFETY',
        '',
        '',
        '',
        'Only her network can check it. Only their networks can check: all of the eligible; it could be applied to nobody.',
      ]);
      const compared = await csv('match', 'compare', need, her(1), her(2));
      expect(compared.at(-1)).toEqual(['to be checked', '', 'SAFETY', 'SAFETY', '']);
    });

    it('is in the CSV of a ranking and of a team, beside each woman', async () => {
      for (const args of [
        ['match', need],
        ['team', need, '--size', '2'],
      ]) {
        const [head, ...rows] = await csv(...args);
        const own = head?.indexOf('to be checked') ?? -1;
        expect(head?.at(-1)).toBe('unchecked in all');
        expect(rows.map((row) => [row[own], row.at(-1)])).toEqual([
          ['SAFETY', 'SAFETY 2'],
          ['SAFETY', 'SAFETY 2'],
        ]);
      }
    });
  });

  it('a team says where the process is taken to be, in a table and in JSON', async () => {
    const table = await run('team', need, '--size', '2');
    expect(table.stdout).toContain('The process is taken to be in Mali');
    const json = await run('team', need, '--size', '2', '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({ assumedTerritories: ['ML'] });
  });

  it('no JSON holds what breaks ties, nor a key of the database', async () => {
    const constraints = join(folder, 'constraints.json');
    await writeFile(constraints, JSON.stringify({ languages: [{ code: 'fr', level: 'B2' }] }));
    const keys = await api.services.database.query<{ id: string; lot: string }>(
      'SELECT id, lot FROM mediator',
    );
    for (const args of [
      ['match', need],
      ['match', 'report', need],
      ['match', 'explain', need, her(1)],
      ['match', 'compare', need, her(1), her(2)],
      ['team', need, '--size', '2', '--constraints', constraints],
    ]) {
      const { stdout } = await run(...args, '--format', 'json');
      expect(Object.keys(JSON.parse(stdout) as object)).not.toEqual([]);
      expect(stdout).not.toMatch(/"(tieKey|lot)"/);
      for (const { id, lot } of keys) {
        expect(stdout).not.toContain(id);
        expect(stdout).not.toContain(lot);
      }
    }
  });

  it('scarcity says what is lacking, in every format', async () => {
    const some = ['--language', 'fr', 'en', '--area', 'ML', '--minimum', '2'];
    const table = await run('scarcity', ...some);
    expect(table.stdout).toMatch(
      /^14 of 14 combinations have fewer than 2 of 3 women \(each counts/,
    );
    const csv = await run('scarcity', ...some, '--limit', '1', '--format', 'csv');
    expect(csv.stdout.trimEnd().split('\r\n')).toHaveLength(2);
    const json = await run('scarcity', ...some, '--network', 'acacia', '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({ women: 3, scarce: 14, needs: 0 });
    expect(await run('scarcity', '--area', 'Atlantis')).toMatchObject({ code: 1, stdout: '' });
  });
});
