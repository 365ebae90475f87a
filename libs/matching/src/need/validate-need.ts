import { characterCount } from '#vocabulary';
import { CRITERIA, MODEL } from '../model.js';
import { type Problem, Problems } from '../problems.js';
import { checkHard } from './check-hard.js';
import { checkSoft } from './check-soft.js';
import { InvalidNeed } from './invalid-need.js';
import type { Need } from './need.js';
import { statedCriteria, weightOf } from './stated.js';

export type NeedProblem = Problem;

/** Ids and seeds are hashed whole; this only keeps out what cannot be meant. */
const MAXIMUM_SEED = 200;

/**
 * Everything that is wrong with a need, at once; [] when it can be ranked. It takes any JSON: a need
 * from a file or a request is judged here first.
 *
 * Its bounds are what keeps all sums exact: at most 50 items of weight at most 1000 in a list, and
 * criterion weights of at most 1000 (see `microUnits` and `shareOut`).
 */
export function validateNeed(need: Need): NeedProblem[] {
  return problemsOf(need, true);
}

/** Throws InvalidNeed, with all that is wrong, when a need has problems. */
export function checkNeed(need: Need): void {
  const problems = validateNeed(need);
  if (problems.length > 0) throw new InvalidNeed(problems);
}

/**
 * Like `checkNeed`, but the items of a list of matches need not be right: there may be ten thousand, and
 * whoever looks each of them up learns that on the way.
 */
export function checkAllButMatches(need: Need): void {
  if (problemsOf(need, false).length > 0) checkNeed(need);
}

function problemsOf(need: Need, eachMatch: boolean): Problem[] {
  const problems = new Problems();
  if (!problems.object('', need)) return problems.list;
  checkIdentity(problems, need);
  const hard = problems.object('hard', need.hard);
  const soft = problems.object('soft', need.soft);
  if (hard) checkHard(problems, need.hard);
  if (soft) {
    checkSoft(problems, need.soft, eachMatch);
    checkWeights(problems, need);
  }
  checkPeriod(problems, need);
  problems.each('territories', need.territories, (path, code) =>
    problems.code(path, code, 'territory'),
  );
  return problems.list;
}

function checkIdentity(problems: Problems, need: Need): void {
  for (const field of ['id', 'seed'] as const) {
    const value: unknown = need[field];
    if (field === 'seed' && value === undefined) continue;
    if (typeof value !== 'string' || value === '' || characterCount(value) > MAXIMUM_SEED) {
      const message = `The ${field} is not a text of 1 to ${MAXIMUM_SEED} characters.`;
      problems.add(field, 'MALFORMED', message);
    }
  }
  problems.representableDate('date', need.date);
}

function checkWeights(problems: Problems, need: Need): void {
  problems.optional('weights', need.weights, (weights) => {
    for (const [criterion, weight] of Object.entries(weights)) {
      const path = `weights.${criterion}`;
      problems.oneOf(path, criterion, CRITERIA);
      problems.integer(path, weight, 0, MODEL.maximumWeight);
    }
  });
  const stated = statedCriteria(need);
  if (stated.length === 0) {
    problems.add('soft', 'MISSING', 'State at least one soft criterion to rank by.');
  } else if (stated.every((criterion) => weightOf(need, criterion) === 0)) {
    const names = stated.join(', ');
    problems.add('weights', 'MISSING', `Give at least one of ${names} a weight above 0.`);
  }
}

function checkPeriod(problems: Problems, { period, hard, soft }: Need): void {
  problems.optional('period', period, (stated) => {
    const from = problems.representableDate('period.from', stated.from);
    const to = problems.representableDate('period.to', stated.to);
    if (from !== null && to !== null && from > to) {
      const message = `The period starts on ${stated.from}, after it ends on ${stated.to}.`;
      problems.add('period', 'OUT_OF_RANGE', message);
    }
  });
  if (!period && (hard?.availability || soft?.availability)) {
    const message = 'Give the first and last day of the period in which she must be available.';
    problems.add('period', 'MISSING', message);
  }
}
