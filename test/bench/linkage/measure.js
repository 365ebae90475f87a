/** Measures record linkage on lists with known truth. */
import {
  bCubed,
  calibration,
  DEFAULT_MODEL,
  dice,
  FIELDS,
  HARDENED,
  hardLists,
  link,
  LinkagePool,
  LongTermKeys,
  measurePairs,
  pairMeasures,
  pairsOf,
  PLAIN,
  truePairs,
  weightOf,
} from '#linkage';
import { percentile } from '../measure.js';
import { febrl4, historical50k, truthOf } from './sets.js';

export function poolOf(records, model = DEFAULT_MODEL) {
  const pool = new LinkagePool(model);
  for (const record of records) pool.upsert(record);
  return pool;
}

const scriptsOf = (scripts, { a, b }) => [scripts.get(a), scripts.get(b)].toSorted().join(' and ');

/** The hard lists of some seeds, counts added up over all of them. */
export function generated(fields, seeds) {
  const runs = seeds.map((seed) => oneSeed(fields, seed));
  const together = (of) => {
    const counts = runs.map(of);
    const total = (key) => counts.reduce((sum, each) => sum + each[key], 0);
    return pairMeasures(total('found'), total('right'), total('all'));
  };
  const scripts = [...new Set(runs.flatMap(({ byScripts }) => Object.keys(byScripts)))].toSorted();
  const mean = (of) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  return {
    fields,
    seeds: seeds.length,
    likely: together(({ likely }) => likely),
    shown: together(({ shown }) => shown),
    lowest: Math.min(...runs.map(({ likely }) => likely.f1)),
    blocked: together(({ blocked }) => blocked),
    reduction: mean(({ reduction }) => reduction),
    clusters: mean(({ clusters }) => clusters.f1),
    scripts: scripts.map((name) => ({
      name,
      ...together(({ byScripts }) => byScripts[name] ?? pairMeasures(0, 0, 0)),
    })),
    bins: added(runs.flatMap(({ bins }) => bins)),
    brier: mean(({ brier }) => brier),
  };
}

function oneSeed(fields, seed) {
  const { records, truth: womanOf, scripts } = hardLists({ seed, fields: FIELDS[fields] });
  const truth = truthOf(records, womanOf);
  const pool = poolOf(records);
  const { pairs, clusters } = link(pool);
  const likely = pairs.filter(({ band }) => band === 'LIKELY');
  const candidates = Array.from(pool.candidatePairs(), ([one, other]) => ({
    a: one.id,
    b: other.id,
  }));
  const blocked = measurePairs(candidates, truth);
  const byScripts = {};
  for (const pair of truePairs(truth))
    (byScripts[scriptsOf(scripts, pair)] ??= { all: 0, right: 0 }).all++;
  for (const pair of likely) {
    const isTrue = womanOf.get(pair.a) === womanOf.get(pair.b);
    const isAcross = truth.listOf.get(pair.a) !== truth.listOf.get(pair.b);
    if (isTrue && isAcross) byScripts[scriptsOf(scripts, pair)].right++;
  }
  return {
    likely: measurePairs(likely, truth),
    shown: measurePairs(pairs, truth),
    blocked,
    reduction: 1 - blocked.found / pairsAcross(records),
    clusters: bCubed(clusters, truth),
    byScripts: Object.fromEntries(
      Object.entries(byScripts).map(([name, { right, all }]) => [
        name,
        pairMeasures(right, right, all),
      ]),
    ),
    ...calibration(pairs, truth),
  };
}

function pairsAcross(records) {
  const sizes = new Map();
  for (const { list } of records) sizes.set(list, (sizes.get(list) ?? 0) + 1);
  const squares = [...sizes.values()].reduce((sum, size) => sum + size ** 2, 0);
  return (records.length ** 2 - squares) / 2;
}

function added(bins) {
  return Array.from({ length: 10 }, (_, i) => {
    const same = bins.filter(({ from }) => Math.round(from * 10) === i);
    const pairs = same.reduce((sum, bin) => sum + bin.pairs, 0);
    const mean = (key) =>
      same.reduce((sum, bin) => sum + bin[key] * bin.pairs, 0) / Math.max(1, pairs);
    return { from: i / 10, pairs, stated: mean('stated'), true: mean('true') };
  });
}

export function publicSets() {
  const febrl = febrl4();
  const { pairs } = link(poolOf(febrl.records));
  const history = historical50k();
  // A set of one list in which each person comes ten times, and nobody shares a house.
  const model = { ...DEFAULT_MODEL, version: 'history', twice: 9, relatives: 0.01 };
  return {
    febrl: measurePairs(
      pairs.filter(({ band }) => band === 'LIKELY'),
      febrl.truth,
    ),
    historical: thresholds(poolOf(history.records, model), history.truth),
  };
}

/** Pairs by weight alone, as a program without clusters gives them: at 0.5, at 0.9, and at the best threshold in hindsight. */
function thresholds(pool, truth) {
  const pairs = Array.from(pool.pairs(weightOf(0.01)), ({ a, b, weight }) => ({
    a: a.record.id,
    b: b.record.id,
    weight,
  })).sort((one, other) => other.weight - one.weight);
  const all = truePairs(truth).length;
  let [right, best] = [0, pairMeasures(0, 0, all)];
  pairs.forEach(({ a, b }, i) => {
    if (truth.womanOf.get(a) === truth.womanOf.get(b)) right++;
    if ((2 * right) / (i + 1 + all) > best.f1) best = pairMeasures(i + 1, right, all);
  });
  const from = (probability) =>
    measurePairs(
      pairs.filter(({ weight }) => weight >= weightOf(probability)),
      truth,
    );
  return { half: from(0.5), nine: from(0.9), best };
}

/** Steps of the threshold of likeness. */
const STEPS = 200;

/** The experimental encodings of the usual lists, each record compared with all of other lists: at the best threshold. */
export function encodings(seeds) {
  const kinds = {
    plain: PLAIN,
    salted: { ...PLAIN, salted: true },
    folded: { ...PLAIN, folded: true },
    hardened: HARDENED,
  };
  return Object.entries(kinds).map(([kind, hardening]) => {
    const found = Array.from({ length: STEPS + 1 }, () => ({ found: 0, right: 0 }));
    let all = 0;
    for (const seed of seeds) {
      const { records, truth: womanOf } = hardLists({ seed });
      all += truePairs(truthOf(records, womanOf)).length;
      const keys = new LongTermKeys(Buffer.from(`bench ${seed}`), hardening);
      const encoded = records.map((record) => ({ record, key: keys.encode(record) }));
      encoded.forEach(({ record: one, key }, i) => {
        for (let j = i + 1; j < encoded.length; j++) {
          const { record: other, key: theirs } = encoded[j];
          if (one.list === other.list) continue;
          const step = found[Math.floor(dice(key, theirs) * STEPS)];
          step.found++;
          if (womanOf.get(one.id) === womanOf.get(other.id)) step.right++;
        }
      });
    }
    let [best, total] = [
      { least: 1, ...pairMeasures(0, 0, all) },
      { found: 0, right: 0 },
    ];
    for (let step = STEPS; step >= 0; step--) {
      total = { found: total.found + found[step].found, right: total.right + found[step].right };
      const measured = { least: step / STEPS, ...pairMeasures(total.found, total.right, all) };
      if (measured.f1 > best.f1) best = measured;
    }
    return { kind, ...best };
  });
}

/** Time and memory of one large pool. */
export function speed() {
  const women = { three: 5_000, two: 13_000, one: 59_000 };
  const { records } = hardLists({ seed: 99, women });
  const [start, used] = [performance.now(), process.cpuUsage()];
  const pool = poolOf(records);
  const { pairs } = link(pool);
  const { user, system } = process.cpuUsage(used);
  const whole = { wall: (performance.now() - start) / 1e3, processor: (user + system) / 1e6 };
  const memory = process.memoryUsage().rss / 2 ** 20;
  const times = Array.from({ length: 200 }, (_, i) => {
    const record = records[(i * 7_919) % records.length];
    const before = performance.now();
    pool.upsert(record);
    pairsOf(pool, record.id);
    return performance.now() - before;
  });
  return {
    records: records.length,
    pairs: pairs.length,
    ...whole,
    memory,
    one: { p50: percentile(times, 50), p99: percentile(times, 99) },
  };
}
