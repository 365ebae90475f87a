import { createHash } from 'node:crypto';
import type { Candidate, Criterion, HardCriterion, Need } from '#matching';
import {
  areaRelation,
  expertiseSimilarity,
  languageRelation,
  languageSatisfies,
  languageService,
  proficiencyRank,
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
import { DEFAULT_WEIGHTS_2, laterValues } from './matching-reference-2.js';

/**
 * The matching model written a second time, straight from its text: slow, with fractions of big
 * integers, one candidate at a time. It shares no code with libs/matching; only distances between
 * codes come from the vocabulary, which has tests of its own.
 */

/** Which hard criteria nothing in the profile lets be applied; who fails one is not to be checked. */
export function uncheckable(need: Need, candidate: Candidate): HardCriterion[] {
  const { conflictOfInterest, availability } = need.hard;
  const hides: [HardCriterion, boolean][] = [
    [
      'CONFLICT_OF_INTEREST',
      (isStated(conflictOfInterest?.territories) &&
        (candidate.nationalities.length === 0 || candidate.residence === null)) ||
        (isStated(conflictOfInterest?.networks) && candidate.networks.length === 0),
    ],
    ['AVAILABILITY', availability !== undefined && !Array.isArray(candidate.available)],
    ['SAFETY', isStated(need.territories) && candidate.ruledOut === null],
  ];
  return hides.flatMap(([criterion, hidden]) => (hidden ? [criterion] : []));
}

const TRACK_LINE = ['1', '1.5', '2', '3'];

const DEFAULT_WEIGHTS: Partial<Record<Criterion, number>> = {
  LANGUAGE: 250,
  REGION: 250,
  EXPERTISE: 300,
  ROLE: 60,
  TRACK: 40,
  PROCESS: 40,
  YEARS: 30,
  AVAILABILITY: 10,
  FRESHNESS: 10,
  TEXT: 10,
  NETWORK: 0,
};

/** The value of each criterion that the need states, in the model's order. */
function softValues(need: Need, candidate: Candidate): [Criterion, Fraction][] {
  const { soft } = need;
  const values: [Criterion, Fraction][] = [];
  if (soft.languages?.length) {
    const items = soft.languages.map(({ code, level = 'C1', weight = 1 }) => ({
      weight,
      best: greatest(
        candidate.languages.map((has) =>
          times(
            fraction(languageRelation(code, has.code), 10),
            least(fraction(1, 1), fraction(proficiencyRank(has.level), proficiencyRank(level))),
          ),
        ),
      ),
    }));
    values.push(['LANGUAGE', weightedMean(items)]);
  }
  if (soft.territories?.length) {
    const items = soft.territories.map(({ code, weight = 1 }) => ({
      weight,
      best: greatest(candidate.territories.map((has) => fraction(areaRelation(code, has), 10))),
    }));
    values.push(['REGION', weightedMean(items)]);
  }
  if (soft.expertise?.length) {
    const items = soft.expertise.map(({ code, level = 2, weight = 1 }) => ({
      weight,
      best: greatest(
        candidate.expertise.map((has) =>
          times(
            fraction(expertiseSimilarity(code, has.code), 10),
            least(fraction(1, 1), fraction(has.level, level)),
          ),
        ),
      ),
    }));
    values.push(['EXPERTISE', weightedMean(items)]);
  }
  if (soft.roles?.length) {
    const served = soft.roles.some((role) => candidate.rolesServed.includes(role));
    const stated = soft.roles.some((role) => candidate.rolesStated.includes(role));
    values.push(['ROLE', served ? fraction(1, 1) : stated ? fraction(1, 2) : fraction(0, 1)]);
  }
  if (soft.tracks?.length) {
    const items = soft.tracks.map(({ code, weight = 1 }) => ({
      weight,
      best: greatest(
        candidate.tracks.map((has) => {
          const steps = Math.abs(TRACK_LINE.indexOf(code) - TRACK_LINE.indexOf(has));
          return steps === 0 ? fraction(1, 1) : steps === 1 ? fraction(1, 2) : fraction(0, 1);
        }),
      ),
    }));
    values.push(['TRACK', weightedMean(items)]);
  }
  if (soft.process?.type !== undefined || soft.process?.phase !== undefined) {
    const { type, phase } = soft.process;
    const best = candidate.processes.map((has) => {
      if (has.type === type && has.phase === phase) return fraction(1, 1);
      if (has.type === type) return fraction(7, 10);
      return has.phase === phase ? fraction(4, 10) : fraction(0, 1);
    });
    values.push(['PROCESS', greatest(best)]);
  }
  if (soft.years) {
    const wanted = soft.years === true ? 10 : soft.years;
    values.push(['YEARS', least(fraction(1, 1), fraction(candidate.years, wanted))]);
  }
  if (soft.availability) {
    const isLimited = candidate.available === 'limited';
    values.push(['AVAILABILITY', isLimited ? fraction(1, 2) : availableShare(need, candidate)]);
  }
  if (soft.freshness) {
    const since = candidate.confirmedOn ? day(need.date) - day(candidate.confirmedOn) : 730;
    const value =
      since <= 180
        ? fraction(1, 1)
        : since >= 730
          ? fraction(0, 1)
          : fraction(730 - since, 730 - 180);
    values.push(['FRESHNESS', value]);
  }
  if (soft.text) {
    const { matches } = soft.text;
    const r = matches.indexOf(candidate.id);
    values.push(['TEXT', r < 0 ? fraction(0, 1) : fraction(matches.length - r, matches.length)]);
  }
  if (soft.networks?.length) {
    const preferred = soft.networks.some((slug) => candidate.networks.includes(slug));
    values.push(['NETWORK', fraction(preferred ? 1 : 0, 1)]);
  }
  return values;
}

function meets(wanted: readonly string[] | undefined, has: readonly string[]): boolean {
  return (wanted ?? []).some((code) => has.includes(code));
}

function isStated(list: readonly unknown[] | undefined): boolean {
  return (list ?? []).length > 0;
}

/** Model 2 keeps apart what a code of a macrolanguage stands for. */
function satisfies({ version }: Need, required: string, found: string): boolean {
  return version === 2
    ? languageService(required, found) === 10
    : languageSatisfies(required, found);
}

/** Every hard criterion that the candidate fails, in the model's order. */
export function failures(need: Need, candidate: Candidate): HardCriterion[] {
  const { hard } = need;
  const conflict = hard.conflictOfInterest;
  const homes = [...candidate.nationalities, ...(candidate.residence ? [candidate.residence] : [])];
  const share = hard.availability ? availableShare(need, candidate) : fraction(1, 1);
  const failed: [HardCriterion, boolean][] = [
    ['CONSENT', !candidate.consentMatched],
    [
      'STATE',
      !(candidate.state === 'published' || (candidate.state === 'stale' && hard.allowStale)),
    ],
    [
      'LANGUAGE',
      (hard.languages ?? []).some(
        ({ code, level }) =>
          !candidate.languages.some(
            (has) =>
              satisfies(need, code, has.code) &&
              proficiencyRank(has.level) >= proficiencyRank(level),
          ),
      ),
    ],
    [
      'CONFLICT_OF_INTEREST',
      meets(conflict?.territories, homes) || meets(conflict?.networks, candidate.networks),
    ],
    [
      'AVAILABILITY',
      Array.isArray(candidate.available) &&
        share.n * 100n < BigInt(hard.availability?.minimumShare ?? 0) * share.d,
    ],
    [
      'ROLE',
      isStated(hard.roles) &&
        !meets(hard.roles, [...candidate.rolesStated, ...candidate.rolesServed]),
    ],
    ['TRACK', isStated(hard.tracks) && !meets(hard.tracks, candidate.tracks)],
    ['NETWORK', isStated(hard.networks) && !meets(hard.networks, candidate.networks)],
    ['YEARS', candidate.years < (hard.minimumYears ?? 0)],
    ['SAFETY', meets(need.territories, candidate.ruledOut ?? [])],
  ];
  return failed.flatMap(([criterion, fails]) => (fails ? [criterion] : []));
}

export interface ReferenceResult {
  id: string;
  rank: number;
  score: number;
  total: number;
  tieKey: string;
  contributions: { criterion: Criterion; value: number; weight: number; contribution: number }[];
  toBeChecked: HardCriterion[];
}

export interface ReferenceRanking {
  considered: number;
  eligible: number;
  /** Of every hard criterion that excludes somebody. */
  exclusions: { reason: HardCriterion; first: number; any: number }[];
  /** Of the eligible, for each criterion that is stated and may be kept from being applied. */
  unchecked: { criterion: HardCriterion; count: number; applied: boolean }[];
  results: ReferenceResult[];
}

/** The whole ranking of a need. */
export function referenceRanking(need: Need, candidates: readonly Candidate[]): ReferenceRanking {
  const exclusions = new Map<HardCriterion, { first: number; any: number }>();
  const eligible: Omit<ReferenceResult, 'rank'>[] = [];
  const { conflictOfInterest, availability } = need.hard;
  const stated: [HardCriterion, boolean][] = [
    [
      'CONFLICT_OF_INTEREST',
      isStated(conflictOfInterest?.territories) || isStated(conflictOfInterest?.networks),
    ],
    ['AVAILABILITY', availability !== undefined],
    ['SAFETY', isStated(need.territories)],
  ];
  const unchecked = new Map(
    stated.filter(([, is]) => is).map(([criterion]) => [criterion, { eligible: 0, all: 0 }]),
  );
  for (const candidate of candidates) {
    const failed = failures(need, candidate);
    for (const reason of failed) {
      const counts = exclusions.get(reason) ?? { first: 0, any: 0 };
      counts.any++;
      if (reason === failed[0]) counts.first++;
      exclusions.set(reason, counts);
    }
    if (failed.length === 0) eligible.push(scored(need, candidate));
    for (const criterion of uncheckable(need, candidate)) {
      if (failed.includes(criterion)) continue;
      const counts = unchecked.get(criterion)!;
      counts.all++;
      if (failed.length === 0) counts.eligible++;
    }
  }
  eligible.sort((a, b) => b.total - a.total || (a.tieKey < b.tieKey ? -1 : 1));
  return {
    considered: candidates.length,
    eligible: eligible.length,
    exclusions: [...exclusions].map(([reason, counts]) => ({ reason, ...counts })),
    unchecked: [...unchecked].map(([criterion, counts]) => ({
      criterion,
      count: counts.eligible,
      applied: candidates.length === 0 || counts.all < candidates.length,
    })),
    results: eligible.map((result, i) => ({ ...result, rank: i + 1 })),
  };
}

function scored(need: Need, candidate: Candidate): Omit<ReferenceResult, 'rank'> {
  const earlier = softValues(need, candidate);
  const isLater = need.version === 2;
  const values = isLater
    ? laterValues(need, candidate, earlier)
    : earlier.map(([criterion, value]) => [criterion, microUnits(value)] as const);
  const standard = isLater ? DEFAULT_WEIGHTS_2 : DEFAULT_WEIGHTS;
  const rows = values.map(([criterion, value]) => ({
    criterion,
    value,
    weight: need.weights?.[criterion] ?? standard[criterion] ?? 0,
  }));
  const totalWeight = BigInt(rows.reduce((sum, { weight }) => sum + weight, 0));
  const products = rows.map(({ weight, value }) => BigInt(weight) * BigInt(value));
  const total = products.reduce((sum, product) => sum + product, 0n);
  const score = total / totalWeight;
  const parts = products.map((product) => product / totalWeight);
  const waiting = products.map((product, i) => ({ i, remainder: product % totalWeight }));
  while (parts.reduce((sum, part) => sum + part, 0n) < score) {
    let next = waiting[0]!;
    for (const one of waiting) if (one.remainder > next.remainder) next = one;
    parts[next.i]!++;
    waiting.splice(waiting.indexOf(next), 1);
  }
  const digest = createHash('sha256')
    .update(Buffer.from(`${need.seed ?? need.id}:${candidate.lot}`, 'utf8'))
    .digest();
  return {
    id: candidate.id,
    score: Number(score),
    total: Number(total),
    tieKey: digest.readBigUInt64BE(0).toString(16).padStart(16, '0'),
    contributions: rows.map((row, i) => ({ ...row, contribution: Number(parts[i]) })),
    toBeChecked: uncheckable(need, candidate),
  };
}
