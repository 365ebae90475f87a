/**
 * Writes the tables of letters: `node libs/linkage/build/learn.js`. They are learned from the pairs of names in
 * `names/`, without those held out, and are the same each time.
 */
import { writeFile } from 'node:fs/promises';
import { learnEmissions } from './expectation-maximization.js';
import { bigramCosts } from './bigrams.js';
import { heldOutNames, learnedPairs } from './names.js';

const ROUNDS = 8;
/** Less likely emissions are left to the floor of the model. */
const LEAST_PROBABILITY = 0.0015;
const MILLI_BITS = 1000;

const cost = (probability) => Math.round(-MILLI_BITS * Math.log2(probability));

const write = (path, text) => writeFile(new URL(`../src/${path}`, import.meta.url), text);
const lines = (entries) => entries.map((entry) => JSON.stringify(entry)).join(',\n');

const pairs = learnedPairs();
const tables = {};
for (const script of ['latin', 'arabic', 'cyrillic', 'hebrew']) {
  const emissions = learnEmissions(pairs[script], { script, rounds: ROUNDS });
  const rows = [...emissions]
    .map(([symbol, row]) => [
      symbol,
      Object.fromEntries(
        [...row]
          .filter(([, p]) => p >= LEAST_PROBABILITY)
          .sort(([a, p], [b, q]) => q - p || (a < b ? -1 : 1))
          .map(([letters, p]) => [letters, cost(p)]),
      ),
    ])
    .filter(([, row]) => Object.keys(row).length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  tables[script] = {
    emissions: Object.fromEntries(rows),
    bigrams: bigramCosts(
      script === 'latin'
        ? [...pairs.arabic, ...pairs.cyrillic, ...pairs.hebrew].map(({ latin, weight }) => [
            latin,
            weight,
          ])
        : pairs[script].map(({ source, weight }) => [source, weight]),
    ),
  };
}
await write(
  'names/data/letters.json',
  `{\n${Object.entries(tables)
    .map(([script, table]) => `${JSON.stringify(script)}: ${JSON.stringify(table)}`)
    .join(',\n')}\n}\n`,
);
const { given, family } = heldOutNames();
await write(
  'evaluation/data/held-out-names.json',
  `{\n"given": [\n${lines(given)}\n],\n"family": [\n${lines(family)}\n]\n}\n`,
);
