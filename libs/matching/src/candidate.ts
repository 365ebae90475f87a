import type { InputProblem } from '#kernel';
import {
  type AreaCode,
  type ExpertiseCode,
  type ExpertiseLevel,
  type LanguageCode,
  type Phase,
  PHASES,
  PROCESS_TYPES,
  type ProcessType,
  PROFICIENCIES,
  type Proficiency,
  type Role,
  ROLES,
  type TerritoryCode,
  type Track,
  TRACKS,
} from '#vocabulary';
import { MODEL } from './model.js';
import { problemText } from './problems.js';
import {
  anything,
  codeOf,
  date,
  either,
  flag,
  integer,
  interval,
  listOf,
  nullable,
  object,
  oneOf,
  optional,
  problemsOf,
  representableDate,
  type Shape,
  slug,
  uuid,
} from './shapes.js';

/** Whether a profile may be matched: published, published but unconfirmed for too long, or neither. */
const CANDIDATE_STATES = ['published', 'stale', 'unpublished'] as const;
type CandidateState = (typeof CANDIDATE_STATES)[number];

/**
 * What the matching model knows about one mediator. It never holds a name or contact data.
 * Lists carry no weight: an item listed twice counts once.
 */
export interface Candidate {
  /** UUID of the mediator. */
  id: string;
  /** UUID by which ties are broken: random, unique to the mediator, and never shown outside. */
  lot: string;
  consentMatched: boolean;
  state: CandidateState;
  languages: { code: LanguageCode; level: Proficiency }[];
  /** Territories of expertise; an M49 region for a woman who shows no more. */
  territories: AreaCode[];
  expertise: { code: ExpertiseCode; level: ExpertiseLevel }[];
  /** [] where none is shown: nobody can say then whose national she is not. */
  nationalities: TerritoryCode[];
  /** null where it is not shown. */
  residence: TerritoryCode | null;
  /** Slugs of the networks that list her; [] where none is shown. */
  networks: string[];
  /** Territories to which she must not be sent; null where it is not shown whether there are any. */
  ruledOut: TerritoryCode[] | null;
  /** Roles her profile names. */
  rolesStated: Role[];
  /** Roles she held in at least one deployment. */
  rolesServed: Role[];
  tracks: Track[];
  /** Type and phase of the processes she was deployed in. */
  processes: { type: ProcessType; phase: Phase }[];
  /** Whole years of mediation experience. */
  years: number;
  /**
   * Days on which she is available, both ends included; null is an open end; [] is never. `limited`:
   * for a part of her time, it is not said which. null: nothing is said.
   */
  available: { from: string | null; to: string | null }[] | 'limited' | null;
  /** ISO date of her last confirmation of the profile; null when she never confirmed it. */
  confirmedOn: string | null;
  /** Under 36, as far as is known; teams and fair rankings may ask for it, no criterion does. */
  youngLeader: boolean;
  /** Whether a deployment of hers was on Track 1, whatever tracks her profile states. */
  servedOnTrackOne?: boolean;
  /** What her deployments show, for model 2; absent where none is shown. */
  deployed?: Deployed;
  /** How she works; null or absent where it is not shown. */
  workingMode?: CandidateMode | null;
  /** Days of notice that she needs; null or absent where it is not shown. */
  noticeDays?: number | null;
  /** Whether a network names her a mentor; null or absent where none lists her. */
  mentor?: boolean | null;
}

export const CANDIDATE_MODES = ['in-person', 'remote', 'both'] as const;
export type CandidateMode = (typeof CANDIDATE_MODES)[number];

/** Something that a deployment shows, and the year in which it ended; null where that is not shown. */
export type InYear<T> = T & { year: number | null };

/** What deployments show: where, in which kind of process, and in which fields she has worked. */
export interface Deployed {
  territories: InYear<{ code: TerritoryCode }>[];
  processes: InYear<{ type: ProcessType | null; phase: Phase | null }>[];
  expertise: InYear<{ code: ExpertiseCode }>[];
}

/** Deployments that ended before the first count as ended in it. */
export const DEPLOYMENT_YEARS = { first: 1990, last: 2060 } as const;

/** Far above any real profile, and low enough that the length of every list fits 16 bits. */
const MAXIMUM_ITEMS = 1000;

/** Ten years: as long as a profile can ask for. */
export const LONGEST_NOTICE = 3_650;

/** A candidate that the pool cannot hold. The pool is as it was before. */
export class InvalidCandidate extends Error {
  override readonly name = 'InvalidCandidate';

  constructor(readonly problems: readonly InputProblem[]) {
    super(problemText(problems));
  }
}

const mostOf = (item: Shape) => listOf(item, MAXIMUM_ITEMS);
const roles = mostOf(oneOf(ROLES));
const territories = mostOf(codeOf('territory'));

const year = nullable(integer(1, DEPLOYMENT_YEARS.last));

const deployed = object<Deployed>({
  territories: mostOf(object({ code: codeOf('territory'), year })),
  processes: mostOf(
    object({ type: nullable(oneOf(PROCESS_TYPES)), phase: nullable(oneOf(PHASES)), year }),
  ),
  expertise: mostOf(object({ code: codeOf('expertise'), year })),
});

const CANDIDATE = object<Candidate>({
  id: uuid,
  lot: uuid,
  consentMatched: anything,
  state: oneOf(CANDIDATE_STATES),
  years: integer(0, MODEL.years.maximum),
  confirmedOn: nullable(representableDate),
  residence: nullable(codeOf('territory')),
  territories: mostOf(codeOf('area')),
  nationalities: territories,
  ruledOut: territories,
  languages: mostOf(object({ code: codeOf('language'), level: oneOf(PROFICIENCIES) })),
  expertise: mostOf(object({ code: codeOf('expertise'), level: integer(1, 3) })),
  networks: mostOf(slug),
  rolesStated: roles,
  rolesServed: roles,
  tracks: mostOf(oneOf(TRACKS)),
  processes: mostOf(object({ type: oneOf(PROCESS_TYPES), phase: oneOf(PHASES) })),
  available: either(['limited'], mostOf(interval(nullable(date), 'interval'))),
  youngLeader: anything,
  servedOnTrackOne: anything,
  deployed: optional(deployed),
  workingMode: nullable(oneOf(CANDIDATE_MODES)),
  noticeDays: nullable(integer(0, LONGEST_NOTICE)),
  mentor: flag,
});

/** Everything that keeps a candidate out of the pool; [] when nothing does. */
export function candidateProblems(candidate: Candidate): InputProblem[] {
  return problemsOf(CANDIDATE, candidate);
}
