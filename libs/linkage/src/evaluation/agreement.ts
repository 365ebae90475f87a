import { Chance } from '#kernel';

/** What a person says of a pair whose weight she does not see. */
export const LABELS = ['same', 'different', 'cannot-say'] as const;
export type Label = (typeof LABELS)[number];

/** A number and the bounds between which it is in 95 of 100 cases. */
export interface Estimate {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

export interface Agreement {
  readonly pairs: number;
  /** The share of pairs of which both say the same. */
  readonly agreed: number;
  /** Cohen's kappa: 0 by chance, 1 if both always agree. Null where all labels are one, of which chance would do as well. */
  readonly kappa: Estimate | null;
}

/** Of a standard normal distribution, 95% is within so many deviations. */
const WITHIN = 1.96;

/**
 * Agreement of two people on labels in three categories. Kappa: Cohen, Educational and Psychological Measurement 20 (1960);
 * its standard error: Fleiss, Cohen and Everitt, Psychological Bulletin 72 (1969), formula 13.
 */
export function agreementOf(labels: readonly (readonly [Label, Label])[]): Agreement {
  const n = labels.length;
  const share = (i: Label, j: Label) =>
    labels.filter(([one, other]) => one === i && other === j).length / n;
  const table = LABELS.map((i) => LABELS.map((j) => share(i, j)));
  const rows = table.map((row) => sumOf(row));
  const columns = LABELS.map((_, j) => sumOf(table.map((row) => row[j]!)));
  const agreed = n === 0 ? 0 : sumOf(LABELS.map((_, i) => table[i]![i]!));
  const chance = sumOf(LABELS.map((_, i) => rows[i]! * columns[i]!));
  if (n === 0 || chance === 1) return { pairs: n, agreed, kappa: null };
  const kappa = (agreed - chance) / (1 - chance);
  let spread = -((kappa - chance * (1 - kappa)) ** 2);
  for (const [i, row] of table.entries()) {
    for (const [j, cell] of row.entries()) {
      spread +=
        i === j
          ? cell * (1 - (rows[i]! + columns[i]!) * (1 - kappa)) ** 2
          : cell * (1 - kappa) ** 2 * (columns[i]! + rows[j]!) ** 2;
    }
  }
  const error = Math.sqrt(Math.max(0, spread) / n) / (1 - chance);
  const bounds = { from: kappa - WITHIN * error, to: Math.min(1, kappa + WITHIN * error) };
  return { pairs: n, agreed, kappa: { value: kappa, ...bounds } };
}

/** A band of a sample with what was found out about it. */
export interface LabelledBand {
  /** In milli-bits; null for the lowest band. */
  readonly least: number | null;
  /** All pairs of the band. */
  readonly pairs: number;
  /** Those of which it is known whether they are of one woman. */
  readonly labelled: number;
  /** Those of these that are. */
  readonly same: number;
}

export interface Estimated {
  /** Null where there is no pair from this weight on. */
  readonly precision: Estimate | null;
  /** Of the true pairs that are compared at all; null where there is none by all that is known. */
  readonly recall: Estimate | null;
}

const DRAWS = 2_000;

/**
 * How many of the pairs from a weight on are of one woman, and how many of all such pairs these are, by a sample of which each
 * band has its own share. The bounds come from drawing what is unknown of each band from its posterior distribution with Jeffreys'
 * prior: Beta(same + 1/2, different + 1/2). A band that is labelled as a whole adds nothing to them.
 *
 * @param least in milli-bits, where a band begins
 */
export function estimateFrom(
  bands: readonly LabelledBand[],
  least: number,
  seed: number,
): Estimated {
  const isAbove = (band: LabelledBand) => band.least !== null && band.least >= least;
  const found = sumOf(bands.filter(isAbove).map(({ pairs }) => pairs));
  const draw = (shareOf: (band: LabelledBand) => number) => {
    let [above, all] = [0, 0];
    for (const band of bands) {
      const right = band.same + (band.pairs - band.labelled) * shareOf(band);
      all += right;
      if (isAbove(band)) above += right;
    }
    return { precision: above / found, recall: above / all, all };
  };
  const chance = new Chance(seed);
  const draws = Array.from({ length: DRAWS }, () =>
    draw(({ labelled, same }) => beta(chance, same + 0.5, labelled - same + 0.5)),
  );
  const known = draw(({ labelled, same }) => (labelled === 0 ? 0.5 : same / labelled));
  const bounds = (name: 'precision' | 'recall'): Estimate => {
    const sorted = draws.map((each) => each[name]).toSorted((one, other) => one - other);
    const value = known[name];
    const [from = value, to = value] = [sorted[DRAWS * 0.025], sorted[DRAWS * 0.975 - 1]];
    return { value, from: Math.min(from, value), to: Math.max(to, value) };
  };
  return {
    precision: found === 0 ? null : bounds('precision'),
    recall: known.all === 0 ? null : bounds('recall'),
  };
}

function beta(chance: Chance, a: number, b: number): number {
  const [x, y] = [gamma(chance, a), gamma(chance, b)];
  return x / (x + y);
}

/** Marsaglia and Tsang, ACM Transactions on Mathematical Software 26 (2000); for shapes below 1 by their note 6. */
function gamma(chance: Chance, shape: number): number {
  if (shape < 1) return gamma(chance, shape + 1) * uniform(chance) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(chance);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(uniform(chance)) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Box and Muller, Annals of Mathematical Statistics 29 (1958). */
function normal(chance: Chance): number {
  const radius = Math.sqrt(-2 * Math.log(uniform(chance)));
  return radius * Math.cos(2 * Math.PI * uniform(chance));
}

const STEPS = 2 ** 31;

function uniform(chance: Chance): number {
  return (chance.whole(1, STEPS - 1) - 0.5) / STEPS;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
