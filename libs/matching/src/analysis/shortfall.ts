import {
  type LanguageCode,
  languageSatisfies,
  type Proficiency,
  proficiencyRank,
  type Role,
  type TerritoryCode,
  type Track,
} from '#vocabulary';
import type { Candidate } from '../candidate.js';
import { AvailableDays } from '../engine/candidate-lists.js';
import type { CandidatePool } from '../engine/candidate-pool.js';
import type { HardCriterion } from '../model.js';
import type { Need } from '../need/need.js';
import type { Days } from './changes.js';

/** What one hard criterion asks that a candidate has not: having it would meet the criterion. */
interface Shortfalls {
  /** `found` is her highest level in the language or a member of it; null when she has neither. */
  LANGUAGE: { missing: { code: LanguageCode; level: Proficiency; found: Proficiency | null }[] };
  /** What the need excludes and she has; nothing gained would meet it. */
  CONFLICT_OF_INTEREST: { territories: TerritoryCode[]; networks: string[] };
  /** Days of the period: hers, those needed, and all. */
  AVAILABILITY: { days: number; needed: number; period: number };
  ROLE: { accepted: Role[] };
  TRACK: { accepted: Track[] };
  NETWORK: { accepted: string[] };
  YEARS: { found: number; minimum: number };
}
export type ExplainableCriterion = keyof Shortfalls;
export type ShortfallOf<C extends ExplainableCriterion> = { criterion: C } & Shortfalls[C];
export type Shortfall = { [C in ExplainableCriterion]: ShortfallOf<C> }[ExplainableCriterion];

type Lacks<C extends ExplainableCriterion> = (
  her: Candidate,
  need: Need,
  days: Days,
) => Shortfalls[C];

const LACKS: { [C in ExplainableCriterion]: Lacks<C> } = {
  LANGUAGE: (her, { hard }) => ({
    missing: hard.languages!.flatMap(({ code, level }) => {
      const found = highestLevel(her, code);
      if (found && proficiencyRank(found) >= proficiencyRank(level)) return [];
      return [{ code, level, found }];
    }),
  }),
  CONFLICT_OF_INTEREST: (her, { hard }) => {
    const { territories = [], networks = [] } = hard.conflictOfInterest!;
    const homes = new Set([...her.nationalities, her.residence]);
    return {
      territories: territories.filter((code) => homes.has(code)),
      networks: networks.filter((slug) => her.networks.includes(slug)),
    };
  },
  AVAILABILITY: (_, { hard }, { available, period }) => ({
    days: available,
    needed: Math.ceil((hard.availability!.minimumShare * period) / 100),
    period,
  }),
  ROLE: (_, { hard }) => ({ accepted: hard.roles! }),
  TRACK: (_, { hard }) => ({ accepted: hard.tracks! }),
  NETWORK: (_, { hard }) => ({ accepted: hard.networks! }),
  YEARS: ({ years }, { hard }) => ({ found: years, minimum: hard.minimumYears! }),
};

/** What a candidate lacks for a hard criterion that stops her. */
export function shortfall(
  criterion: HardCriterion,
  her: Candidate,
  need: Need,
  days: Days | null,
): Shortfall {
  const lacks = LACKS[criterion as ExplainableCriterion] as Lacks<ExplainableCriterion>;
  return { criterion, ...lacks(her, need, days ?? { available: 0, period: 0 }) } as Shortfall;
}

function highestLevel({ languages }: Candidate, code: LanguageCode): Proficiency | null {
  const levels = languages.filter((has) => languageSatisfies(code, has.code));
  const [best] = levels.sort((a, b) => proficiencyRank(b.level) - proficiencyRank(a.level));
  return best?.level ?? null;
}

/** Days of the need's period, and those on which the candidate of a row is available; null without one. */
export function daysOf(pool: CandidatePool, need: Need, row: number): Days | null {
  if (!need.period) return null;
  const column = pool.lists.available;
  const days = new AvailableDays(column, need.period);
  return { available: days.of(column.numbers[row]!), period: days.period };
}
