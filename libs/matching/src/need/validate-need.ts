import { SOFT_FIELDS } from './need.js';
import { PHASES, PROCESS_TYPES, PROFICIENCIES, ROLES, TRACKS } from '#vocabulary';
import { characterCount, type InputProblem } from '#kernel';
import { CRITERIA, MODEL } from '../model.js';
import { InvalidNeed, Problems } from '../problems.js';
import { isUuid } from '../uuid.js';
import { type HardNeed, type Need, type SoftNeed, criteriaOf, weightOf } from './need.js';

/** Ids and seeds are hashed whole; this only keeps out what cannot be meant. */
const MAXIMUM_SEED = 200;

/**
 * Everything that is wrong with a need, at once; [] when it can be ranked. It takes any JSON: a need
 * from a file or a request is judged here first.
 *
 * Its bounds are what keeps all sums exact: at most 50 items of weight at most 1000 in a list, and
 * criterion weights of at most 1000 (see `microUnits` and `shareOut`).
 */
export function validateNeed(need: Need): InputProblem[] {
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

function problemsOf(need: Need, eachMatch: boolean): InputProblem[] {
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
  const criteria = criteriaOf(need);
  if (criteria.length === 0) {
    problems.add('soft', 'MISSING', 'State at least one soft criterion to rank by.');
  } else if (criteria.every((criterion) => weightOf(need, criterion) === 0)) {
    const names = criteria.join(', ');
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

const HARD_FIELDS: Record<keyof HardNeed, true> = {
  languages: true,
  conflictOfInterest: true,
  availability: true,
  roles: true,
  tracks: true,
  networks: true,
  minimumYears: true,
  allowStale: true,
};

/** Adds what is wrong with the hard criteria. */
function checkHard(problems: Problems, hard: HardNeed): void {
  problems.fields('hard', hard, Object.keys(HARD_FIELDS));
  problems.eachObject('hard.languages', hard.languages, (path, { code, level }) => {
    problems.code(`${path}.code`, code, 'language');
    problems.oneOf(`${path}.level`, level, PROFICIENCIES);
  });
  problems.optional('hard.conflictOfInterest', hard.conflictOfInterest, (conflict) => {
    const { territories, networks } = conflict;
    problems.each('hard.conflictOfInterest.territories', territories, (path, code) =>
      problems.code(path, code, 'territory'),
    );
    problems.each('hard.conflictOfInterest.networks', networks, (path, slug) =>
      problems.slug(path, slug),
    );
  });
  problems.optional('hard.availability', hard.availability, ({ minimumShare }) =>
    problems.integer('hard.availability.minimumShare', minimumShare, 1, 100),
  );
  problems.each('hard.roles', hard.roles, (path, role) => problems.oneOf(path, role, ROLES));
  problems.each('hard.tracks', hard.tracks, (path, track) => problems.oneOf(path, track, TRACKS));
  problems.each('hard.networks', hard.networks, (path, slug) => problems.slug(path, slug));
  if (hard.minimumYears !== undefined) {
    problems.integer('hard.minimumYears', hard.minimumYears, 0, MODEL.years.maximum);
  }
  problems.switch('hard.allowStale', hard.allowStale);
}

/**
 * Adds what is wrong with the soft criteria.
 *
 * @param eachMatch whether the items of the matches are looked at as well
 */
function checkSoft(problems: Problems, soft: SoftNeed, eachMatch: boolean): void {
  problems.fields('soft', soft, Object.values(SOFT_FIELDS));
  const weight = (path: string, value: number | undefined) => {
    if (value !== undefined) problems.integer(path, value, 1, MODEL.item.maximumWeight);
  };
  problems.eachObject('soft.languages', soft.languages, (path, item) => {
    problems.code(`${path}.code`, item.code, 'language');
    if (item.level !== undefined) problems.oneOf(`${path}.level`, item.level, PROFICIENCIES);
    weight(`${path}.weight`, item.weight);
  });
  problems.eachObject('soft.territories', soft.territories, (path, item) => {
    problems.code(`${path}.code`, item.code, 'area');
    weight(`${path}.weight`, item.weight);
  });
  problems.eachObject('soft.expertise', soft.expertise, (path, item) => {
    problems.code(`${path}.code`, item.code, 'expertise');
    if (item.level !== undefined) problems.integer(`${path}.level`, item.level, 1, 3);
    weight(`${path}.weight`, item.weight);
  });
  problems.each('soft.roles', soft.roles, (path, role) => problems.oneOf(path, role, ROLES));
  problems.eachObject('soft.tracks', soft.tracks, (path, item) => {
    problems.oneOf(`${path}.code`, item.code, TRACKS);
    weight(`${path}.weight`, item.weight);
  });
  problems.optional('soft.process', soft.process, ({ type, phase }) => {
    if (type !== undefined) problems.oneOf('soft.process.type', type, PROCESS_TYPES);
    if (phase !== undefined) problems.oneOf('soft.process.phase', phase, PHASES);
  });
  if (soft.years !== undefined && typeof soft.years !== 'boolean') {
    problems.integer('soft.years', soft.years, 1, MODEL.years.maximum);
  }
  problems.switch('soft.availability', soft.availability);
  problems.switch('soft.freshness', soft.freshness);
  problems.each('soft.networks', soft.networks, (path, slug) => problems.slug(path, slug));
  problems.optional('soft.text', soft.text, ({ matches }) => {
    if (!Array.isArray(matches)) {
      problems.add('soft.text.matches', 'MALFORMED', 'The matches are not a list of ids.');
    } else if (eachMatch) {
      checkMatches(problems, matches);
    }
  });
}

/**
 * Adds what is wrong with the items of a list of matches. It may be as long as it likes, but a double
 * would shift every later place.
 */
function checkMatches(problems: Problems, matches: readonly unknown[]): void {
  const seen = new Set<string>();
  matches.forEach((id, i) => {
    const path = `soft.text.matches.${i}`;
    if (!isUuid(id)) {
      problems.add(path, 'MALFORMED', 'The id is not a UUID.');
      return;
    }
    const before = seen.size;
    if (seen.add(id.toLowerCase()).size === before) {
      problems.add(path, 'DUPLICATE', `${id} is among the matches already.`);
    }
  });
}
