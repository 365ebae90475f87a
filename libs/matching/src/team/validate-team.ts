import type { InputProblem } from '#kernel';
import { EXPERTISE_LEVELS, PROFICIENCIES } from '#vocabulary';
import type { CandidatePool } from '../engine/candidate-pool.js';
import { criteriaOf, Eligibility } from '../engine/eligibility.js';
import { NEVER_DISCLOSED } from '../engine/screening.js';
import type { Need } from '../need/need.js';
import { Problems } from '../problems.js';
import { isUuid } from '../uuid.js';
import {
  type ApartPair,
  TEAM_LIMITS,
  type TeamConstraints,
  type TeamRequest,
} from './team-request.js';

const FIELDS: Record<keyof TeamConstraints, true> = {
  languages: true,
  expertise: true,
  areas: true,
  perNetwork: true,
  perNationality: true,
  youngLeaders: true,
  nationals: true,
  newcomers: true,
  mustHave: true,
  mustNotHave: true,
  apart: true,
  nationalitiesApart: true,
};

/**
 * Everything that is wrong with what is asked of a team, at once; [] when a solver can be asked. It
 * takes any JSON. The need must be valid already. That a team which meets everything exists is not
 * checked here: what must give way is the solver's to prove.
 */
export function validateTeam(
  pool: CandidatePool,
  need: Need,
  request: TeamRequest,
): InputProblem[] {
  const problems = new Problems();
  problems.integer('size', request.size, 1, TEAM_LIMITS.size);
  if (request.alternatives !== undefined) {
    problems.integer('alternatives', request.alternatives, 0, TEAM_LIMITS.alternatives);
  }
  if (problems.object('constraints', request.constraints)) {
    const { constraints } = request;
    problems.fields('constraints', constraints, Object.keys(FIELDS));
    const size = Number.isInteger(request.size) ? request.size : TEAM_LIMITS.size;
    checkCoverage(problems, constraints, size);
    checkCounts(problems, constraints, need, size);
    checkPairs(problems, constraints);
    checkPeople(problems, constraints);
    if (problems.list.length === 0) checkMustHave(problems, pool, need, request);
  }
  return problems.list;
}

function checkCoverage(problems: Problems, constraints: TeamConstraints, size: number): void {
  const count = (path: string, value: number | undefined) => {
    if (value !== undefined) atMostSize(problems, `${path}.count`, value, 1, size);
  };
  problems.eachObject('constraints.languages', constraints.languages, (path, item) => {
    problems.code(`${path}.code`, item.code, 'language');
    problems.oneOf(`${path}.level`, item.level, PROFICIENCIES);
    count(path, item.count);
  });
  problems.eachObject('constraints.expertise', constraints.expertise, (path, item) => {
    problems.code(`${path}.code`, item.code, 'expertise');
    problems.oneOf(`${path}.level`, item.level, EXPERTISE_LEVELS);
    count(path, item.count);
  });
  problems.eachObject('constraints.areas', constraints.areas, (path, item) => {
    problems.code(`${path}.code`, item.code, 'area');
    count(path, item.count);
  });
}

function checkCounts(
  problems: Problems,
  constraints: TeamConstraints,
  need: Need,
  size: number,
): void {
  for (const field of ['perNetwork', 'perNationality'] as const) {
    const value = constraints[field];
    if (value !== undefined) problems.integer(`constraints.${field}`, value, 1, TEAM_LIMITS.size);
  }
  for (const field of ['youngLeaders', 'nationals', 'newcomers'] as const) {
    const value = constraints[field];
    if (value !== undefined) atMostSize(problems, `constraints.${field}`, value, 0, size);
  }
  if (constraints.nationals && !need.territories?.length) {
    const message = 'Say in the need where the process is: whose nationals are meant?';
    problems.add('constraints.nationals', 'MISSING', message);
  }
}

function atMostSize(
  problems: Problems,
  path: string,
  value: number,
  least: number,
  size: number,
): void {
  if (Number.isInteger(value) && value > size) {
    const message = `${value} members are asked for, in a team of ${size}.`;
    problems.add(path, 'CONTRADICTION', message);
  } else {
    problems.integer(path, value, least, size);
  }
}

function checkPairs(problems: Problems, { apart, nationalitiesApart }: TeamConstraints): void {
  const different = (path: string, { first, second }: ApartPair<string>) => {
    if (first !== second) return;
    problems.add(path, 'CONTRADICTION', 'Both sides of a pair are the same.');
  };
  problems.eachObject('constraints.apart', apart, (path, pair) => {
    uuid(problems, `${path}.first`, pair.first);
    uuid(problems, `${path}.second`, pair.second);
    different(path, pair);
  });
  problems.eachObject('constraints.nationalitiesApart', nationalitiesApart, (path, pair) => {
    problems.code(`${path}.first`, pair.first, 'territory');
    problems.code(`${path}.second`, pair.second, 'territory');
    different(path, pair);
  });
}

function checkPeople(problems: Problems, { mustHave, mustNotHave }: TeamConstraints): void {
  const seen = new Set<string>();
  problems.each('constraints.mustHave', mustHave, (path, id) => {
    uuid(problems, path, id);
    if (seen.has(id)) problems.add(path, 'DUPLICATE', 'She is named twice.');
    seen.add(id);
  });
  problems.each('constraints.mustNotHave', mustNotHave, (path, id) => {
    uuid(problems, path, id);
    if (!seen.has(id)) return;
    problems.add(path, 'CONTRADICTION', 'The same woman must be in the team and must not.');
  });
}

/** Contradictions among the women that must be in the team, and women who cannot be in any. */
function checkMustHave(
  problems: Problems,
  pool: CandidatePool,
  need: Need,
  { size, alternatives = 0, constraints }: TeamRequest,
): void {
  const { mustHave = [], apart = [] } = constraints;
  if (mustHave.length > size) {
    const message = `${mustHave.length} women must be in a team of ${size}.`;
    problems.add('constraints.mustHave', 'CONTRADICTION', message);
  }
  if (mustHave.length > 0 && alternatives > 0) {
    const message = 'Alternatives share nobody, so only one team can have a woman whom you name.';
    problems.add('alternatives', 'CONTRADICTION', message);
  }
  apart.forEach(({ first, second }, i) => {
    if (!mustHave.includes(first) || !mustHave.includes(second)) return;
    const message = 'Both must be in the team, and must not be together.';
    problems.add(`constraints.apart.${i}`, 'CONTRADICTION', message);
  });
  if (mustHave.length === 0) return;
  const eligibility = new Eligibility(pool, need);
  mustHave.forEach((id, i) => {
    const message = whyNotEligible(pool, eligibility, id);
    if (message !== null) problems.add(`constraints.mustHave.${i}`, 'NOT_ELIGIBLE', message);
  });
}

function whyNotEligible(pool: CandidatePool, eligibility: Eligibility, id: string): string | null {
  const row = pool.ids.find(id);
  const failed = row < 0 ? [] : criteriaOf(eligibility.failures(row));
  if (row >= 0 && failed.length === 0) return null;
  // That she fails one of these must not be told from not being listed at all.
  if (row < 0 || failed.some((criterion) => NEVER_DISCLOSED.has(criterion))) {
    return 'Nobody who can be matched for this need has that id.';
  }
  return `She does not meet what the need requires: ${failed.join(', ')}.`;
}

function uuid(problems: Problems, path: string, value: unknown): void {
  if (!isUuid(value) || value !== value.toLowerCase()) {
    problems.add(path, 'MALFORMED', 'This is not the id of a mediator.');
  }
}
