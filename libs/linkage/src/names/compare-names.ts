import { wordsOfName } from './fold-name.js';
import type { Lexicon } from './lexicon.js';

/** Weights of how two names are built, in milli-bits. */
const COST = {
  /** The first names of both have nothing to do with each other. */
  otherGiven: -6_500,
  /** A first name stands elsewhere in one of the names: family name first, or a first name left out. */
  order: -3_000,
  /** Both names have a further part that the other lacks, once and again. */
  otherPart: -3_000,
  otherParts: -2_500,
  /** Only one of them has a further part. */
  furtherPart: -500,
  mostFurther: -1_500,
  /** A letter for a name. */
  initial: 2_000,
  /** Sisters do not share the first name; names that look alike, such as Nadia and Fadia, they have more often than strangers. */
  kinSameGiven: -3_000,
  kinAlikeGiven: 2_000,
} as const;
/** Words less alike than this are not the same part of a name, in milli-bits. */
const LEAST_ALIKE = -4_000;
/** Parts of a name that are aligned. */
const MOST_PARTS = 8;
const NEVER = -(2 ** 30);

/** A name as numbers of the words that count. */
export type NameParts = readonly number[];

export interface PartPair {
  /** Places in the two names; two for a part that is written as two words on that side. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly bits: number;
}

export interface NameComparison {
  /** Milli-bits against two strangers. */
  readonly bits: number;
  /** Milli-bits of two relatives against two strangers. */
  readonly kinBits: number;
  /** Milli-bits of two women of one name, by chance or custom, against two strangers: of the first name and the best further part. */
  readonly namesakeBits: number;
  readonly pairs: readonly PartPair[];
  readonly sameGiven: boolean;
}

/** The words of a name that count, by number; the particles where it has nothing else. */
export function partsOf(name: string, lexicon: Lexicon): NameParts {
  const words = wordsOfName(name);
  const strong = words.filter(({ weak }) => !weak);
  return (strong.length > 0 ? strong : words)
    .slice(0, MOST_PARTS)
    .map((word) => lexicon.intern(word));
}

/** The likeliest way in which the parts of two names belong together. Symmetric. */
export function compareNames(a: NameParts, b: NameParts, lexicon: Lexicon): NameComparison | null {
  if (a.length === 0 || b.length === 0) return null;
  const plain = aligned(weightsOf(a, b, lexicon), kinOf(a, b, lexicon));
  return joinedBetter(a, b, lexicon, plain);
}

type Weights = readonly (readonly number[])[];

function weightsOf(a: NameParts, b: NameParts, lexicon: Lexicon): Weights {
  return a.map((one) =>
    b.map((other) => {
      if (lexicon.isInitial(one, other)) return COST.initial;
      const weight = lexicon.weight(one, other);
      return weight === null || weight < LEAST_ALIKE ? NEVER : weight;
    }),
  );
}

/** What it says of two relatives that a word of each is the first name of one and of the other. */
function kinOf(a: NameParts, b: NameParts, lexicon: Lexicon): Weights {
  return a.map((one) =>
    b.map((other) => {
      const same = lexicon.sameness(one, other);
      return Math.round(COST.kinSameGiven * same + COST.kinAlikeGiven * (1 - same));
    }),
  );
}

/** Where a name has a word more than the other, two of its neighbours may be one word of the other. */
function joinedBetter(
  a: NameParts,
  b: NameParts,
  lexicon: Lexicon,
  plain: NameComparison,
): NameComparison {
  if (plain.pairs.length === Math.max(a.length, b.length)) return plain;
  let best = plain;
  for (const [whole, other, isSwapped] of [
    [a, b, false],
    [b, a, true],
  ] as const) {
    for (let i = 0; i + 1 < whole.length; i++) {
      const row = other.map((each) => lexicon.weightJoined(whole[i]!, whole[i + 1]!, each));
      if (row.every((weight) => weight === null)) continue;
      const weights = weightsOf(whole, other, lexicon).map((each) => each.slice());
      weights.splice(
        i,
        2,
        row.map((weight) => weight ?? NEVER),
      );
      const kin = kinOf(whole, other, lexicon).map((each) => each.slice());
      kin.splice(
        i,
        2,
        other.map(() => COST.kinSameGiven),
      );
      const found = aligned(weights, kin);
      if (found.bits <= best.bits) continue;
      best = {
        ...found,
        pairs: found.pairs.map((pair) => {
          const places = pair.a.flatMap((place) =>
            place < i ? [place] : place === i ? [i, i + 1] : [place + 1],
          );
          return isSwapped
            ? { a: pair.b, b: places, bits: pair.bits }
            : { a: places, b: pair.b, bits: pair.bits };
        }),
      };
    }
  }
  return best;
}

/** The best of all ways to say which word is the first name, and which of the others belong together. */
function aligned(weights: Weights, kin: Weights): NameComparison {
  const [n, m] = [weights.length, weights[0]!.length];
  let best: NameComparison | null = null;
  const mostOf = weights.map((row) => Math.max(0, ...row));
  const most = mostOf.reduce((total, weight) => total + weight, 0);
  for (let i = 0; i < n; i++) {
    // One of the first names stands first at least: two names that begin otherwise begin alike.
    for (let j = 0; j < (i === 0 ? m : 1); j++) {
      const weight = weights[i]![j]!;
      const isSame = weight > NEVER;
      const given = isSame ? weight : COST.otherGiven;
      const order = (i > 0 ? COST.order : 0) + (j > 0 ? COST.order : 0);
      // The rest cannot bring more than each word its most.
      if (best && given + order + most - mostOf[i]! < best.bits) continue;
      const rest = assigned(weights, i, j);
      const bits = given + order + rest.bits;
      const kinBits = (isSame ? kin[i]![j]! : 0) + order + rest.bits;
      if (best && (bits < best.bits || (bits === best.bits && kinBits <= best.kinBits))) continue;
      const pairs = isSame ? [{ a: [i], b: [j], bits: weight }, ...rest.pairs] : rest.pairs;
      const namesakeBits = isSame
        ? weight + Math.max(0, ...rest.pairs.map((pair) => pair.bits))
        : 0;
      best = { bits, kinBits, namesakeBits, pairs, sameGiven: isSame };
    }
  }
  return best!;
}

interface Assignment {
  readonly bits: number;
  readonly pairs: readonly PartPair[];
}

/** Which of the words but the first names belong together: the assignment of the largest weight. */
function assigned(weights: Weights, skipA: number, skipB: number): Assignment {
  const rows = weights.map((_, i) => i).filter((i) => i !== skipA);
  const columns = (weights[0] ?? []).map((_, j) => j).filter((j) => j !== skipB);
  const size = 1 << columns.length;
  let sums = new Int32Array(size).fill(NEVER);
  sums[0] = 0;
  const steps: Int32Array[] = [];
  for (const i of rows) {
    const next = sums.slice();
    const taken = new Int32Array(size).fill(-1);
    for (let set = 0; set < size; set++) {
      if (sums[set] === NEVER) continue;
      for (let place = 0; place < columns.length; place++) {
        const weight = weights[i]![columns[place]!]!;
        const larger = set | (1 << place);
        if (weight === NEVER || larger === set) continue;
        const sum = sums[set]! + weight;
        if (sum > next[larger]!) {
          next[larger] = sum;
          taken[larger] = place;
        }
      }
    }
    steps.push(taken);
    sums = next;
  }
  let [best, bits] = [0, NEVER];
  for (let set = 0; set < size; set++) {
    if (sums[set] === NEVER) continue;
    const together = ones(set);
    const total = sums[set]! + leftOver(rows.length - together, columns.length - together);
    if (total > bits) [best, bits] = [set, total];
  }
  const pairs: PartPair[] = [];
  for (let step = rows.length - 1; step >= 0; step--) {
    const place = steps[step]![best]!;
    if (place < 0) continue;
    const [i, j] = [rows[step]!, columns[place]!];
    pairs.unshift({ a: [i], b: [j], bits: weights[i]![j]! });
    best &= ~(1 << place);
  }
  return { bits, pairs };
}

function leftOver(ofA: number, ofB: number): number {
  const [both, more] = [Math.min(ofA, ofB), Math.abs(ofA - ofB)];
  const other = both === 0 ? 0 : COST.otherPart + (both - 1) * COST.otherParts;
  return other + Math.max(COST.mostFurther, more * COST.furtherPart);
}

function ones(set: number): number {
  let count = 0;
  for (let left = set; left > 0; left &= left - 1) count++;
  return count;
}
