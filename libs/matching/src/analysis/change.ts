import type {
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
import { PHASES, PROCESS_TYPES, proficiencyRank } from '#vocabulary';
import type { Candidate } from '../candidate.js';
import { dateOf, dayOf } from '../days.js';
import type { Criterion } from '../model.js';
import type { Need } from '../need/need.js';

/**
 * One thing about a candidate that is otherwise: a language at a higher level or gained, a territory,
 * an expertise at a higher level or gained, a role stated or served, a track, a deployment, years,
 * days, a confirmation, or a membership. Each moves one soft criterion. None moves TEXT: what a search
 * engine would make of another profile cannot be foretold.
 */
export interface Changes {
  LANGUAGE: { code: LanguageCode; from: Proficiency | null; to: Proficiency };
  REGION: { code: TerritoryCode };
  EXPERTISE: { code: ExpertiseCode; from: ExpertiseLevel | null; to: ExpertiseLevel };
  ROLE: { role: Role; from: 'stated' | null; to: 'stated' | 'served' };
  TRACK: { code: Track };
  /** null: any other than the need's, or any at all where it names none. */
  PROCESS: { type: ProcessType | null; phase: Phase | null };
  YEARS: { from: number; to: number };
  /** Days of the period. */
  AVAILABILITY: { from: number; to: number };
  FRESHNESS: { from: string | null; to: string };
  NETWORK: { slug: string };
}
export type ChangeableCriterion = keyof Changes;
export type ChangeOf<C extends ChangeableCriterion> = { criterion: C } & Changes[C];
export type Change = { [C in ChangeableCriterion]: ChangeOf<C> }[ChangeableCriterion];

export function isChangeable(criterion: Criterion): criterion is ChangeableCriterion {
  return criterion !== 'TEXT';
}

/**
 * How far a change goes on its criterion's own scale: levels of a language (A1 to C2 are 1 to 6) or of
 * expertise, from stated to served, years, days; one for anything that she has or has not.
 */
export function stepsOf(change: Change): number {
  switch (change.criterion) {
    case 'LANGUAGE':
      return proficiencyRank(change.to) - (change.from === null ? 0 : proficiencyRank(change.from));
    case 'EXPERTISE':
      return change.to - (change.from ?? 0);
    case 'ROLE':
      return (change.to === 'served' ? 2 : 1) - (change.from === 'stated' ? 1 : 0);
    case 'YEARS':
    case 'AVAILABILITY':
      return change.to - change.from;
    default:
      return 1;
  }
}

type Apply<C extends ChangeableCriterion> = (
  change: Changes[C],
  her: Candidate,
  need: Need,
) => Partial<Candidate>;

const APPLY: { [C in ChangeableCriterion]: Apply<C> } = {
  LANGUAGE: ({ code, to }, { languages }) => ({
    languages: [...languages.filter((each) => each.code !== code), { code, level: to }],
  }),
  REGION: ({ code }, { territories }) => ({ territories: [...territories, code] }),
  EXPERTISE: ({ code, to }, { expertise }) => ({
    expertise: [...expertise.filter((each) => each.code !== code), { code, level: to }],
  }),
  ROLE: ({ role, to }, { rolesStated, rolesServed }) =>
    to === 'served'
      ? { rolesServed: [...rolesServed, role] }
      : { rolesStated: [...rolesStated, role] },
  TRACK: ({ code }, { tracks }) => ({ tracks: [...tracks, code] }),
  PROCESS: ({ type, phase }, { processes }, { soft }) => ({
    processes: [
      ...processes,
      {
        type: type ?? PROCESS_TYPES.find((each) => each !== soft.process?.type)!,
        phase: phase ?? PHASES.find((each) => each !== soft.process?.phase)!,
      },
    ],
  }),
  YEARS: ({ to }) => ({ years: to }),
  AVAILABILITY: ({ from, to }, her, need) => ({
    available: [...statedDays(her), untilFreeDay(her, need, to - from)],
  }),
  FRESHNESS: ({ to }) => ({ confirmedOn: to }),
  NETWORK: ({ slug }, { networks }) => ({ networks: [...networks, slug] }),
};

type StatedDays = Extract<Candidate['available'], readonly unknown[]>;

/** The candidate as she would be. */
export function applyChange(her: Candidate, change: Change, need: Need): Candidate {
  const apply = APPLY[change.criterion] as Apply<ChangeableCriterion>;
  return { ...her, ...apply(change, her, need) };
}

/** From the first day of the need's period through the n-th on which she is not available yet. */
function untilFreeDay(her: Candidate, { period }: Need, n: number): StatedDays[number] {
  const last = dayOf(period!.to)!;
  let day = dayOf(period!.from)!;
  for (let free = 0; day <= last; day++) {
    if (!isAvailable(her, dateOf(day)) && ++free === n) break;
  }
  return { from: period!.from, to: dateOf(day) };
}

/** Those that her profile names. */
function statedDays({ available }: Candidate): StatedDays {
  return Array.isArray(available) ? available : [];
}

function isAvailable(her: Candidate, date: string): boolean {
  return statedDays(her).some(
    ({ from, to }) => (from === null || from <= date) && (to === null || date <= to),
  );
}
