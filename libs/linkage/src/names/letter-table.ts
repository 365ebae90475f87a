import letters from './data/letters.json' with { type: 'json' };
import { type Script, SCRIPTS } from './fold-name.js';
import { symbolsOf } from './symbols.js';
import { likeliestFirst, skeletonOf, type Sound } from './word-keys.js';

/**
 * What the letters of one spelling become in another, in milli-bits: tables learned by expectation maximization from
 * pairs of names (`build/learn.js`; the pairs and their licences are in `build/names/README.md`).
 */

type Row = Readonly<Record<string, number>>;
interface Table {
  readonly emissions: Readonly<Record<string, Row>>;
  readonly bigrams: { readonly letters: string; readonly costs: readonly (readonly number[])[] };
}

const TABLES = letters as Readonly<Record<Script, Table>>;

/** What a slip of the pen costs, in milli-bits: how rare it is, and one letter of many. */
export const SLIP = { dropped: 8_000, other: 10_000, inserted: 10_500, exchanged: 9_000 } as const;
/** Letters that one symbol can become. */
const MOST_EMITTED = 3;
/** More than any word costs. */
export const IMPOSSIBLE = 1 << 28;
/** Of a letter of which nothing is known: one of twenty. */
const ANY_LETTER = 4_300;
/** Longer words are compared as wholes only. */
export const LONGEST_WORD = 40;

/** What a symbol becomes: packed letters and what each costs. */
interface Emissions {
  readonly packed: Int32Array;
  readonly lengths: Int32Array;
  readonly costs: Int32Array;
  readonly likeliest: string;
  /** Its consonants. */
  readonly sounds: readonly Sound[];
}

/** Less likely, a letter sounds in this way too seldom to be looked for. */
const LEAST_SOUND = 0.02;

const EMISSIONS = new Map<Script, ReadonlyMap<string, Emissions>>(
  SCRIPTS.map((script) => [
    script,
    new Map(
      Object.entries(TABLES[script].emissions).map(([symbol, row]) => [symbol, toEmissions(row)]),
    ),
  ]),
);

/** What a symbol becomes; without its mark of place where the table has none for that place. */
function emissionsOf(script: Script, symbol: string): Emissions | null {
  const rows = EMISSIONS.get(script);
  return rows?.get(symbol) ?? rows?.get(symbol.replace(/[<>]/g, '')) ?? null;
}

function toEmissions(row: Row): Emissions {
  const emitted = Object.keys(row);
  return {
    packed: Int32Array.from(emitted, (text) => packed(text, 0, text.length)),
    lengths: Int32Array.from(emitted, (text) => text.length),
    costs: Int32Array.from(Object.values(row)),
    likeliest: emitted.toSorted((a, b) => row[a]! - row[b]! || (a < b ? -1 : 1))[0] ?? '',
    sounds: soundsOf(row),
  };
}

/** The ways in which a symbol sounds, each as likely as all that it becomes and that sounds so. */
function soundsOf(row: Row): Sound[] {
  const shares = new Map<string, number>();
  for (const [emitted, cost] of Object.entries(row)) {
    const sound = skeletonOf(emitted);
    shares.set(sound, (shares.get(sound) ?? 0) + 2 ** (-cost / 1_000));
  }
  return [...shares]
    .filter(([, share]) => share >= LEAST_SOUND)
    .map(([sound, share]) => ({ sound, cost: Math.round(-1_000 * Math.log2(share)) }))
    .toSorted(likeliestFirst);
}

/** Up to three letters in one number. */
function packed(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) number = number * 128 + text.charCodeAt(i);
  return number;
}

/** A Latin word as a target: the letters from each place on, one, two and three of them, packed. */
export class Target {
  readonly length: number;
  readonly packed: readonly Int32Array[];

  constructor(word: string) {
    this.length = word.length;
    this.packed = Array.from({ length: MOST_EMITTED + 1 }, (_, k) =>
      Int32Array.from({ length: Math.max(0, word.length - k + 1) }, (_place, j) =>
        packed(word, j, j + k),
      ),
    );
  }
}

let current = new Int32Array(LONGEST_WORD + 1);
let next = new Int32Array(LONGEST_WORD + 1);

/** A word as a source of Latin spellings: made once, compared with many. */
export class Source {
  private readonly symbols: readonly (Emissions | null)[];

  constructor(word: string, script: Script) {
    this.symbols = symbolsOf(word, script).map((symbol) => emissionsOf(script, symbol));
  }

  /** −log2 P(target | this word), in milli-bits, by its likeliest reading; slips are possible. */
  costOf(target: Target): number {
    const n = target.length;
    for (let j = 0; j <= n; j++) current[j] = j * SLIP.inserted;
    for (const emissions of this.symbols) {
      next.fill(IMPOSSIBLE, 0, n + 1);
      for (let j = 0; j <= n; j++) this.step(emissions, target, j);
      for (let j = 1; j <= n; j++) next[j] = Math.min(next[j]!, next[j - 1]! + SLIP.inserted);
      [current, next] = [next, current];
    }
    return current[n]!;
  }

  /** All that one symbol can emit from place j of the target on. */
  private step(emissions: Emissions | null, target: Target, j: number): void {
    const here = current[j]!;
    lower(j, here + SLIP.dropped);
    if (j < target.length) lower(j + 1, here + SLIP.other);
    if (emissions === null) return;
    const { packed: emitted, lengths, costs } = emissions;
    for (let e = 0; e < emitted.length; e++) {
      const k = lengths[e]!;
      if (j + k <= target.length && target.packed[k]![j] === emitted[e]) {
        lower(j + k, here + costs[e]!);
      }
    }
  }

  /** How each symbol can sound. */
  sounds(): (readonly Sound[])[] {
    return this.symbols.flatMap((emissions) => (emissions ? [emissions.sounds] : []));
  }

  /** The likeliest Latin letters, each symbol for itself. */
  romanized(): string {
    return this.symbols.map((emissions) => emissions?.likeliest ?? '').join('');
  }
}

function lower(j: number, cost: number): void {
  if (cost < next[j]!) next[j] = cost;
}

const PLACES = new Map<Script, ReadonlyMap<string, number>>(
  SCRIPTS.map((script) => [
    script,
    new Map(Array.from(TABLES[script].bigrams.letters, (letter, i) => [letter, i])),
  ]),
);

/** −log2 of how likely these letters are in a name by chance, in milli-bits. */
export function chanceCost(word: string, script: Script): number {
  const places = PLACES.get(script);
  if (!places) return (Array.from(word).length + 1) * ANY_LETTER;
  const { costs } = TABLES[script].bigrams;
  const edge = places.size;
  let from = edge;
  let cost = 0;
  for (const letter of word) {
    const to = places.get(letter) ?? edge;
    cost += to === edge ? ANY_LETTER : costs[from]![to]!;
    from = to;
  }
  return cost + costs[from]![edge]!;
}
