import { editDistance } from '#vocabulary';
import type { Word } from './fold-name.js';
import { chanceCost, IMPOSSIBLE, LONGEST_WORD, Source, Target } from './letter-table.js';
import { keysOf, skeletonOf, type Sound } from './word-keys.js';

/** −log2 of how often one name is spelled in a certain other way, beside what the tables say, in milli-bits. */
const OTHER_SPELLING = 1_000;
/** A slip of the pen anywhere in a word of the same script. */
const SLIP = 10_500;
const MOST_SLIPS = 2;
/**
 * Of those who spell a word alike on two lists, the share who do so because it is her spelling, and not by chance: a name has
 * many spellings in Latin letters, and mostly one in its own.
 */
const OWN_SPELLING = { latin: 0.5, other: 0.3 } as const;
/** Of two words that sound alike, how much better than by chance one must explain the other to be as likely one name as two, in milli-bits. */
const AS_LIKELY = 9_000;
/** Less likely than this, two words are two names. */
const LEAST_LIKELY = 0.005;
/** A word that nothing here explains stands for a name of its own, as if so many of the pool had it. */
const OWN_NAME = 0.7;
/** Women beside those of the pool: a small pool says little of how rare a name is. */
const FURTHER = 300;
/** Letters that may be an article or a particle, and what it costs to take them for one, in milli-bits. */
const WRITTEN_WITH = /^((al|el)(?=.{4})|(ben|bin|bou|abou|abu)(?=.{3})|l(?=[aeiou].{3}))/;
const BARE = 2_000;
/** Letters that two words may have more or fewer than the one that they are written as. */
const JOINED_MORE = 3;
/** Likelihoods as whole numbers, so that sums are the same in every order. */
const UNIT = 2 ** 30;

interface Entry {
  readonly word: Word;
  /** The word in Latin letters. */
  readonly latin: string;
  readonly source: Source;
  readonly sounds: readonly (readonly Sound[])[] | null;
  readonly target: Target | null;
  readonly chance: number;
  /** The same without an article or particle that is written as one with it: Elhaddad, Benyoucef. */
  readonly bare: Entry | null;
  /** Records that have it. */
  count: number;
  /** Other words that may stand for the same name, with how likely that is, in units. */
  readonly others: number[];
  readonly likely: number[];
  /** Weights of the word itself and then of the others, as of a version of the counts. */
  weights: Int32Array;
  version: number;
}

/**
 * All words of the names in a pool, with how frequent they are and which can be writings of one another. The weight of
 * two words is how much likelier they are as writings of one part of a name than by chance.
 */
export class Lexicon {
  private readonly entries: Entry[] = [];
  private readonly ids = new Map<string, number>();
  private readonly byKey = new Map<string, number[]>();
  private readonly joinedWeights = new Map<string, number | null>();
  private records = 0;
  private version = 0;

  /** The number of a word; a new one is compared with all that sound alike. */
  intern(word: Word): number {
    const name = `${word.script} ${word.text}`;
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const id = this.entries.length;
    const entry = newEntry(word);
    this.entries.push(entry);
    this.ids.set(name, id);
    if (word.text.length > LONGEST_WORD || word.weak) return id;
    const near = new Set<number>();
    for (const key of keysOf(entry)) {
      const listed = this.byKey.get(key);
      if (!listed) {
        this.byKey.set(key, [id]);
        continue;
      }
      for (const other of listed) near.add(other);
      listed.push(id);
    }
    for (const other of near) this.tie(id, other);
    return id;
  }

  wordOf(id: number): Word {
    return this.entries[id]!.word;
  }

  /** How many records have this very word. */
  countOf(id: number): number {
    return this.entries[id]!.count;
  }

  get size(): number {
    return this.records;
  }

  /** Counts, or with −1 takes back, the different words of a record. */
  count(ids: ReadonlySet<number>, by: 1 | -1): void {
    for (const id of ids) this.entries[id]!.count += by;
    this.records += by;
    this.version++;
    this.joinedWeights.clear();
  }

  /** The word itself and all that can be other writings of it, with the weight of each, and the largest, or 0. */
  writingsOf(id: number): { ids: readonly number[]; weights: Int32Array; most: number } {
    const weights = this.weightsOf(id);
    return { ids: [id, ...this.entries[id]!.others], weights, most: Math.max(0, ...weights) };
  }

  /**
   * How much likelier two words of two records of this pool are as one part of a name than by chance, in milli-bits;
   * null where neither can be a writing of the other. Symmetric.
   */
  weight(one: number, other: number): number | null {
    if (one === other) return this.weightsOf(one)[0]!;
    const place = this.entries[one]!.others.indexOf(other);
    return place < 0 ? null : this.weightsOf(one)[place + 1]!;
  }

  /**
   * How sure it is that two words are one name and not two that look alike, from 0 to 1: in one script another spelling can be
   * another name.
   */
  sameness(one: number, other: number): number {
    if (one === other || this.isInitial(one, other)) return 1;
    const [a, b] = [this.entries[one]!, this.entries[other]!];
    if (a.word.script === b.word.script) return 0;
    const place = a.others.indexOf(other);
    return place < 0 ? 0 : a.likely[place]! / UNIT;
  }

  /** The weight of two words that are written as one, and of another word: Fatima Zahra and Fatimazahra. */
  weightJoined(first: number, second: number, other: number): number | null {
    const [a, b, c] = [this.entries[first]!, this.entries[second]!, this.entries[other]!];
    if (a.word.script !== b.word.script || !this.isLikeJoined(a, b, c)) return null;
    const key = `${first} ${second} ${other}`;
    const known = this.joinedWeights.get(key);
    if (known !== undefined) return known;
    const word: Word = { text: a.word.text + b.word.text, script: a.word.script, weak: false };
    const weight = this.computedJoined(word, other);
    this.joinedWeights.set(key, weight);
    return weight;
  }

  /** Whether a word of one letter is the initial of another. */
  isInitial(one: number, other: number): boolean {
    const [a, b] = [this.entries[one]!.latin, this.entries[other]!.latin];
    return (a.length === 1) !== (b.length === 1) && a[0] === b[0];
  }

  private isLikeJoined(a: Entry, b: Entry, c: Entry): boolean {
    const more = a.latin.length + b.latin.length - c.latin.length;
    if (Math.abs(more) > JOINED_MORE || c.latin.length > LONGEST_WORD) return false;
    return skeletonOf(a.latin + b.latin) === skeletonOf(c.latin);
  }

  private computedJoined(word: Word, other: number): number | null {
    const entry = this.entries[other]!;
    const isSame = entry.word.text === word.text;
    const likely = isSame ? UNIT : likelihood(newEntry(word), entry);
    if (likely < LEAST_LIKELY * UNIT) return null;
    return milliBits(likely / UNIT / this.share(other));
  }

  private weightsOf(id: number): Int32Array {
    const entry = this.entries[id]!;
    if (entry.version === this.version) return entry.weights;
    const share = this.share(id);
    const own = OWN_SPELLING[entry.word.script === 'latin' ? 'latin' : 'other'];
    const same = own / this.shareAlike(id) + (1 - own) / share;
    const others = entry.others.map((other, i) => {
      const script = this.entries[other]!.word.script;
      const likely = entry.likely[i]! / UNIT;
      // In one script she is mostly spelled alike: another spelling must be one beyond doubt.
      const spelled = script === entry.word.script ? (1 - own) * likely : 1;
      return (spelled * likely) / Math.sqrt(share * this.share(other));
    });
    entry.weights = Int32Array.from([same, ...others], milliBits);
    entry.version = this.version;
    return entry.weights;
  }

  /** Of the other records, the share that has this name, in whatever spelling. */
  private share(id: number): number {
    const { count, others, likely } = this.entries[id]!;
    let sum = (Math.max(0, count - 1) + OWN_NAME) * UNIT;
    for (let i = 0; i < others.length; i++) sum += this.entries[others[i]!]!.count * likely[i]!;
    return Math.min(1, sum / UNIT / (this.records + FURTHER));
  }

  /** Of the other records, the share that has this very word. */
  private shareAlike(id: number): number {
    const others = Math.max(0, this.entries[id]!.count - 1);
    return Math.min(1, (others + OWN_NAME) / (this.records + FURTHER));
  }

  private tie(one: number, other: number): void {
    const [a, b] = [this.entries[one]!, this.entries[other]!];
    const likely = likelihood(a, b);
    if (likely < LEAST_LIKELY * UNIT) return;
    a.others.push(other);
    a.likely.push(likely);
    b.others.push(one);
    b.likely.push(likely);
  }
}

/** How likely two words are spellings of one name, in units. Symmetric. */
function likelihood(a: Entry, b: Entry): number {
  let gain = gainOf(a, b);
  if (a.bare) gain = Math.max(gain, gainOf(a.bare, b) - BARE);
  if (b.bare) gain = Math.max(gain, gainOf(a, b.bare) - BARE);
  return Math.round(UNIT / (1 + 2 ** ((AS_LIKELY - gain) / 1_000)));
}

function gainOf(a: Entry, b: Entry): number {
  return Math.max(b.chance - costOf(a, b), a.chance - costOf(b, a));
}

function bareOf({ text, script }: Word): Entry | null {
  const bare = script === 'latin' ? text.replace(WRITTEN_WITH, '') : text;
  return bare === text ? null : newEntry({ text: bare, script, weak: false });
}

function newEntry(word: Word): Entry {
  const isShort = word.text.length <= LONGEST_WORD;
  const source = new Source(isShort ? word.text : '', word.script);
  return {
    word,
    latin: word.script === 'latin' ? word.text : source.romanized(),
    source,
    sounds: word.script === 'latin' ? null : source.sounds(),
    target: isShort && word.script === 'latin' ? new Target(word.text) : null,
    chance: chanceCost(word.text, word.script),
    bare: bareOf(word),
    count: 0,
    others: [],
    likely: [],
    weights: new Int32Array(),
    version: -1,
  };
}

function milliBits(ratio: number): number {
  return Math.round(1_000 * Math.log2(ratio));
}

/** −log2 P(to | from), in milli-bits. */
function costOf(from: Entry, to: Entry): number {
  if (from.word.script === to.word.script) {
    const slips = editDistance(from.word.text, to.word.text, MOST_SLIPS);
    const bySlips = slips > MOST_SLIPS ? IMPOSSIBLE : slips * SLIP;
    return (
      OTHER_SPELLING + Math.min(bySlips, to.target ? from.source.costOf(to.target) : IMPOSSIBLE)
    );
  }
  if (to.target) return from.source.costOf(to.target);
  if (from.target) return Math.max(0, to.source.costOf(from.target) + to.chance - from.chance);
  // Two scripts without a table of the pair meet in Latin letters.
  const latin = from.source.romanized();
  if (latin.length > LONGEST_WORD) return IMPOSSIBLE;
  const between = to.source.costOf(new Target(latin)) + to.chance - chanceCost(latin, 'latin');
  return OTHER_SPELLING + Math.max(0, between);
}
