import { compareBirths } from '../comparisons/birth.js';
import type { Level, LevelOf, LinkageModel } from '../model.js';
import { compareNames, type NameComparison } from '../names/compare-names.js';
import type { Lexicon } from '../names/lexicon.js';
import { type PreparedRecord, SHARED_KINDS, type SharedKind } from './prepared-record.js';
import type { ValueCounts } from './value-counts.js';

/** What weighing needs to know of the pool. */
export interface Surroundings {
  readonly model: LinkageModel;
  readonly lexicon: Lexicon;
  readonly values: Readonly<Record<SharedKind, ValueCounts>>;
  /** How many records have two places together, as `placesOf` names them. */
  readonly together: ValueCounts;
  /** Records of the pool. */
  readonly size: number;
  /** Records of a list. */
  sizeOf(list: string): number;
}

export interface NameBar extends NameComparison {
  readonly kind: 'NAME';
  /** Which of the names of the two records are compared. */
  readonly names: readonly [number, number];
}
export interface BirthBar {
  readonly kind: 'BIRTH';
  readonly level: LevelOf<'BIRTH'>;
  readonly bits: number;
  readonly kinBits: number;
}
export interface SharedBar {
  readonly kind: SharedKind;
  readonly level: 'SHARED' | 'NONE_SHARED';
  /** The rarest value that both have. */
  readonly value: string | null;
  readonly bits: number;
  readonly kinBits: number;
}
/** What belongs to no comparison alone. */
export interface FurtherBar {
  readonly kind: 'PRIOR' | 'PLACES' | 'RELATIVES';
  readonly bits: number;
}
export type WeighedBar = NameBar | BirthBar | SharedBar | FurtherBar;

const CAPPED: ReadonlySet<string> = new Set(['MAIL', 'TELEPHONE', 'TEXT', 'IDENTIFIER']);
const HOUSE: ReadonlySet<string> = new Set(['MAIL', 'TELEPHONE']);
/** A mailbox or telephone of more entries than this is not of one woman on several lists, but of a house. */
const MOST_OF_ONE = 3;
/** Lists shorter than this are weighed as if they were as long: of two short lists nothing is known. */
const SHORTEST_LIST = 50;

export const bitsOf = (ratio: number): number => Math.round(1_000 * Math.log2(ratio));

/** All bars of a pair; what is missing on a side has none. The milli-bits of the bars add up to its weight. */
export function weigh(a: PreparedRecord, b: PreparedRecord, around: Surroundings): WeighedBar[] {
  const bars: (NameBar | BirthBar | SharedBar)[] = [];
  const name = bestNames(a, b, around.lexicon);
  if (name) bars.push(name);
  if (a.birth && b.birth) bars.push(birthBar(compareBirths(a.birth, b.birth), around.model));
  for (const kind of SHARED_KINDS) {
    if (a.values[kind].size === 0 || b.values[kind].size === 0) continue;
    const bar = sharedBar(kind, a, b, around);
    if (bar) bars.push(bar);
  }
  const tooMuch = placesBits(bars, around);
  const further: FurtherBar[] = tooMuch < 0 ? [{ kind: 'PLACES', bits: tooMuch }] : [];
  const kinBits = tooMuch + bars.reduce((total, bar) => total + bar.kinBits, 0);
  const length = longer(a, b, around);
  const relatives = othersBits([
    { bits: kinBits, share: relativesOf(bars, around) / length },
    { bits: name?.namesakeBits ?? 0, share: name ? around.model.namesakes / length : 0 },
  ]);
  if (relatives < 0) further.push({ kind: 'RELATIVES', bits: relatives });
  return [{ kind: 'PRIOR', bits: priorOf(a, b, around) }, ...bars, ...further];
}

export function sum(bars: readonly { readonly bits: number }[]): number {
  return bars.reduce((total, { bits }) => total + bits, 0);
}

/** Before anything is compared: log2 of the odds that entries of these lists are the same woman, in milli-bits. */
export function priorOf(a: PreparedRecord, b: PreparedRecord, around: Surroundings): number {
  const { overlap, twice } = around.model;
  const isWithin = a.record.list === b.record.list;
  return priorOdds(isWithin ? twice : overlap, longer(a, b, around));
}

/** log2 of the odds, in milli-bits, if so many women of a list of this length are also elsewhere. */
export function priorOdds(women: number, length: number): number {
  const share = Math.min(0.5, women / Math.max(length, SHORTEST_LIST));
  return bitsOf(share / (1 - share));
}

function longer(a: PreparedRecord, b: PreparedRecord, around: Surroundings): number {
  return Math.max(around.sizeOf(a.record.list), around.sizeOf(b.record.list), SHORTEST_LIST);
}

/** The names that agree best; the same whichever record comes first. */
function bestNames(a: PreparedRecord, b: PreparedRecord, lexicon: Lexicon): NameBar | null {
  let best: NameBar | null = null;
  for (const [i, one] of a.names.entries()) {
    for (const [j, other] of b.names.entries()) {
      const compared = compareNames(one.parts, other.parts, lexicon);
      if (!compared || (best && !isBetter(compared, best))) continue;
      best = { kind: 'NAME', names: [i, j], ...compared };
    }
  }
  return best;
}

function isBetter(one: NameComparison, other: NameComparison): boolean {
  return one.bits > other.bits || (one.bits === other.bits && one.kinBits > other.kinBits);
}

function birthBar(level: LevelOf<'BIRTH'>, model: LinkageModel): BirthBar {
  const { same, stranger = 1, kin } = model.levels.BIRTH[level];
  return { kind: 'BIRTH', level, bits: bitsOf(same / stranger), kinBits: bitsOf(kin / stranger) };
}

function sharedBar(
  kind: SharedKind,
  a: PreparedRecord,
  b: PreparedRecord,
  around: Surroundings,
): SharedBar | null {
  const counts = around.values[kind];
  const value = counts.rarestShared(a.values[kind], b.values[kind]);
  if (value === null && kind === 'IDENTIFIER' && !haveOneScheme(a, b)) return null;
  const level = value === null ? 'NONE_SHARED' : 'SHARED';
  const { same, stranger, kin }: Level = around.model.levels[kind][level];
  // Of the other records, as many have the value; none is as good as a few further women.
  const share =
    value === null
      ? (stranger ?? 1)
      : Math.max(1, counts.of(value) - 1) / (around.size - 1 + around.model.further);
  const most = CAPPED.has(kind)
    ? around.model.most[kind as keyof LinkageModel['most']]
    : Number.MAX_SAFE_INTEGER;
  const bits = Math.min(most, bitsOf(same / share));
  const isShared = HOUSE.has(kind) && value !== null && counts.of(value) > MOST_OF_ONE;
  const kinBits = isShared ? bits : Math.min(bits, bitsOf(kin / share));
  if (value === null) return { kind, level, value, bits, kinBits: bitsOf(kin / share) };
  // What agrees never speaks against it, however common it is.
  return {
    kind,
    level,
    value,
    bits: Math.max(0, bits),
    kinBits: Math.min(kinBits, Math.max(0, bits)),
  };
}

const PLACES: readonly SharedKind[] = ['NATIONALITY', 'RESIDENCE', 'LANGUAGE'];
/** Places with which the others go. */
const FIRST_PLACES: readonly SharedKind[] = ['NATIONALITY', 'RESIDENCE'];
/** As many records more as if they had both places as often as the pool has the further one. */
const PLACES_BEFOREHAND = 5;

/** The places that a record has together, two by two, to be counted. */
export function placesOf(values: PreparedRecord['values']): Set<string> {
  const pairs = new Set<string>();
  for (const first of FIRST_PLACES) {
    for (const kind of PLACES) {
      if (kind === first) continue;
      for (const value of values[first]) {
        for (const other of values[kind]) pairs.add(pairOfPlaces(first, value, kind, other));
      }
    }
  }
  return pairs;
}

function pairOfPlaces(first: SharedKind, value: string, kind: SharedKind, other: string): string {
  return `${first} ${value} ${kind} ${other}`;
}

type Place = SharedBar & { readonly value: string };

/**
 * Who has a nationality mostly lives there and speaks its languages. So further places that are shared count by how rare they
 * are among those who share a first one, nationality or residence: the one that leaves more, so that nothing shared lowers the
 * weight. Gives what the bars say more than that: 0 or less.
 */
function placesBits(
  bars: readonly (NameBar | BirthBar | SharedBar)[],
  around: Surroundings,
): number {
  const shared = bars.filter(isPlace);
  if (shared.length < 2) return 0;
  const totals = shared
    .filter(({ kind }) => FIRST_PLACES.includes(kind))
    .map((first) => shared.reduce((total, bar) => total + saidBy(first, bar, around), 0));
  return totals.length === 0 ? 0 : Math.max(...totals);
}

function isPlace(bar: NameBar | BirthBar | SharedBar): bar is Place {
  return 'value' in bar && bar.value !== null && PLACES.includes(bar.kind);
}

/** What the bar of a further place says that the first one says already, as 0 or less. */
function saidBy(first: Place, bar: Place, { values, together, size, model }: Surroundings): number {
  if (bar === first) return 0;
  const withFirst = values[first.kind].of(first.value) - 1;
  const both = together.of(pairOfPlaces(first.kind, first.value, bar.kind, bar.value)) - 1;
  const anywhere = Math.max(1, values[bar.kind].of(bar.value) - 1) / (size - 1 + model.further);
  const share = (both + PLACES_BEFOREHAND * anywhere) / (withFirst + PLACES_BEFOREHAND);
  const bits = Math.max(0, bitsOf(model.levels[bar.kind].SHARED.same / share));
  return Math.min(0, bits - bar.bits);
}

/** Identifiers contradict each other only within one scheme. */
function haveOneScheme(a: PreparedRecord, b: PreparedRecord): boolean {
  const schemes = new Set(Array.from(a.values.IDENTIFIER, schemeOf));
  return Array.from(b.values.IDENTIFIER, schemeOf).some((scheme) => schemes.has(scheme));
}

function schemeOf(identifier: string): string {
  return identifier.slice(0, identifier.indexOf(':'));
}

/**
 * Who is not the same woman may be a sister, share the house or have her name: the more two entries look like that, the less
 * what they have in common says. −log2(1 + odds of all these against strangers).
 */
function othersBits(others: readonly { readonly bits: number; readonly share: number }[]): number {
  const odds = others.map(({ bits, share }) => Math.min(0.5, share) * 2 ** (bits / 1_000));
  return -bitsOf(odds.reduce((total, each) => total + each, 1));
}

/** Relatives and housemates on another list: as many as share her mailbox or telephone, if those are many. */
function relativesOf(
  bars: readonly (NameBar | BirthBar | SharedBar)[],
  { model, values }: Surroundings,
): number {
  const housemates = bars.map((bar) =>
    isOfHouse(bar) ? values[bar.kind].of(bar.value) - MOST_OF_ONE : 0,
  );
  return Math.max(model.relatives, ...housemates);
}

function isOfHouse(bar: NameBar | BirthBar | SharedBar): bar is SharedBar & { value: string } {
  return HOUSE.has(bar.kind) && 'value' in bar && bar.value !== null;
}
