import { PHASES, PROCESS_TYPES, type Track, trackRelation, TRACKS } from '#vocabulary';
import { itemsOf, processBit } from '../bit-sets.js';
import type { Candidate } from '../candidate.js';
import type { Evidence } from '../criteria/evidence.js';
import {
  availabilityValue,
  expertiseFit,
  freshnessValue,
  languageFit,
  LIMITED_AVAILABILITY,
  meanOfBest,
  ONE,
  processValue,
  roleValue,
  textValue,
  yearsValue,
} from '../criteria/formulas.js';
import { dayNumber } from '#kernel';
import { type Criterion, microUnits, MODEL } from '../model.js';
import { type Need, criteriaOf, weightOf } from '../need/need.js';
import { checkNeed } from '../need/validate-need.js';
import { AvailableDays } from './candidate-lists.js';
import type { CandidatePool } from './candidate-pool.js';
import { NEVER, roleMasks, TRACK_SHIFT } from './columns.js';
import type { Dictionary } from './dictionaries.js';
import type { ListColumn } from './list-column.js';
import {
  ListScorer,
  MaskScorer,
  RowScorer,
  type Scorer,
  TableScorer,
  valueOfBestWords,
} from './scorers.js';
import { IdIndex } from './uuid-columns.js';

/** A stated soft criterion, compiled for one need and one version of the pool. */
interface SoftCriterion<C extends Criterion> {
  wanted: Evidence[C]['wanted'];
  scorer: Scorer;
  /** The evidence for a row's value; computed only for the few rows that are returned. */
  find: (candidate: Candidate, row: number) => Evidence[C]['found'];
}

export type WeightedCriterion = SoftCriterion<Criterion> & { criterion: Criterion; weight: number };

/** The soft criteria that a need states, in the model's order, ready to measure rows of the pool. */
export function compileCriteria(pool: CandidatePool, need: Need): WeightedCriterion[] {
  return criteriaOf(need).map((criterion) => ({
    criterion,
    weight: weightOf(need, criterion),
    ...COMPILE[criterion](pool, need),
  }));
}

type Compile<C extends Criterion> = (pool: CandidatePool, need: Need) => SoftCriterion<C>;

/** Compiles each criterion for the columns of the pool; the formulas are in `criteria/formulas.ts`. */
const COMPILE: { [C in Criterion]: Compile<C> } = {
  LANGUAGE: (pool, need) =>
    nearest(pool, {
      wanted: levelled(need.soft.languages!, MODEL.language.level),
      column: pool.lists.languages,
      dictionary: pool.dictionaries.languages,
      one: ONE.LANGUAGE,
      fit: (item, relation, level) => languageFit(relation, item.level, level),
      relations: { 10: 'member', 6: 'macrolanguage', 5: 'sibling' } as const,
      itemsOf: ({ languages }) => languages,
    }),

  REGION: (pool, need) =>
    nearest(pool, {
      wanted: weighed(need.soft.territories!),
      column: pool.lists.territories,
      dictionary: pool.dictionaries.territories,
      one: ONE.REGION,
      fit: (_, relation) => relation,
      relations: { 10: 'inside', 7: 'neighbour', 5: 'near', 2: 'continent' } as const,
      itemsOf: ({ territories }) => territories.map((code) => ({ code })),
    }),

  EXPERTISE: (pool, need) =>
    nearest(pool, {
      wanted: levelled(need.soft.expertise!, MODEL.expertise.level),
      column: pool.lists.expertise,
      dictionary: pool.dictionaries.expertise,
      one: ONE.EXPERTISE,
      fit: (item, relation, level) => expertiseFit(relation, item.level, level),
      relations: { 10: 'child', 5: 'domain', 3: 'sibling' } as const,
      itemsOf: ({ expertise }) => expertise,
    }),

  ROLE: ({ columns: { roles: column } }, need) => {
    const wanted = need.soft.roles!;
    const masks = roleMasks(wanted);
    return {
      wanted,
      scorer: new MaskScorer(column, [
        { mask: masks.served, value: roleValue('served') },
        { mask: masks.stated, value: roleValue('stated') },
      ]),
      find: (candidate) => {
        const served = wanted.find((code) => candidate.rolesServed.includes(code));
        if (served) return { role: served, standing: 'served' };
        const role = wanted.find((code) => candidate.rolesStated.includes(code));
        return role ? { role, standing: 'stated' } : null;
      },
    };
  },

  TRACK: ({ columns }, need) => {
    const wanted = weighed(need.soft.tracks!);
    const bestOfTracks = (code: Track, tracks: readonly Track[]) =>
      bestOf(tracks, (found) => trackRelation(code, found));
    const valueOf = (tracks: readonly Track[]) =>
      meanOfBest(
        wanted.map(({ weight }) => weight),
        ONE.TRACK,
        (i) => bestOfTracks(wanted[i]!.code, tracks)?.fit ?? 0,
      );
    const values = Uint32Array.from({ length: 0x100 }, (_, flags) =>
      valueOf(itemsOf(TRACKS, flags >> TRACK_SHIFT)),
    );
    return {
      wanted,
      scorer: new TableScorer(columns.flags, values),
      find: ({ tracks }) =>
        wanted.map(({ code }) => {
          const best = bestOfTracks(code, tracks);
          if (!best) return null;
          const relation = best.item === code ? 'same' : 'next';
          return { code: best.item, relation, fit: microUnits(best.fit, ONE.TRACK) };
        }),
    };
  },

  /** A need that states only the type or only the phase can match a deployment only in that. */
  PROCESS: ({ columns: { processes: column } }, need) => {
    const { type = null, phase = null } = need.soft.process!;
    const ofType = type === null ? [] : PHASES.map((each) => processBit(type, each));
    const ofPhase = phase === null ? [] : PROCESS_TYPES.map((each) => processBit(each, phase));
    const both = type === null || phase === null ? [] : [processBit(type, phase)];
    const step = (bits: number[], value: number) => ({
      mask: bits.reduce((mask, bit) => mask | bit, 0),
      value,
    });
    return {
      wanted: { type, phase },
      scorer: new MaskScorer(column, [
        step(both, processValue('typeAndPhase')),
        step(ofType, processValue('type')),
        step(ofPhase, processValue('phase')),
      ]),
      find: ({ processes }) => {
        const same = processes.find((found) => found.type === type && found.phase === phase);
        if (same) return { ...same, same: 'type-and-phase' };
        const sameType = processes.find((found) => found.type === type);
        if (sameType) return { ...sameType, same: 'type' };
        const samePhase = processes.find((found) => found.phase === phase);
        return samePhase ? { ...samePhase, same: 'phase' } : null;
      },
    };
  },

  YEARS: ({ columns }, need) => {
    const stated = need.soft.years;
    const wanted = typeof stated === 'number' ? stated : MODEL.years.wanted;
    const values = Uint32Array.from({ length: MODEL.years.maximum + 1 }, (_, found) =>
      yearsValue(found, wanted),
    );
    return {
      wanted,
      scorer: new TableScorer(columns.years, values),
      find: ({ years }) => years,
    };
  },

  AVAILABILITY: (pool, need) => {
    const { available: column } = pool.lists;
    const days = new AvailableDays(column, need.period!);
    return {
      wanted: { ...need.period!, days: days.period },
      scorer: new ListScorer(pool, column, (list) =>
        days.kindOf(list) === 'limited'
          ? LIMITED_AVAILABILITY
          : availabilityValue(days.of(list), days.period),
      ),
      find: (_, row) => {
        const list = column.numbers[row]!;
        const kind = days.kindOf(list);
        return kind === 'days' ? { days: days.of(list) } : { days: null, said: kind };
      },
    };
  },

  FRESHNESS: ({ columns: { confirmed } }, need) => {
    const asOf = dayNumber(need.date)!;
    return {
      wanted: { asOf: need.date },
      scorer: new RowScorer(1, (row) => {
        const day = confirmed[row]!;
        if (day === NEVER) return 0;
        return FRESHNESS_BY_AGE[Math.min(Math.max(asOf - day, 0), MODEL.freshness.none)]!;
      }),
      find: ({ confirmedOn }) =>
        confirmedOn === null ? null : { confirmedOn, days: asOf - dayNumber(confirmedOn)! },
    };
  },

  /**
   * Looks up each row's id among the matches. Looking up each match in the pool instead would read memory
   * in thousands of places, most of them for candidates who cannot reach the page any more.
   *
   * Reading ten thousand ids is most of what a brief costs. This pass also finds malformed and repeated
   * ids, so they are not checked before it (see `checkAllButMatches`).
   */
  TEXT: ({ ids }, need) => {
    const { matches } = need.soft.text!;
    const places = new IdIndex();
    places.reserve(matches.length);
    const areSound = matches.every((id, i) => places.claim(i, id) === i);
    if (!areSound) checkNeed(need);
    return {
      wanted: { matches: matches.length },
      scorer: new RowScorer(8, (row) => {
        const place = places.findSame(ids, row);
        return place < 0 ? 0 : textValue(place, matches.length);
      }),
      find: (_, row) => {
        const place = places.findSame(ids, row);
        return place < 0 ? null : { place: place + 1 };
      },
    };
  },

  NETWORK: (pool, need) => {
    const wanted = need.soft.networks!;
    const preferred = new Set(wanted);
    const { networks: column } = pool.lists;
    const fits = Uint16Array.from(pool.dictionaries.networks.codes, (slug) =>
      preferred.has(slug) ? ONE.NETWORK : 0,
    );
    return {
      wanted,
      scorer: new ListScorer(pool, column, valueOfBestWords(column, [1], [fits], ONE.NETWORK)),
      find: ({ networks }) => networks.filter((slug) => preferred.has(slug)),
    };
  },
};

/** The value of FRESHNESS by days since the confirmation. */
const FRESHNESS_BY_AGE = Uint32Array.from({ length: MODEL.freshness.none + 1 }, (_, days) =>
  freshnessValue(days),
);

/** Wanted items with their defaults stated. */
function weighed<Code>(items: readonly { code: Code; weight?: number }[]) {
  return items.map(({ code, weight = MODEL.item.weight }) => ({ code, weight }));
}

function levelled<Code, Level>(
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
interface Nearest<Code extends string, Level, Wanted, Item, Relation> {
  wanted: Wanted[];
  column: ListColumn;
  dictionary: Dictionary<Code, Level>;
  one: number;
  /** The fit of an item at a level whose code has this relation, above 0, to the wanted code. */
  fit: (wanted: Wanted, relation: number, level: Level) => number;
  /** Names of relations between different codes; equal codes are `same`. */
  relations: Readonly<Record<number, Relation>>;
  itemsOf: (candidate: Candidate) => readonly Item[];
}

function nearest<
  Code extends string,
  Level,
  Wanted extends { code: Code; weight: number },
  Item extends { code: Code; level?: Level },
  Relation extends string,
>(pool: CandidatePool, criterion: Nearest<Code, Level, Wanted, Item, Relation>) {
  const { wanted, column, dictionary, one, fit } = criterion;
  const relations = wanted.map(({ code }) => dictionary.relationsTo(code));
  const fits = wanted.map((item) =>
    dictionary.numbers(item.code, (relation, level) => fit(item, relation, level)),
  );
  const weights = wanted.map(({ weight }) => weight);
  return {
    wanted,
    scorer: new ListScorer(pool, column, valueOfBestWords(column, weights, fits, one)),
    find: (candidate: Candidate) =>
      wanted.map((item, i) => {
        const relationOf = ({ code }: Item) => relations[i]![dictionary.intern(code)]!;
        const best = bestOf(criterion.itemsOf(candidate), (found) =>
          fit(item, relationOf(found), found.level as Level),
        );
        if (!best) return null;
        const relation: Relation | 'same' =
          best.item.code === item.code ? 'same' : criterion.relations[relationOf(best.item)]!;
        return { ...best.item, relation, fit: microUnits(best.fit, one) };
      }),
  };
}

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
