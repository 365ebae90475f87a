/**
 * Learns which Latin letters a letter of another script, or of another spelling, stands for: expectation
 * maximization by forward and backward sums over all ways in which a source word can emit a Latin one. Each source
 * symbol emits 0 to 3 letters.
 */
import { symbolsOf } from '../../../dist/libs/linkage/src/names/symbols.js';

export const MOST_EMITTED = 3;
/** Pairs whose every reading is less likely than this for a Latin letter are wrong pairs, after the first rounds. */
const WRONG_PER_LETTER = 2 ** -4.5;
const SMOOTHING = 0.02;

/**
 * @param pairs { source, latin, weight }
 * @returns Map from symbol to Map from emitted letters to its probability
 */
export function learnEmissions(pairs, { script, rounds }) {
  const prepared = pairs
    .map(({ source, latin, weight }) => ({ symbols: symbolsOf(source, script), latin, weight }))
    .filter(
      ({ symbols, latin }) =>
        /^[a-z]+$/.test(latin) &&
        symbols.length <= 24 &&
        latin.length <= 24 &&
        latin.length <= MOST_EMITTED * symbols.length,
    );
  let emissions = null;
  for (let round = 0; round < rounds; round++) {
    const counts = new Map();
    let kept = 0;
    for (const pair of prepared) {
      if (collect(pair, emissions, counts, round >= 2)) kept++;
    }
    emissions = normalized(counts);
    console.error(`${script}, round ${round + 1}: ${kept} of ${prepared.length} pairs`);
  }
  return emissions;
}

/** At first every length is as likely, long ones a little less. */
function probability(emissions, symbol, letters) {
  if (emissions === null) return 0.3 ** letters.length / (1 + letters.length);
  return emissions.get(symbol)?.get(letters) ?? 1e-7;
}

function collect({ symbols, latin, weight }, emissions, counts, strict) {
  const [m, n] = [symbols.length, latin.length];
  const width = n + 1;
  const forward = new Float64Array((m + 1) * width);
  const backward = new Float64Array((m + 1) * width);
  const odds = new Float64Array(m * width * (MOST_EMITTED + 1));
  forward[0] = 1;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= n; j++) {
      for (let k = 0; k <= MOST_EMITTED && j + k <= n; k++) {
        const p = probability(emissions, symbols[i], latin.slice(j, j + k));
        odds[(i * width + j) * (MOST_EMITTED + 1) + k] = p;
        forward[(i + 1) * width + j + k] += forward[i * width + j] * p;
      }
    }
  }
  const total = forward[m * width + n];
  if (total === 0 || (strict && total ** (1 / n) < WRONG_PER_LETTER)) return false;
  backward[m * width + n] = 1;
  for (let i = m - 1; i >= 0; i--) {
    for (let j = n; j >= 0; j--) {
      for (let k = 0; k <= MOST_EMITTED && j + k <= n; k++) {
        const p = odds[(i * width + j) * (MOST_EMITTED + 1) + k];
        const rest = backward[(i + 1) * width + j + k];
        if (rest === 0) continue;
        backward[i * width + j] += p * rest;
        const share = (weight * forward[i * width + j] * p * rest) / total;
        if (share > 0) add(counts, symbols[i], latin.slice(j, j + k), share);
      }
    }
  }
  return true;
}

function add(counts, symbol, letters, share) {
  let row = counts.get(symbol);
  if (!row) counts.set(symbol, (row = new Map()));
  row.set(letters, (row.get(letters) ?? 0) + share);
}

function normalized(counts) {
  const emissions = new Map();
  for (const [symbol, row] of counts) {
    const total = [...row.values()].reduce((sum, share) => sum + share, 0) + SMOOTHING * 4;
    emissions.set(symbol, new Map([...row].map(([letters, share]) => [letters, share / total])));
  }
  return emissions;
}
