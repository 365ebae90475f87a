import type {
  AreaCode,
  ExpertiseCode,
  ExpertiseLevel,
  LanguageCode,
  Proficiency,
} from '#vocabulary';
import type { TeamRequest } from './team-request.js';

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
export interface SizeRequirement {
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
