/**
 * Where the time of a ranking goes: the steps of `rank`, one by one, with a clock between them, and one
 * bare pass over the same columns, which no ranking could do without.
 */
import { CRITERIA, rank } from '#matching';
import { CompiledNeed } from '../../dist/libs/matching/src/engine/compiled-need.js';
import { scan } from '../../dist/libs/matching/src/engine/row-order.js';
import { KeptScorer } from '../../dist/libs/matching/src/engine/scorers.js';
import { TopK } from '../../dist/libs/matching/src/engine/top-k.js';
import { SOFT_FIELDS } from '../../dist/libs/matching/src/need/need.js';
import { checkAllButMatches } from '../../dist/libs/matching/src/need/validate-need.js';
import { percentile } from './measure.js';

const LIMIT = 20;

/**
 * Milliseconds of each step in the fastest tenth of runs, so that other work of the machine counts least;
 * throws when the steps together do not find what `rank` finds.
 */
export function account(pool, needs, rounds) {
  const times = new Map();
  for (let round = -3; round < rounds; round++) {
    for (const need of needs) {
      const spent = new Map();
      const ranking = clocked(spent, 'rank', () => rank(pool, need, { limit: LIMIT }));
      const rows = steps(pool, need, spent);
      const found = rows.map(({ id }) => id).join();
      if (found !== ranking.results.map(({ id }) => id).join()) {
        throw new Error('Not a valid run: the account found others.');
      }
      clocked(spent, 'bare pass', () => barePass(pool));
      if (round < 0) continue;
      for (const [step, ms] of spent) times.set(step, [...(times.get(step) ?? []), ms]);
    }
  }
  return Object.fromEntries([...times].map(([step, each]) => [step, percentile(each, 10)]));
}

/** Does what `rank` does, and notes what each step takes. */
function steps(pool, need, spent) {
  clocked(spent, 'checking the need', () => checkAllButMatches(need));
  const criteria = CRITERIA.flatMap((criterion) => {
    const part = SOFT_FIELDS[criterion];
    const alone = { ...need, soft: { [part]: need.soft[part] } };
    return clocked(spent, criterion, () => new CompiledNeed(pool, alone).criteria);
  });
  const compiled = new CompiledNeed(pool, need);
  const { criteria: all } = compiled;
  const eligibility = clocked(spent, 'hard criteria: each list', () => {
    const ofRows = compiled.eligibility.ofRows();
    return { ofRows: () => ofRows };
  });
  const top = new TopK(LIMIT, compiled.tieKeys);
  const inside = new Map();
  const start = performance.now();
  scan(
    { pool, eligibility: { ofRows: () => timedRows(inside, eligibility.ofRows()) } },
    all.map((criterion) => ({ ...criterion, scorer: timed(inside, criterion) })),
    top,
    () => true,
  );
  const whole = performance.now() - start;
  for (const [step, ms] of inside) spent.set(step, (spent.get(step) ?? 0) + ms);
  spent.set('counting and keeping the best', whole - sum([...inside.values()]));
  const first = clocked(spent, 'tie keys of those who tie for a place', () => top.first());
  clocked(spent, 'explaining the page', () => first.map(({ row }) => compiled.explain(row)));
  for (const { scorer } of [...criteria, ...all]) scorer.release?.();
  return first;
}

function timedRows(spent, ofRows) {
  return (failures, start, count) =>
    clocked(spent, 'hard criteria: each row', () => ofRows(failures, start, count));
}

/** A share that is kept for want of something essential stays around what is timed. */
function timed(spent, { criterion, scorer }) {
  return scorer instanceof KeptScorer
    ? new KeptScorer(timedScorer(spent, criterion, scorer.whole), scorer.share)
    : timedScorer(spent, criterion, scorer);
}

function timedScorer(spent, criterion, scorer) {
  return {
    cost: scorer.cost,
    measure: (row) => scorer.measure(row),
    accumulate: (block, weight, least) =>
      clocked(spent, criterion, () => scorer.accumulate(block, weight, least)),
  };
}

function clocked(spent, step, work) {
  const start = performance.now();
  const answer = work();
  spent.set(step, (spent.get(step) ?? 0) + performance.now() - start);
  return answer;
}

/** Reads every column that the need is about once, and adds up. */
function barePass({ columns, lists, rows }) {
  const { flags, years, roles, confirmed, processes } = columns;
  const { languages, territories, expertise, networks } = lists;
  const { nationalities, residence, ruledOut, available } = lists;
  let total = 0;
  for (const column of [flags, years, roles, confirmed, processes]) total += added(column, rows);
  for (const { numbers } of [languages, territories, expertise, networks]) {
    total += added(numbers, rows);
  }
  for (const { numbers } of [nationalities, residence, ruledOut, available]) {
    total += added(numbers, rows);
  }
  return total;
}

function added(column, rows) {
  let total = 0;
  for (let row = 0; row < rows; row++) total += column[row];
  return total;
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
