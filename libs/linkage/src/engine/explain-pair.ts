import type { LevelOf } from '../model.js';
import type { LinkagePool } from './linkage-pool.js';
import type { PreparedRecord, SharedKind } from './prepared-record.js';
import type { FurtherBar, NameBar, SharedBar, WeighedBar } from './weigh.js';

/** One part of a name that both have. */
export interface ExplainedPart {
  /** As it is compared: folded, without article. Two words where one side writes it as two. */
  readonly a: string;
  readonly b: string;
  /** Records of the pool that have the word of either side; the rarer of the two. */
  readonly records: number;
  readonly bits: number;
}

/** One bar of the waterfall, in milli-bits. What speaks for one woman is positive. */
export type ExplainedBar =
  /** How likely it was before anything was compared. */
  | { readonly kind: 'PRIOR'; readonly bits: number }
  | {
      readonly kind: 'NAME';
      readonly bits: number;
      /** The names that agree best. */
      readonly a: string;
      readonly b: string;
      readonly parts: readonly ExplainedPart[];
      /** Whether the first names agree. */
      readonly sameGiven: boolean;
      /** What order and left-over parts add; with the parts it makes up the bits. */
      readonly form: number;
    }
  | {
      readonly kind: 'BIRTH';
      readonly bits: number;
      readonly level: LevelOf<'BIRTH'>;
      readonly a: string;
      readonly b: string;
    }
  | {
      readonly kind: SharedKind;
      readonly bits: number;
      readonly level: SharedBar['level'];
      /** The values of both; [] for mail addresses and telephone numbers, of which only keys are known. */
      readonly a: readonly string[];
      readonly b: readonly string[];
      /** The rarest value that both have (null likewise), and how many records of the pool have it. */
      readonly shared: string | null;
      readonly records: number | null;
    }
  /** Residence and languages go with a nationality: what they say twice is taken back. */
  | { readonly kind: 'PLACES'; readonly bits: number }
  /** Relatives, housemates and namesakes have as much in common: what that takes back. */
  | { readonly kind: 'RELATIVES'; readonly bits: number };

export interface PairExplanation {
  readonly a: string;
  readonly b: string;
  /** The sum of all bars. */
  readonly weight: number;
  /** Version of the model. */
  readonly model: string;
  readonly bars: readonly ExplainedBar[];
}

const CONTACT: ReadonlySet<SharedKind> = new Set(['MAIL', 'TELEPHONE']);

/**
 * Why two records of the pool have their weight. Whoever shows it sees to it that its reader may see the values of both.
 *
 * @returns null where one of the ids is not in the pool, or both are one
 */
export function explainPair(pool: LinkagePool, one: string, other: string): PairExplanation | null {
  const [first, second] = [pool.get(one), pool.get(other)];
  if (!first || !second || first === second) return null;
  const { a, b, weight, bars } = pool.pair(first, second);
  return {
    a: a.record.id,
    b: b.record.id,
    weight,
    model: pool.model.version,
    bars: bars.map((bar) => explained(pool, a, b, bar)),
  };
}

function explained(
  pool: LinkagePool,
  a: PreparedRecord,
  b: PreparedRecord,
  bar: WeighedBar,
): ExplainedBar {
  switch (bar.kind) {
    case 'NAME':
      return explainedName(pool, a, b, bar);
    case 'BIRTH':
      return {
        kind: bar.kind,
        bits: bar.bits,
        level: bar.level,
        a: a.record.born!,
        b: b.record.born!,
      };
    case 'PRIOR':
    case 'PLACES':
    case 'RELATIVES':
      return { kind: bar.kind, bits: bar.bits } satisfies FurtherBar;
    default: {
      const isContact = CONTACT.has(bar.kind);
      const valuesOf = ({ values }: PreparedRecord) =>
        isContact ? [] : [...values[bar.kind]].toSorted();
      return {
        kind: bar.kind,
        bits: bar.bits,
        level: bar.level,
        a: valuesOf(a),
        b: valuesOf(b),
        shared: isContact ? null : bar.value,
        records: bar.value === null ? null : pool.values[bar.kind].of(bar.value),
      };
    }
  }
}

function explainedName(
  pool: LinkagePool,
  a: PreparedRecord,
  b: PreparedRecord,
  { names, pairs, sameGiven, bits }: NameBar,
): ExplainedBar {
  const [one, other] = [a.names[names[0]]!, b.names[names[1]]!];
  const { lexicon } = pool;
  const textOf = (words: readonly number[]) =>
    words.map((word) => lexicon.wordOf(word).text).join(' ');
  const parts = pairs.map((pair): ExplainedPart => {
    const ofA = pair.a.map((place) => one.parts[place]!);
    const ofB = pair.b.map((place) => other.parts[place]!);
    return {
      a: textOf(ofA),
      b: textOf(ofB),
      records: Math.min(...[...ofA, ...ofB].map((word) => lexicon.countOf(word))),
      bits: pair.bits,
    };
  });
  return {
    kind: 'NAME',
    bits,
    a: one.text,
    b: other.text,
    parts,
    sameGiven,
    form: bits - parts.reduce((total, part) => total + part.bits, 0),
  };
}
