import type { Candidate } from '../candidate.js';
import { microUnits, MODEL } from '../model.js';
import type { CandidatePool } from './candidate-pool.js';
import type { Dictionary } from './dictionaries.js';
import { EMPTY_LIST, type ListColumn } from './list-column.js';
import { ListScorer, valueOfBestWords } from './scorers.js';

/** Wanted items with their defaults stated. */
export function weighed<Code>(items: readonly { code: Code; weight?: number }[]) {
  return items.map(({ code, weight = MODEL.item.weight }) => ({ code, weight }));
}

export function levelled<Code, Level>(
  items: readonly { code: Code; level?: Level; weight?: number }[],
  standard: Level,
) {
  return items.map(({ code, level = standard, weight = MODEL.item.weight }) => ({
    code,
    level,
    weight,
  }));
}

/** A criterion whose wanted items are codes; the candidate's item that fits one best counts for it. */
interface Nearest<Code extends string, Level, Wanted, Item, Relation, Told> {
  wanted: Wanted[];
  column: ListColumn;
  dictionary: Dictionary<Code, Level>;
  one: number;
  /** The fit of an item at a level whose code has this relation, above 0, to the wanted code. */
  fit: (wanted: Wanted, relation: number, level: Level) => number;
  /** Names of relations between different codes; equal codes are `same`. */
  relations: Readonly<Record<number, Relation>>;
  itemsOf: (candidate: Candidate) => readonly Item[];
  /** What is told of an item; all of it where this is left out. */
  tellOf?: (item: Item) => Told;
  /** The value of an empty list: 0 where it is left out. */
  unstated?: number;
  /** What lacking each wanted item costs, in percent of the whole score. */
  essential?: readonly number[];
}

export function nearest<
  Code extends string,
  Level,
  Wanted extends { code: Code; weight: number },
  Item extends { code: Code; level?: Level },
  Relation extends string,
  Told = Item,
>(pool: CandidatePool, criterion: Nearest<Code, Level, Wanted, Item, Relation, Told>) {
  const { wanted, column, dictionary, one, fit, unstated = 0, essential = [] } = criterion;
  const tellOf = criterion.tellOf ?? ((item: Item) => item as unknown as Told);
  const relations = wanted.map(({ code }) => dictionary.relationsTo(code));
  const fits = wanted.map((item) =>
    dictionary.numbers(item.code, (relation, level) => fit(item, relation, level)),
  );
  const scorerBy = (weights: readonly number[]) => {
    const stated = weights.flatMap((weight, i) => (weight > 0 ? [{ weight, fits: fits[i]! }] : []));
    const valueOf = valueOfBestWords(
      column,
      stated.map(({ weight }) => weight),
      stated.map((item) => item.fits),
      one,
    );
    return new ListScorer(pool, column, (list) => (list === EMPTY_LIST ? unstated : valueOf(list)));
  };
  const cost = essential.reduce((sum, percent) => sum + percent, 0);
  return {
    wanted,
    scorer: scorerBy(wanted.map(({ weight }) => weight)),
    isUnstated: (row: number) => unstated > 0 && column.numbers[row] === EMPTY_LIST,
    essential: cost === 0 ? null : { cost, scorer: scorerBy(essential) },
    find: (candidate: Candidate) =>
      wanted.map((item, i) => {
        const relationOf = ({ code }: Item) => relations[i]![dictionary.intern(code)]!;
        const best = bestOf(criterion.itemsOf(candidate), (found) =>
          fit(item, relationOf(found), found.level as Level),
        );
        if (!best) return null;
        const relation: Relation | 'same' =
          best.item.code === item.code ? 'same' : criterion.relations[relationOf(best.item)]!;
        return { ...tellOf(best.item), relation, fit: microUnits(best.fit, one) };
      }),
  };
}

/** The first item with the highest fit above 0, or null. */
export function bestOf<T>(
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
