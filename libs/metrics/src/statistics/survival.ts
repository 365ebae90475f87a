/** How long something took, or has taken until now. */
export interface Observation {
  /** In any unit that all share, from its beginning; 0 or more. */
  readonly time: number;
  /** False if it was still going on, or was broken off, when it was last seen: right-censored. */
  readonly ended: boolean;
}

/** From a time on, the estimated share that has not ended. */
export interface SurvivalStep {
  readonly time: number;
  /** Those that had neither ended nor been lost from sight before this time. */
  readonly atRisk: number;
  /** How many ended at this time. */
  readonly ended: number;
  /** S(t), between 0 and 1. */
  readonly survival: number;
}

/** Products of fractions are rounded; a share is reached if only the rounding is missing. */
const ROUNDING = 1e-9;

/**
 * The product-limit estimator of E. L. Kaplan and P. Meier, "Nonparametric Estimation from Incomplete Observations",
 * Journal of the American Statistical Association 53 (1958) 457-481: S(t) is the product of (n - d) / n over all times
 * up to t at which something ended, where n were at risk and d ended. One that was last seen at a time at which others
 * ended was at risk then, as in the paper. Where nothing is censored, 1 - S(t) is the share that has ended by t.
 *
 * @returns a step for each time at which something ended, the earliest first
 */
export function survivalCurve(observations: readonly Observation[]): SurvivalStep[] {
  const inOrder = observations.toSorted((a, b) => a.time - b.time);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  for (let i = 0; i < inOrder.length;) {
    const { time } = inOrder[i]!;
    const atRisk = inOrder.length - i;
    let ended = 0;
    for (; inOrder[i]?.time === time; i++) ended += Number(inOrder[i]!.ended);
    if (ended === 0) continue;
    survival *= (atRisk - ended) / atRisk;
    steps.push({ time, atRisk, ended, survival });
  }
  return steps;
}

/**
 * The first time by which a share of all has ended: 0.5 gives the median, 0.9 the 90th percentile. Where nothing is
 * censored this is the nearest-rank percentile (type 1 of R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical
 * Packages", The American Statistician 50 (1996) 361-365).
 *
 * @param share between 0 and 1
 * @returns null if the curve does not come so far: too many were lost from sight before
 */
export function timeBy(curve: readonly SurvivalStep[], share: number): number | null {
  return curve.find(({ survival }) => 1 - survival >= share - ROUNDING)?.time ?? null;
}
