import type { Phase, ProcessType } from '#vocabulary';
import { DEPLOYMENT_YEARS } from '../candidate.js';
import { languageFit, ONE, yearsValue } from '../criteria/formulas.js';
import { type Criterion, microUnits, MODEL } from '../model.js';
import { MODEL_2 } from '../model-2.js';
import { essentialOf } from '../need/essential.js';
import type { Need } from '../need/need.js';
import type { CandidatePool } from './candidate-pool.js';
import { modeNumber, MODE_SHIFT, NO_NOTICE, Trait } from './columns.js';
import { LISTED_YEAR, processCode, processOf, skillOf } from './dictionaries.js';
import { SetCheck } from './list-checks.js';
import { EMPTY_LIST, type ListColumn } from './list-column.js';
import { levelled, nearest, weighed } from './nearest.js';
import { RowScorer, TableScorer } from './scorers.js';
import {
  availabilityCriterion,
  freshnessCriterion,
  networkCriterion,
  roleCriterion,
  trackCriterion,
} from './shared-criteria.js';
import type { Compile } from './soft-criterion.js';

/** In micro-units: what a criterion gives where the profile says nothing about it. */
const unstatedValue = (criterion: keyof typeof MODEL_2.unstated) =>
  microUnits(MODEL_2.unstated[criterion], 10);

/** Parts of a value of 1 where tenths of a relation meet tenths of recency. */
const ONE_IN_YEAR = 100;

/** The criteria in which model 2 differs from model 1; docs/matching-2.md gives the formulas. */
export const CRITERIA_2: { [C in Exclude<Criterion, 'TEXT'>]: Compile<C> } = {
  LANGUAGE: (pool, need) =>
    nearest(pool, {
      wanted: withEssential(
        levelled(need.soft.languages!, MODEL.language.level),
        essentialOf(need, 'LANGUAGE'),
      ),
      column: pool.lists.languages,
      dictionary: pool.dictionaries.served,
      one: ONE.LANGUAGE,
      fit: (item, relation, level) => languageFit(relation, item.level, level),
      relations: {
        10: 'member',
        9: 'understood',
        8: 'understood',
        6: 'macrolanguage',
        2: 'sibling',
      } as const,
      tellOf: (item) => item,
      unstated: unstatedValue('LANGUAGE'),
      essential: essentialOf(need, 'LANGUAGE'),
    }),

  REGION: (pool, need) => {
    const recency = recencyOf(need, MODEL_2.listed.REGION);
    return nearest(pool, {
      wanted: withEssential(weighed(need.soft.territories!), essentialOf(need, 'REGION')),
      column: pool.lists.places,
      dictionary: pool.dictionaries.places,
      one: ONE_IN_YEAR,
      fit: (_, relation, year: number) => MODEL_2.region[relation]! * recency(year),
      relations: { 10: 'inside', 7: 'neighbour', 5: 'near', 2: 'continent' } as const,
      tellOf: ({ code, level }) => ({ code, ...toldYear(level) }),
      unstated: unstatedValue('REGION'),
      essential: essentialOf(need, 'REGION'),
    });
  },

  EXPERTISE: (pool, need) => {
    const recency = recencyOf(need, MODEL_2.listed.EXPERTISE);
    return nearest(pool, {
      wanted: withEssential(
        levelled(need.soft.expertise!, MODEL.expertise.level),
        essentialOf(need, 'EXPERTISE'),
      ),
      column: pool.lists.skills,
      dictionary: pool.dictionaries.skills,
      one: ONE.EXPERTISE * 10,
      fit: (item, relation, skill: number) => {
        const { level, year } = skillOf(skill);
        const had = Math.min(item.level, level || SHOWN_LEVEL);
        return MODEL_2.expertise[relation]! * (6 / item.level) * had * recency(year);
      },
      relations: { 10: 'child', 5: 'domain', 3: 'sibling' } as const,
      tellOf: ({ code, level: skill }) => {
        const { level, year } = skillOf(skill);
        return { code, level: level || SHOWN_LEVEL, ...toldYear(year) };
      },
      unstated: unstatedValue('EXPERTISE'),
      essential: essentialOf(need, 'EXPERTISE'),
    });
  },

  ROLE: roleCriterion(unstatedValue('ROLE')),

  TRACK: trackCriterion(unstatedValue('TRACK')),

  PROCESS: (pool, need) => {
    const { type = null, phase = null } = need.soft.process!;
    const recency = recencyOf(need);
    const { find, ...compiled } = nearest(pool, {
      wanted: [{ code: processCode(type, phase), weight: 1 }],
      column: pool.lists.works,
      dictionary: pool.dictionaries.works,
      one: ONE_IN_YEAR,
      fit: (_, relation, year: number) => relation * recency(year),
      relations: { 10: 'type-and-phase', 7: 'type', 4: 'phase' } as const,
      tellOf: (item) => item,
      unstated: unstatedValue('PROCESS'),
    });
    return {
      ...compiled,
      wanted: { type, phase },
      find: (_, row) => {
        const [best] = find(_, row);
        if (!best) return null;
        const { relation, level } = best;
        const isWhole = relation === 'same' || relation === 'type-and-phase';
        const same = isWhole ? wholeOf(type, phase) : relation;
        return { ...processOf(best.code), same, year: level === 0 ? null : level };
      },
    };
  },

  /** A profile keeps 0 years where nobody has stated any. */
  YEARS: ({ columns }, need) => {
    const { years: stated, yearsAtMost: most = MODEL.years.maximum } = need.soft;
    const wanted = typeof stated === 'number' ? stated : MODEL.years.wanted;
    const values = Uint32Array.from({ length: MODEL.years.maximum + 1 }, (_, found) => {
      if (found === 0) return unstatedValue('YEARS');
      return found > most ? microUnits(most, found) : yearsValue(found, wanted);
    });
    return {
      wanted: need.soft.yearsAtMost === undefined ? wanted : { from: wanted, atMost: most },
      scorer: new TableScorer(columns.years, values),
      isUnstated: (row) => columns.years[row] === 0,
      find: ({ years }) => years,
    };
  },

  AVAILABILITY: availabilityCriterion(unstatedValue('AVAILABILITY')),

  FRESHNESS: freshnessCriterion(unstatedValue('FRESHNESS')),

  NETWORK: networkCriterion(unstatedValue('NETWORK')),

  /** A nationality decides before a residence does; whoever shows no nationality may be anybody's. */
  ORIGIN: ({ lists, dictionaries }, need) => {
    const { stance, territories } = need.soft.origin!;
    const meant = dictionaries.territories.setOf(territories);
    const isNational = tiesOf(lists.nationalities, meant);
    const isResident = tiesOf(lists.residence, meant);
    const { national, resident } = MODEL_2.origin[stance];
    const values = [
      microUnits(national, 10),
      microUnits(resident, 10),
      stance === 'outsider' ? MODEL.unit : 0,
      unstatedValue('ORIGIN'),
    ];
    const TIES = ['national', 'resident', 'none', 'unstated'] as const;
    const tieOf = (row: number): number => {
      const nationality = isNational[lists.nationalities.numbers[row]!]!;
      if (nationality === Tie.has) return 0;
      if (isResident[lists.residence.numbers[row]!] === Tie.has) return 1;
      return nationality === Tie.hasNot ? 2 : 3;
    };
    return {
      wanted: { stance, territories },
      scorer: new RowScorer(3, (row) => values[tieOf(row)]!),
      isUnstated: (row) => TIES[tieOf(row)] === 'unstated',
      find: ({ nationalities, residence }, row) => {
        const tie = TIES[tieOf(row)]!;
        const homes = tie === 'national' ? nationalities : residence === null ? [] : [residence];
        const found = tie === 'none' || tie === 'unstated' ? [] : homes;
        return { tie, territories: found.filter((code) => territories.includes(code)) };
      },
    };
  },

  WORKING_MODE: ({ columns: { traits } }, need) => {
    const wanted = need.soft.workingMode!;
    const accepted = new Set([0, modeNumber(wanted), modeNumber('both')]);
    const values = Uint32Array.from({ length: 0x100 }, (_, each) => {
      const mode = each >> MODE_SHIFT;
      if (mode === 0) return unstatedValue('WORKING_MODE');
      return accepted.has(mode) ? MODEL.unit : 0;
    });
    return {
      wanted,
      scorer: new TableScorer(traits, values),
      isUnstated: (row) => traits[row]! >> MODE_SHIFT === 0,
      find: ({ workingMode }) => workingMode ?? null,
    };
  },

  NOTICE: ({ columns: { notice } }, need) => {
    const wanted = need.soft.noticeDays!;
    return {
      wanted,
      scorer: new RowScorer(2, (row) => {
        const needed = notice[row]!;
        if (needed === NO_NOTICE) return unstatedValue('NOTICE');
        return needed <= wanted ? MODEL.unit : microUnits(wanted, needed);
      }),
      isUnstated: (row) => notice[row] === NO_NOTICE,
      find: ({ noticeDays }) => noticeDays ?? null,
    };
  },

  MENTOR: ({ columns: { traits } }) => ({
    wanted: true,
    scorer: new TableScorer(
      traits,
      Uint32Array.from({ length: 0x100 }, (_, each) => {
        if ((each & Trait.listed) === 0) return unstatedValue('MENTOR');
        return (each & Trait.mentor) === 0 ? 0 : MODEL.unit;
      }),
    ),
    isUnstated: (row) => (traits[row]! & Trait.listed) === 0,
    find: ({ mentor }) => mentor ?? null,
  }),
};

/**
 * Whether a row says that she is not available. Whoever takes no work is none to begin a list with, whatever the days are. Null for a
 * need that asks about days, by AVAILABILITY, and for one of version 1.
 */
export function unavailability(
  { lists: { available } }: CandidatePool,
  { version, soft }: Need,
): ((row: number) => boolean) | null {
  if (version !== 2 || soft.availability === true) return null;
  return (row) => available.numbers[row] === EMPTY_LIST;
}

/** What is the same of a deployment that is all that is wanted. */
function wholeOf(type: ProcessType | null, phase: Phase | null) {
  if (type !== null && phase !== null) return 'type-and-phase';
  return type === null ? 'phase' : 'type';
}

/** The level of a field that a deployment shows and the profile does not list: practitioner. */
const SHOWN_LEVEL = 2;

/** In tenths, by the year of a deployment, or of what is only listed. */
function recencyOf({ date }: Need, listed = 0): (year: number) => number {
  const asOf = Number(date.slice(0, 4));
  const { first, last } = DEPLOYMENT_YEARS;
  const since = (year: number) => MODEL_2.recency.find(({ years }) => asOf - year <= years)!.tenths;
  const tenths = Array.from({ length: last - first + 1 }, (_, i) => since(first + i));
  return (year) => {
    if (year === LISTED_YEAR) return listed;
    return year === 0 ? MODEL_2.undated : tenths[year - first]!;
  };
}

/** The year of a deployment, where one shows it. */
function toldYear(year: number): { deployed?: { year: number | null } } {
  return year === LISTED_YEAR ? {} : { deployed: { year: year === 0 ? null : year } };
}

function withEssential<T extends object>(
  items: readonly T[],
  costs: readonly number[],
): (T & { essential?: number })[] {
  return items.map((item, i) => (costs[i]! > 0 ? { ...item, essential: costs[i]! } : item));
}

const Tie = { has: 1, hasNot: 2, unstated: 0 } as const;

/** By the number of a list: whether it holds one of a set of words, none, or nothing at all. */
function tiesOf(column: ListColumn, set: Uint8Array): Uint8Array {
  const holdsOne = new SetCheck(1, column, set, 0);
  const ties = new Uint8Array(column.numberCount);
  for (let list = 0; list < ties.length; list++) {
    ties[list] = holdsOne.of(list) === 1 ? Tie.has : Tie.hasNot;
  }
  ties[EMPTY_LIST] = Tie.unstated;
  return ties;
}
