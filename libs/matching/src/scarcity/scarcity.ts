import type { AreaCode } from '#vocabulary';
import { BitSet } from '../bit-sets.js';
import type { CandidatePool } from '../engine/candidate-pool.js';
import { Flag } from '../engine/columns.js';
import { holds } from '../engine/list-checks.js';
import type { ListColumn } from '../engine/list-column.js';
import type { Need } from '../need/need.js';
import { validateNeed } from '../need/validate-need.js';
import { InvalidNeed } from '../problems.js';
import {
  combinationAt,
  demandOf,
  type ScarcityRequest,
  wholeRequest,
  type WholeRequest,
} from './request.js';

/** What a combination is made of, in this order. */
export const PARTS = ['LANGUAGE', 'EXPERTISE', 'REGION'] as const;
export type Part = (typeof PARTS)[number];

/** How many women a network lists. */
interface NetworkCount {
  slug: string;
  count: number;
}

/** A combination that too few women have. */
export interface ScarceCombination {
  language: WholeRequest['languages'][number];
  expertise: WholeRequest['expertise'][number];
  area: AreaCode;
  /** Mediators who have all three, and how many more are wanted. */
  available: number;
  missing: number;
  /** Needs that ask for it; 1 for each combination where there are no needs. */
  asked: number;
  /** Mediators who have the two other parts and lack just this one. */
  lackOnly: Record<Part, number>;
  /** The part that most women lack alone; null where nobody has two, so that training one part is not enough. */
  bottleneck: Part | null;
  /** Where those women are who have all three, and those who lack the bottleneck alone. */
  having: NetworkCount[];
  trainable: NetworkCount[];
}

export interface Scarcity {
  request: WholeRequest;
  /** Mediators who may be matched. */
  women: number;
  /** Needs that make the demand; 0 where each combination counts alike. */
  needs: number;
  combinations: number;
  /** Combinations with fewer women than wanted. */
  scarce: number;
  results: ScarceCombination[];
}

/**
 * The combinations of language, expertise and area that fewer women have than wanted, the most urgent
 * first: by missing * asked, then by missing, then in the order of the request.
 *
 * One set of women for each part, and one intersection for each combination, of a bit a woman.
 *
 * Throws InvalidNeed with everything that is wrong with the request or a need.
 */
export function scarcity(
  pool: CandidatePool,
  requested: ScarcityRequest,
  needs: readonly Need[],
): Scarcity {
  const request = wholeRequest(requested);
  InvalidNeed.throwIf(needs.flatMap(validateNeed));
  const women = new MatchableMediators(pool, request.network);
  const sets = new PartSets(women, request);
  const scarce = sets.scarce(demandOf(request, needs));
  scarce.sort(
    (a, b) => b.missing * b.asked - a.missing * a.asked || b.missing - a.missing || a.at - b.at,
  );
  return {
    request,
    women: women.count,
    needs: needs.length,
    combinations: request.languages.length * request.expertise.length * request.areas.length,
    scarce: scarce.length,
    results: scarce.slice(0, request.limit).map((cell) => sets.describe(cell)),
  };
}

/** A scarce combination by the places of its parts. */
interface Cell {
  places: Record<Part, number>;
  at: number;
  available: number;
  missing: number;
  asked: number;
}

/** The women who have each part of a request. */
class PartSets {
  private readonly sets: Record<Part, readonly BitSet[]>;

  constructor(
    private readonly women: MatchableMediators,
    private readonly request: WholeRequest,
  ) {
    const { lists, dictionaries } = women.pool;
    const { languages, expertise, territories } = dictionaries;
    this.sets = {
      LANGUAGE: women.having(
        lists.languages,
        request.languages.map(({ code, level }) => languages.setWithin(code, level)),
      ),
      EXPERTISE: women.having(
        lists.expertise,
        request.expertise.map(({ code, level }) => expertise.setWithin(code, level)),
      ),
      REGION: women.having(
        lists.territories,
        request.areas.map((area) => territories.setWithin(area)),
      ),
    };
  }

  scarce(demand: Uint32Array): Cell[] {
    const { request, sets } = this;
    const cells: Cell[] = [];
    const both = new BitSet(this.women.count);
    sets.EXPERTISE.forEach((practising, expertise) => {
      sets.REGION.forEach((knowing, area) => {
        both.setToIntersection(practising, knowing);
        const count = counterWith(both);
        sets.LANGUAGE.forEach((speaking, language) => {
          const available = count(speaking);
          if (available >= request.minimum) return;
          const at = combinationAt(request, language, expertise, area);
          const places = { LANGUAGE: language, EXPERTISE: expertise, REGION: area };
          const missing = request.minimum - available;
          cells.push({ places, at, available, missing, asked: demand[at]! });
        });
      });
    });
    return cells;
  }

  describe({ places, available, missing, asked }: Cell): ScarceCombination {
    const { request, women } = this;
    const setOf = (part: Part) => this.sets[part][places[part]]!;
    const all = new BitSet(women.count);
    all.setToIntersection(setOf('LANGUAGE'), setOf('EXPERTISE'));
    all.setToIntersection(all, setOf('REGION'));
    const lacking = PARTS.map((part) => {
      const [one, other] = PARTS.filter((each) => each !== part).map(setOf);
      const both = new BitSet(women.count);
      both.setToIntersection(one!, other!);
      return { part, lackers: both.items(setOf(part)) };
    });
    const most = lacking.reduce((a, b) => (b.lackers.length > a.lackers.length ? b : a));
    return {
      language: request.languages[places.LANGUAGE]!,
      expertise: request.expertise[places.EXPERTISE]!,
      area: request.areas[places.REGION]!,
      available,
      missing,
      asked,
      lackOnly: Object.fromEntries(
        lacking.map(({ part, lackers }) => [part, lackers.length]),
      ) as Record<Part, number>,
      bottleneck: most.lackers.length > 0 ? most.part : null,
      having: women.byNetwork(all.items()),
      trainable: women.byNetwork(most.lackers),
    };
  }
}

/** Counts what a set has in common with others: woman by woman where these are fewer than words. */
function counterWith(set: BitSet): (other: BitSet) => number {
  const items = set.items();
  if (items.length >= set.length) return (other) => set.countWith(other);
  return (other) => items.reduce((count, item) => count + Number(other.has(item)), 0);
}

/** A woman who may be matched: she agreed, and her profile is published and not stale. */
const MATCHABLE = Flag.live | Flag.consent | Flag.published;

/** The women of a pool who may be matched, and who of them has what. A woman is her place in `rows`. */
class MatchableMediators {
  readonly rows: Uint32Array;

  constructor(
    readonly pool: CandidatePool,
    network: string | null,
  ) {
    const { flags } = pool.columns;
    const all = new Uint32Array(pool.rows);
    let count = 0;
    for (let row = 0; row < pool.rows; row++) {
      all[count] = row;
      count += Number((flags[row]! & MATCHABLE) === MATCHABLE);
    }
    this.rows = all.subarray(0, count);
    if (network === null) return;
    const isListed = holds(pool.lists.networks, pool.dictionaries.networks.setOf([network]));
    this.rows = this.rows.filter(isListed);
  }

  get count(): number {
    return this.rows.length;
  }

  /** How many of some women each network lists, most first, then by slug. */
  byNetwork(women: readonly number[]): { slug: string; count: number }[] {
    const { lists, dictionaries } = this.pool;
    const counts = new Map<string, number>();
    for (const woman of women) {
      for (const word of lists.networks.read(this.rows[woman]!)) {
        const slug = dictionaries.networks.codes[word]!;
        counts.set(slug, (counts.get(slug) ?? 0) + 1);
      }
    }
    return [...counts]
      .map(([slug, count]) => ({ slug, count }))
      .sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1));
  }

  /**
   * For each set of wanted words, who has one of them: by one pass over the lists of all women.
   *
   * @param wanted for each set, by word: 1 for those in it
   */
  having(column: ListColumn, wanted: readonly Uint8Array[]): BitSet[] {
    const { words, numbers } = column;
    const setsOf = Array.from({ length: wanted[0]?.length ?? 0 }, (_, word) =>
      wanted.flatMap((set, i) => (set[word] === 1 ? [i] : [])),
    );
    const having = wanted.map(() => new BitSet(this.rows.length));
    this.rows.forEach((row, woman) => {
      const list = numbers[row]!;
      const end = column.endOf(list);
      for (let i = column.startOf(list); i < end; i++) {
        for (const set of setsOf[words[i]!]!) having[set]!.add(woman);
      }
    });
    return having;
  }
}
