/** The page docs/linkage-evaluation.md: numbers of one run beside their goals. */
const percent = (share) => `${(100 * share).toFixed(1)} %`;
const fixed = (number) => number.toFixed(3);
const times = (count) => count.toLocaleString('en');

export function linkageReport({ sets, publicSets, encoded, speed }) {
  return `${[
    '# Measured quality of linkage',
    '',
    'Written by `npm run bench -- --only linkage`, with the model that Baraza ships. [linkage.md](linkage.md) describes the model',
    'and the measures.',
    '',
    ...generatedLists(sets),
    ...fairness(sets),
    ...calibrated(sets[0]),
    ...otherSets(publicSets),
    ...encodings(encoded),
    ...large(speed),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function generatedLists(sets) {
  const row = (name, of) => `| ${name} | ${sets.map(of).join(' | ')} |`;
  return [
    '## Generated lists',
    '',
    'Three lists of about 2,100 women with 620 true pairs (`hardLists`). Names are held out from what the model has learned. Counts',
    'are added up over all seeds. `usual` is what lists of networks have; `rich` lists say more, and `poor` ones hardly more than',
    'a name, a year and a country.',
    '',
    `| | ${sets.map(({ fields, seeds }) => `${fields}, seeds 1 to ${seeds}`).join(' | ')} |`,
    `| --- | ${sets.map(() => '---:').join(' | ')} |`,
    row('likely: precision (goal: 0.98)', ({ likely }) => fixed(likely.precision)),
    row('likely: recall', ({ likely }) => fixed(likely.recall)),
    row('**likely: F1** (goal: 0.90)', ({ likely }) => `**${fixed(likely.f1)}**`),
    row('likely: F1 of the worst seed', ({ lowest }) => fixed(lowest)),
    row('likely and possible: recall (goal: 0.95)', ({ shown }) => fixed(shown.recall)),
    row('likely and possible: precision', ({ shown }) => fixed(shown.precision)),
    row('pairs completeness of blocking (goal: 0.98)', ({ blocked }) => fixed(blocked.recall)),
    row('pairs that blocking leaves out', ({ reduction }) => percent(reduction)),
    row('F1 of clusters, B-cubed', ({ clusters }) => fixed(clusters)),
    row('Brier score of the pairs shown', ({ brier }) => fixed(brier)),
    '',
  ];
}

function fairness(sets) {
  const rows = sets.flatMap(({ fields, scripts }) =>
    scripts.map(({ name, right, all, recall }) => {
      const [low, high] = wilson(right, all);
      return `| ${fields} | ${name} | ${times(all)} | ${percent(recall)} | ${percent(low)} to ${percent(high)} |`;
    }),
  );
  const gaps = sets.map(({ fields, scripts }) => {
    const one = added(scripts.filter(({ name }) => isOneScript(name)));
    const two = added(scripts.filter(({ name }) => !isOneScript(name)));
    const difference = one.right / one.all - two.right / two.all;
    const margin = 1.96 * Math.sqrt(variance(one) + variance(two));
    const latin = scripts.find(({ name }) => name === 'latin and latin');
    return `| ${fields} | ${points(difference)} ± ${points(margin)} | ${points(latin.recall - two.right / two.all)} |`;
  });
  return [
    '## Fairness between scripts',
    '',
    'Recall of likely pairs, by the scripts of their two entries, with its 95 % interval (Wilson).',
    '',
    '| lists | scripts | true pairs | recall | interval |',
    '| --- | --- | ---: | ---: | ---: |',
    ...rows,
    '',
    'How much less is found across scripts, in points (goal: 5). The generator spells Arabic in one way, so that pairs within that',
    'script are easier than they are in life; the last column leaves them out.',
    '',
    '| lists | one script − two scripts, 95 % interval | Latin script − two scripts |',
    '| --- | ---: | ---: |',
    ...gaps,
    '',
  ];
}

const isOneScript = (name) => new Set(name.split(' and ')).size === 1;
const points = (share) => (100 * share).toFixed(1);
const variance = ({ right, all }) => ((right / all) * (1 - right / all)) / all;

function added(scripts) {
  const total = (key) => scripts.reduce((sum, each) => sum + each[key], 0);
  return { right: total('right'), all: total('all') };
}

/** The interval of Wilson (1927) for a share, 95 %. */
function wilson(right, all) {
  const z = 1.96;
  const p = right / all;
  const middle = p + z ** 2 / (2 * all);
  const margin = z * Math.sqrt((p * (1 - p)) / all + z ** 2 / (4 * all ** 2));
  return [middle - margin, middle + margin].map((each) => each / (1 + z ** 2 / all));
}

function calibrated({ fields, bins }) {
  return [
    '## Calibration',
    '',
    `Probabilities of the pairs shown beside the share that is true, on ${fields} lists.`,
    '',
    '| stated | pairs | mean stated | true |',
    '| --- | ---: | ---: | ---: |',
    ...bins
      .filter(({ pairs }) => pairs > 0)
      .map(
        ({ from, pairs, stated, true: share }) =>
          `| ${from.toFixed(1)} to ${(from + 0.1).toFixed(1)} | ${times(pairs)} | ${stated.toFixed(2)} | ${share.toFixed(2)} |`,
      ),
    '',
  ];
}

function otherSets({ febrl, historical }) {
  const row = (name, { precision, recall, f1 }) =>
    `| ${name} | ${fixed(precision)} | ${fixed(recall)} | ${fixed(f1)} |`;
  return [
    '## Public sets',
    '',
    'FEBRL 4 with the model that ships (goal: F1 of 0.99). The persons of history are one list with ten rows for each person, so `twice`',
    'is 9 and `relatives` 0.01; pairs count by weight alone. Splink 5.0.0 with the settings of its documentation',
    '(`test/bench/linkage/splink.py`) reached F1 of 0.743 at 0.5, 0.712 at 0.9, and 0.766 at the best threshold in hindsight on them.',
    '',
    '| | precision | recall | F1 |',
    '| --- | ---: | ---: | ---: |',
    row('FEBRL 4, likely pairs', febrl),
    row('historical-50k at 0.5', historical.half),
    row('historical-50k at 0.9', historical.nine),
    row('historical-50k, best in hindsight', historical.best),
    '',
  ];
}

function encodings(encoded) {
  return [
    '## Encodings, experimental',
    '',
    'Bloom filters of names, year of birth and nationality (`LongTermKeys`), each compared with all of other lists on the usual lists of',
    'seeds 1 to 5, at the threshold of likeness (Dice) that is best in hindsight. No part of Baraza uses them',
    '([0128](decisions/0128-exchange-between-installations.md)).',
    '',
    '| | threshold | precision | recall | F1 |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...encoded.map(
      ({ kind, least, precision, recall, f1 }) =>
        `| ${kind} | ${least} | ${fixed(precision)} | ${fixed(recall)} | ${fixed(f1)} |`,
    ),
    '',
  ];
}

function large({ records, pairs, wall, processor, memory, one }) {
  return [
    '## Speed',
    '',
    `Generated lists of ${times(records)} records; ${times(pairs)} pairs are shown. One thread is used.`,
    '',
    '| | |',
    '| --- | ---: |',
    `| the whole run (goal: 300 s) | ${wall.toFixed(0)} s |`,
    `| of it, time of the processor | ${processor.toFixed(0)} s |`,
    `| memory (goal: 1,024 MiB) | ${memory.toFixed(0)} MiB |`,
    `| one record, put in and compared, median (goal: 50 ms) | ${one.p50.toFixed(1)} ms |`,
    `| one record, 99th percentile | ${one.p99.toFixed(1)} ms |`,
    '',
  ];
}
