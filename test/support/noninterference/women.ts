import fc from 'fast-check';
import { WHO_MAY_SEE, type Level } from '../who-may-see.js';

export type { Level };

/** Networks of the directories of this test. */
export const NETWORKS = ['acacia', 'baobab', 'fjord'] as const;
export type NetworkSlug = (typeof NETWORKS)[number];

/** What decides who sees her. The same in both directories of a pair, unless nobody sees her at all. */
export interface Shape {
  readonly state: string;
  readonly listed: boolean;
  readonly matched: boolean;
  /** She agrees, by her network's word, to be compared with the lists of other networks. */
  readonly linked: boolean;
  readonly pseudonymous: boolean;
  readonly networks: readonly NetworkSlug[];
  /** By field of the table below. */
  readonly audience: Readonly<Partial<Record<string, Level | undefined>>>;
  /** Into the first woman of the directory. */
  readonly merged: boolean;
}

/** What is held of her. */
export interface Held {
  readonly fullName: string;
  readonly displayName: string;
  readonly nameVariants: readonly string[];
  readonly codeName: string;
  readonly nationalities: readonly string[];
  readonly residence: string | null;
  readonly birthYear: number | null;
  readonly years: number;
  readonly tracks: readonly string[];
  readonly roles: readonly string[];
  readonly supports: readonly string[];
  readonly availabilityBand: string;
  readonly available: string;
  readonly noticeDays: number | null;
  readonly workingMode: string | null;
  readonly biography: Readonly<Record<string, string>>;
  readonly education: string | null;
  readonly publications: string | null;
  readonly training: string | null;
  readonly ruledOut: readonly string[];
  readonly confirmedOn: string;
  readonly languages: readonly { readonly code: string; readonly level: string }[];
  readonly territories: readonly string[];
  readonly expertise: readonly { readonly code: string; readonly level: number }[];
  readonly experience: readonly string[];
  /** What only her curators and herself ever see. */
  readonly inner: Inner;
}

export interface Inner {
  readonly revision: number;
  readonly completeness: number;
  readonly conflicts: readonly string[];
  readonly statement: string;
  readonly note: string | null;
  readonly evidence: string | null;
  readonly correction: boolean;
  readonly otherConsents: readonly string[];
  readonly objection: boolean;
  readonly proposed: boolean;
  readonly externalId: number;
  readonly contact: string | null;
  readonly createdOn: string;
}

export interface Woman {
  readonly shape: Shape;
  readonly held: Held;
}

/** A woman twice: what else could be held of her where it is hidden. */
export interface TwinWoman extends Woman {
  readonly other: Held;
  readonly otherShape: Shape;
}

/** Words that questions look for, so that hidden texts would be found by them. */
export const WORDS = ['Amina', 'Zuwena', 'ceasefire', 'Sahel', 'quartz', 'harbour', 'Diallo'];
export const TERRITORIES = ['KE', 'ML', 'SD', 'SE', 'UG'];

const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 });
const words = text.map((list) => list.join(' '));
const maybe = fc.option(words);
const places = fc.subarray(TERRITORIES, { maxLength: 3 });
const ratings = <T extends string, L>(codes: readonly T[], levels: readonly L[]) =>
  fc
    .tuple(fc.subarray([...codes], { maxLength: 3 }), fc.constantFrom(...levels))
    .map(([list, level]) => list.map((code) => ({ code, level })));

const inner: fc.Arbitrary<Inner> = fc.record({
  revision: fc.integer({ min: 1, max: 9 }),
  completeness: fc.nat({ max: 100 }),
  conflicts: fc.subarray(['residence', 'years']),
  statement: words,
  note: maybe,
  evidence: maybe,
  correction: fc.boolean(),
  otherConsents: fc.subarray(['CONTACTED', 'PUBLISHED_ABROAD', 'STATISTICS']),
  objection: fc.boolean(),
  proposed: fc.boolean(),
  externalId: fc.nat({ max: 1_000_000 }),
  contact: maybe,
  createdOn: fc.constantFrom('2024-01-01', '2025-06-01', '2026-03-01'),
});

export const held: fc.Arbitrary<Held> = fc.record({
  fullName: words,
  displayName: words,
  nameVariants: fc.array(words, { maxLength: 2 }),
  codeName: fc.constantFrom('Heron', 'Ibis', 'Kite', 'Egret'),
  nationalities: places,
  residence: fc.option(fc.constantFrom(...TERRITORIES)),
  birthYear: fc.option(fc.integer({ min: 1950, max: 2004 })),
  years: fc.nat({ max: 30 }),
  tracks: fc.subarray(['1', '1.5', '2', '3']),
  roles: fc.subarray(['lead-mediator', 'facilitator', 'adviser']),
  supports: fc.subarray(['advice', 'facilitation']),
  availabilityBand: fc.constantFrom('available', 'limited', 'unavailable'),
  available: fc.constantFrom('{(,)}', '{[2026-12-01,2027-02-01)}', '{}'),
  noticeDays: fc.option(fc.constantFrom(7, 30)),
  workingMode: fc.option(fc.constantFrom('remote', 'in-person', 'both')),
  biography: fc.dictionary(fc.constantFrom('en', 'fr', 'ar'), words),
  education: maybe,
  publications: maybe,
  training: maybe,
  ruledOut: places,
  confirmedOn: fc.constantFrom('2026-06-01', '2026-09-15', '2026-10-20', '2026-11-01'),
  languages: ratings(['en', 'fr', 'ar', 'sw'], ['B1', 'C1', 'native']),
  territories: places,
  expertise: ratings(
    ['mediation', 'mediation.shuttle-diplomacy', 'inclusion.womens-participation'],
    [1, 2, 3],
  ),
  experience: fc.array(words, { maxLength: 2 }),
  inner,
});

/** Every field that has an audience, and who sees it where she says nothing. */
export const STANDARD: Readonly<Record<string, Level>> = Object.fromEntries(
  Object.entries(WHO_MAY_SEE).map(([field, { standard }]) => [field, standard]),
);

export const shape: fc.Arbitrary<Shape> = fc.record({
  state: fc.oneof(
    { weight: 8, arbitrary: fc.constant('published') },
    { weight: 1, arbitrary: fc.constant('stale') },
    {
      weight: 3,
      arbitrary: fc.constantFrom('draft', 'submitted', 'verified', 'suspended', 'withdrawn'),
    },
  ),
  listed: fc.oneof(
    { weight: 9, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  matched: fc.oneof(
    { weight: 6, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  linked: fc.oneof(
    { weight: 3, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  pseudonymous: fc.oneof(
    { weight: 2, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  networks: fc.subarray([...NETWORKS], { minLength: 1 }),
  audience: fc.dictionary(
    fc.constantFrom(...Object.keys(STANDARD)),
    fc.constantFrom<Level>('PUBLIC', 'VETTED', 'CURATOR'),
    { maxKeys: 5 },
  ),
  merged: fc.oneof(
    { weight: 15, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
});

export const twinWoman: fc.Arbitrary<TwinWoman> = fc.record({
  shape,
  held,
  other: held,
  otherShape: shape,
});
