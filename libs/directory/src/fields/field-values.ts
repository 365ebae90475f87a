import type {
  AvailabilityBand,
  ExpertiseLevel,
  Phase,
  ProcessType,
  Proficiency,
  Role,
  Track,
} from '#vocabulary';

export const WORKING_MODES = ['in-person', 'remote', 'both'] as const;
export type WorkingMode = (typeof WORKING_MODES)[number];

export interface LanguageSkill {
  readonly code: string;
  readonly level: Proficiency;
}

export interface ExpertiseSkill {
  readonly code: string;
  readonly level: ExpertiseLevel;
}

/** Days she can serve, both ends included, as ISO 8601 dates; null is open. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** Days without an end or a beginning. */
export const ALWAYS: readonly DayRange[] = [{ from: null, to: null }];

/** Roughly and by days: the two are stated together, so that no two sources can contradict in one profile. */
export interface Availability {
  readonly band: AvailabilityBand;
  /** Days she can serve, both ends included. */
  readonly periods: readonly DayRange[];
}

/** One deployment in a peace process, as she or her network reports it. */
export interface Experience {
  readonly processName: string;
  readonly processType: ProcessType | null;
  readonly phase: Phase | null;
  readonly role: Role | null;
  readonly track: Track | null;
  readonly territory: string | null;
  readonly yearFrom: number | null;
  readonly yearTo: number | null;
}
