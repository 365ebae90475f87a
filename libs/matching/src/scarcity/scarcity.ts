import { refusal } from '#messages';
import {
  type AreaCode,
  areaContains,
  areaRegion,
  entries,
  type ExpertiseCode,
  type ExpertiseLevel,
  expertiseSimilarity,
  type LanguageCode,
  languageSatisfies,
  PROFICIENCIES,
  type Proficiency,
  territoriesOf,
} from '#vocabulary';
import { BitSet } from '../bit-sets.js';
import type { CandidatePool } from '../engine/candidate-pool.js';
import { Flag } from '../engine/columns.js';
import { holds } from '../engine/list-checks.js';
import type { ListColumn } from '../engine/list-column.js';
import type { Need } from '../need/need.js';
import { validateNeed } from '../need/validate-need.js';
import { InvalidNeed } from '../problems.js';
import {
  codeOf,
  integer,
  listOf,
  nullable,
  object,
  oneOf,
  optional,
  problemsOf,
  slug as networkSlug,
} from '../shapes.js';

/** What a combination is made of, in this order. */
export const PARTS = ['LANGUAGE', 'EXPERTISE', 'REGION'] as const;
export type Part = (typeof PARTS)[number];

/** Which combinations are looked at. Every list has its default. */
export interface ScarcityRequest {
  languages?: { code: LanguageCode; level?: Proficiency }[];
  expertise?: { code: ExpertiseCode; level?: ExpertiseLevel }[];
  /** Territories, regions and groupings. */
  areas?: AreaCode[];
  /** How many women a combination should have, from 1 to 100. */
  minimum?: number;
  /** Only women whom this network lists, by slug. */
  network?: string;
  /** How many combinations are returned, from 1 to 500. */
  limit?: number;
}

/** Codes of the parts that are combined. */
export interface AskedParts {
  languages: readonly { code: LanguageCode }[];
  expertise: readonly { code: ExpertiseCode }[];
  areas: readonly AreaCode[];
}

/** A request with everything stated. */
interface WholeRequest extends AskedParts {
  languages: { code: LanguageCode; level: Proficiency }[];
  expertise: { code: ExpertiseCode; level: ExpertiseLevel }[];
  areas: AreaCode[];
  minimum: number;
  network: string | null;
  limit: number;
}

/** Bounds the work: some 20,000 sets are counted over the whole pool. */
const MOST_COMBINATIONS = 20_000;

/** The official languages of the United Nations and of the African Union. */
const LANGUAGES: readonly LanguageCode[] = ['ar', 'en', 'es', 'fr', 'pt', 'ru', 'sw', 'zh'];

/** B2: she can follow and argue in a negotiation. */
const LANGUAGE_LEVEL: Proficiency = 'B2';
/** Practitioner. */
export const EXPERTISE_LEVEL: ExpertiseLevel = 2;
const MINIMUM = 3;
const LIMIT = 50;

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
  const parts = new Parts(women, request, needs);
  const scarce = parts.scarce();
  scarce.sort(
    (a, b) => b.missing * b.asked - a.missing * a.asked || b.missing - a.missing || a.at - b.at,
  );
  return {
    request,
    women: women.count,
    needs: needs.length,
    combinations: request.languages.length * request.expertise.length * request.areas.length,
    scarce: scarce.length,
    results: scarce.slice(0, request.limit).map((cell) => parts.describe(cell)),
  };
}

const REQUEST = object<ScarcityRequest>({
  languages: listOf(object({ code: codeOf('language'), level: optional(oneOf(PROFICIENCIES)) })),
  expertise: listOf(object({ code: codeOf('expertise'), level: optional(integer(1, 3)) })),
  areas: listOf(codeOf('area')),
  minimum: optional(integer(1, 100)),
  limit: optional(integer(1, 500)),
  network: nullable(networkSlug),
});

/** Fills in the defaults. Throws InvalidNeed with everything that is wrong. */
function wholeRequest(requested: ScarcityRequest): WholeRequest {
  const request = REQUEST.canonical(requested) as ScarcityRequest;
  InvalidNeed.throwIf(problemsOf(REQUEST, request));
  const { minimum = MINIMUM, limit = LIMIT, network = null } = request;
  const whole = {
    languages: unlessEmpty(request.languages, eachCode(LANGUAGES)).map(
      ({ code: language, level = LANGUAGE_LEVEL }) => ({ code: language, level }),
    ),
    expertise: unlessEmpty(request.expertise, eachCode(domains())).map(
      ({ code: topic, level = EXPERTISE_LEVEL }) => ({ code: topic, level }),
    ),
    areas: unlessEmpty(request.areas, subRegions()),
    minimum,
    network,
    limit,
  };
  const combinations = whole.languages.length * whole.expertise.length * whole.areas.length;
  if (combinations > MOST_COMBINATIONS) {
    const most = { count: combinations, most: MOST_COMBINATIONS };
    const message = refusal('criteria.combinations', most);
    throw new InvalidNeed([{ path: 'areas', code: 'TOO_MANY', message }]);
  }
  return whole;
}

function unlessEmpty<T>(list: T[] | undefined, otherwise: T[]): T[] {
  return list && list.length > 0 ? list : otherwise;
}

function eachCode<C extends string>(list: readonly C[]): { code: C; level?: never }[] {
  return list.map((code) => ({ code }));
}

/** The domains of expertise. */
export function domains(): ExpertiseCode[] {
  return entries('expertise').flatMap(({ code, parent }) => (parent === null ? [code] : []));
}

/** The M49 sub-regions that hold a territory, intermediate regions where there are some. */
export function subRegions(): AreaCode[] {
  const regions = entries('territory').map(({ code }) => areaRegion(code));
  return [...new Set(regions)].filter((code) => code !== null).sort();
}

/** A scarce combination by the places of its parts. */
interface Cell {
  places: Record<Part, number>;
  /** Its place in the order of the request. */
  at: number;
  available: number;
  missing: number;
  asked: number;
}

/** The parts of a request: who has each, and which needs ask for it. */
class Parts {
  private readonly sets: Record<Part, readonly BitSet[]>;
  /** For each need, by part and place: whether it asks for that. */
  private readonly demands: readonly Record<Part, readonly boolean[]>[];

  constructor(
    private readonly women: MatchableMediators,
    private readonly request: WholeRequest,
    needs: readonly Need[],
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
    this.demands = needs.map((need) => demandOf(need, request));
  }

  scarce(): Cell[] {
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
          const places = { LANGUAGE: language, EXPERTISE: expertise, REGION: area };
          const at = (language * sets.EXPERTISE.length + expertise) * sets.REGION.length + area;
          const missing = request.minimum - available;
          cells.push({ places, at, available, missing, asked: this.asked(places) });
        });
      });
    });
    return cells;
  }

  /** How many needs ask for a combination; without needs each combination counts once. */
  private asked(places: Record<Part, number>): number {
    if (this.demands.length === 0) return 1;
    return this.demands.filter((demand) => PARTS.every((part) => demand[part][places[part]]))
      .length;
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

/**
 * Which parts of a request a need asks for, hard or soft: the same code as it wants, one that holds the other,
 * or an area that shares a territory with it. A part that the need leaves open fits everything.
 */
export function demandOf(
  { hard, soft, territories = [] }: Pick<Need, 'hard' | 'soft' | 'territories'>,
  { languages, expertise, areas }: AskedParts,
): Record<Part, boolean[]> {
  const spoken = [...(soft.languages ?? []), ...(hard.languages ?? [])].map(({ code }) => code);
  const topics = (soft.expertise ?? []).map(({ code }) => code);
  const places = [...(soft.territories ?? []).map(({ code }) => code), ...territories];
  const fitting = (
    codes: readonly string[],
    wanted: readonly string[],
    holdsOther: (a: string, b: string) => boolean,
  ) =>
    codes.map(
      (code) =>
        wanted.length === 0 ||
        wanted.some((each) => holdsOther(code, each) || holdsOther(each, code)),
    );
  return {
    LANGUAGE: fitting(
      languages.map(({ code }) => code),
      spoken,
      languageSatisfies,
    ),
    EXPERTISE: fitting(
      expertise.map(({ code }) => code),
      topics,
      (a, b) => expertiseSimilarity(a, b) === 10,
    ),
    REGION: fitting(
      areas,
      places,
      (a, b) => a === b || territoriesOf(a).some((code) => areaContains(b, code)),
    ),
  };
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
