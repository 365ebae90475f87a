import type { Candidate, Criterion, Need } from '#matching';
import { CRITERIA, validateNeed } from '#matching';
import fc from 'fast-check';

/** Few codes, near each other, so that relations, ties and exclusions of every kind come up often. */
const LANGUAGES = ['fr', 'en', 'sw', 'ar', 'ary', 'arz', 'mey', 'rw', 'rn', 'ku', 'ckb'];
const TERRITORIES = ['ML', 'NE', 'MR', 'SN', 'BF', 'KE', 'SO', 'SE', 'CO'];
const AREAS = [...TERRITORIES, 'ECOWAS', '011', '002', '001'];
const EXPERTISE = [
  'mediation',
  'mediation.ceasefire-mediation',
  'mediation.shuttle-diplomacy',
  'justice',
  'justice.transitional-justice',
  'inclusion.womens-participation',
];
const PROFICIENCIES = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native', 'signed'] as const;
const LEVELS = [1, 2, 3] as const;
const TRACKS = ['1', '1.5', '2', '3'] as const;
const ROLES = ['lead-mediator', 'co-mediator', 'facilitator', 'gender-adviser'] as const;
const PHASES = ['negotiation', 'agreement', 'implementation'] as const;
const PROCESS_TYPES = ['ceasefire', 'comprehensive', 'local'] as const;
const NETWORKS = ['femwise', 'nordic', 'mediterranean'];
const IDS = Array.from(
  { length: 40 },
  (_, i) => `00000000-0000-7000-8000-${(i * 2_654_435_761).toString(16).padStart(12, '0')}`,
);

const any = fc.constantFrom;
const list = <T>(item: fc.Arbitrary<T>, maxLength: number) => fc.array(item, { maxLength });
const some = <T>(item: fc.Arbitrary<T>, maxLength: number) =>
  fc.array(item, { minLength: 1, maxLength });
const optional = <T>(item: fc.Arbitrary<T>) => fc.option(item, { nil: undefined, freq: 1 });
const date = (from: string, days: number) =>
  fc
    .integer({ min: 0, max: days })
    .map((n) => new Date(Date.parse(from) + n * 86_400_000).toISOString().slice(0, 10));
const weight = optional(fc.oneof(fc.integer({ min: 1, max: 4 }), any(1000)));

export const id = any(...IDS);

/** The lot of whoever has this id: another UUID, in another order. */
export function lotOf(of: string): string {
  const digits = Array.from(of.replaceAll('-', '')).toReversed().join('');
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const interval = fc
  .tuple(
    fc.option(date('2026-01-01', 90), { freq: 4 }),
    fc.option(date('2026-01-01', 90), { freq: 4 }),
  )
  .map(([a, b]) => (a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b }));

const year = fc.option(any(1950, 2000, 2012, 2018, 2021, 2025, 2027));

const inYear = <T extends object>(item: fc.Arbitrary<T>) =>
  list(
    fc.tuple(item, year).map(([of, ended]) => ({ ...of, year: ended })),
    3,
  );

const deployed = fc.record({
  territories: inYear(fc.record({ code: any(...TERRITORIES) })),
  processes: inYear(
    fc.record({
      type: fc.option(any(...PROCESS_TYPES)),
      phase: fc.option(any(...PHASES)),
    }),
  ),
  expertise: inYear(fc.record({ code: any(...EXPERTISE.slice(1)) })),
});

const lotless: fc.Arbitrary<Omit<Candidate, 'lot'>> = fc.record({
  id,
  consentMatched: fc.oneof({ weight: 6, arbitrary: any(true) }, any(false)),
  state: fc.oneof({ weight: 4, arbitrary: any('published' as const) }, any('stale', 'unpublished')),
  languages: list(fc.record({ code: any(...LANGUAGES), level: any(...PROFICIENCIES) }), 4),
  territories: list(any(...TERRITORIES), 3),
  expertise: list(fc.record({ code: any(...EXPERTISE), level: any(...LEVELS) }), 4),
  nationalities: list(any(...TERRITORIES), 2),
  residence: fc.option(any(...TERRITORIES)),
  networks: list(any(...NETWORKS), 2),
  ruledOut: fc.option(list(any(...TERRITORIES), 2), { freq: 3 }),
  rolesStated: list(any(...ROLES), 2),
  rolesServed: list(any(...ROLES), 2),
  tracks: list(any(...TRACKS), 2),
  processes: list(fc.record({ type: any(...PROCESS_TYPES), phase: any(...PHASES) }), 2),
  years: fc.integer({ min: 0, max: 20 }),
  available: fc.oneof({ weight: 4, arbitrary: list(interval, 3) }, any('limited' as const, null)),
  confirmedOn: fc.option(date('2023-06-01', 1000)),
  youngLeader: fc.boolean(),
  deployed: optional(deployed),
  workingMode: fc.option(any('in-person' as const, 'remote' as const, 'both' as const)),
  noticeDays: fc.option(fc.integer({ min: 0, max: 60 })),
  mentor: fc.option(fc.boolean()),
});

export const candidate: fc.Arbitrary<Candidate> = lotless.map((one) => ({
  ...one,
  lot: lotOf(one.id),
}));

/** Candidates with distinct ids. */
export const candidates = fc.uniqueArray(candidate, { selector: (each) => each.id, maxLength: 30 });

const period = fc
  .tuple(date('2026-01-01', 60), fc.integer({ min: 0, max: 40 }))
  .map(([from, days]) => ({
    from,
    to: new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10),
  }));

const hard: fc.Arbitrary<Need['hard']> = fc.record(
  {
    languages: list(fc.record({ code: any(...LANGUAGES), level: any('A1', 'B1', 'C1') }), 1),
    conflictOfInterest: fc.record(
      { territories: list(any(...TERRITORIES), 2), networks: list(any(...NETWORKS), 1) },
      { requiredKeys: [] },
    ),
    availability: fc.record({ minimumShare: any(1, 33, 50, 100) }),
    roles: list(any(...ROLES), 3),
    tracks: list(any(...TRACKS), 3),
    networks: list(any(...NETWORKS), 2),
    minimumYears: any(0, 3, 7),
    allowStale: fc.boolean(),
  },
  { requiredKeys: [] },
);

const soft: fc.Arbitrary<Need['soft']> = fc.record(
  {
    languages: some(
      fc.record({ code: any(...LANGUAGES), level: optional(any(...PROFICIENCIES)), weight }),
      3,
    ),
    territories: some(fc.record({ code: any(...AREAS), weight }), 3),
    expertise: some(
      fc.record({ code: any(...EXPERTISE), level: optional(any(...LEVELS)), weight }),
      3,
    ),
    roles: some(any(...ROLES), 2),
    tracks: some(fc.record({ code: any(...TRACKS), weight }), 2),
    process: fc.record(
      { type: any(...PROCESS_TYPES), phase: any(...PHASES) },
      { requiredKeys: [] },
    ),
    years: fc.oneof(fc.integer({ min: 1, max: 15 }), fc.boolean()),
    availability: fc.boolean(),
    freshness: fc.boolean(),
    text: fc.record({ matches: fc.shuffledSubarray(IDS) }),
    networks: some(any(...NETWORKS), 2),
  },
  { requiredKeys: [] },
);

const essential = optional(any(0, 5, 20));

const essentialItems = <T extends object>(item: fc.Arbitrary<T>) =>
  some(
    fc.tuple(item, essential).map(([of, cost]) => ({ ...of, essential: cost })),
    2,
  );

/** What only model 2 knows, and what it reads in another way. */
const later: fc.Arbitrary<Need['soft']> = fc.record(
  {
    languages: essentialItems(fc.record({ code: any(...LANGUAGES), weight })),
    territories: essentialItems(fc.record({ code: any(...AREAS), weight })),
    expertise: essentialItems(fc.record({ code: any(...EXPERTISE), weight })),
    years: any(3, 8),
    yearsAtMost: any(8, 12),
    origin: fc.record({
      stance: any('insider' as const, 'outsider' as const),
      territories: some(any(...TERRITORIES), 2),
    }),
    workingMode: any('in-person' as const, 'remote' as const),
    noticeDays: any(1, 14, 30),
    mentor: any(true),
  },
  { requiredKeys: ['years'] },
);

/** Low enough to be doubled. */
const weights = fc.record(
  Object.fromEntries(
    CRITERIA.map((criterion) => [criterion, fc.integer({ min: 0, max: 500 })]),
  ) as Record<Criterion, fc.Arbitrary<number>>,
  { requiredKeys: [] },
);

/** Valid needs of model 1. */
export const earlierNeed: fc.Arbitrary<Need> = fc
  .record({
    id: any('need-a', 'need-b', 'besoin-é'),
    seed: optional(any('seed-1', 'seed-2')),
    date: date('2025-12-01', 60),
    weights: optional(weights),
    hard: fc.oneof({ weight: 2, arbitrary: any<Need['hard']>({}) }, hard),
    soft,
    period,
    territories: list(any(...TERRITORIES), 1),
  })
  .filter((stated) => validateNeed(stated).length === 0);

/** Valid needs of model 2. */
export const laterNeed: fc.Arbitrary<Need> = fc
  .tuple(earlierNeed, later, optional(weights), fc.boolean())
  .map(([stated, only, weighs, isOnlyLater]): Need => ({
    ...stated,
    version: 2,
    weights: weighs,
    soft: isOnlyLater ? only : { ...stated.soft, ...only },
  }))
  .filter((stated) => validateNeed(stated).length === 0);

/** Valid needs of both models. */
export const need: fc.Arbitrary<Need> = fc.oneof(earlierNeed, laterNeed);
