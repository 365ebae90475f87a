import { microUnits, MODEL } from '../model.js';
import { WordsScorer } from './words-scorer.js';
import type { CandidatePool } from './candidate-pool.js';
import type { Dictionary, Fits } from './dictionaries.js';
import { EMPTY_LIST, type ListColumn } from './list-column.js';

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
interface Nearest<Code extends string, Level, Wanted, Relation, Told> {
  wanted: Wanted[];
  column: ListColumn;
  dictionary: Dictionary<Code, Level>;
  one: number;
  /** The fit of an item at a level whose code has this relation, above 0, to the wanted code. */
  fit: (wanted: Wanted, relation: number, level: Level) => number;
  /** Names of relations between different codes; equal codes are `same`. */
  relations: Readonly<Record<number, Relation>>;
  /** What is told of an item. */
  tellOf: (item: { code: Code; level: Level }) => Told;
  /** The value of an empty list: 0 where it is left out. */
  unstated?: number;
  /** What lacking each wanted item costs, in percent of the whole score. */
  essential?: readonly number[];
}

export function nearest<
  Code extends string,
  Level,
  Wanted extends { code: Code; weight: number },
  Relation extends string,
  Told extends object,
>(pool: CandidatePool, criterion: Nearest<Code, Level, Wanted, Relation, Told>) {
  const { wanted, column, dictionary, one, fit, tellOf, unstated = 0, essential = [] } = criterion;
  const fits = wanted.map((item) =>
    dictionary.fits(item.code, (relation, level) => fit(item, relation, level)),
  );
  const scorerBy = (weights: readonly number[]) => {
    const stated = weights.flatMap((weight, i) => (weight > 0 ? [{ weight, fits: fits[i]! }] : []));
    return new WordsScorer(pool, column, {
      weights: stated.map(({ weight }) => weight),
      fits: stated.map((item) => item.fits),
      one,
      unstated,
    });
  };
  const cost = essential.reduce((sum, percent) => sum + percent, 0);
  return {
    wanted,
    scorer: scorerBy(wanted.map(({ weight }) => weight)),
    isUnstated: (row: number) => unstated > 0 && column.numbers[row] === EMPTY_LIST,
    essential: cost === 0 ? null : { cost, scorer: scorerBy(essential) },
    find: (_: unknown, row: number) => {
      const words = column.read(row);
      return wanted.map((item, i) => {
        const best = bestWord(words, fits[i]!);
        if (!best) return null;
        const found = dictionary.itemOf(best.word);
        const relation: Relation | 'same' =
          found.code === item.code ? 'same' : criterion.relations[best.relation]!;
        return { ...tellOf(found), relation, fit: microUnits(best.fit, one) };
      });
    },
  };
}

/** The first word with the highest fit above 0, or null. */
function bestWord(words: readonly number[], { levels, relations, byRelation }: Fits) {
  let best: { word: number; relation: number; fit: number } | null = null;
  for (const word of words) {
    const relation = relations[Math.floor(word / levels)]!;
    const fit = byRelation[relation]?.[word % levels] ?? 0;
    if (fit > (best?.fit ?? 0)) best = { word, relation, fit };
  }
  return best;
}
