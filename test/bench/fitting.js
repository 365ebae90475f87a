/**
 * Fits the numbers of matching model 2 and measures what fitting gains, by nested cross-validation over the training needs of the
 * second judged set: each fold is measured with numbers that were fitted on the others. The same on every machine. The half that is kept
 * out is not ranked.
 */
import { careerSet, CareerPool } from '#demo';
import { compareEvaluations, evaluate } from '#evaluation';
import { MODEL, MODEL_2 } from '#matching';

const FOLDS = 4;
const ROUNDS = 2;
/** A change is kept if nDCG@10 grows by at least this. */
const LEAST_GAIN = 0.0015;
const DECISIVE = 'nDCG@10';

/** Numbers that are fitted: where each stands, and the values that are tried beside the one it has. */
const NUMBERS = [
  ...weights('LANGUAGE', 'REGION', 'EXPERTISE', 'ROLE', 'TRACK', 'PROCESS', 'YEARS'),
  ...weights('AVAILABILITY', 'FRESHNESS', 'ORIGIN', 'WORKING_MODE', 'NOTICE', 'MENTOR'),
  { name: 'essential language', of: MODEL_2.essential, key: 'language', tries: [0, 10, 20, 30] },
  { name: 'a land neighbour', of: MODEL_2.region, key: 7, tries: [3, 5, 7] },
  { name: 'one sub-region', of: MODEL_2.region, key: 5, tries: [1, 3, 5] },
  { name: 'one continent', of: MODEL_2.region, key: 2, tries: [0, 1, 2] },
  { name: 'another topic of the domain', of: MODEL_2.expertise, key: 3, tries: [0, 1, 2, 3] },
  { name: 'a place that is listed', of: MODEL_2.listed, key: 'REGION', tries: [7, 8, 9, 10] },
  { name: 'a field that is listed', of: MODEL_2.listed, key: 'EXPERTISE', tries: [8, 9, 10] },
  ...['LANGUAGE', 'EXPERTISE', 'AVAILABILITY', 'YEARS', 'ORIGIN'].map((criterion) => ({
    name: `${criterion} not stated`,
    of: MODEL_2.unstated,
    key: criterion,
    tries: [0, 2, 4, 6],
  })),
];

function weights(...criteria) {
  return criteria.map((criterion) => ({
    name: `weight of ${criterion}`,
    of: MODEL_2.weights,
    key: criterion,
    factors: [0, 0.5, 0.75, 1.5, 2],
  }));
}

/** What the fitting starts with: the numbers as they ship, or the weights and credits of model 1 in model 2. */
const STARTS = [
  ['the numbers that ship', {}],
  [
    'weights and credits of model 1',
    {
      ...Object.fromEntries(
        NUMBERS.filter(({ of, key }) => of === MODEL_2.weights && MODEL.weights[key] > 0).map(
          ({ name, key }) => [name, MODEL.weights[key]],
        ),
      ),
      'a land neighbour': 7,
      'one sub-region': 5,
      'one continent': 2,
      'another topic of the domain': 3,
    },
  ],
];

export async function benchFitting() {
  const { needs, grades } = careerSet();
  const training = needs.filter(({ split }) => split === 'train');
  const pool = new CareerPool();
  const measured = async (some) => {
    const run = await pool.rankAll(some, { version: 2, depth: 10 });
    const judged = new Map(some.map(({ topic }) => [topic, grades.get(topic)]));
    return evaluate(judged, run, { cutoffs: [10] });
  };
  const meanOf = async (some) => (await measured(some)).mean[DECISIVE];
  const shipped = valuesNow();
  const rows = [];
  for (const [name, changes] of STARTS) {
    const start = { ...shipped, ...changes };
    const [before, after, moved] = [[], [], []];
    for (let fold = 0; fold < FOLDS; fold++) {
      const isKept = (_, i) => i % FOLDS === fold;
      const [kept, others] = [training.filter(isKept), training.filter((...of) => !isKept(...of))];
      set(start);
      before.push(await measured(kept));
      await fit(() => meanOf(others));
      after.push(await measured(kept));
      moved.push(changesFrom(start));
    }
    set(start);
    const all = await meanOf(training);
    await fit(() => meanOf(training));
    const fitted = await meanOf(training);
    rows.push({ name, all, fitted, before, after, changes: changesFrom(start), inFolds: moved });
  }
  set(shipped);
  for (const row of rows) print(row);
}

/** One number after another, and again: the value stays with which the mean is highest, if it gains enough. */
async function fit(mean) {
  let best = await mean();
  for (let round = 0; round < ROUNDS; round++) {
    for (const number of NUMBERS) {
      const { of, key, tries, factors = [] } = number;
      const was = of[key];
      let kept = was;
      for (const value of tries ?? factors.map((factor) => Math.round(was * factor))) {
        if (value === was) continue;
        of[key] = value;
        const found = await mean();
        if (found >= best + LEAST_GAIN) [best, kept] = [found, value];
      }
      of[key] = kept;
    }
  }
}

function valuesNow() {
  return Object.fromEntries(NUMBERS.map(({ name, of, key }) => [name, of[key]]));
}

function set(values) {
  for (const { name, of, key } of NUMBERS) of[key] = values[name];
}

function changesFrom(start) {
  return NUMBERS.filter(({ name, of, key }) => of[key] !== start[name]).map(
    ({ name, of, key }) => `${name} ${start[name]} to ${of[key]}`,
  );
}

function print({ name, all, fitted, before, after, changes, inFolds }) {
  const [unfitted, withFit] = [before, after].map(joined);
  const [{ first, second, wins, losses, ties, p }] = compareEvaluations(withFit, unfitted, [
    DECISIVE,
  ]);
  console.log(`\nFrom ${name}; nDCG@10 of the training half:`);
  console.log(`  before fitting ${all.toFixed(4)}; fitted on all of it ${fitted.toFixed(4)}`);
  console.log(
    `  folds kept out: before ${second.toFixed(4)}, fitted on the others ${first.toFixed(4)}; wins ${wins}, losses ${losses}, ties ${ties}; p ${p.toFixed(5)}`,
  );
  console.log(`  fitted on all: ${listed(changes)}`);
  inFolds.forEach((moved, i) => console.log(`  without fold ${i + 1}: ${listed(moved)}`));
}

const listed = (changes) => changes.join(', ') || 'nothing changed';

/** The needs of all folds together. */
function joined(evaluations) {
  const topics = evaluations
    .flatMap((each) => each.topics)
    .toSorted((a, b) => (a.topic < b.topic ? -1 : 1));
  const mean = topics.reduce((sum, { measures }) => sum + measures[DECISIVE], 0) / topics.length;
  return { topics, mean: { [DECISIVE]: mean } };
}
