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

/** Bounds that keep a model solvable. */
export const TEAM_LIMITS = { size: 20, alternatives: 5 } as const;

/** What a team must have at least so many members for; each can be relaxed. */
export type AtLeast = { count: number } & (
  | { kind: 'LANGUAGE'; code: LanguageCode; level: Proficiency }
  | { kind: 'EXPERTISE'; code: ExpertiseCode; level: ExpertiseLevel }
  | { kind: 'AREA'; code: AreaCode }
  | { kind: 'YOUNG_LEADERS' | 'NATIONALS' | 'NEWCOMERS' }
  | { kind: 'MUST_HAVE'; id: string }
);

/** What a team may have at most so many members of; each can be relaxed. */
export interface AtMost {
  kind: 'PER_NETWORK' | 'PER_NATIONALITY';
  count: number;
}

/** The number of members itself, which gives way only when nothing else helps. */
interface SizeRequirement {
  kind: 'SIZE';
  count: number;
}

/** One thing asked of a team that can be relaxed when no team meets everything. */
export type Requirement = AtLeast | AtMost | SizeRequirement;

export const REQUIREMENT_KINDS = [
  'LANGUAGE',
  'EXPERTISE',
  'AREA',
  'YOUNG_LEADERS',
  'NATIONALS',
  'NEWCOMERS',
  'MUST_HAVE',
  'PER_NETWORK',
  'PER_NATIONALITY',
  'SIZE',
] as const satisfies readonly Requirement['kind'][];
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];

/** What a request asks at least, in the order of its constraints. */
export function atLeastOf({ constraints }: TeamRequest): AtLeast[] {
  const { languages, expertise, areas, mustHave } = constraints;
  const counted = (kind: 'YOUNG_LEADERS' | 'NATIONALS' | 'NEWCOMERS', count = 0): AtLeast[] =>
    count > 0 ? [{ kind, count }] : [];
  return [
    ...(languages ?? []).map(({ code, level, count = 1 }): AtLeast => {
      return { kind: 'LANGUAGE', code, level, count };
    }),
    ...(expertise ?? []).map(({ code, level, count = 1 }): AtLeast => {
      return { kind: 'EXPERTISE', code, level, count };
    }),
    ...(areas ?? []).map(({ code, count = 1 }): AtLeast => ({ kind: 'AREA', code, count })),
    ...counted('YOUNG_LEADERS', constraints.youngLeaders),
    ...counted('NATIONALS', constraints.nationals),
    ...counted('NEWCOMERS', constraints.newcomers),
    ...(mustHave ?? []).map((id): AtLeast => ({ kind: 'MUST_HAVE', id, count: 1 })),
  ];
}

/** What a request asks at most. */
export function atMostOf({ constraints: { perNetwork, perNationality } }: TeamRequest): AtMost[] {
  return [
    ...(perNetwork === undefined ? [] : [{ kind: 'PER_NETWORK', count: perNetwork } as const]),
    ...(perNationality === undefined
      ? []
      : [{ kind: 'PER_NATIONALITY', count: perNationality } as const]),
  ];
}

/** Whether something is asked at most; the rest is asked at least. */
export function isAtMost(requirement: Requirement): requirement is AtMost {
  return requirement.kind === 'PER_NETWORK' || requirement.kind === 'PER_NATIONALITY';
}
