import { type Level, LEVELS, type LevelledKind, type LinkageModel } from '../model.js';
import type { LinkagePool } from './linkage-pool.js';
import { probabilityOf } from './link.js';
import { sum, weigh, type WeighedBar } from './weigh.js';

/** Pairs of the prior model as which each of its levels counts, beside those of the pool. */
const PSEUDO_PAIRS = 5;
/** Without as many pairs that are likely one woman, a pool says too little of itself. */
const LEAST_PAIRS = 50;
const ROUNDS = 20;
/** A round that moves no probability by more than this is the last one. */
const SETTLED = 0.0005;
/** Pairs of less probability than this add nothing. */
const LEAST_PROBABILITY = 0.001;

export type Training =
  | { readonly model: LinkageModel; readonly pairs: number }
  /** TOO_FEW: too few pairs; NOT_MONOTONE: a level would count for more than one that agrees better. */
  | { readonly refused: 'TOO_FEW' | 'NOT_MONOTONE'; readonly pairs: number };

type Weighed = readonly WeighedBar[];
type Same = { [Kind in LevelledKind]: Record<string, number> };

/**
 * Fits to a pool how often each level comes if two entries of different lists are one woman, and how many women are on two
 * lists: expectation maximization (Dempster, Laird and Rubin, J. R. Stat. Soc. B 39, 1977) over the pairs that are weighed.
 * Each level of the pool's own model counts as five pairs beforehand (a Dirichlet prior). Names, rarities and what
 * strangers have in common stay as they are: they come from the pool anyway.
 *
 * @param version of the model that comes of it
 */
export function train(pool: LinkagePool, version: string): Training {
  const { model } = pool;
  const observed = acrossLists(pool);
  let same = sameOf(model);
  let expected = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const counts = startCounts(model);
    expected = 0;
    for (const bars of observed) {
      const probability = probabilityOf(sum(bars) + shiftOf(bars, model, same));
      if (probability < LEAST_PROBABILITY) continue;
      expected += probability;
      for (const bar of bars) if ('level' in bar) counts[bar.kind][bar.level]! += probability;
    }
    const next = shares(counts, model);
    const moved = furthest(same, next);
    same = next;
    if (moved < SETTLED) break;
  }
  if (expected < LEAST_PAIRS) return { refused: 'TOO_FEW', pairs: Math.round(expected) };
  const fitted: LinkageModel = {
    ...model,
    version,
    overlap: Math.min(0.9, (model.overlap * expected) / Math.max(1, priorPairs(pool))),
    levels: withSame(model, same),
  };
  return isMonotone(fitted)
    ? { model: fitted, pairs: Math.round(expected) }
    : { refused: 'NOT_MONOTONE', pairs: Math.round(expected) };
}

/** The bars of all weighed pairs of two lists, in an order that does not depend on that of the records. */
function acrossLists(pool: LinkagePool): Weighed[] {
  return [...pool.candidatePairs()]
    .filter(([one, other]) => one.list !== other.list)
    .map(([one, other]) => (one.id < other.id ? [one.id, other.id] : [other.id, one.id]))
    .toSorted(([a = '', b = ''], [c = '', d = '']) => (a < c || (a === c && b < d) ? -1 : 1))
    .map(([one = '', other = '']) => weigh(pool.get(one)!, pool.get(other)!, pool));
}

/** How many pairs of two lists the prior expects. */
function priorPairs(pool: LinkagePool): number {
  const sizes = pool.listSizes();
  let pairs = 0;
  for (let i = 0; i < sizes.length; i++) {
    for (let j = i + 1; j < sizes.length; j++) {
      pairs += pool.model.overlap * Math.min(sizes[i]!, sizes[j]!);
    }
  }
  return pairs;
}

/** What the new shares of levels add to a weight, in milli-bits. */
function shiftOf(bars: Weighed, model: LinkageModel, same: Same): number {
  let ratio = 1;
  for (const bar of bars) {
    if ('level' in bar)
      ratio *= same[bar.kind][bar.level]! / levelOf(model, bar.kind, bar.level).same;
  }
  return 1_000 * Math.log2(ratio);
}

function levelOf(model: LinkageModel, kind: LevelledKind, level: string): Level {
  return (model.levels[kind] as Readonly<Record<string, Level>>)[level]!;
}

const KINDS = Object.keys(LEVELS) as LevelledKind[];

/** For each level of each comparison a number. */
function byLevel(of: (kind: LevelledKind, level: string) => number): Same {
  return Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      Object.fromEntries(LEVELS[kind].map((level) => [level, of(kind, level)])),
    ]),
  ) as Same;
}

function sameOf(model: LinkageModel): Same {
  return byLevel((kind, level) => levelOf(model, kind, level).same);
}

function startCounts(model: LinkageModel): Same {
  return byLevel(
    (kind, level) => PSEUDO_PAIRS * LEVELS[kind].length * levelOf(model, kind, level).same,
  );
}

/**
 * The shares of levels among those that can come together: of births, days known on both sides are told apart from
 * months or years alone, each with the sum that it has in the model.
 */
function shares(counts: Same, model: LinkageModel): Same {
  const groups = KINDS.flatMap((kind) =>
    (kind === 'BIRTH' ? BIRTH_GROUPS : [LEVELS[kind]]).map((group) => ({ kind, group })),
  );
  const next = sameOf(model);
  for (const { kind, group } of groups) {
    const whole = group.reduce((total, level) => total + levelOf(model, kind, level).same, 0);
    const seen = group.reduce((total, level) => total + counts[kind][level]!, 0);
    for (const level of group) next[kind][level] = (whole * counts[kind][level]!) / seen;
  }
  return next;
}

const BIRTH_GROUPS: readonly (readonly string[])[] = [
  ['SAME_DAY', 'SLIP_OF_DAY', 'DAYS_APART', 'MONTHS_APART'],
  ['SAME_YEAR', 'YEAR_BESIDE', 'SLIP_OF_YEAR', 'YEARS_APART'],
];

function furthest(one: Same, other: Same): number {
  return Math.max(
    ...KINDS.flatMap((kind) =>
      LEVELS[kind].map((level) => Math.abs(one[kind][level]! - other[kind][level]!)),
    ),
  );
}

function withSame(model: LinkageModel, same: Same): LinkageModel['levels'] {
  return Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      Object.fromEntries(
        LEVELS[kind].map((level) => [
          level,
          { ...levelOf(model, kind, level), same: same[kind][level]! },
        ]),
      ),
    ]),
  ) as LinkageModel['levels'];
}

/** Whether no level of births speaks more for one woman than a level that agrees better, and no shared value speaks against it. */
function isMonotone({ levels }: LinkageModel): boolean {
  const births = levels.BIRTH as Readonly<Record<string, Level>>;
  const inOrder = BIRTH_GROUPS.every((group) =>
    group.every(
      (level, i) => i === 0 || ratioOf(births[group[i - 1]!]!) >= ratioOf(births[level]!),
    ),
  );
  const apart = KINDS.filter((kind) => kind !== 'BIRTH').every(
    (kind) => ratioOf(levels[kind].NONE_SHARED) <= 1,
  );
  return inOrder && apart;
}

function ratioOf({ same, stranger = 1 }: Level): number {
  return same / stranger;
}
