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
import { type Criterion, LATER_CRITERIA, MODEL } from '../model.js';
import type { Need } from '../need/need.js';

/**
 * One thing about a candidate that is otherwise: a language at a higher level or gained, a territory,
 * an expertise at a higher level or gained, a role stated or served, a track, a deployment, years,
 * days, a confirmation, or a membership. Each moves one soft criterion. None moves TEXT: what a search
 * engine would make of another profile cannot be foretold. Nor does one move what only model 2 knows: nobody is told to
 * change where she is from or how she lives.
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
  return criterion !== 'TEXT' && !(LATER_CRITERIA as readonly Criterion[]).includes(criterion);
}

/** What is known of the changes of one criterion. */
interface Changeable<C extends ChangeableCriterion> {
  /**
   * Every single change that the criterion knows, whether or not it earns her anything. Where they may be
   * thousands, only the fewest that bring the criterion to a value, and all.
   */
  possible: (her: Candidate, need: Need, days: Days | null, value: number) => Changes[C][];
  /** What would be otherwise about her. */
  apply: (change: Changes[C], her: Candidate, need: Need) => Partial<Candidate>;
  /** What tells changes of equal gain and length apart. */
  codeOf?: (change: Changes[C]) => string;
  /**
   * How far a change goes on the criterion's own scale: levels of a language (A1 to C2 are 1 to 6) or of
   * expertise, from stated to served, years, days; one for anything that she has or has not.
   */
  steps?: (change: Changes[C]) => number;
}

/** Days of the need's period, and those of them on which she is available. */
export interface Days {
  available: number;
  period: number;
}

/** `native` and `signed` count as C2, so nobody need reach for them. */
const REACHABLE = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const satisfies Proficiency[];

const CHANGEABLE: { [C in ChangeableCriterion]: Changeable<C> } = {
  LANGUAGE: {
    possible: (her, { soft }) =>
      higherLevels(her.languages, soft.languages, REACHABLE, proficiencyRank),
    apply: (change, { languages }) => ({ languages: raised(languages, change) }),
    codeOf: ({ code }) => code,
    steps: ({ from, to }) => proficiencyRank(to) - (from === null ? 0 : proficiencyRank(from)),
  },

  /** Each territory that is not hers. */
  REGION: {
    possible: (her) =>
      entries('territory')
        .filter(({ code }) => !her.territories.includes(code))
        .map(({ code }) => ({ code })),
    apply: ({ code }, { territories }) => ({ territories: [...territories, code] }),
    codeOf: ({ code }) => code,
  },

  EXPERTISE: {
    possible: (her, { soft }) =>
      higherLevels(her.expertise, soft.expertise, EXPERTISE_LEVELS, Number),
    apply: (change, { expertise }) => ({ expertise: raised(expertise, change) }),
    codeOf: ({ code }) => code,
    steps: ({ from, to }) => to - (from ?? 0),
  },

  /** Each accepted role, stated or served. */
  ROLE: {
    possible: (her, { soft }) =>
      soft.roles!.flatMap((role) => {
        if (her.rolesServed.includes(role)) return [];
        const from = her.rolesStated.includes(role) ? 'stated' : null;
        const served = { role, from, to: 'served' } as const;
        return from ? [served] : [{ ...served, to: 'stated' as const }, served];
      }),
    apply: ({ role, to }, { rolesStated, rolesServed }) =>
      to === 'served'
        ? { rolesServed: [...rolesServed, role] }
        : { rolesStated: [...rolesStated, role] },
    codeOf: ({ role }) => role,
    steps: ({ from, to }) => (to === 'served' ? 2 : 1) - (from === 'stated' ? 1 : 0),
  },

  TRACK: {
    possible: (her) =>
      TRACKS.filter((code) => !her.tracks.includes(code)).map((code) => ({ code })),
    apply: ({ code }, { tracks }) => ({ tracks: [...tracks, code] }),
    codeOf: ({ code }) => code,
  },

  /** A deployment of the need's type and phase, of its type in another phase, or the other way. */
  PROCESS: {
    possible: (_, { soft }) => {
      const { type = null, phase = null } = soft.process!;
      const parts = [
        { type, phase: null },
        { type: null, phase },
      ];
      return [{ type, phase }, ...(type && phase ? parts : [])];
    },
    apply: ({ type, phase }, { processes, deployed }, { soft, date }) => {
      const process = {
        type: type ?? PROCESS_TYPES.find((each) => each !== soft.process?.type)!,
        phase: phase ?? PHASES.find((each) => each !== soft.process?.phase)!,
      };
      const { territories = [], expertise = [] } = deployed ?? {};
      const inYears = [
        ...(deployed?.processes ?? []),
        { ...process, year: Number(date.slice(0, 4)) },
      ];
      return {
        processes: [...processes, process],
        deployed: { territories, expertise, processes: inYears },
      };
    },
    codeOf: ({ type, phase }) => `${type ?? ''} ${phase ?? ''}`,
  },

  YEARS: {
    possible: ({ years }) =>
      Array.from({ length: MODEL.years.maximum - years }, (_, more) => ({
        from: years,
        to: years + more + 1,
      })),
    apply: ({ to }) => ({ years: to }),
    steps: ({ from, to }) => to - from,
  },

  /** The fewest days of the period that `availabilityValue` brings to the value, and all. */
  AVAILABILITY: {
    possible: (_her, _need, days, value) => {
      const { available: from, period } = days!;
      const least = Math.ceil((period * (2 * value - 1)) / (2 * MODEL.unit));
      const enough = Math.min(Math.max(least, from + 1), period);
      return [...new Set([enough, period])].flatMap((to) => (to > from ? [{ from, to }] : []));
    },
    apply: ({ from, to }, her, need) => ({
      available: [...dayRanges(her), untilFreeDay(her, need, to - from)],
    }),
    steps: ({ from, to }) => to - from,
  },

  /** A confirmation on the day as of which she is judged. */
  FRESHNESS: {
    possible: ({ confirmedOn }, { date }) => [{ from: confirmedOn, to: date }],
    apply: ({ to }) => ({ confirmedOn: to }),
  },

  NETWORK: {
    possible: (her, { soft }) =>
      soft.networks!.filter((slug) => !her.networks.includes(slug)).map((slug) => ({ slug })),
    apply: ({ slug }, { networks }) => ({ networks: [...networks, slug] }),
    codeOf: ({ slug }) => slug,
  },
};

const tableOf = (criterion: ChangeableCriterion) =>
  CHANGEABLE[criterion] as unknown as Changeable<ChangeableCriterion>;

/**
 * The single changes of a criterion.
 *
 * @param value that suffices
 */
export function possibleChanges(
  criterion: ChangeableCriterion,
  her: Candidate,
  need: Need,
  days: Days | null,
  value: number,
): Change[] {
  const changes = tableOf(criterion).possible(her, need, days, value);
  return changes.map((change) => ({ criterion, ...change }) as Change);
}

/** How far a change goes on its criterion's own scale. */
export const stepsOf = (change: Change) => tableOf(change.criterion).steps?.(change) ?? 1;

/** What tells changes of one criterion, gain and length apart. */
export const codeOf = (change: Change) => tableOf(change.criterion).codeOf?.(change) ?? '';

/** The candidate as she would be. */
export function applyChange(her: Candidate, change: Change, need: Need): Candidate {
  return { ...her, ...tableOf(change.criterion).apply(change, her, need) };
}

/** Each code of hers or of the need's, at each higher level. */
function higherLevels<Code extends string, Level>(
  hers: readonly { code: Code; level: Level }[],
  wanted: readonly { code: Code }[] = [],
  levels: readonly Level[],
  rankOf: (level: Level) => number,
): { code: Code; from: Level | null; to: Level }[] {
  const codes = new Set([...wanted, ...hers].map(({ code }) => code));
  return [...codes].flatMap((code) => {
    const has = hers.filter((each) => each.code === code).map(({ level }) => level);
    const [from = null] = has.sort((a, b) => rankOf(b) - rankOf(a));
    const higher = levels.filter((to) => from === null || rankOf(to) > rankOf(from));
    return higher.map((to) => ({ code, from, to }));
  });
}

function raised<Code, Level>(
  items: readonly { code: Code; level: Level }[],
  { code, to }: { code: Code; to: Level },
): { code: Code; level: Level }[] {
  return [...items.filter((each) => each.code !== code), { code, level: to }];
}

type DayRanges = Extract<Candidate['available'], readonly unknown[]>;

/** Those that her profile names. */
function dayRanges({ available }: Candidate): DayRanges {
  return Array.isArray(available) ? available : [];
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

function isAvailable(her: Candidate, date: string): boolean {
  return dayRanges(her).some(
    ({ from, to }) => (from === null || from <= date) && (to === null || date <= to),
  );
}
