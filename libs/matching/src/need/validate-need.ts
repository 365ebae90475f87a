import type { InputProblem } from '#kernel';
import { refusal } from '#messages';
import { PHASES, PROCESS_TYPES, PROFICIENCIES, ROLES, TRACKS } from '#vocabulary';
import { CRITERIA, MODEL, MODEL_VERSIONS } from '../model.js';
import { MODEL_2 } from '../model-2.js';
import { LONGEST_NOTICE } from '../candidate.js';
import { InvalidNeed } from '../problems.js';
import {
  also,
  codeOf,
  criteria,
  either,
  flag,
  integer,
  interval,
  leaf,
  listOf,
  nullable,
  object,
  oneOf,
  optional,
  problem,
  problemsOf,
  representableDate,
  type Shape,
  slug,
  text,
} from '../shapes.js';
import { isUuid } from '../uuid.js';
import { ESSENTIAL_CRITERIA, essentialTotal } from './essential.js';
import {
  criteriaOf,
  type HardNeed,
  LATER_FIELDS,
  type Need,
  SOFT_FIELDS,
  type SoftNeed,
  STANCES,
  WANTED_MODES,
  weightOf,
} from './need.js';

const language = codeOf('language');
const level = oneOf(PROFICIENCIES);
const weight = optional(integer(1, MODEL.item.maximumWeight));
const essential = optional(integer(0, MODEL_2.essential.most));
const territories = listOf(codeOf('territory'));
const networks = listOf(slug);
const roles = listOf(oneOf(ROLES));

const HARD = criteria<HardNeed>({
  languages: listOf(object({ code: language, level })),
  conflictOfInterest: nullable(object({ territories, networks })),
  availability: nullable(object({ minimumShare: integer(1, 100) })),
  roles,
  tracks: listOf(oneOf(TRACKS)),
  networks,
  minimumYears: optional(integer(0, MODEL.years.maximum)),
  allowStale: flag,
});

const someTerritories = also(territories, (codes?: string[]) =>
  codes?.length ? [] : problem('MISSING', refusal('criteria.territoriesMeant')),
);

function checkMostYears(most: number | undefined, { years }: SoftNeed): InputProblem[] {
  if (most === undefined) return [];
  if (years === undefined || years === false) {
    return problem('MISSING', refusal('criteria.yearsFull'));
  }
  const wanted = years === true ? MODEL.years.wanted : years;
  if (most >= wanted) return [];
  return problem('OUT_OF_RANGE', refusal('criteria.mostYears', { most, wanted }));
}

const softShape = (matches: Shape) =>
  criteria<SoftNeed>({
    languages: listOf(object({ code: language, level: optional(level), weight, essential })),
    territories: listOf(object({ code: codeOf('area'), weight, essential })),
    expertise: listOf(
      object({ code: codeOf('expertise'), level: optional(integer(1, 3)), weight, essential }),
    ),
    roles,
    tracks: listOf(object({ code: oneOf(TRACKS), weight })),
    process: nullable(
      object({ type: optional(oneOf(PROCESS_TYPES)), phase: optional(oneOf(PHASES)) }),
    ),
    years: either([true, false], optional(integer(1, MODEL.years.maximum))),
    availability: flag,
    freshness: flag,
    text: nullable(object({ matches })),
    networks,
    yearsAtMost: also(optional(integer(1, MODEL.years.maximum)), checkMostYears),
    origin: nullable(object({ stance: oneOf(STANCES), territories: someTerritories })),
    workingMode: nullable(oneOf(WANTED_MODES)),
    noticeDays: nullable(integer(1, LONGEST_NOTICE)),
    mentor: flag,
  });

const someMatches = leaf(Array.isArray, 'MALFORMED', () => refusal('criteria.matchesList'));

/** They may be as many as they like, but a double would shift every later place. */
const soundMatches = also(someMatches, (matches: unknown[]) => {
  const seen = new Set<string>();
  return matches.flatMap((id, i) => {
    if (!isUuid(id)) return problem('MALFORMED', refusal('criteria.matchUuid'), String(i));
    const isNew = seen.size !== seen.add(id.toLowerCase()).size;
    return isNew ? [] : problem('DUPLICATE', refusal('criteria.matchTwice', { id }), String(i));
  });
});

const needShape = (matches: Shape) =>
  object<Need>({
    id: text,
    seed: optional(text),
    date: representableDate,
    hard: HARD,
    version: optional(oneOf(MODEL_VERSIONS)),
    soft: also(softShape(matches), (_, need: Need) => [
      ...(criteriaOf(need).length > 0 ? [] : problem('MISSING', refusal('criteria.oneSoft'))),
      ...checkVersion(need),
      ...checkEssential(need),
    ]),
    weights: also(nullable(object({})), checkWeights),
    period: also(
      nullable(interval(representableDate, 'period')),
      (period, { hard, soft }: Need) => {
        if (period || !(hard?.availability || soft?.availability)) return [];
        return problem('MISSING', refusal('criteria.period'));
      },
    ),
    territories,
  });

/** What model 1 does not know is refused, for it would be silently without effect. */
function checkVersion({ version, soft }: Need): InputProblem[] {
  if (version === 2) return [];
  const essentials = ESSENTIAL_CRITERIA.flatMap((criterion) => {
    const field = SOFT_FIELDS[criterion];
    const items = (soft[field] ?? []) as { essential?: number }[];
    return items.flatMap(({ essential: cost }, i) =>
      cost === undefined ? [] : [`${field}.${i}.essential`],
    );
  });
  const later = LATER_FIELDS.filter((field) => (soft[field] ?? false) !== false);
  return [...later, ...essentials].flatMap((path) =>
    problem('UNKNOWN', refusal('criteria.laterModel'), path),
  );
}

function checkEssential(need: Need): InputProblem[] {
  const total = essentialTotal(need);
  const { most } = MODEL_2.essential;
  if (total <= most) return [];
  return problem('OUT_OF_RANGE', refusal('criteria.essentialTotal', { total, most }));
}

function checkWeights(weights: object | undefined, need: Need): InputProblem[] {
  const problems = Object.entries(weights ?? {}).flatMap(([criterion, each]) => [
    ...problemsOf(oneOf(CRITERIA), criterion, criterion),
    ...problemsOf(integer(0, MODEL.maximumWeight), each, criterion),
  ]);
  const stated = need.soft ? criteriaOf(need) : [];
  const weighs = stated.some((criterion) => weightOf(need, criterion) !== 0);
  if (stated.length === 0 || weighs) return problems;
  const words = { and: stated.map((criterion) => ({ criterion })) };
  return [...problems, ...problem('MISSING', refusal('criteria.weightAbove', { criteria: words }))];
}

const NEED = needShape(soundMatches);
const NEED_WITH_ANY_MATCHES = needShape(someMatches);

/**
 * Everything that is wrong with a need, at once; [] when it can be ranked. It takes any JSON: a need
 * from a file or a request is judged here first.
 *
 * Its bounds are what keeps all sums exact: at most 50 items of weight at most 1000 in a list, and
 * criterion weights of at most 1000 (see `microUnits` and `shareOut`).
 */
export function validateNeed(need: Need): InputProblem[] {
  return problemsOf(NEED, need);
}

/** Throws InvalidNeed, with all that is wrong, when a need has problems. */
export function checkNeed(need: Need): void {
  InvalidNeed.throwIf(validateNeed(need));
}

/**
 * Like `checkNeed`, but the items of a list of matches need not be right: there may be ten thousand, and
 * whoever looks each of them up learns that on the way.
 */
export function checkAllButMatches(need: Need): void {
  if (problemsOf(NEED_WITH_ANY_MATCHES, need).length > 0) checkNeed(need);
}

/**
 * The need with each code as the vocabulary writes it, in the order in which it was stated, so that
 * problems are still found by their paths. It takes any JSON and leaves alone what it does not know.
 */
export function withCanonicalCodes<N extends Pick<Need, 'hard' | 'soft' | 'territories'>>(
  need: N,
): N {
  return NEED.canonical(need) as N;
}
