import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BASELINE, judgedSet } from '#demo';
import { evaluate, parseQrels, parseRun, type Evaluation } from '#evaluation';
import { DEMO_TAKES, openDemoApi, type TestApi } from '../../support/api.js';
import { command } from '../../support/cli.js';
import { TODAY } from '../../support/fill.js';

describe('baraza match evaluate', () => {
  let api: TestApi;
  let folder: string;

  beforeAll(async () => {
    api = await openDemoApi(TODAY);
    folder = await mkdtemp(join(tmpdir(), 'baraza-evaluate-'));
  }, DEMO_TAKES);
  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });

  const run = async (...args: string[]) =>
    command(['match', 'evaluate', ...args], {
      DATABASE_URL: api.settings.databaseUrl ?? '',
      BARAZA_DATA_DIR: folder,
    });
  const file = (name: string) => join(folder, name);

  it('prints a line for each need and the mean, as in the baseline', async () => {
    const { code, stdout, stderr } = await run('--format', 'csv');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [head, ...rows] = stdout.trimEnd().split('\r\n');
    expect(head).toMatch(/^"need","nDCG@10","nDCG@20","recall@10"/);
    expect(rows).toHaveLength(BASELINE.needs + 1);
    const cells = rows.at(-1)?.replaceAll('"', '').split(',') ?? [];
    const measures = head?.replaceAll('"', '').split(',') ?? [];
    const mean = Object.fromEntries(measures.map((name, i) => [name, Number(cells[i])]));
    expect(mean).toMatchObject(BASELINE.rows[0]?.mean ?? {});
    expect((await run('--format', 'csv')).stdout).toBe(stdout);
  });

  it('writes a run and judgements that measure the same when they are read', async () => {
    const asked = await run(
      '--write-run',
      file('run.txt'),
      '--write-qrels',
      file('qrels.txt'),
      '--k',
      '5',
    );
    const read = await run('--run', file('run.txt'), '--qrels', file('qrels.txt'), '--k', '5');
    expect(read.stdout).toBe(asked.stdout);
    const [written, { qrels }] = [await readFile(file('run.txt'), 'utf8'), await judgedSet()];
    expect(written.split('\n')[0]).toMatch(/^N01 Q0 [a-z-]+:[a-z-]+-\d{6} 1 100 baraza$/);
    expect(parseQrels(await readFile(file('qrels.txt'), 'utf8'))).toEqual(qrels);
    const { mean } = evaluate(qrels, parseRun(written), { cutoffs: [10] });
    expect(mean['nDCG@10']).toBeCloseTo(BASELINE.rows[0]?.mean['nDCG@10'] ?? 0, 4);
  });

  it('compares weights with weights, and with a run', async () => {
    const weights = '{"LANGUAGE":0,"REGION":0,"EXPERTISE":0}';
    const { stdout } = await run('--against', weights, '--format', 'json', '--k', '10');
    const { first, second, compared } = JSON.parse(stdout) as {
      first: Evaluation;
      second: Evaluation;
      compared: { measure: string; difference: number; wins: number; p: number }[];
    };
    expect(compared[0]).toMatchObject({ measure: 'nDCG@10', p: expect.any(Number) as unknown });
    expect(compared[0]?.difference).toBeCloseTo(
      (first.mean['nDCG@10'] ?? 0) - (second.mean['nDCG@10'] ?? 0),
      12,
    );
    expect(compared[0]?.difference).toBeGreaterThan(0);
    await run('--write-run', file('mine.txt'));
    await writeFile(file('weights.json'), '{}');
    const same = await run(
      '--against',
      file('mine.txt'),
      '--weights',
      file('weights.json'),
      '--format',
      'csv',
    );
    expect(same.stdout).toMatch(/"nDCG@10","[\d.]+","[\d.]+","0.0000",0,0,68,"1.00000"/);
  });

  it('ranks by the briefs where it is told to, as in the baseline', async () => {
    await api.services.indexSync.rebuild();
    const { stdout } = await run('--brief', '--format', 'json', '--k', '10');
    const { mean } = JSON.parse(stdout) as Evaluation;
    const row = BASELINE.rows.find(({ name }) => name === 'default weights, with the brief');
    expect(mean['nDCG@10']).toBeCloseTo(row?.mean['nDCG@10'] ?? 0, 4);
    expect(mean['nDCG@10']).not.toBeCloseTo(BASELINE.rows[0]?.mean['nDCG@10'] ?? 0, 3);
  });

  it('compares two models on the second set, and reads a sheet that it wrote', async () => {
    const compared = await run('--careers', '--model', '2,1', '--k', '10', '--format', 'json');
    const { first, second } = JSON.parse(compared.stdout) as Record<'first' | 'second', Evaluation>;
    expect(first.topics).toHaveLength(80);
    expect(first.mean['nDCG@10']).toBeGreaterThan(second.mean['nDCG@10'] ?? 1);
    const sheet = file('grades.csv');
    const before = await run('--careers', '--k', '10', '--write-sheet', sheet);
    expect((await run('--careers', '--k', '10', '--qrels', sheet)).stdout).toBe(before.stdout);
    expect(await readFile(sheet, 'utf8')).toContain('lives in');
  });

  it.each([
    ['a model that is none', ['--model', '3'], 'There is no model "3"; there are 1, 2.'],
    ['a file that is not there', ['--run', 'none.txt'], 'The file none.txt cannot be read.\n'],
    ['two ways at once', ['--run', 'a', '--weights', '{}'], 'Give --run or --weights'],
    ['weights that are none', ['--weights', '{"LANGUAGE":2000}'], 'weights.LANGUAGE: 2000'],
    ['weights that are no JSON', ['--weights', '{LANGUAGE'], 'The weights are not valid JSON'],
    ['no number', ['--k', 'ten'], '--k takes a whole number'],
  ])('refuses %s in a sentence', async (_, args, sentence) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(sentence);
  });

  it('names every line of its files that cannot be used', async () => {
    await writeFile(file('qrels.bad'), 'N01 0 acacia:acacia-000001 9\nN01 0\n');
    const { code, stderr } = await run('--qrels', file('qrels.bad'));
    expect(code).toBe(1);
    expect(stderr).toBe(
      `${file('qrels.bad')} cannot be used:\n` +
        'Line 1: rel is "9"; a grade is a whole number from 0 to 3.\n' +
        'Line 2: 2 columns; there must be 4: topic iter docno rel.\n',
    );
    await writeFile(file('needs.bad'), '{"topic":"X","criteria":{"hard":{},"soft":{}}}\n[]\n');
    const needs = await run('--needs', file('needs.bad'));
    expect(needs.stderr).toContain('Line 1: process is missing.\n');
    expect(needs.stderr).toContain('Line 1: criteria.date: Nothing is not a date');
    expect(needs.stderr).toContain('Line 2: This is not one JSON object.\n');
  });

  it('says plainly when the judged networks are not there', async () => {
    await writeFile(file('other.qrels'), 'N01 0 elsewhere:1 3\n');
    const { code, stderr } = await run('--qrels', file('other.qrels'));
    expect(code).toBe(1);
    expect(stderr).toContain('The judgements are of members of elsewhere');
  });
});
