import type { TerritoryCode } from '#vocabulary';
import type { Criterion } from '../model.js';
import type { Need, SoftNeed } from '../need/need.js';
import { checkNeed } from '../need/validate-need.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import type { Unchecked } from '../rank/exclusions.js';
import { finding, type Droppable, type Finding } from './finding.js';
import { survey, type Relief, type Survey } from './survey.js';
import { findingsWithin } from './within-need.js';

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
  checkNeed(need);
  const seen = survey(pool, need);
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

const FIELDS: Readonly<Record<Criterion, keyof SoftNeed>> = {
  LANGUAGE: 'languages',
  REGION: 'territories',
  EXPERTISE: 'expertise',
  ROLE: 'roles',
  TRACK: 'tracks',
  PROCESS: 'process',
  YEARS: 'years',
  AVAILABILITY: 'availability',
  FRESHNESS: 'freshness',
  TEXT: 'text',
  NETWORK: 'networks',
};

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
  const best = others.reduce((most, each) => (each.eligible > most.eligible ? each : most), first);
  const values = {
    requirement: ['requirement', best.requirement],
    count: ['number', best.eligible],
  } as const;
  const path = REQUIREMENTS[best.requirement];
  return [few, finding('MOST_RESTRICTIVE', path, values, best.eligible)];
}

/** A slug that is misspelt is valid, and lists nobody. */
function unknownNetworks({ hard, soft }: Need, { networks }: Survey): Finding[] {
  const named = {
    'hard.networks': hard.networks,
    'hard.conflictOfInterest.networks': hard.conflictOfInterest?.networks,
    'soft.networks': soft.networks,
  };
  return Object.entries(named).flatMap(([path, slugs = []]) =>
    slugs.flatMap((slug, i) =>
      networks.has(slug)
        ? []
        : [finding('UNKNOWN_NETWORK', `${path}.${i}`, { network: ['networks', slug] }, 0)],
    ),
  );
}

function assumedPlaces(assumed: readonly TerritoryCode[]): Finding[] {
  if (assumed.length === 0) return [];
  const values = { areas: ['areas', assumed.join('\n')] } as const;
  return [finding('TERRITORIES_ASSUMED', 'territories', values)];
}

function insiders({ hard, soft }: Need, { conflicting }: Survey): Finding[] {
  const wanted = new Set((soft.territories ?? []).map(({ code }) => code));
  return (hard.conflictOfInterest?.territories ?? []).flatMap((code, i) => {
    if (!wanted.has(code)) return [];
    const path = `hard.conflictOfInterest.territories.${i}`;
    const values = { area: ['area', code], count: ['number', conflicting] } as const;
    return [finding('INSIDERS_EXCLUDED', path, values, conflicting)];
  });
}

function brief({ soft }: Need): Finding[] {
  return soft.text?.matches.length === 0 ? [finding('BRIEF_WITHOUT_MATCHES', 'brief', {}, 0)] : [];
}

function sameValues({ soft }: Need, { same, eligible }: Survey): Finding[] {
  return same
    .filter((criterion) => criterion !== 'TEXT' || soft.text?.matches.length !== 0)
    .map((criterion) =>
      finding(
        'SAME_VALUE',
        criterion === 'TEXT' ? 'brief' : `soft.${FIELDS[criterion]}`,
        { criterion: ['criterion', criterion], count: ['number', eligible] },
        eligible,
      ),
    );
}
