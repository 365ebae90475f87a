import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { MipModel, Progress } from './mip-model.js';
import { Solver, type SolverOptions } from './solver.js';
import { SolverError } from './solver-error.js';

const open: Solver[] = [];

function solver(options: Partial<SolverOptions> = {}): Solver {
  const made = new Solver({ timeLimitSeconds: 60, ...options });
  open.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** Which of the items to take, at most so heavy. */
const knapsack: MipModel = {
  sense: 'maximise',
  objective: [10, 13, 7, 8],
  lower: [0, 0, 0, 0],
  upper: [1, 1, 1, 1],
  integer: [true, true, true, true],
  rows: [{ lower: -Infinity, upper: 10, columns: [0, 1, 2, 3], values: [5, 6, 4, 3] }],
};

const HARD = 500;
/** Far too many columns and dense rows to be solved while anybody waits, on a fast machine, too. */
function hardModel(): MipModel {
  let seed = 7;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) % 1000;
  const columns = Array.from({ length: HARD }, (_, i) => i);
  const rows = Array.from({ length: 40 }, () => {
    const values = columns.map(random);
    const half = Math.floor(values.reduce((sum, value) => sum + value, 0) / 2);
    return { lower: -Infinity, upper: half, columns, values };
  });
  return {
    sense: 'maximise',
    objective: columns.map(random),
    lower: columns.map(() => 0),
    upper: columns.map(() => 1),
    integer: columns.map(() => true),
    rows,
  };
}

describe('Solver', () => {
  it('finds and proves the best solution', async () => {
    expect(await solver().solve(knapsack)).toEqual({
      status: 'optimal',
      values: [0, 1, 0, 1],
      bound: 21,
      nodes: expect.any(Number),
    });
  });

  it('solves one after the other in one thread, continuous variables too', async () => {
    const one = solver();
    const relaxed = { ...knapsack, integer: knapsack.integer.map(() => false) };
    const [first, second] = [await one.solve(relaxed), await one.solve(knapsack)];
    expect(first.status).toBe('optimal');
    expect(first.bound).toBeCloseTo(8 + 13 + 2);
    expect(second.bound).toBe(21);
  });

  it('minimises', async () => {
    const atLeast = [{ lower: 8, upper: Infinity, columns: [0, 1, 2, 3], values: [5, 6, 4, 3] }];
    const least = await solver().solve({ ...knapsack, sense: 'minimise', rows: atLeast });
    expect(least).toMatchObject({ status: 'optimal', bound: 17, values: [1, 0, 1, 0] });
  });

  it('tells when there is no solution, or nothing to decide', async () => {
    const one = solver();
    const never = { lower: 5, upper: Infinity, columns: [0, 1], values: [1, 1] };
    const impossible = { ...knapsack, rows: [...knapsack.rows, never] };
    expect(await one.solve(impossible)).toMatchObject({ status: 'infeasible', values: null });
    const none = { ...knapsack, objective: [], lower: [], upper: [], integer: [] };
    const empty = (lower: number) => ({ lower, upper: 9, columns: [], values: [] });
    expect(await one.solve({ ...none, rows: [empty(0)] })).toMatchObject({ status: 'optimal' });
    expect(await one.solve({ ...none, rows: [empty(1)] })).toMatchObject({ status: 'infeasible' });
  });

  it('keeps to its time limit, for all that it is asked together', async () => {
    const one = solver({ timeLimitSeconds: 6 });
    const solved = await one.solve(hardModel());
    expect(solved.status).toBe('stopped');
    expect(solved.values).toHaveLength(HARD);
    const total = hardModel().objective.reduce((sum, c, i) => sum + c * solved.values![i]!, 0);
    // A thread that had to be ended from outside may have told of no bound.
    expect(solved.bound ?? Infinity).toBeGreaterThan(total);
    expect(one.stopped).toBe(true);
    expect(await one.solve(knapsack)).toMatchObject({ status: 'stopped', values: null });
  });

  it('gives what was found when its thread does not look at the clock', async () => {
    const code = `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', () => {
        parentPort.postMessage({ kind: 'incumbent', values: [1, 0] });
        for (;;);
      });`;
    const script = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
    const solved = await solver({ timeLimitSeconds: 1, script }).solve(knapsack);
    expect(solved).toEqual({ status: 'stopped', values: [1, 0], bound: null, nodes: 0 });
  });

  it('counts its time from when the work was begun', async () => {
    const one = solver({ timeLimitSeconds: 10, startedAt: performance.now() - 11_000 });
    expect(one.stopped).toBe(true);
    expect(await one.solve(knapsack)).toMatchObject({ status: 'stopped', values: null });
  });

  it('tells how far it is, and stops at a signal though it is busy', async () => {
    const controller = new AbortController();
    const reports: Progress[] = [];
    const onProgress = (progress: Progress) => {
      reports.push(progress);
      if (reports.length === 2) controller.abort();
    };
    const solved = await solver({ onProgress, signal: controller.signal }).solve(hardModel());
    expect(solved.status).toBe('stopped');
    expect(reports.length).toBeGreaterThan(1);
    expect(reports.at(-1)).toMatchObject({ nodes: expect.any(Number), bound: expect.any(Number) });
  });

  it('says in a sentence when its thread breaks down or ends', async () => {
    const scriptOf = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
    const started = "import { parentPort } from 'node:worker_threads';";
    const crash = scriptOf(
      `${started} parentPort.on('message', () => { throw new Error('no'); });`,
    );
    const exit = scriptOf(`${started} parentPort.on('message', () => process.exit(3));`);
    await expect(solver({ script: crash }).solve(knapsack)).rejects.toThrow(
      new SolverError('The solver broke down.'),
    );
    await expect(solver({ script: exit }).solve(knapsack)).rejects.toThrow(
      new SolverError('The solver stopped unexpectedly.'),
    );
  });

  it.each<[string, Partial<MipModel>]>([
    ['3 of lower', { lower: [0, 0, 0] }],
    ['objective is not a number', { objective: [1, NaN, 0, 0] }],
    ['above its upper bound', { lower: [2, 0, 0, 0] }],
    ['does not exist', { rows: [{ lower: 0, upper: 1, columns: [4], values: [1] }] }],
    ['twice', { rows: [{ lower: 0, upper: 1, columns: [1, 1], values: [1, 1] }] }],
    ['one number for each', { rows: [{ lower: 0, upper: 1, columns: [1], values: [] }] }],
    ['Row 0 has a lower bound', { rows: [{ lower: 2, upper: 1, columns: [1], values: [1] }] }],
  ])('refuses a model in which %s', async (sentence, wrong) => {
    await expect(solver().solve({ ...knapsack, ...wrong })).rejects.toThrow(sentence);
  });

  it.each([
    ['solved', 'await solver.solve(small); await solver.close();'],
    ['closed twice', 'await solver.solve(small); await solver.close(); await solver.close();'],
    ['never asked', 'await solver.close();'],
    ['its thread broke down', 'await broken.solve(small).catch(() => console.log("broken"));'],
  ])('leaves nothing open that keeps a process alive: %s', async (_, code) => {
    const script = `
      import { Solver } from '#solver';
      const small = JSON.parse(${JSON.stringify(JSON.stringify({ ...knapsack, rows: [] }))});
      const solver = new Solver({ timeLimitSeconds: 60 });
      const broken = new Solver({ timeLimitSeconds: 60, script: new URL('data:text/javascript,throw 1') });
      ${code}
      console.log('end');`;
    const ended = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', script],
      { timeout: 20_000 },
    );
    expect(ended).toMatchObject({ stdout: expect.stringMatching(/end\n$/), stderr: '' });
  });
});
