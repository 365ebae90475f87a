import type { InputProblem } from '#kernel';
import { EXPERTISE_LEVELS, PROFICIENCIES } from '#vocabulary';
import type { CandidatePool } from '../engine/candidate-pool.js';
import { CompiledNeed } from '../engine/compiled-need.js';
import { criteriaOf, type Eligibility } from '../engine/eligibility.js';
import { NEVER_DISCLOSED } from '../engine/screening.js';
import type { Need } from '../need/need.js';
import {
  also,
  codeOf,
  criteria,
  integer,
  leaf,
  listOf,
  object,
  oneOf,
  optional,
  problem,
  problemsOf,
  type Shape,
} from '../shapes.js';
import { isUuid } from '../uuid.js';
import {
  type ApartPair,
  TEAM_LIMITS,
  type TeamConstraints,
  type TeamRequest,
} from './team-request.js';

/** What is asked of a team; counts of members are no more than its size. */
function teamShape(size: number): Shape {
  const count = (least: number) =>
    optional({
      ...integer(least, size),
      check: (value, owner) =>
        Number.isInteger(value) && Number(value) > size
          ? contradiction(`${Number(value)} members are asked for, in a team of ${size}.`)
          : integer(least, size).check(value, owner),
    });
  const most = optional(integer(1, TEAM_LIMITS.size));
  return object<TeamRequest>({
    size: integer(1, TEAM_LIMITS.size),
    alternatives: optional(integer(0, TEAM_LIMITS.alternatives)),
    constraints: criteria<TeamConstraints>({
      languages: listOf(
        object({ code: codeOf('language'), level: oneOf(PROFICIENCIES), count: count(1) }),
      ),
      expertise: listOf(
        object({ code: codeOf('expertise'), level: oneOf(EXPERTISE_LEVELS), count: count(1) }),
      ),
      areas: listOf(object({ code: codeOf('area'), count: count(1) })),
      perNetwork: most,
      perNationality: most,
      youngLeaders: count(0),
      nationals: count(0),
      newcomers: count(0),
      mustHave: also(listOf(mediator), namedTwice),
      mustNotHave: also(listOf(mediator), namedInBoth),
      apart: listOf(pairOf(mediator)),
      nationalitiesApart: listOf(pairOf(codeOf('territory'))),
    }),
  });
}

const contradiction = (message: string, path = '') => problem('CONTRADICTION', message, path);

const mediator = leaf(
  (value) => isUuid(value) && value === value.toLowerCase(),
  'MALFORMED',
  () => 'This is not the id of a mediator.',
);

function pairOf(one: Shape): Shape {
  const pair = object<ApartPair<string>>({ first: one, second: one });
  return also(pair, ({ first, second }: ApartPair<string>) =>
    first === second ? contradiction('Both sides of a pair are the same.') : [],
  );
}

function namedTwice(mustHave: string[] = []): InputProblem[] {
  return mustHave.flatMap((id, i) =>
    mustHave.indexOf(id) === i ? [] : problem('DUPLICATE', 'She is named twice.', String(i)),
  );
}

function namedInBoth(mustNotHave: string[] = [], { mustHave }: TeamConstraints): InputProblem[] {
  return mustNotHave.flatMap((id, i) =>
    Array.isArray(mustHave) && mustHave.includes(id)
      ? contradiction('The same woman must be in the team and must not.', String(i))
      : [],
  );
}

/** The request with each code as the vocabulary writes it. It takes any JSON, as `withCanonicalCodes`. */
export function withCanonicalTeamCodes(request: TeamRequest): TeamRequest {
  return teamShape(TEAM_LIMITS.size).canonical(request) as TeamRequest;
}

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
  const { size, constraints } = request;
  const shape = teamShape(Number.isInteger(size) ? size : TEAM_LIMITS.size);
  const problems = problemsOf(shape, request);
  if (constraints?.nationals && !need.territories?.length) {
    const message = 'Say in the need where the process is: whose nationals are meant?';
    problems.push(...problem('MISSING', message, 'constraints.nationals'));
  }
  return problems.length > 0 ? problems : mustHaveProblems(pool, need, request);
}

/** Contradictions among the women that must be in the team, and women who cannot be in any. */
function mustHaveProblems(
  pool: CandidatePool,
  need: Need,
  { size, alternatives = 0, constraints }: TeamRequest,
): InputProblem[] {
  const { mustHave, apart } = constraints;
  if (!mustHave?.length) return [];
  const { eligibility } = new CompiledNeed(pool, need);
  return [
    ...(mustHave.length > size
      ? contradiction(
          `${mustHave.length} women must be in a team of ${size}.`,
          'constraints.mustHave',
        )
      : []),
    ...(alternatives > 0
      ? contradiction(
          'Alternatives share nobody, so only one team can have a woman whom you name.',
          'alternatives',
        )
      : []),
    ...(apart ?? []).flatMap(({ first, second }, i) =>
      mustHave.includes(first) && mustHave.includes(second)
        ? contradiction(
            'Both must be in the team, and must not be together.',
            `constraints.apart.${i}`,
          )
        : [],
    ),
    ...mustHave.flatMap((id, i) => {
      const message = whyNotEligible(eligibility, pool.ids.find(id));
      return message ? problem('NOT_ELIGIBLE', message, `constraints.mustHave.${i}`) : [];
    }),
  ];
}

function whyNotEligible(eligibility: Eligibility, row: number): string | null {
  const failed = row < 0 ? [] : criteriaOf(eligibility.failures(row));
  if (row >= 0 && failed.length === 0) return null;
  // That she fails one of these must not be told from not being listed at all.
  if (row < 0 || failed.some((criterion) => NEVER_DISCLOSED.has(criterion))) {
    return 'Nobody who can be matched for this need has that id.';
  }
  return `She does not meet what the need requires: ${failed.join(', ')}.`;
}
