import { expertiseDomain, proficiencyRank, type TerritoryCode } from '#vocabulary';
import type { CandidatePool } from '../engine/candidate-pool.js';
import { Flag } from '../engine/columns.js';
import { CompiledNeed } from '../engine/compiled-need.js';
import type { Screening, Unchecked } from '../engine/screening.js';
import { CRITERIA, type Criterion, HARD_CRITERIA, type HardCriterion, MODEL } from '../model.js';
import { MODEL_2 } from '../model-2.js';
import { essentialOf } from '../need/essential.js';
import { criteriaOf, type Need, SOFT_FIELDS, weightOf } from '../need/need.js';
import { type Droppable, finding, type Finding } from './finding.js';

/** A need looked at before anyone is ranked by it. */
export interface NeedReview {
  readonly considered: number;
  readonly eligible: number;
  readonly reliefs: readonly Relief[];
  /** Of how many of the eligible only their network can check a criterion. */
  readonly unchecked: readonly Unchecked[];
  /** Where the process is, as far as the need left it out. */
  readonly assumed: readonly TerritoryCode[];
  /** Contradictions first, then what is too narrow, then the rest in the order of the need. */
  readonly findings: readonly Finding[];
}

/**
 * What is contradictory or too narrow in a valid need, with numbers of the pool. Takes one pass over it.
 *
 * @param today the day on which it is asked, for the model has no clock
 * @param wanted how many women are looked for
 * @param assumed where the process is, of a need that left it out: it holds them by now
 *
 * Throws InvalidNeed for a need with problems.
 */
export function reviewNeed(
  pool: CandidatePool,
  need: Need,
  {
    today,
    wanted = 1,
    assumed = [],
  }: {
    readonly today: string;
    readonly wanted?: number;
    readonly assumed?: readonly TerritoryCode[];
  },
): NeedReview {
  const seen = survey(CompiledNeed.checked(pool, need));
  const within = findingsWithin(need, today);
  const contradictions = within.filter(({ kind }) => kind === 'CONTRADICTION');
  return {
    considered: seen.considered,
    eligible: seen.eligible,
    reliefs: seen.reliefs,
    unchecked: seen.unchecked,
    assumed,
    findings: [
      ...contradictions,
      ...narrowness(seen, wanted),
      ...unknownNetworks(need, seen),
      ...within.filter(({ kind }) => kind !== 'CONTRADICTION'),
      ...assumedPlaces(assumed),
      ...assumedEssential(need),
      ...joinedFields(need),
      ...daysNotAsked(need),
      ...conflictNotStated(need),
      ...insiders(need, seen),
      ...brief(need),
      ...sameValues(need, seen),
    ],
  };
}

const REQUIREMENTS: Readonly<Record<Droppable, string>> = {
  STATE: 'hard.allowStale',
  LANGUAGE: 'hard.languages',
  CONFLICT_OF_INTEREST: 'hard.conflictOfInterest',
  AVAILABILITY: 'hard.availability',
  ROLE: 'hard.roles',
  TRACK: 'hard.tracks',
  NETWORK: 'hard.networks',
  YEARS: 'hard.minimumYears',
};

/** A finding about each item of a list about which there is one. */
function each<T>(
  path: string,
  items: readonly T[] | undefined,
  findingOf: (item: T, path: string) => Finding | false,
): Finding[] {
  return (items ?? []).flatMap((item, i) => findingOf(item, `${path}.${i}`) || []);
}

function narrowness({ considered, eligible, reliefs }: Survey, wanted: number): Finding[] {
  if (eligible >= wanted) return [];
  const few =
    eligible === 0
      ? finding('NOBODY_ELIGIBLE', 'hard', { considered: ['number', considered] }, 0)
      : finding(
          'FEWER_THAN_WANTED',
          'hard',
          { eligible: ['number', eligible], wanted: ['number', wanted] },
          eligible,
        );
  const [first, ...others] = reliefs;
  if (!first) return [few];
  const best = others.reduce((a, b) => (b.eligible > a.eligible ? b : a), first);
  const values = {
    requirement: ['requirement', best.requirement],
    count: ['number', best.eligible],
  } as const;
  const path = REQUIREMENTS[best.requirement];
  return [few, finding('MOST_RESTRICTIVE', path, values, best.eligible)];
}

/** A slug that is misspelt is valid, and lists nobody. */
function unknownNetworks({ hard, soft }: Need, { networks }: Survey): Finding[] {
  const unknown = (slug: string, path: string) =>
    !networks.has(slug) && finding('UNKNOWN_NETWORK', path, { network: ['networks', slug] }, 0);
  const { networks: rivals } = hard.conflictOfInterest ?? {};
  return [
    ...each('hard.networks', hard.networks, unknown),
    ...each('hard.conflictOfInterest.networks', rivals, unknown),
    ...each('soft.networks', soft.networks, unknown),
  ];
}

function assumedPlaces(assumed: readonly TerritoryCode[]): Finding[] {
  if (assumed.length === 0) return [];
  const values = { areas: ['areas', assumed.join('\n')] } as const;
  return [finding('TERRITORIES_ASSUMED', 'territories', values)];
}

/** The language that is essential because none is said to be. */
function assumedEssential(need: Need): Finding[] {
  const { languages = [] } = need.soft;
  if (languages.some(({ essential }) => typeof essential === 'number')) return [];
  return essentialOf(need, 'LANGUAGE').flatMap((share, i) => {
    if (share === 0) return [];
    const values = {
      language: ['language', languages[i]!.code],
      share: ['share', share],
    } as const;
    return [finding('ESSENTIAL_ASSUMED', `soft.languages.${i}.essential`, values)];
  });
}

/**
 * Two fields of different domains that weigh most, where nothing is said of what is essential: values are added up, so that a
 * woman with one of them keeps the rest of the points.
 */
function joinedFields({ version, soft: { expertise = [] } }: Need): Finding[] {
  if (version !== 2 || expertise.some(({ essential }) => typeof essential === 'number')) return [];
  const weights = expertise.map(({ weight }) => weight ?? MODEL.item.weight);
  const heaviest = Math.max(...weights);
  const codes = expertise.filter((_, i) => weights[i] === heaviest).map(({ code }) => code);
  if (codes.length !== 2 || expertiseDomain(codes[0]!) === expertiseDomain(codes[1]!)) return [];
  const share = Math.ceil((100 * heaviest) / weights.reduce((sum, weight) => sum + weight, 0));
  const values = { fields: ['fields', codes.join('\n')], share: ['share', share] } as const;
  const path = `soft.expertise.${weights.indexOf(heaviest)}.essential`;
  return [finding('ESSENTIAL_NOT_STATED', path, values)];
}

/** Who says that she is not available loses a part of the score where a need does not ask about days. */
function daysNotAsked({ version, hard, soft }: Need): Finding[] {
  if (version !== 2 || soft.availability === true || hard.availability) return [];
  const values = { share: ['share', MODEL_2.notAvailable] } as const;
  return [finding('AVAILABILITY_NOT_ASKED', 'soft.availability', values)];
}

/**
 * Where a process is in several countries, they are often its parties. In one country its state may be a party, too, but to
 * exclude its nationals would exclude nearly all who know the place, so nobody is asked to.
 */
function conflictNotStated({ version, hard, soft, territories = [] }: Need): Finding[] {
  const excluded = hard.conflictOfInterest?.territories ?? [];
  if (version !== 2 || territories.length < 2 || excluded.length > 0 || soft.origin) return [];
  const values = { areas: ['areas', territories.join('\n')] } as const;
  return [finding('CONFLICT_NOT_STATED', 'hard.conflictOfInterest.territories', values)];
}

function insiders({ hard, soft }: Need, { conflicting }: Survey): Finding[] {
  const wanted = new Set((soft.territories ?? []).map(({ code }) => code));
  const excluded = hard.conflictOfInterest?.territories;
  return each('hard.conflictOfInterest.territories', excluded, (code, path) => {
    const values = { area: ['area', code], count: ['number', conflicting] } as const;
    return wanted.has(code) && finding('INSIDERS_EXCLUDED', path, values, conflicting);
  });
}

function brief({ soft }: Need): Finding[] {
  return soft.text?.matches.length === 0 ? [finding('BRIEF_WITHOUT_MATCHES', 'brief', {}, 0)] : [];
}

function sameValues({ soft }: Need, { same, eligible }: Survey): Finding[] {
  return same
    .filter((criterion) => criterion !== 'TEXT' || soft.text?.matches.length !== 0)
    .map((criterion) => {
      const path = criterion === 'TEXT' ? 'brief' : `soft.${SOFT_FIELDS[criterion]}`;
      const values = {
        criterion: ['criterion', criterion],
        count: ['number', eligible],
      } as const;
      return finding('SAME_VALUE', path, values, eligible);
    });
}

/** What can be told from a valid need alone, and the day on which it is asked. */
function findingsWithin(need: Need, today: string): Finding[] {
  return [
    ...networksFindings(need),
    ...periodFindings(need, today),
    ...languagesFindings(need),
    ...rolesAndTracksFindings(need),
    ...yearsFindings(need),
    ...weightsFindings(need),
  ];
}

/** Nobody is in a network and not in it: where all that are accepted are excluded, nobody is left. */
function networksFindings({ hard, soft }: Need): Finding[] {
  const rivals = hard.conflictOfInterest?.networks ?? [];
  const accepted = hard.networks ?? [];
  if (accepted.length > 0 && accepted.every((slug) => rivals.includes(slug))) {
    const names = [...new Set(accepted)].join('\n');
    return [finding('NETWORKS_EXCLUDED', 'hard.networks', { networks: ['networks', names] })];
  }
  const excluded =
    (code: 'NETWORK_EXCLUDED' | 'PREFERRED_NETWORK_EXCLUDED') => (slug: string, path: string) =>
      rivals.includes(slug) && finding(code, path, { network: ['networks', slug] });
  return [
    ...each('hard.networks', accepted, excluded('NETWORK_EXCLUDED')),
    ...each('soft.networks', soft.networks, excluded('PREFERRED_NETWORK_EXCLUDED')),
  ];
}

function periodFindings({ period, date }: Need, today: string): Finding[] {
  if (!period) return [];
  if (period.to < today) return [finding('PERIOD_PAST', 'period', { to: ['date', period.to] })];
  if (period.from >= date) return [];
  const values = { from: ['date', period.from], date: ['date', date] } as const;
  return [finding('PERIOD_BEFORE_DATE', 'period.from', values)];
}

function languagesFindings({ hard, soft }: Need): Finding[] {
  const wanted = soft.languages ?? [];
  if (wanted.length === 0) return [];
  return (hard.languages ?? []).flatMap(({ code, level }, i) => {
    const path = `hard.languages.${i}`;
    const language = ['language', code] as const;
    const same = wanted.filter((item) => item.code === code);
    if (same.length === 0) return [finding('LANGUAGE_NOT_WANTED', path, { language })];
    return same.flatMap(({ level: full = MODEL.language.level }) => {
      if (proficiencyRank(level) <= proficiencyRank(full)) return [];
      const values = { language, required: ['level', level], wanted: ['level', full] } as const;
      return [finding('LEVEL_ABOVE_WANTED', `${path}.level`, values)];
    });
  });
}

function rolesAndTracksFindings({ hard, soft }: Need): Finding[] {
  const roles = soft.roles ?? [];
  const tracks = (soft.tracks ?? []).map(({ code }) => code);
  const unwanted = <T>(wanted: readonly T[], item: T) =>
    wanted.length > 0 && !wanted.includes(item);
  return [
    ...each(
      'hard.roles',
      hard.roles,
      (role, path) =>
        unwanted(roles, role) && finding('ROLE_NOT_WANTED', path, { role: ['role', role] }),
    ),
    ...each(
      'hard.tracks',
      hard.tracks,
      (track, path) =>
        unwanted(tracks, track) && finding('TRACK_NOT_WANTED', path, { track: ['track', track] }),
    ),
  ];
}

function yearsFindings({ hard: { minimumYears = 0 }, soft }: Need): Finding[] {
  if (soft.years === undefined || soft.years === false) return [];
  const wanted = soft.years === true ? MODEL.years.wanted : soft.years;
  if (minimumYears <= wanted) return [];
  const values = { minimum: ['number', minimumYears], wanted: ['number', wanted] } as const;
  return [finding('YEARS_ABOVE_WANTED', 'hard.minimumYears', values)];
}

function weightsFindings(need: Need): Finding[] {
  const stated = new Set(criteriaOf(need));
  return CRITERIA.flatMap((criterion) => {
    const isStated = stated.has(criterion);
    const weighs = (isStated ? weightOf(need, criterion) : (need.weights?.[criterion] ?? 0)) > 0;
    if (isStated === weighs) return [];
    const code = isStated ? 'CRITERION_WITHOUT_WEIGHT' : 'WEIGHT_WITHOUT_CRITERION';
    return [finding(code, `weights.${criterion}`, { criterion: ['criterion', criterion] })];
  });
}

/** How many more are eligible once one requirement is dropped. */
interface Relief {
  readonly requirement: Droppable;
  /** Eligible without it, those included who are with it. */
  readonly eligible: number;
}

/** What one pass over the pool tells of a need. */
interface Survey {
  readonly considered: number;
  readonly eligible: number;
  /** How many are excluded for conflict of interest, alone or among other reasons. */
  readonly conflicting: number;
  /** One for each requirement without which more are eligible, in the order of checking. */
  readonly reliefs: readonly Relief[];
  /** Of how many of the eligible only their network can check a criterion. */
  readonly unchecked: readonly Unchecked[];
  /** Criteria with a weight in which all who are eligible, two at least, have the same value. */
  readonly same: readonly Criterion[];
  /** Networks that list anyone. */
  readonly networks: ReadonlySet<string>;
}

/** What the pool tells of a need. */
function survey(compiled: CompiledNeed): Survey {
  const { pool, screening } = compiled;
  const eligible = screening.rowsWhere((failed) => failed.length === 0);
  const { exclusions, unchecked } = screening.screened();
  const onlyBy = screening.onlyBy();
  return {
    considered: pool.size,
    eligible: eligible.length,
    conflicting: exclusions.find(({ reason }) => reason === 'CONFLICT_OF_INTEREST')?.any ?? 0,
    reliefs: HARD_CRITERIA.filter(isDroppable).flatMap((requirement): Relief[] => {
      const more = requirement === 'STATE' ? staleOf(pool, screening) : onlyBy.get(requirement);
      return more ? [{ requirement, eligible: eligible.length + more }] : [];
    }),
    unchecked,
    same: eligible.length < 2 ? [] : alike(compiled, eligible),
    networks: networksOf(pool, screening),
  };
}

/** Without STATE, profiles that were confirmed too long ago are eligible; unpublished ones never are. */
function staleOf({ columns: { flags } }: CandidatePool, screening: Screening): number {
  const rows = screening.rowsWhere((failed) => failed.length === 1 && failed[0] === 'STATE');
  return rows.filter((row) => (flags[row]! & Flag.stale) !== 0).length;
}

/** The criteria with a weight in which some rows have one value. */
function alike({ criteria }: CompiledNeed, rows: Uint32Array): Criterion[] {
  return criteria
    .filter(({ weight, scorer }) => {
      if (weight === 0) return false;
      const value = scorer.measure(rows[0]!);
      return rows.every((row) => scorer.measure(row) === value);
    })
    .map(({ criterion }) => criterion);
}

function networksOf({ lists, dictionaries }: CandidatePool, screening: Screening): Set<string> {
  const { networks } = lists;
  const held = new Set<number>();
  for (const row of screening.rowsWhere(() => true)) held.add(networks.numbers[row]!);
  return new Set(
    [...held].flatMap((list) =>
      networks.list(list).map((word) => dictionaries.networks.codes[word]!),
    ),
  );
}

function isDroppable(criterion: HardCriterion): criterion is Droppable {
  return criterion !== 'CONSENT' && criterion !== 'SAFETY';
}
