import {
  entries,
  EXPERTISE_LEVELS,
  type ExpertiseCode,
  type ExpertiseLevel,
  type LanguageCode,
  type Phase,
  PHASES,
  PROCESS_TYPES,
  type ProcessType,
  type Proficiency,
  proficiencyRank,
  type Role,
  type TerritoryCode,
  type Track,
  TRACKS,
} from '#vocabulary';
import type { Candidate } from '../candidate.js';
import { dayAt, dayNumber } from '#kernel';
import { type Criterion, microUnits, MODEL } from '../model.js';
import type { Need } from '../need/need.js';

/**
 * One thing about a candidate that is otherwise: a language at a higher level or gained, a territory,
 * an expertise at a higher level or gained, a role stated or served, a track, a deployment, years,
 * days, a confirmation, or a membership. Each moves one soft criterion. None moves TEXT: what a search
 * engine would make of another profile cannot be foretold.
 */
interface Changes {
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
    available: [...dayRanges(her), untilFreeDay(her, need, to - from)],
  }),
  FRESHNESS: ({ to }) => ({ confirmedOn: to }),
  NETWORK: ({ slug }, { networks }) => ({ networks: [...networks, slug] }),
};

type DayRanges = Extract<Candidate['available'], readonly unknown[]>;

/** The candidate as she would be. */
export function applyChange(her: Candidate, change: Change, need: Need): Candidate {
  const apply = APPLY[change.criterion] as Apply<ChangeableCriterion>;
  return { ...her, ...apply(change, her, need) };
}

/** From the first day of the need's period through the n-th on which she is not available yet. */
function untilFreeDay(her: Candidate, { period }: Need, n: number): DayRanges[number] {
  const last = dayNumber(period!.to)!;
  let day = dayNumber(period!.from)!;
  for (let free = 0; day <= last; day++) {
    if (!isAvailable(her, dayAt(day)) && ++free === n) break;
  }
  return { from: period!.from, to: dayAt(day) };
}

/** Those that her profile names. */
function dayRanges({ available }: Candidate): DayRanges {
  return Array.isArray(available) ? available : [];
}

function isAvailable(her: Candidate, date: string): boolean {
  return dayRanges(her).some(
    ({ from, to }) => (from === null || from <= date) && (to === null || date <= to),
  );
}

/** `native` and `signed` count as C2, so nobody need reach for them. */
const REACHABLE = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const satisfies Proficiency[];

type Possible<C extends ChangeableCriterion> = (her: Candidate, need: Need) => ChangeOf<C>[];

/** Every single change that a criterion of a need knows, whether or not it earns her anything. */
export const POSSIBLE: { [C in Exclude<ChangeableCriterion, 'AVAILABILITY'>]: Possible<C> } = {
  /** Each language of hers or of the need's, at each higher level. */
  LANGUAGE: (her, need) =>
    codesOf(her.languages, need.soft.languages).flatMap((code) => {
      const from = highest(her.languages, code, ({ level }) => proficiencyRank(level))?.level;
      const has = from === undefined ? 0 : proficiencyRank(from);
      return REACHABLE.filter((to) => proficiencyRank(to) > has).map((to) => ({
        criterion: 'LANGUAGE',
        code,
        from: from ?? null,
        to,
      }));
    }),

  /** Each territory that is not hers. */
  REGION: (her) =>
    entries('territory')
      .filter(({ code }) => !her.territories.includes(code))
      .map(({ code }) => ({ criterion: 'REGION', code })),

  /** Each expertise of hers or of the need's, at each higher level. */
  EXPERTISE: (her, need) =>
    codesOf(her.expertise, need.soft.expertise).flatMap((code) => {
      const from: ExpertiseLevel | undefined = highest(
        her.expertise,
        code,
        ({ level }) => level,
      )?.level;
      return EXPERTISE_LEVELS.filter((to) => to > (from ?? 0)).map((to) => ({
        criterion: 'EXPERTISE',
        code,
        from: from ?? null,
        to,
      }));
    }),

  /** Each accepted role, stated or served. */
  ROLE: (her, { soft }) =>
    soft.roles!.flatMap((role) => {
      if (her.rolesServed.includes(role)) return [];
      const from = her.rolesStated.includes(role) ? 'stated' : null;
      const served = { criterion: 'ROLE', role, from, to: 'served' } as const;
      return from ? [served] : [{ ...served, to: 'stated' as const }, served];
    }),

  TRACK: (her) =>
    TRACKS.filter((code) => !her.tracks.includes(code)).map((code) => ({
      criterion: 'TRACK',
      code,
    })),

  /** A deployment of the need's type and phase, of its type in another phase, or the other way. */
  PROCESS: (_, { soft }) => {
    const { type = null, phase = null } = soft.process!;
    const part =
      type && phase
        ? [
            { type, phase: null },
            { type: null, phase },
          ]
        : [];
    return [{ type, phase }, ...part].map((kind) => ({ criterion: 'PROCESS', ...kind }));
  },

  YEARS: ({ years }) =>
    Array.from({ length: MODEL.years.maximum - years }, (_, more) => ({
      criterion: 'YEARS',
      from: years,
      to: years + more + 1,
    })),

  /** A confirmation on the day as of which she is judged. */
  FRESHNESS: ({ confirmedOn }, { date }) => [
    { criterion: 'FRESHNESS', from: confirmedOn, to: date },
  ],

  NETWORK: (her, { soft }) =>
    soft
      .networks!.filter((slug) => !her.networks.includes(slug))
      .map((slug) => ({ criterion: 'NETWORK', slug })),
};

/**
 * More days of the period, by one at a time; of what may be thousands only the fewest that bring the
 * criterion to a value, and all.
 */
export function moreDays(
  days: { available: number; period: number },
  value: number,
): ChangeOf<'AVAILABILITY'>[] {
  const { available, period } = days;
  const change = (to: number): ChangeOf<'AVAILABILITY'> => ({
    criterion: 'AVAILABILITY',
    from: available,
    to,
  });
  if (available === period) return [];
  let least = available + 1;
  for (let most = period; least < most;) {
    const middle = Math.floor((least + most) / 2);
    if (microUnits(middle, period) >= value) most = middle;
    else least = middle + 1;
  }
  return least === period ? [change(period)] : [change(least), change(period)];
}

function codesOf(hers: readonly { code: string }[], wanted: readonly { code: string }[] = []) {
  return [...new Set([...wanted, ...hers].map(({ code }) => code))];
}

function highest<T extends { code: string }>(
  items: readonly T[],
  code: string,
  rankOf: (item: T) => number,
): T | undefined {
  return items
    .filter((item) => item.code === code)
    .sort((a, b) => rankOf(b) - rankOf(a))
    .at(0);
}
