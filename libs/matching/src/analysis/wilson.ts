import { MODEL } from '../model.js';

/** A share in micro-units and the interval that holds it. */
export interface Interval {
  low: number;
  high: number;
}

/** The 97.5th percentile of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * A share and its 95% interval by E. B. Wilson (_Probable inference, the law of succession, and
 * statistical inference_, Journal of the American Statistical Association 22, 1927), in micro-units:
 *
 *     (p + z²/2n ± z √(p (1 - p) / n + z²/4n²)) / (1 + z²/n)
 *
 * rounded outwards. It stays within 0 and 1 and is not empty where all or none of the draws hit.
 */
export function wilson(hits: number, draws: number): { share: number; interval: Interval } {
  const p = hits / draws;
  const square = Z * Z;
  const centre = p + square / (2 * draws);
  const spread = Z * Math.sqrt((p * (1 - p)) / draws + square / (4 * draws * draws));
  const scale = MODEL.unit / (1 + square / draws);
  return {
    share: Math.round(MODEL.unit * p),
    interval: {
      low: hits === 0 ? 0 : Math.floor((centre - spread) * scale),
      high: hits === draws ? MODEL.unit : Math.ceil((centre + spread) * scale),
    },
  };
}
