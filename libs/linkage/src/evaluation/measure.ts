/** Measures of links against a known truth. A pair is two ids; those within one list do not count. */
export interface Truth {
  /** The woman behind each record, by its id; a record that is absent is nobody else's. */
  readonly womanOf: ReadonlyMap<string, number | string>;
  readonly listOf: ReadonlyMap<string, string>;
}

export interface PairMeasures {
  readonly found: number;
  readonly right: number;
  /** True pairs of different lists. */
  readonly all: number;
  /** 1 where nothing was found. */
  readonly precision: number;
  /** 1 where there is nothing to be found. */
  readonly recall: number;
  /** The harmonic mean of both: 2 right / (found + all). */
  readonly f1: number;
}

type IdPair = { readonly a: string; readonly b: string };

export function isAcross(truth: Truth, { a, b }: IdPair): boolean {
  return truth.listOf.get(a) !== truth.listOf.get(b);
}

export function isTrue(truth: Truth, { a, b }: IdPair): boolean {
  const woman = truth.womanOf.get(a);
  return woman !== undefined && woman === truth.womanOf.get(b);
}

/** All true pairs of different lists. */
export function truePairs(truth: Truth): IdPair[] {
  const records = new Map<number | string, string[]>();
  for (const [id, woman] of truth.womanOf) {
    const hers = records.get(woman);
    if (hers) hers.push(id);
    else records.set(woman, [id]);
  }
  return [...records.values()].flatMap((hers) =>
    hers.flatMap((a, i) =>
      hers
        .slice(i + 1)
        .map((b) => ({ a, b }))
        .filter((pair) => isAcross(truth, pair)),
    ),
  );
}

/** Precision, recall and F1 of pairs across lists. */
export function measurePairs(found: readonly IdPair[], truth: Truth): PairMeasures {
  const across = found.filter((pair) => isAcross(truth, pair));
  const right = across.filter((pair) => isTrue(truth, pair)).length;
  return pairMeasures(across.length, right, truePairs(truth).length);
}

/** The same of counts, so that counts of several truths can be added up first (micro-averages). */
export function pairMeasures(found: number, right: number, all: number): PairMeasures {
  return {
    found,
    right,
    all,
    precision: found === 0 ? 1 : right / found,
    recall: all === 0 ? 1 : right / all,
    f1: found + all === 0 ? 1 : (2 * right) / (found + all),
  };
}

export interface ClusterMeasures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * B-cubed (Bagga and Baldwin, LREC 1998): for each record, which share of its cluster is hers and which share of hers
 * is in its cluster; the means over all records. A record in no cluster is one of its own.
 */
export function bCubed(clusters: readonly (readonly string[])[], truth: Truth): ClusterMeasures {
  const clusterOf = new Map(clusters.flatMap((cluster) => cluster.map((id) => [id, cluster])));
  const sizes = new Map<number | string, number>();
  for (const woman of truth.womanOf.values()) sizes.set(woman, (sizes.get(woman) ?? 0) + 1);
  let [precision, recall] = [0, 0];
  for (const [id, woman] of truth.womanOf) {
    const cluster = clusterOf.get(id) ?? [id];
    const hers = cluster.filter((each) => truth.womanOf.get(each) === woman).length;
    precision += hers / cluster.length;
    recall += hers / sizes.get(woman)!;
  }
  const count = Math.max(1, truth.womanOf.size);
  const [p, r] = [precision / count, recall / count];
  return { precision: p, recall: r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

export interface CalibrationBin {
  /** Probabilities from here, and up to a tenth more. */
  readonly from: number;
  readonly pairs: number;
  /** Mean probability that was stated, and share that is true. */
  readonly stated: number;
  readonly true: number;
}

/** Stated probabilities of pairs beside what is true, in ten bins; and the Brier score, the mean square of the difference. */
export function calibration(
  pairs: readonly (IdPair & { readonly probability: number })[],
  truth: Truth,
): { readonly bins: readonly CalibrationBin[]; readonly brier: number } {
  const across = pairs.filter((pair) => isAcross(truth, pair));
  const bins = Array.from({ length: 10 }, (_, i) => {
    const inside = across.filter(
      ({ probability }) => Math.min(9, Math.floor(probability * 10)) === i,
    );
    const count = Math.max(1, inside.length);
    return {
      from: i / 10,
      pairs: inside.length,
      stated: inside.reduce((sum, { probability }) => sum + probability, 0) / count,
      true: inside.filter((pair) => isTrue(truth, pair)).length / count,
    };
  });
  const squares = across.reduce(
    (sum, pair) => sum + (pair.probability - Number(isTrue(truth, pair))) ** 2,
    0,
  );
  return { bins, brier: squares / Math.max(1, across.length) };
}
