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

/** Measures pairs within lists at both thresholds of the model. Pairs with a row that the truth does not name are left out. */
export async function measureDuplicates(
  pairs: readonly FoundRows[],
  truth: readonly TrueRow[],
): Promise<DuplicateMeasures[]> {
  const { DEFAULT_MODEL, pairMeasures } = await import('#linkage');
  const keyOf = (network: string, externalId: string | null) =>
    externalId === null ? '' : `${network} ${foldExternalId(externalId)}`;
  const womanOf = new Map(truth.map((row) => [keyOf(row.network, row.externalId), row.woman]));
  const known = pairs.flatMap(({ network, one, other, probability }) => {
    const women = [one, other].map((number) => womanOf.get(keyOf(network, number)));
    return women.includes(undefined) ? [] : [{ probability, isRight: women[0] === women[1] }];
  });
  const all = truePairs(truth);
  return [DEFAULT_MODEL.likely, DEFAULT_MODEL.possible].map((least) => {
    const found = known.filter(({ probability }) => probability >= least);
    const right = found.filter(({ isRight }) => isRight).length;
    const { precision, recall, f1 } = pairMeasures(found.length, right, all);
    return { least, found: found.length, right, truePairs: all, precision, recall, f1 };
  });
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
