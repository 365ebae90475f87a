import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { globalId } from '../support/curating.js';
import { Baraza, baraza, command } from '../support/cli.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

const FIXTURES = new URL('../fixtures/import/', import.meta.url);

const SEVERAL_SHEETS = 'test/fixtures/import/lists/01-titre-fusionne-feuilles.xlsx';

describe('the command line', () => {
  let test: TestDatabase;
  let folder: string;
  const run = (...args: string[]) => command(args, { DATABASE_URL: test.url });
  const fixture = async (name: string): Promise<string> => {
    const path = join(folder, name);
    await cp(new URL(name, FIXTURES), path);
    return path;
  };
  const written = async (name: string, content: unknown): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  beforeAll(async () => {
    test = await openTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'baraza-cli-'));
  });
  afterAll(async () => {
    await test.drop();
    await rm(folder, { recursive: true, force: true });
  });

  describe('network', () => {
    it('add makes one, once', async () => {
      expect(
        await run('network', 'add', 'acacia', '--name', 'Acacia', '--covers', 'Kenya', 'ECOWAS'),
      ).toEqual({
        code: 0,
        stdout:
          'Added acacia. Import its profiles: npm run baraza -- import FILE --network acacia\n',
        stderr: '',
      });
      expect(await run('network', 'add', 'acacia', '--name', 'Acacia')).toEqual({
        code: 1,
        stdout: '',
        stderr: 'There is already a network "acacia".\n',
      });
      const { stdout } = await run('network', 'list', '--format', 'json');
      expect(JSON.parse(stdout)).toEqual([
        { slug: 'acacia', names: { en: 'Acacia' }, territories: ['KE', 'ECOWAS'] },
      ]);
      expect(await run('network', 'list', '--format', 'csv')).toMatchObject({
        stdout: '"slug","name","covers"\r\n"acacia","Acacia","KE ECOWAS"\n',
      });
    });

    it.each([
      [
        ['Acacia!', '--name', 'x'],
        '"Acacia!" cannot be a slug: use lower-case letters, digits and single hyphens, at most 64.\n',
      ],
      [['other', '--name', 'x', '--covers', 'Keniya'], expect.stringContaining('Kenya') as unknown],
      [
        ['other'],
        "error: required option '--name <name>' not specified\n(add --help for the options)\n",
      ],
    ])('add %j is refused in a sentence', async (args, stderr) => {
      expect(await run('network', 'add', ...args)).toEqual({ code: 1, stdout: '', stderr });
    });
  });

  describe('import', () => {
    // Its numbers stand for other women than those of the other lists.
    beforeAll(async () => {
      await run('network', 'add', 'cedar', '--name', 'Cedar');
    });

    it('takes CSV, XLSX and JSON Lines, and ends with 3 when something of the file was left out', async () => {
      for (const [name, network, rows, left] of [
        ['english-comma.csv', 'acacia', 4, 'column T "Favourite colour": its header is not'],
        ['members.xlsx', 'acacia', 3, 'sheet "Read me": it has no header'],
        ['objects.jsonl', 'cedar', 3, 'column "favourite": its header is not understood'],
      ] as const) {
        const ended = await run('import', await fixture(name), '--network', network);
        expect(ended).toMatchObject({ code: 3, stderr: '' });
        expect(ended.stdout).toContain(`Rows for ${network}: ${rows}\n`);
        expect(ended.stdout).toContain(left);
        expect(ended.stdout).toMatch(/rejected +0/);
      }
    });

    it('again changes nothing', async () => {
      const { code, stdout } = await run(
        'import',
        await fixture('objects.jsonl'),
        '--network',
        'cedar',
      );
      expect(code).toBe(3);
      expect(stdout).toMatch(/created +0\n +updated +0\n +unchanged +3\n/);
    });

    it('ends with 2 when rows were rejected, and writes them beside the file', async () => {
      const file = await fixture('faulty.csv');
      const { code, stdout, stderr } = await run('import', file, '--network', 'acacia');
      expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
      const rejects = file.replace('.csv', '.rejects.csv');
      expect(stdout).toContain(`What was rejected, and why: ${rejects}\n`);
      const [header, , first] = (await readFile(rejects, 'utf8')).split('\r\n');
      expect(header).toBe('\uFEFF"row","column","value","reason","suggestion"');
      expect(first).toContain('"Languages","Englsh (C1)"');
    });

    it('speaks the language that is asked for, or that of the terminal', async () => {
      const file = await fixture('faulty.csv');
      const rejects = file.replace('.csv', '.rejects.csv');
      const args = ['import', file, '--network', 'acacia', '--dry-run'];
      const { code, stdout, stderr } = await run(...args, '--language', 'fr');
      expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
      expect(stdout).toMatch(
        /^Lignes pour acacia\u00a0: \d+ \(essai\u00a0: rien n’a été changé\)\n {2}créées /,
      );
      expect(stdout).toContain(`Ce qui a été rejeté, et pourquoi\u00a0: ${rejects}\n`);
      const lines = (await readFile(rejects, 'utf8')).split('\r\n');
      expect(lines[0]).toBe('\uFEFF"ligne","colonne","valeur","raison","suggestion"');
      expect(lines.join('\n')).toContain(
        '"Languages","Englsh (C1)","«\u00a0Englsh\u00a0» n’est pas une langue connue ici. Vouliez-vous dire anglais (en)',
      );
      const own = { LANG: 'es_CO.UTF-8', DATABASE_URL: test.url };
      const refused = await command(['import', 'nowhere.csv', '--network', 'acacia'], own);
      expect(refused).toEqual({
        code: 1,
        stdout: '',
        stderr: 'El archivo nowhere.csv no existe.\n',
      });
      const nobody = globalId('Mediator', '01900000-0000-7000-8000-000000000000');
      expect(await command(['erase', nobody], own)).toEqual({
        code: 1,
        stdout: '',
        stderr: 'No se ha encontrado lo que busca: mediadora.\n',
      });
      const clean = await fixture('objects.jsonl');
      const left = await run('import', clean, '--network', 'cedar', '--rejects', rejects);
      expect(left.stdout).toContain('column "favourite": its header is not understood');
      await expect(readFile(rejects)).rejects.toMatchObject({ code: 'ENOENT' });
    });

    it('leaves no rejects file of an earlier run beside a file that is clean now', async () => {
      const file = await fixture('objects.jsonl');
      const old = file.replace('.jsonl', '.rejects.csv');
      await writeFile(
        old,
        '\uFEFF"row","column","value","reason","suggestion"\r\n2,"","","",""\r\n',
      );
      const own = file.replace('.jsonl', '.own.csv');
      await writeFile(own, 'a file of hers');
      await run('import', file, '--network', 'cedar', '--rejects', own);
      expect(await readFile(own, 'utf8')).toBe('a file of hers');
      expect((await run('import', file, '--network', 'cedar')).code).toBe(3);
      await expect(readFile(old)).rejects.toMatchObject({ code: 'ENOENT' });
    });

    it('takes the mapping of a file with headers of its own', async () => {
      const file = await fixture('own-words.csv');
      const mapping = await fixture('own-words.mapping.json');
      const { code, stdout } = await run(
        'import',
        file,
        '--network',
        'acacia',
        '--mapping',
        mapping,
        '--dry-run',
      );
      expect(code).toBe(0);
      expect(stdout).toContain('(dry run: nothing was changed)');
      expect(stdout).toMatch(/created +1/);
    });

    it.each([
      [
        'a file that is not there',
        ['nowhere.csv', '--network', 'acacia'],
        'The file nowhere.csv is not there.',
      ],
      [
        'a network that is not there',
        ['FILE', '--network', 'nobody'],
        'There is no network "nobody"',
      ],
      [
        'a format that is none',
        ['FILE', '--network', 'acacia', '--format', 'pdf'],
        'Allowed choices are csv, xlsx, ods, jsonl.',
      ],
      [
        'a mapping that is not there',
        ['FILE', '--network', 'acacia', '--mapping', 'none.json'],
        'none.json',
      ],
      [
        'rejects over the file itself',
        ['FILE', '--network', 'acacia', '--rejects', 'FILE'],
        'must be another file',
      ],
      ['an XLSX that is none', ['XLSX', '--network', 'acacia'], 'The file is not a workbook'],
      [
        'a workbook of which several sheets look like lists',
        [SEVERAL_SHEETS, '--network', 'acacia'],
        'Name sheets with --sheet, several times for several, or --sheet all.',
      ],
      [
        'a file without a header',
        ['NOTES', '--network', 'acacia'],
        'Give the mapping in a file with --mapping (docs/import.md).',
      ],
    ])('refuses %s in a sentence', async (_, args, sentence) => {
      const files: Record<string, string> = {
        FILE: await fixture('english-comma.csv'),
        XLSX: await fixture('not-really.xlsx'),
        NOTES: await written('notes.csv', 'nothing but a note'),
      };
      const { code, stdout, stderr } = await run('import', ...args.map((arg) => files[arg] ?? arg));
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain(sentence);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(await readFile(files.FILE ?? '', 'utf8')).toContain('Languages');
    });
  });

  describe('match', () => {
    const need = {
      date: '2026-11-01',
      hard: { languages: [{ code: 'fr', level: 'B2' }] },
      soft: { languages: [{ code: 'fr' }], territories: [{ code: 'ML' }], years: 10 },
    };

    it('prints a ranked table with reasons', async () => {
      const { code, stdout } = await run('match', await written('need.json', need));
      expect(code).toBe(0);
      expect(stdout).toMatch(/\d+ of \d+ are eligible \(model version 1\)\./);
      expect(stdout).toMatch(/LANGUAGE: \d+ first, \d+ in all/);
      expect(stdout).toContain('│ 1    │');
      expect(stdout).toContain('Languages: French (C1) is wanted and she has');
    });

    it('prints JSON whose contributions add up to the score', async () => {
      const { stdout } = await run(
        'match',
        await written('need.json', need),
        '--format',
        'json',
        '--limit',
        '2',
      );
      const { results, eligible, considered } = JSON.parse(stdout) as {
        results: { rank: number; score: number; contributions: { contribution: number }[] }[];
        eligible: number;
        considered: number;
      };
      expect(results.length).toBeGreaterThan(0);
      expect(results.length).toBeLessThanOrEqual(2);
      expect(eligible).toBeLessThan(considered);
      for (const { score, contributions } of results) {
        expect(contributions.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(score);
      }
    });

    it('prints CSV with a column for each criterion', async () => {
      const file = await written('need.json', need);
      const { stdout } = await run('match', file, '--format', 'csv', '--limit', '1');
      const [head, first, ...more] = stdout.trimEnd().split('\r\n');
      expect(head).toBe(
        '"rank","id","name","score","LANGUAGE","REGION","YEARS","to be checked","unchecked in all"',
      );
      const [score, ...contributions] = first?.split(',').slice(3, 7).map(Number) ?? [];
      expect(contributions).toHaveLength(3);
      expect(contributions.reduce((sum, each) => sum + each, 0)).toBe(score);
      expect(more).toEqual([]);
    });

    it('says what fairness did where the need asks for it', async () => {
      const group = { group: 'NEW_TO_TRACK_1', proportion: 500_000, places: 10 };
      const fairness = { rotation: { strength: 50 }, group };
      const file = await written('fair.json', { ...need, fairness });
      const { code, stdout } = await run('match', file);
      expect(code).toBe(0);
      expect(stdout).toMatch(/Fair exposure cost -?[\d.]+ points of score on this page/);
      expect(stdout).toContain('Fair exposure: place 1');
      expect(stdout).toContain('Rotation took nothing.');
      const csv = await run('match', file, '--format', 'csv', '--limit', '1');
      expect(csv.stdout).toContain(
        '"YEARS","to be checked","rank without fairness","rotation","by the test"',
      );
      const json = await run('match', file, '--format', 'json', '--limit', '1');
      expect(JSON.parse(json.stdout)).toMatchObject({ fairness: { strength: 50, test: {} } });
    });

    it.each([
      ['nothing that is there', 'none.json', null, 'The file none.json cannot be read.\n'],
      ['no JSON', 'FILE', '{ "date": ', expect.stringContaining('is not valid JSON') as unknown],
      ['no object', 'FILE', '[]', expect.stringContaining('must hold one JSON object') as unknown],
      [
        'a need with faults',
        'FILE',
        { ...need, hard: { languages: [{ code: 'zz' }] } },
        expect.stringContaining('hard.languages.0.code') as unknown,
      ],
    ])('refuses %s in a sentence', async (_, name, content, stderr) => {
      const file = content === null ? name : await written('wrong.json', content);
      expect(await run('match', file)).toEqual({ code: 1, stdout: '', stderr });
    });
  });

  describe('exposure', () => {
    it('prints who came before organizers, in every format', async () => {
      await test.database.query(
        `INSERT INTO consent (id, mediator_id, purpose, text_version, channel, recorded_by, given_on)
         SELECT gen_random_uuid(), id, purpose, '1', 'network', 'test', '2026-01-01'
         FROM mediator, unnest(ARRAY['LISTED', 'MATCHED', 'STATISTICS']) AS purpose ON CONFLICT DO NOTHING`,
      );
      const { code, stdout } = await run('exposure');
      expect(code).toBe(0);
      expect(stdout).toMatch(
        /^From \d{4}-\d{2}-01 to [\d-]+: \d+ women are counted; shown: not told; shortlisted: not told[.;]/,
      );
      expect(stdout).toContain('│ age-band');
      const csv = await run('exposure', '--format', 'csv');
      expect(csv.stdout.split('\r\n')[0]).toBe(
        '"dimension","code","women","shown","shortlisted","share of women","share of exposure"',
      );
      const json = await run('exposure', '--format', 'json');
      expect(JSON.parse(json.stdout)).toMatchObject({ network: null, gini: null });
    });

    it('refuses part of a quarter', async () => {
      expect(await run('exposure', '--from', '2026-01-02')).toEqual({
        code: 1,
        stdout: '',
        stderr: 'from: The period begins on the first day of a quarter.\n',
      });
    });
  });

  describe('search, reindex, doctor, migrate', () => {
    it('search prints what the public sees', async () => {
      const { code, stdout } = await run('search', 'french', '--limit', '3');
      expect(code).toBe(0);
      expect(stdout).toMatch(/^\d+ found for "french"\n {2}\S/);
      const json = await run('search', 'french', '--limit', '3', '--format', 'json');
      expect(JSON.parse(json.stdout)).toMatchObject({
        text: 'french',
        totalCount: expect.any(Number) as unknown,
        mediators: expect.arrayContaining([
          {
            name: expect.any(String),
            languages: expect.any(Array),
            territories: expect.any(Array),
          },
        ]) as unknown,
      });
      expect(await run('search', 'x', '--limit', 'many')).toMatchObject({
        code: 1,
        stderr: '--limit takes a whole number from 1 to 100, not "many".\n',
      });
    });

    it('reindex builds the index anew', async () => {
      await test.database.query('DELETE FROM search.document_public');
      expect(await run('reindex')).toEqual({
        code: 0,
        stdout: 'The new index is live.\n',
        stderr: '',
      });
      const [row] = await test.database.query<{ count: number }>(
        'SELECT count(*)::int FROM search.document_public',
      );
      expect(row?.count).toBeGreaterThan(5);
    });

    it('doctor shows how everything stands, and no secret', async () => {
      const { code, stdout } = await run('doctor');
      expect(code).toBe(0);
      expect(stdout).toContain('DATABASE_URL = set\n');
      const json = await run('doctor', '--format', 'json');
      expect(json.stdout).not.toContain(test.url);
      expect(JSON.parse(json.stdout)).toMatchObject({
        settings: { DATABASE_URL: 'set' },
        search: { engine: 'PostgreSQL', waiting: 0 },
        jobs: { late: false },
      });
      expect(stdout).not.toContain(test.url);
      expect(stdout).toMatch(
        /Search \(PostgreSQL\): \d+ documents, 0 changes waiting, the oldest for 0 seconds\n.*\nJobs: \d+ waiting, 0 given up\.\n/,
      );
    });

    it('migrate says that all is done', async () => {
      expect(await run('migrate')).toMatchObject({
        code: 0,
        stdout: 'The database is up to date.\n',
      });
    });
  });

  describe('is as other programs are', () => {
    it('prints its version', async () => {
      const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
      expect(await baraza(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    });

    it.each(['bash', 'zsh', 'fish', 'powershell'])('has completions for %s', async (shell) => {
      const { code, stdout } = await command(['complete', shell]);
      expect(code).toBe(0);
      expect(stdout).toContain('baraza');
    });

    it.each([
      [['ne'], ['network']],
      [
        ['network', ''],
        ['list', 'add'],
      ],
      [
        ['network', 'list', '--format', ''],
        ['table', 'json', 'csv'],
      ],
    ])('completes %j', async (words, expected) => {
      const { stdout } = await command(['complete', '--', ...words]);
      const offered = stdout.split('\n').map((line) => line.split('\t')[0]);
      expect(offered).toEqual(expect.arrayContaining(expected));
    });

    it('takes a need from standard input', async () => {
      const need = JSON.stringify({ date: '2026-12-01', soft: { languages: [{ code: 'xx' }] } });
      const url = { DATABASE_URL: test.url };
      expect(await baraza(['match', 'check', '-'], url, undefined, need)).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('soft.languages.0.code') as unknown,
      });
    });

    it('names standard input in what it says of it', async () => {
      const url = { DATABASE_URL: test.url };
      expect(await baraza(['match', '-'], url, undefined, '{')).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^Standard input is not valid JSON/) as unknown,
      });
    });

    it('imports a list from standard input', async () => {
      const row = { external_id: 'SI1', full_name: 'Standard Input', languages: ['en (C1)'] };
      const rest = { territories: ['KE'], expertise: ['mediation'], consent: ['LISTED'] };
      const rows = `${JSON.stringify({ ...row, ...rest })}\n{"external_id":"SI2"}\n`;
      const args = ['import', '-', '--format', 'jsonl', '--network', 'acacia', '--dry-run'];
      const url = { DATABASE_URL: test.url };
      const { code, stdout } = await baraza(args, url, folder, rows);
      expect(stdout).toMatch(/created +1\n[^]*rejected +1\n/);
      expect(code).toBe(2);
      expect(await readFile(join(folder, 'standard-input.rejects.csv'), 'utf8')).toContain(
        'This is required.',
      );
      expect(await command(['import', '-', '--network', 'acacia'], url)).toEqual({
        code: 1,
        stdout: '',
        stderr: 'Standard input needs --format: csv, xlsx, ods or jsonl.\n',
      });
    });
  });

  describe('says in one sentence', () => {
    it('every wrong setting at once', async () => {
      expect(await command(['doctor'], { PORT: 'x', BARAZA_DEMO: 'maybe' })).toEqual({
        code: 1,
        stdout: '',
        stderr:
          'The settings are wrong. PORT must be a whole number from 0 to 65535 (it is "x"). BARAZA_DEMO must be one of auto, on, off (it is "maybe").\n',
      });
    });

    it('that the database is not there, without its password', async () => {
      const { code, stderr } = await command(['doctor'], {
        DATABASE_URL: 'postgres://someone:hunter2@127.0.0.1:9/none',
      });
      expect(code).toBe(1);
      expect(stderr).toContain('127.0.0.1:9');
      expect(stderr).not.toContain('hunter2');
      expect(stderr.trim().split('\n')).toHaveLength(1);
    });

    it('that a command is none', async () => {
      expect(await command(['mediate'])).toMatchObject({
        code: 1,
        stderr:
          "error: unknown command 'mediate'\n(Did you mean migrate?)\n(add --help for the options)\n",
      });
    });

    it('that the demo goes into an empty directory only', async () => {
      expect(await run('demo')).toMatchObject({
        code: 1,
        stderr: 'The directory is not empty: the demo can only be loaded into an empty one.\n',
      });
    });
  });

  describe('whose output nobody reads any more', () => {
    const unread = async (...args: string[]) => {
      const running = new Baraza(args, { DATABASE_URL: test.url });
      running.closeOutput();
      return running.ended;
    };

    it('ends with the code that it would have ended with', async () => {
      const name = ['--name', 'Heron'];
      await run('network', 'add', 'heron', ...name);
      expect(await unread('network', 'add', 'heron', ...name)).toMatchObject({ code: 1 });
      expect(await unread('network', 'list', '--format', 'json')).toMatchObject({ code: 0 });
      const file = await fixture('faulty.csv');
      expect(await unread('import', file, '--network', 'heron')).toMatchObject({ code: 2 });
      expect(await readFile(join(folder, 'faulty.rejects.csv'), 'utf8')).toContain('"row"');
      expect(await unread('--help')).toMatchObject({ code: 0 });
    });

    it('serves on', async () => {
      const port = await freePort();
      const env = { DATABASE_URL: test.url, BARAZA_DATA_DIR: folder, BARAZA_DEMO: 'off' };
      const serving = new Baraza(['serve'], { ...env, PORT: String(port) });
      serving.closeOutput();
      // It goes on after what it says when it is ready.
      for (let tries = 0; tries < 400; tries++) {
        const answer = await fetch(`http://127.0.0.1:${port}/sign-in`).catch(() => null);
        if (answer?.ok) break;
        await Promise.race([serving.ended, new Promise((resolve) => void setTimeout(resolve, 50))]);
      }
      expect((await fetch(`http://127.0.0.1:${port}/sign-in`)).status).toBe(200);
      serving.kill('SIGTERM');
      expect(await serving.ended).toMatchObject({ code: 0 });
    });
  });
});

/** A port that nobody listens on at the moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
