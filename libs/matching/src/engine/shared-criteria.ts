import { type Track, trackRelation, TRACKS } from '#vocabulary';
import { dayNumber } from '#kernel';
import { itemsOf } from '../bit-sets.js';
import {
  availabilityValue,
  freshnessValue,
  LIMITED_AVAILABILITY,
  meanOfBest,
  ONE,
  roleValue,
} from '../criteria/formulas.js';
import { microUnits, MODEL } from '../model.js';
import { AvailableDays } from './candidate-lists.js';
import { NEVER, roleMasks, TRACK_SHIFT } from './columns.js';
import { EMPTY_LIST } from './list-column.js';
import { weighed } from './nearest.js';
import { ListScorer, MaskScorer, RowScorer, TableScorer } from './scorers.js';
import type { Compile } from './soft-criterion.js';
import { WordsScorer } from './words-scorer.js';

/**
 * Criteria that both models share. They differ only in what they give where a profile says nothing: `unstated`, in
 * micro-units; 0 in model 1, which does not tell that from having none.
 */
export function roleCriterion(unstated = 0): Compile<'ROLE'> {
  return ({ columns: { roles: column } }, need) => {
    const wanted = need.soft.roles!;
    const masks = roleMasks(wanted);
    const steps = [
      { mask: masks.served, value: roleValue('served') },
      { mask: masks.stated, value: roleValue('stated') },
    ];
    return {
      wanted,
      scorer: new MaskScorer(column, steps, unstated),
      isUnstated: (row) => unstated > 0 && column[row] === 0,
      find: (candidate) => {
        const served = wanted.find((code) => candidate.rolesServed.includes(code));
        if (served) return { role: served, standing: 'served' };
        const role = wanted.find((code) => candidate.rolesStated.includes(code));
        return role ? { role, standing: 'stated' } : null;
      },
    };
  };
}

export function trackCriterion(unstated = 0): Compile<'TRACK'> {
  return ({ columns: { flags: column } }, need) => {
    const wanted = weighed(need.soft.tracks!);
    const weights = wanted.map(({ weight }) => weight);
    const bestOfTracks = (code: Track, tracks: readonly Track[]) =>
      bestOf(tracks, (found) => trackRelation(code, found));
    const valueOf = (tracks: readonly Track[]) =>
      tracks.length === 0
        ? unstated
        : meanOfBest(weights, ONE.TRACK, (i) => bestOfTracks(wanted[i]!.code, tracks)?.fit ?? 0);
    const byTracks = Array.from({ length: 1 << TRACKS.length }, (_, bits) =>
      valueOf(itemsOf(TRACKS, bits)),
    );
    const values = Uint32Array.from(
      { length: 0x100 },
      (_, flags) => byTracks[flags >> TRACK_SHIFT]!,
    );
    return {
      wanted,
      scorer: new TableScorer(column, values),
      isUnstated: (row) => unstated > 0 && column[row]! >> TRACK_SHIFT === 0,
      find: ({ tracks }) =>
        wanted.map(({ code }) => {
          const best = bestOfTracks(code, tracks);
          if (!best) return null;
          const relation = best.item === code ? 'same' : 'next';
          return { code: best.item, relation, fit: microUnits(best.fit, ONE.TRACK) };
        }),
    };
  };
}

export function availabilityCriterion(unstated = 0): Compile<'AVAILABILITY'> {
  return (pool, need) => {
    const { available: column } = pool.lists;
    const days = new AvailableDays(column, need.period!);
    const kindOf = (row: number) => days.kindOf(column.numbers[row]!);
    return {
      wanted: { ...need.period!, days: days.period },
      scorer: new ListScorer(pool, column, (list) => {
        const kind = days.kindOf(list);
        if (kind === 'days') return availabilityValue(days.of(list), days.period);
        return kind === 'limited' ? LIMITED_AVAILABILITY : unstated;
      }),
      isUnstated: (row) => unstated > 0 && kindOf(row) === 'unknown',
      find: (_, row) => {
        const kind = kindOf(row);
        return kind === 'days'
          ? { days: days.of(column.numbers[row]!) }
          : { days: null, said: kind };
      },
    };
  };
}

export function freshnessCriterion(unstated = 0): Compile<'FRESHNESS'> {
  return ({ columns: { confirmed } }, need) => {
    const asOf = dayNumber(need.date)!;
    return {
      wanted: { asOf: need.date },
      scorer: new RowScorer(1, (row) => {
        const day = confirmed[row]!;
        if (day === NEVER) return unstated;
        return FRESHNESS_BY_AGE[Math.min(Math.max(asOf - day, 0), MODEL.freshness.none)]!;
      }),
      isUnstated: (row) => unstated > 0 && confirmed[row] === NEVER,
      find: ({ confirmedOn }) =>
        confirmedOn === null ? null : { confirmedOn, days: asOf - dayNumber(confirmedOn)! },
    };
  };
}

/** Who is in no network at all does not show hers. */
export function networkCriterion(unstated = 0): Compile<'NETWORK'> {
  return (pool, need) => {
    const wanted = need.soft.networks!;
    const { networks: column } = pool.lists;
    const fits = {
      levels: 1,
      relations: pool.dictionaries.networks.setOf(wanted),
      byRelation: [[0], [ONE.NETWORK]],
    };
    return {
      wanted,
      scorer: new WordsScorer(pool, column, {
        weights: [1],
        fits: [fits],
        one: ONE.NETWORK,
        unstated,
      }),
      isUnstated: (row) => unstated > 0 && column.numbers[row] === EMPTY_LIST,
      find: ({ networks }) => networks.filter((slug) => wanted.includes(slug)),
    };
  };
}

/** The value of FRESHNESS by days since the confirmation. */
const FRESHNESS_BY_AGE = Uint32Array.from({ length: MODEL.freshness.none + 1 }, (_, days) =>
  freshnessValue(days),
);

/** The first item with the highest fit above 0, or null. */
function bestOf<T>(
  items: readonly T[],
  fitOf: (item: T) => number,
): { item: T; fit: number } | null {
  let best: { item: T; fit: number } | null = null;
  for (const item of items) {
    const fit = fitOf(item);
    if (fit > (best?.fit ?? 0)) best = { item, fit };
  }
  return best;
}
