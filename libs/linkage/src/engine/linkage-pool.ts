import { Lexicon } from '../names/lexicon.js';
import { DEFAULT_MODEL, type LinkageModel } from '../model.js';
import { checkRecord, type LinkageRecord } from '../record.js';
import { prepare, type PreparedRecord, SHARED_KINDS, type SharedKind } from './prepared-record.js';
import { placeOf, Postings } from './postings.js';
import { ValueCounts } from './value-counts.js';
import {
  placesOf,
  priorOdds,
  priorOf,
  sum,
  type Surroundings,
  weigh,
  type WeighedBar,
} from './weigh.js';

/** Two records with what speaks for and against their being one woman; the smaller id comes first. */
export interface WeighedPair {
  readonly a: PreparedRecord;
  readonly b: PreparedRecord;
  /** Milli-bits: log2 of the odds. */
  readonly weight: number;
  readonly bars: readonly WeighedBar[];
}

/**
 * A pair is weighed where its names and years of birth leave no more than this to be made up by the rest, in milli-bits:
 * in a pool of 100,000, and by so much more in one of half the size.
 */
const MADE_UP = { size: 100_000, most: 5_000, ofHalf: 1_000, ofSmallest: 12_000 } as const;
/** What a birth in the same year is taken for, and one in years apart, while candidates are looked for. */
const QUICK_BIRTH = { same: 4_500, apart: -3_500 } as const;
/** Years by which a guess may be wrong. */
const MOST_APART = 3;
/** Values that make two records candidates whatever they are called. */
const JOINING_KINDS = ['MAIL', 'TELEPHONE', 'IDENTIFIER', 'TEXT'] as const;
/** A value that more records share joins nobody by itself: it is a mailbox of an office. */
const MOST_SHARING = 60;
/** A word that more records have finds nobody by itself, in a small pool and in a large one: it stands where names are unknown. */
const MOST_NAMED = { records: 1_000, share: 0.02 } as const;

/**
 * Records to be linked, with the frequencies of all their values. Nothing depends on the order in which they came. The
 * weight of a pair depends on what the pool holds.
 */
export class LinkagePool implements Surroundings {
  readonly lexicon = new Lexicon();
  readonly values: Readonly<Record<SharedKind, ValueCounts>>;
  readonly together = new ValueCounts();
  private readonly slots: (PreparedRecord | null)[] = [];
  private readonly slotOf = new Map<string, number>();
  private readonly free: number[] = [];
  private readonly lists = new ValueCounts();
  private readonly byWord = new Postings();
  private readonly byValue = new Map<string, Set<number>>();
  private sums = new Int32Array(0);

  constructor(readonly model: LinkageModel = DEFAULT_MODEL) {
    this.values = Object.fromEntries(
      SHARED_KINDS.map((kind) => [kind, new ValueCounts()]),
    ) as Record<SharedKind, ValueCounts>;
  }

  get size(): number {
    return this.slotOf.size;
  }

  sizeOf(list: string): number {
    return this.lists.of(list);
  }

  /** How many records each list has, in no order. */
  listSizes(): number[] {
    return this.lists.all();
  }

  /**
   * Puts a record in, in place of that of the same id.
   *
   * @throws InvalidInputError for a record that cannot be compared as it stands; the pool is as it was before
   */
  upsert(record: LinkageRecord): void {
    checkRecord(record);
    this.remove(record.id);
    const prepared = prepare(record, this.lexicon);
    const slot = this.free.pop() ?? this.slots.length;
    this.slots[slot] = prepared;
    this.slotOf.set(record.id, slot);
    this.count(prepared, 1);
    for (const word of prepared.words) this.byWord.add(word, slot);
    for (const key of joiningKeys(prepared)) {
      const listed = this.byValue.get(key) ?? new Set();
      this.byValue.set(key, listed.add(slot));
    }
  }

  /** Takes a record out; does nothing where it is not there. */
  remove(id: string): void {
    const slot = this.slotOf.get(id);
    if (slot === undefined) return;
    const prepared = this.slots[slot]!;
    this.count(prepared, -1);
    for (const word of prepared.words) this.byWord.delete(word, slot);
    for (const key of joiningKeys(prepared)) {
      const listed = this.byValue.get(key);
      listed?.delete(slot);
      if (listed?.size === 0) this.byValue.delete(key);
    }
    this.slots[slot] = null;
    this.slotOf.delete(id);
    this.free.push(slot);
  }

  get(id: string): PreparedRecord | null {
    return this.slots[this.slotOf.get(id) ?? -1] ?? null;
  }

  /** The pairs of one record of at least a weight, in no order. */
  pairsOf(id: string, least: number): WeighedPair[] {
    const slot = this.slotOf.get(id);
    return slot === undefined ? [] : this.weighed(slot, this.candidates(slot, 0), least);
  }

  /** All pairs of the pool of at least a weight, in no order. */
  *pairs(least: number): Generator<WeighedPair> {
    for (let slot = 0; slot < this.slots.length; slot++) {
      if (this.slots[slot]) yield* this.weighed(slot, this.candidates(slot, slot + 1), least);
    }
  }

  /** The pairs that blocking leaves to be weighed, in no order: for measuring it. */
  *candidatePairs(): Generator<readonly [LinkageRecord, LinkageRecord]> {
    for (let slot = 0; slot < this.slots.length; slot++) {
      const one = this.slots[slot];
      if (!one) continue;
      for (const other of this.candidates(slot, slot + 1)) {
        yield [one.record, this.slots[other]!.record];
      }
    }
  }

  /** A pair of the pool as it is weighed, whatever its weight. */
  pair(one: PreparedRecord, other: PreparedRecord): WeighedPair {
    const [a, b] = one.record.id < other.record.id ? [one, other] : [other, one];
    const bars = weigh(a, b, this);
    return { a, b, weight: sum(bars), bars };
  }

  private weighed(slot: number, candidates: readonly number[], least: number): WeighedPair[] {
    const one = this.slots[slot]!;
    return candidates
      .map((other) => this.pair(one, this.slots[other]!))
      .filter(({ weight }) => weight >= least);
  }

  /** Slots, from a first one on, of records that can be the same woman as far as names, births and keys tell. */
  private candidates(slot: number, from: number): number[] {
    const found = this.alike(slot, from);
    const known = new Set(found);
    for (const key of joiningKeys(this.slots[slot]!)) {
      const sharing = this.byValue.get(key)!;
      if (sharing.size > MOST_SHARING) continue;
      for (const other of sharing) {
        if (other >= from && other !== slot && !known.has(other)) {
          known.add(other);
          found.push(other);
        }
      }
    }
    return found;
  }

  /**
   * Those whose names share enough weight. The rarest words are looked up first. As soon as the words that are left
   * could not be enough by themselves, they only add to those who were found. So do words that very many have: without that,
   * a list of one name would be compared row by row with itself.
   */
  private alike(slot: number, from: number): number[] {
    if (this.sums.length < this.slots.length) this.sums = new Int32Array(this.slots.length * 2);
    const { sums } = this;
    const one = this.slots[slot]!;
    const words = Array.from(one.words, (word) => this.lexicon.writingsOf(word));
    words.sort((a, b) => b.most - a.most);
    const enough = this.leastOfNames(one);
    let left = words.reduce((total, { most }) => total + most, 0);
    const mostNamed = Math.max(MOST_NAMED.records, MOST_NAMED.share * this.size);
    const touched: number[] = [];
    let looked = 0;
    for (; looked < words.length && left >= enough; looked++) {
      const { ids, weights, most } = words[looked]!;
      // Of two writings of a name the more frequent one decides, so that both sides find each other or neither does.
      let skipped = this.byWord.of(ids[0]!).length > mostNamed;
      const writings = skipped ? 0 : ids.length;
      for (let i = 0; i < writings; i++) {
        const weight = weights[i]!;
        if (weight <= 0) continue;
        const listed = this.byWord.of(ids[i]!);
        if (listed.length > mostNamed) {
          skipped = true;
          continue;
        }
        for (let place = placeOf(listed, from); place < listed.length; place++) {
          const other = listed[place]!;
          const before = sums[other]!;
          if (before === 0) touched.push(other);
          sums[other] = before + weight;
        }
      }
      if (!skipped) left -= most;
    }
    const found: number[] = [];
    for (const other of touched) {
      const atMost = sums[other]! + left;
      sums[other] = 0;
      if (atMost < enough || other === slot) continue;
      const its = this.slots[other]!;
      const birth = quickBirth(one, its);
      if (atMost + birth < enough + QUICK_BIRTH.same) continue;
      const least = -this.madeUp() - birth - priorOf(one, its, this);
      if (this.shared(one, its) >= least && this.shared(its, one) >= least) found.push(other);
    }
    return found;
  }

  /** The weight of each word of a record with the likest of another, as far as it is positive. */
  private shared(one: PreparedRecord, other: PreparedRecord): number {
    let total = 0;
    for (const word of one.words) {
      let most = 0;
      for (const its of other.words) most = Math.max(most, this.lexicon.weight(word, its) ?? 0);
      total += most;
    }
    return total;
  }

  /** What names must bring at the very least, whoever the other is. */
  private leastOfNames({ record: { list } }: PreparedRecord): number {
    const { overlap, twice } = this.model;
    const odds = priorOdds(Math.max(overlap, twice), this.sizeOf(list));
    return -this.madeUp() - odds - QUICK_BIRTH.same;
  }

  private madeUp(): number {
    const smaller = Math.log2(MADE_UP.size / this.size);
    return Math.min(MADE_UP.ofSmallest, MADE_UP.most + MADE_UP.ofHalf * smaller);
  }

  private count(prepared: PreparedRecord, by: 1 | -1): void {
    this.lexicon.count(prepared.words, by);
    this.lists.count(new Set([prepared.record.list]), by);
    for (const kind of SHARED_KINDS) this.values[kind].count(prepared.values[kind], by);
    this.together.count(placesOf(prepared.values), by);
  }
}

/** What the years of birth say at first sight. */
function quickBirth(one: PreparedRecord, other: PreparedRecord): number {
  if (!one.birth || !other.birth) return 0;
  const apart = Math.abs(one.birth.year - other.birth.year);
  if (apart === 0) return QUICK_BIRTH.same;
  return apart > MOST_APART ? QUICK_BIRTH.apart : 0;
}

function joiningKeys(prepared: PreparedRecord): string[] {
  return JOINING_KINDS.flatMap((kind) =>
    Array.from(prepared.values[kind], (value) => `${kind} ${value}`),
  );
}
