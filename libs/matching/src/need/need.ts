import type {
  AreaCode,
  ExpertiseCode,
  ExpertiseLevel,
  LanguageCode,
  Phase,
  ProcessType,
  Proficiency,
  Role,
  TerritoryCode,
  Track,
} from '#vocabulary';
import { CRITERIA, type Criterion, MODEL, type ModelVersion } from '../model.js';
import { MODEL_2 } from '../model-2.js';

/**
 * What lacking an item costs, in percent of the whole score; half of it where it is half there. Model 2 only. Where no
 * language states it, the heaviest language is essential.
 */
type Essential = number;

/** Whether somebody of the place is sought or somebody from outside. */
export const STANCES = ['insider', 'outsider'] as const;
export type Stance = (typeof STANCES)[number];

/** How she shall work. */
export const WANTED_MODES = ['in-person', 'remote'] as const;
export type WantedMode = (typeof WANTED_MODES)[number];

/** A wanted language; level defaults to C1, weight among the languages to 1. */
interface WantedLanguage {
  code: LanguageCode;
  level?: Proficiency;
  weight?: number;
  essential?: Essential;
}

/** A wanted territory, region or grouping; weight among them defaults to 1. */
interface WantedArea {
  code: AreaCode;
  weight?: number;
  essential?: Essential;
}

/** A wanted field or topic; level defaults to 2 (practitioner), weight among them to 1. */
interface WantedExpertise {
  code: ExpertiseCode;
  level?: ExpertiseLevel;
  weight?: number;
  essential?: Essential;
}

/** A wanted track; weight among the tracks defaults to 1. */
interface WantedTrack {
  code: Track;
  weight?: number;
}

/** A candidate who fails one of these is excluded. An absent or empty criterion excludes nobody. */
export interface HardNeed {
  /** All of them, each at its minimum level. */
  languages?: { code: LanguageCode; level: Proficiency }[];
  /** Excludes nationals and residents of these territories and members of these networks. */
  conflictOfInterest?: { territories?: TerritoryCode[]; networks?: string[] };
  /** Share of the need's period on which she must be available, in whole percent from 1 to 100. */
  availability?: { minimumShare: number };
  /** At least one of them, stated or served. */
  roles?: Role[];
  /** At least one of them. */
  tracks?: Track[];
  /** At least one of them, by slug. */
  networks?: string[];
  minimumYears?: number;
  /** Profiles that were published but not confirmed for too long stay eligible. */
  allowStale?: boolean;
}

/** What earns score. An absent or empty criterion takes no part, whatever its weight. */
export interface SoftNeed {
  languages?: WantedLanguage[];
  territories?: WantedArea[];
  expertise?: WantedExpertise[];
  /** Accepted roles; the best counts. */
  roles?: Role[];
  tracks?: WantedTrack[];
  process?: { type?: ProcessType; phase?: Phase };
  /** Years that earn the full value; `true` for the model's default of 10. */
  years?: number | boolean;
  /** Whether the share of the period on which she is available counts. */
  availability?: boolean;
  /** Whether a recent confirmation of the profile counts. */
  freshness?: boolean;
  /** Ids that the search engine found for the free-text brief, best first. */
  text?: { matches: string[] };
  /** Preferred networks, by slug. */
  networks?: string[];
  /** Years above which more earn less: for work that is meant for younger women. Model 2, with `years`. */
  yearsAtMost?: number;
  /** Nationality and residence, for or against. Model 2. */
  origin?: { stance: Stance; territories: TerritoryCode[] };
  /** Whether she works in this way. Model 2. */
  workingMode?: WantedMode;
  /** Days from the request to the first day of work: who needs more notice earns less. Model 2. */
  noticeDays?: number;
  /** Whether a network names her a mentor. Model 2. */
  mentor?: boolean;
}

/** What an organizer looks for, as the matching model reads it. */
export interface Need {
  id: string;
  /** Of the matching model; 1 where it is left out. */
  version?: ModelVersion;
  /** Seeds the tie key; defaults to the id. */
  seed?: string;
  /** ISO date as of which candidates are judged: the model has no clock. */
  date: string;
  /** Integers from 0 to 1000 that replace the model's default weights of stated criteria. */
  weights?: Partial<Record<Criterion, number>>;
  hard: HardNeed;
  soft: SoftNeed;
  /** First and last day of the engagement, both included. */
  period?: { from: string; to: string };
  /** Where the process is: who has ruled out one of them is excluded. */
  territories?: TerritoryCode[];
}

/** Which part of a need states each criterion. */
export const SOFT_FIELDS: Readonly<Record<Criterion, keyof SoftNeed>> = {
  LANGUAGE: 'languages',
  REGION: 'territories',
  EXPERTISE: 'expertise',
  ROLE: 'roles',
  TRACK: 'tracks',
  PROCESS: 'process',
  YEARS: 'years',
  AVAILABILITY: 'availability',
  FRESHNESS: 'freshness',
  TEXT: 'text',
  NETWORK: 'networks',
  ORIGIN: 'origin',
  WORKING_MODE: 'workingMode',
  NOTICE: 'noticeDays',
  MENTOR: 'mentor',
};

/** Parts of a soft need that only model 2 knows. */
export const LATER_FIELDS = [
  'yearsAtMost',
  'origin',
  'workingMode',
  'noticeDays',
  'mentor',
] as const satisfies (keyof SoftNeed)[];

/** Whether a part of a need states anything: an absent, false or empty one does not. */
function isStated(part: SoftNeed[keyof SoftNeed]): boolean {
  if (Array.isArray(part)) return part.length > 0;
  if (typeof part === 'object' && part !== null) return Object.values(part).some(Boolean);
  return (part ?? false) !== false;
}

/** The soft criteria that a need states, in the model's order. */
export function criteriaOf(need: Need): Criterion[] {
  return CRITERIA.filter((criterion) => isStated(need.soft[SOFT_FIELDS[criterion]]));
}

/** The weight of a criterion in a need that states it. */
export function weightOf(need: Need, criterion: Criterion): number {
  return need.weights?.[criterion] ?? standardWeights(need)[criterion];
}

/** The weights of the model that a need asks for. */
export function standardWeights({ version = 1 }: Pick<Need, 'version'>): Record<Criterion, number> {
  return version === 2 ? MODEL_2.weights : MODEL.weights;
}
