import type { Candidate, Criterion, Need } from '#matching';
import {
  areaRelation,
  expertiseSimilarity,
  languageService,
  proficiencyRank,
  TRACKS,
} from '#vocabulary';
import {
  availableShare,
  day,
  fraction,
  type Fraction,
  greatest,
  least,
  microUnits,
  times,
  weightedMean,
} from './matching-fractions.js';

/** Matching model 2 written a second time, as `matching-reference.ts` is model 1. All its numbers are stated here again. */
export const DEFAULT_WEIGHTS_2: Record<Criterion, number> = {
  LANGUAGE: 250,
  REGION: 150,
  EXPERTISE: 350,
  ROLE: 40,
  TRACK: 20,
  PROCESS: 20,
  YEARS: 40,
  AVAILABILITY: 150,
  FRESHNESS: 80,
  TEXT: 20,
  NETWORK: 0,
  ORIGIN: 160,
  WORKING_MODE: 80,
  NOTICE: 80,
  MENTOR: 60,
};

const tenths = (n: number) => fraction(n, 10);
const ONE = tenths(10);
const LISTED = { place: tenths(9), field: tenths(10) };
const NEAR_AREA = new Map([
  [10, tenths(10)],
  [7, tenths(5)],
  [5, tenths(3)],
  [2, tenths(1)],
]);
const NEAR_FIELD = new Map([
  [10, tenths(10)],
  [5, tenths(5)],
  [3, tenths(2)],
]);

function recency(need: Need, year: number | null): Fraction {
  if (year === null) return tenths(7);
  const since = Number(need.date.slice(0, 4)) - Math.max(year, 1990);
  return tenths(since <= 5 ? 10 : since <= 10 ? 9 : since <= 20 ? 7 : 6);
}

/** What each wanted item finds, for the three criteria whose items can be essential. */
function bestOfItems(need: Need, her: Candidate) {
  const { languages = [], territories = [], expertise = [] } = need.soft;
  const { deployed } = her;
  const level = (has: number, wanted: number) => least(ONE, fraction(has, wanted));
  return {
    LANGUAGE: languages.map(({ code, level: wanted = 'C1' }) =>
      greatest(
        her.languages.map((has) =>
          times(
            tenths(languageService(code, has.code)),
            level(proficiencyRank(has.level), proficiencyRank(wanted)),
          ),
        ),
      ),
    ),
    REGION: territories.map(({ code }) => {
      const near = (has: string) => NEAR_AREA.get(areaRelation(code, has)) ?? tenths(0);
      return greatest([
        ...her.territories.map((has) => times(near(has), LISTED.place)),
        ...(deployed?.territories ?? []).map((has) =>
          times(near(has.code), recency(need, has.year)),
        ),
      ]);
    }),
    EXPERTISE: expertise.map(({ code, level: wanted = 2 }) => {
      const near = (has: string) => NEAR_FIELD.get(expertiseSimilarity(code, has)) ?? tenths(0);
      return greatest([
        ...her.expertise.map((has) =>
          times(times(near(has.code), level(has.level, wanted)), LISTED.field),
        ),
        ...(deployed?.expertise ?? []).flatMap((shown) => {
          const listed = her.expertise.filter((has) => has.code === shown.code);
          const levels = listed.length > 0 ? listed.map((has) => has.level) : [2];
          return levels.map((has) =>
            times(times(near(shown.code), level(has, wanted)), recency(need, shown.year)),
          );
        }),
      ]);
    }),
  };
}

/** In percent, for each wanted item. */
function essentials(need: Need) {
  const { languages = [], territories = [], expertise = [] } = need.soft;
  const stated = (items: { essential?: number }[]) => items.map(({ essential = 0 }) => essential);
  const heaviest = Math.max(0, ...languages.map(({ weight = 1 }) => weight));
  const shares = languages.filter(({ weight = 1 }) => weight === heaviest).length;
  return {
    LANGUAGE: languages.some(({ essential }) => essential !== undefined)
      ? stated(languages)
      : languages.map(({ weight = 1 }) => (weight === heaviest ? Math.floor(15 / shares) : 0)),
    REGION: stated(territories),
    EXPERTISE: stated(expertise),
  };
}

const ITEM_LISTS = {
  LANGUAGE: 'languages',
  REGION: 'territories',
  EXPERTISE: 'expertise',
} as const;

/** What is kept of her score, in micro-units. */
function keptShare(need: Need, her: Candidate): number {
  const best = bestOfItems(need, her);
  const costs = essentials(need);
  let kept = 1_000_000;
  for (const criterion of ['LANGUAGE', 'REGION', 'EXPERTISE'] as const) {
    const cost = costs[criterion].reduce((sum, each) => sum + each, 0);
    if (cost === 0) continue;
    const items = best[criterion]
      .map((fit, i) => ({ weight: costs[criterion][i]!, best: fit }))
      .filter(({ weight }) => weight > 0);
    const has = isSilent(her, criterion) ? fraction(2, 10) : weightedMean(items);
    kept -= Math.round((cost * (1_000_000 - microUnits(has))) / 100);
  }
  if (isNotAvailable(need, her)) kept -= 150_000;
  return Math.max(kept, 100_000);
}

/** Whether she takes no work at all, and the need does not ask about days. */
export function isNotAvailable({ soft }: Need, { available }: Candidate): boolean {
  return !soft.availability && Array.isArray(available) && available.length === 0;
}

function isSilent({ languages, territories, expertise, deployed }: Candidate, of: Criterion) {
  if (of === 'LANGUAGE') return languages.length === 0;
  if (of === 'REGION') return territories.length + (deployed?.territories.length ?? 0) === 0;
  return expertise.length + (deployed?.expertise.length ?? 0) === 0;
}

/** The value of each criterion in micro-units, in the model's order, but for TEXT, which is model 1's. */
function wholeValues(need: Need, her: Candidate): Partial<Record<Criterion, Fraction>> {
  const { soft } = need;
  const best = bestOfItems(need, her);
  const values: Partial<Record<Criterion, Fraction>> = {};
  for (const criterion of ['LANGUAGE', 'REGION', 'EXPERTISE'] as const) {
    const wanted = soft[ITEM_LISTS[criterion]] ?? [];
    if (wanted.length === 0) continue;
    const items = wanted.map(({ weight = 1 }, i) => ({ weight, best: best[criterion][i]! }));
    values[criterion] = isSilent(her, criterion) ? tenths(2) : weightedMean(items);
  }
  if (soft.roles?.length) {
    const has = (roles: readonly string[]) => soft.roles!.some((role) => roles.includes(role));
    const isUnsaid = her.rolesStated.length + her.rolesServed.length === 0;
    values.ROLE = has(her.rolesServed) ? ONE : tenths(has(her.rolesStated) ? 5 : isUnsaid ? 2 : 0);
  }
  if (soft.tracks?.length) {
    const items = soft.tracks.map(({ code, weight = 1 }) => {
      const steps = her.tracks.map((has) => Math.abs(TRACKS.indexOf(has) - TRACKS.indexOf(code)));
      const nearest = Math.min(...steps);
      return { weight, best: tenths(nearest === 0 ? 10 : nearest === 1 ? 5 : 0) };
    });
    values.TRACK = her.tracks.length === 0 ? tenths(3) : weightedMean(items);
  }
  const { type, phase } = soft.process ?? {};
  if (type ?? phase) {
    const works = her.deployed?.processes ?? [];
    const fits = works.map((has) => {
      const isType = type === undefined || has.type === type;
      const isPhase = phase === undefined || has.phase === phase;
      const same = isType && isPhase ? 10 : type && isType ? 7 : phase && isPhase ? 4 : 0;
      return times(tenths(same), recency(need, has.year));
    });
    values.PROCESS = works.length === 0 ? tenths(1) : greatest(fits);
  }
  if (soft.years) {
    const wanted = soft.years === true ? 10 : soft.years;
    const most = soft.yearsAtMost ?? 100;
    if (her.years === 0) values.YEARS = tenths(4);
    else if (her.years > most) values.YEARS = fraction(most, her.years);
    else values.YEARS = least(ONE, fraction(her.years, wanted));
  }
  if (soft.availability) {
    values.AVAILABILITY = Array.isArray(her.available) ? availableShare(need, her) : tenths(5);
  }
  if (soft.freshness) {
    const since = her.confirmedOn ? day(need.date) - day(her.confirmedOn) : 0;
    const fresh = fraction(Math.min(550, Math.max(0, 730 - since)), 550);
    values.FRESHNESS = her.confirmedOn ? fresh : tenths(2);
  }
  if (soft.networks?.length) {
    const isIn = her.networks.some((slug) => soft.networks!.includes(slug));
    values.NETWORK = tenths(isIn ? 10 : her.networks.length === 0 ? 2 : 0);
  }
  if (soft.origin) values.ORIGIN = tenths(originTenths(soft.origin, her));
  if (soft.workingMode) {
    const { workingMode: mode = null } = her;
    const isFine = mode === 'both' || mode === soft.workingMode;
    values.WORKING_MODE = tenths(mode === null ? 5 : isFine ? 10 : 0);
  }
  if (soft.noticeDays) {
    const needed = her.noticeDays ?? null;
    values.NOTICE =
      needed === null
        ? tenths(5)
        : needed <= soft.noticeDays
          ? ONE
          : fraction(soft.noticeDays, needed);
  }
  if (soft.mentor) {
    values.MENTOR = tenths(her.mentor === true ? 10 : her.mentor === false ? 0 : 2);
  }
  return values;
}

function originTenths(
  { stance, territories }: NonNullable<Need['soft']['origin']>,
  { nationalities, residence }: Candidate,
): number {
  const isNational = nationalities.some((code) => territories.includes(code));
  const isResident = residence !== null && territories.includes(residence);
  if (isNational) return stance === 'insider' ? 10 : 0;
  if (isResident) return stance === 'insider' ? 7 : 3;
  if (nationalities.length === 0) return 6;
  return stance === 'insider' ? 0 : 10;
}

/**
 * The values of a need of version 2 in micro-units, in the model's order.
 *
 * @param earlier what model 1 gives, of which TEXT is taken
 */
export function laterValues(
  need: Need,
  her: Candidate,
  earlier: readonly (readonly [Criterion, Fraction])[],
): [Criterion, number][] {
  const kept = keptShare(need, her);
  const values = {
    ...Object.fromEntries(earlier.filter(([name]) => name === 'TEXT')),
    ...wholeValues(need, her),
  } as Partial<Record<Criterion, Fraction>>;
  return (Object.keys(DEFAULT_WEIGHTS_2) as Criterion[]).flatMap((criterion) => {
    const value = values[criterion];
    if (value === undefined) return [];
    const effective = times(fraction(microUnits(value), 1_000_000), fraction(kept, 1_000_000));
    return [[criterion, microUnits(effective)]];
  });
}
