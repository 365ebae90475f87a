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
import { Problems, problemText } from './problems.js';
import { isUuid } from './uuid.js';

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
}

/** Far above any real profile, and low enough that the length of every list fits 16 bits. */
const MAXIMUM_ITEMS = 1000;

/** A candidate that the pool cannot hold. The pool is as it was before. */
export class InvalidCandidate extends Error {
  override readonly name = 'InvalidCandidate';

  constructor(readonly problems: readonly InputProblem[]) {
    super(problemText(problems));
  }
}

/** Everything that keeps a candidate out of the pool; [] when nothing does. */
export function candidateProblems(candidate: Candidate): InputProblem[] {
  const problems = new Problems();
  if (!isUuid(candidate.id)) problems.add('id', 'MALFORMED', 'The id is not a UUID.');
  if (!isUuid(candidate.lot)) problems.add('lot', 'MALFORMED', 'The lot is not a UUID.');
  problems.oneOf('state', candidate.state, CANDIDATE_STATES);
  problems.integer('years', candidate.years, 0, MODEL.years.maximum);
  if (candidate.confirmedOn !== null) {
    problems.representableDate('confirmedOn', candidate.confirmedOn);
  }
  if (candidate.residence !== null) problems.code('residence', candidate.residence, 'territory');

  const each = <T>(field: string, list: readonly T[], check: (path: string, item: T) => void) => {
    if (list.length > MAXIMUM_ITEMS) {
      const message = `${list.length} items are more than the ${MAXIMUM_ITEMS} that fit.`;
      problems.add(field, 'TOO_MANY', message);
      return;
    }
    list.forEach((item, i) => check(`${field}.${i}`, item));
  };
  each('territories', candidate.territories, (path, code) => problems.code(path, code, 'area'));
  for (const field of ['nationalities', 'ruledOut'] as const) {
    each(field, candidate[field] ?? [], (path, code) => problems.code(path, code, 'territory'));
  }
  each('languages', candidate.languages, (path, { code, level }) => {
    problems.code(`${path}.code`, code, 'language');
    problems.oneOf(`${path}.level`, level, PROFICIENCIES);
  });
  each('expertise', candidate.expertise, (path, { code, level }) => {
    problems.code(`${path}.code`, code, 'expertise');
    problems.integer(`${path}.level`, level, 1, 3);
  });
  each('networks', candidate.networks, (path, slug) => problems.slug(path, slug));
  each('rolesStated', candidate.rolesStated, (path, role) => problems.oneOf(path, role, ROLES));
  each('rolesServed', candidate.rolesServed, (path, role) => problems.oneOf(path, role, ROLES));
  each('tracks', candidate.tracks, (path, track) => problems.oneOf(path, track, TRACKS));
  each('processes', candidate.processes, (path, { type, phase }) => {
    problems.oneOf(`${path}.type`, type, PROCESS_TYPES);
    problems.oneOf(`${path}.phase`, phase, PHASES);
  });
  const { available } = candidate;
  each('available', Array.isArray(available) ? available : [], (path, { from, to }) => {
    const first = from === null ? null : problems.date(`${path}.from`, from);
    const last = to === null ? null : problems.date(`${path}.to`, to);
    if (first !== null && last !== null && first > last) {
      problems.add(path, 'OUT_OF_RANGE', `The interval starts on ${from}, after it ends on ${to}.`);
    }
  });
  return problems.list;
}
