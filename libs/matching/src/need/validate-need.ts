import { PHASES, PROCESS_TYPES, PROFICIENCIES, ROLES, TRACKS } from '../closed-lists.js';
import { CRITERIA, MODEL } from '../model.js';
import { isUuid } from '../pool/uuid.js';
import { type Problem, Problems } from '../problems.js';
import { InvalidNeed } from './invalid-need.js';
import type { Need } from './need.js';
import { statedCriteria, weightOf } from './stated.js';

export type NeedProblem = Problem;

/** Ids and seeds are hashed whole; this only keeps out what cannot be meant. */
const MAXIMUM_SEED = 200;

/**
 * Everything that is wrong with a need, at once; [] when it can be ranked.
 *
 * Its bounds are what keeps all sums exact: at most 50 items of weight at most 1000 in a list, and
 * criterion weights of at most 1000 (see `microUnits` and `shareOut`).
 */
export function validateNeed(need: Need): NeedProblem[] {
  const problems = new Problems();
  checkIdentity(problems, need);
  checkWeights(problems, need);
  checkHard(problems, need);
  checkSoft(problems, need);
  checkPeriod(problems, need);
  each(problems, 'territories', need.territories, (path, code) =>
    problems.code(path, code, 'territory'),
  );
  return problems.list;
}

/** Throws InvalidNeed when a need has problems. */
export function checkNeed(need: Need): void {
  const problems = validateNeed(need);
  if (problems.length > 0) throw new InvalidNeed(problems);
}

function checkIdentity(problems: Problems, need: Need): void {
  for (const field of ['id', 'seed'] as const) {
    const value = need[field];
    if (field === 'seed' && value === undefined) continue;
    if (typeof value !== 'string' || value === '' || value.length > MAXIMUM_SEED) {
      const message = `The ${field} is not a text of 1 to ${MAXIMUM_SEED} characters.`;
      problems.add(field, 'malformed', message);
    }
  }
  problems.representableDate('date', need.date);
}

function checkWeights(problems: Problems, need: Need): void {
  for (const [criterion, weight] of Object.entries(need.weights ?? {})) {
    const path = `weights.${criterion}`;
    problems.oneOf(path, criterion, CRITERIA);
    problems.integer(path, weight, 0, MODEL.maximumWeight);
  }
  const stated = statedCriteria(need);
  if (stated.length === 0) {
    problems.add('soft', 'missing', 'State at least one soft criterion to rank by.');
  } else if (stated.every((criterion) => weightOf(need, criterion) === 0)) {
    const names = stated.join(', ');
    problems.add('weights', 'missing', `Give at least one of ${names} a weight above 0.`);
  }
}

function checkHard(problems: Problems, { hard }: Need): void {
  each(problems, 'hard.languages', hard.languages, (path, { code, level }) => {
    problems.code(`${path}.code`, code, 'language');
    problems.oneOf(`${path}.level`, level, PROFICIENCIES);
  });
  const { territories, networks } = hard.conflictOfInterest ?? {};
  each(problems, 'hard.conflictOfInterest.territories', territories, (path, code) =>
    problems.code(path, code, 'territory'),
  );
  each(problems, 'hard.conflictOfInterest.networks', networks, (path, slug) =>
    problems.slug(path, slug),
  );
  if (hard.availability) {
    const { minimumShare } = hard.availability;
    problems.integer('hard.availability.minimumShare', minimumShare, 1, 100);
  }
  each(problems, 'hard.roles', hard.roles, (path, role) => problems.oneOf(path, role, ROLES));
  each(problems, 'hard.tracks', hard.tracks, (path, track) => problems.oneOf(path, track, TRACKS));
  each(problems, 'hard.networks', hard.networks, (path, slug) => problems.slug(path, slug));
  if (hard.minimumYears !== undefined) {
    problems.integer('hard.minimumYears', hard.minimumYears, 0, MODEL.years.maximum);
  }
}

function checkSoft(problems: Problems, { soft }: Need): void {
  const weight = (path: string, value: number | undefined) => {
    if (value !== undefined) problems.integer(path, value, 1, MODEL.item.maximumWeight);
  };
  each(problems, 'soft.languages', soft.languages, (path, item) => {
    problems.code(`${path}.code`, item.code, 'language');
    if (item.level !== undefined) problems.oneOf(`${path}.level`, item.level, PROFICIENCIES);
    weight(`${path}.weight`, item.weight);
  });
  each(problems, 'soft.territories', soft.territories, (path, item) => {
    problems.code(`${path}.code`, item.code, 'area');
    weight(`${path}.weight`, item.weight);
  });
  each(problems, 'soft.expertise', soft.expertise, (path, item) => {
    problems.code(`${path}.code`, item.code, 'expertise');
    if (item.level !== undefined) problems.integer(`${path}.level`, item.level, 1, 3);
    weight(`${path}.weight`, item.weight);
  });
  each(problems, 'soft.roles', soft.roles, (path, role) => problems.oneOf(path, role, ROLES));
  each(problems, 'soft.tracks', soft.tracks, (path, item) => {
    problems.oneOf(`${path}.code`, item.code, TRACKS);
    weight(`${path}.weight`, item.weight);
  });
  const { type, phase } = soft.process ?? {};
  if (type !== undefined) problems.oneOf('soft.process.type', type, PROCESS_TYPES);
  if (phase !== undefined) problems.oneOf('soft.process.phase', phase, PHASES);
  if (soft.years !== undefined && typeof soft.years !== 'boolean') {
    problems.integer('soft.years', soft.years, 1, MODEL.years.maximum);
  }
  each(problems, 'soft.networks', soft.networks, (path, slug) => problems.slug(path, slug));
  if (soft.text) checkMatches(problems, soft.text.matches);
}

/** The engine's list may be as long as it likes, but a double would shift every later place. */
function checkMatches(problems: Problems, matches: readonly string[]): void {
  const seen = new Set<string>();
  matches.forEach((id, i) => {
    const path = `soft.text.matches.${i}`;
    if (!isUuid(id)) problems.add(path, 'malformed', 'The id is not a UUID.');
    else if (seen.has(id.toLowerCase())) {
      problems.add(path, 'duplicate', `${id} is among the matches already.`);
    } else seen.add(id.toLowerCase());
  });
}

function checkPeriod(problems: Problems, { period, hard, soft }: Need): void {
  if (period) {
    const from = problems.representableDate('period.from', period.from);
    const to = problems.representableDate('period.to', period.to);
    if (from !== null && to !== null && from > to) {
      const message = `The period starts on ${period.from}, after it ends on ${period.to}.`;
      problems.add('period', 'out-of-range', message);
    }
  } else if (hard.availability || soft.availability === true) {
    const message = 'Give the first and last day of the period in which she must be available.';
    problems.add('period', 'missing', message);
  }
}

function each<T>(
  problems: Problems,
  path: string,
  items: readonly T[] | undefined,
  check: (path: string, item: T) => void,
): void {
  if (items === undefined) return;
  const { maximumCount } = MODEL.item;
  if (items.length > maximumCount) {
    problems.add(path, 'too-many', `${items.length} items; at most ${maximumCount} can be listed.`);
    return;
  }
  items.forEach((item, i) => check(`${path}.${i}`, item));
}
