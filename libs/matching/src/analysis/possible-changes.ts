import { entries, EXPERTISE_LEVELS, proficiencyRank, TRACKS } from '#vocabulary';
import type { ExpertiseLevel, Proficiency } from '#vocabulary';
import type { Candidate } from '../candidate.js';
import { microUnits } from '../micro-units.js';
import { MODEL } from '../model.js';
import type { Need } from '../need/need.js';
import type { ChangeableCriterion, ChangeOf } from './change.js';

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
