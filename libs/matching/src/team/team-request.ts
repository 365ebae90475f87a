import type {
  AreaCode,
  ExpertiseCode,
  ExpertiseLevel,
  LanguageCode,
  Proficiency,
  TerritoryCode,
} from '#vocabulary';

/** Two that must not be together in one team. */
export interface ApartPair<T> {
  first: T;
  second: T;
}

/** What a team must meet as a whole. An absent or empty constraint asks nothing. */
export interface TeamConstraints {
  /** So many members (1 where unstated) with the language at the level or better, each one alone. */
  languages?: { code: LanguageCode; level: Proficiency; count?: number }[];
  /** So many members with the topic, or any topic of the domain, at the level or better. */
  expertise?: { code: ExpertiseCode; level: ExpertiseLevel; count?: number }[];
  /** So many members with expertise on the territory, or on one in the region or grouping. */
  areas?: { code: AreaCode; count?: number }[];
  /** At most so many members of any one network. */
  perNetwork?: number;
  /** At most so many members of any one nationality; who has two counts for both. */
  perNationality?: number;
  /** At least so many members who are known to be under 36. */
  youngLeaders?: number;
  /** At least so many members with the nationality of one of the need's territories. */
  nationals?: number;
  /** At least so many members who neither state Track 1 nor served on it. */
  newcomers?: number;
  /** These women, by id. */
  mustHave?: string[];
  /** None of these women. */
  mustNotHave?: string[];
  /** Not both of two women. */
  apart?: ApartPair<string>[];
  /** Not a woman of the one nationality together with another of the other. */
  nationalitiesApart?: ApartPair<TerritoryCode>[];
}

/** What an organizer asks of a team, beside the need that says who may be in it and who fits best. */
export interface TeamRequest {
  /** How many members. */
  size: number;
  /** How many further teams that share nobody with any better one; 0 where unstated. */
  alternatives?: number;
  constraints: TeamConstraints;
}

/** Bounds that keep a programme solvable. */
export const TEAM_LIMITS = { size: 20, alternatives: 5 } as const;
