import { foldExternalId } from '../mediator/external-id.js';

/** Who is who: a row of a list, and the woman whom it is of, by whatever name. */
export interface TrueRow {
  /** Slug. */
  readonly network: string;
  readonly externalId: string;
  readonly woman: string;
}

/** Two rows of the list of a network that were found to be alike. */
export interface FoundRows {
  readonly network: string;
  readonly one: string | null;
  readonly other: string | null;
  readonly probability: number;
}

/** How well pairs of at least a probability agree with who is who. */
export interface DuplicateMeasures {
  readonly least: number;
  readonly found: number;
  readonly right: number;
  readonly truePairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Two rows of a list of which somebody knows whether they are of one woman. */
export interface TruePair {
  /** Slug. */
  readonly network: string;
  readonly one: string;
  readonly other: string;
  readonly same: boolean;
}

/** Who is who: by rows, or by pairs of rows. Of anything else nothing is known. */
export type LinkTruth =
  | { readonly rows: readonly TrueRow[] }
  | { readonly pairs: readonly TruePair[] };

/** Measures pairs within lists at both thresholds of the model. Pairs of which the truth says nothing are left out. */
export async function measureDuplicates(
  pairs: readonly FoundRows[],
  truth: LinkTruth,
): Promise<DuplicateMeasures[]> {
  const { DEFAULT_MODEL, pairMeasures } = await import('#linkage');
  const { isSame, all } = 'rows' in truth ? ofRows(truth.rows) : ofPairs(truth.pairs);
  const known = pairs.flatMap((pair) => {
    const isRight = isSame(pair);
    return isRight === null ? [] : [{ probability: pair.probability, isRight }];
  });
  return [DEFAULT_MODEL.likely, DEFAULT_MODEL.possible].map((least) => {
    const found = known.filter(({ probability }) => probability >= least);
    const right = found.filter(({ isRight }) => isRight).length;
    const { precision, recall, f1 } = pairMeasures(found.length, right, all);
    return { least, found: found.length, right, truePairs: all, precision, recall, f1 };
  });
}

interface Known {
  /** Null where nothing is known. */
  readonly isSame: (pair: FoundRows) => boolean | null;
  /** How many true pairs there are. */
  readonly all: number;
}

const keyOf = (network: string, number: string | null): string =>
  number === null ? '' : `${network} ${foldExternalId(number)}`;

function ofRows(rows: readonly TrueRow[]): Known {
  const womanOf = new Map(rows.map((row) => [keyOf(row.network, row.externalId), row.woman]));
  const isSame = ({ network, one, other }: FoundRows) => {
    const [her, its] = [one, other].map((number) => womanOf.get(keyOf(network, number)));
    return her === undefined || its === undefined ? null : her === its;
  };
  return { isSame, all: truePairs(rows) };
}

function ofPairs(pairs: readonly TruePair[]): Known {
  const pairOf = (network: string, one: string | null, other: string | null) =>
    [keyOf(network, one), keyOf(network, other)].toSorted().join(' ');
  const known = new Map(
    pairs.map(({ network, one, other, same }) => [pairOf(network, one, other), same]),
  );
  const isSame = ({ network, one, other }: FoundRows) =>
    known.get(pairOf(network, one, other)) ?? null;
  return { isSame, all: [...known.values()].filter(Boolean).length };
}

/** Pairs of rows of one list that are of one woman. */
function truePairs(truth: readonly TrueRow[]): number {
  const rows = new Map<string, number>();
  for (const { network, woman } of truth) {
    const key = `${network} ${woman}`;
    rows.set(key, (rows.get(key) ?? 0) + 1);
  }
  return [...rows.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}
