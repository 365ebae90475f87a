import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { LinkLabelling } from '#directory';
import { OPERATOR } from '#identity';
import {
  agreementOf,
  DEFAULT_MODEL,
  type Estimate,
  estimateFrom,
  type Label,
  type LabelledBand,
  weightOf,
} from '#linkage';
import { CommandFailure } from '#runtime';
import { TERMINAL, type Asked } from '../confirm.js';
import type { Format } from '../format-option.js';
import { readText } from '../input-file.js';
import {
  type Answer,
  ANSWERS_HEAD,
  answersIn,
  asLines,
  BANDS_HEAD,
  keyOfPair,
  type Lot,
  lotsIn,
  type NamedPair,
  SAMPLE_HEAD,
  sampleIn,
} from '../label-files.js';
import { labelPairs } from '../label-dialog.js';
import { positiveInteger, wholeNumber } from '../numbers.js';
import { printList } from '../output.js';
import { withApplication } from '../with-application.js';
import { networkIdOf } from './link.js';

const MOST_PAIRS = 2_000;
const MOST_SEED = 2 ** 31 - 1;

interface SampleOptions {
  readonly network: string;
  readonly size: string;
  readonly seed: string;
  readonly out: string;
  readonly bands: string;
}

/** Draws pairs of a list to be labelled by two people, and writes apart what they must not know. */
export async function sampleLinks({
  network,
  size,
  seed,
  out,
  bands,
}: SampleOptions): Promise<void> {
  const request = {
    size: positiveInteger('--size', size, MOST_PAIRS),
    seed: wholeNumber('--seed', seed, MOST_SEED),
  };
  await withApplication(async (app) => {
    const id = await networkIdOf(app, network);
    const drawn = await app.get(LinkLabelling).draw(OPERATOR, id, request);
    const bandOf = (band: number) => {
      const { least = null, pairs = 0 } = drawn.bands[band] ?? {};
      return [least === null ? '' : least / 1_000, pairs];
    };
    const lots = drawn.pairs.map(({ one, other, band }) => [network, one, other, ...bandOf(band)]);
    const known = new Set(drawn.pairs.map(({ band }) => band));
    const others = drawn.bands.flatMap((_, band) =>
      known.has(band) ? [] : [[network, '', '', ...bandOf(band)]],
    );
    await writeNew(bands, asLines(BANDS_HEAD, [...lots, ...others]));
    const pairs = drawn.pairs.map(({ one, other }) => [network, one, other]);
    await writeNew(out, asLines(SAMPLE_HEAD, pairs));
    console.log(`Pairs drawn: ${pairs.length}. Keep ${bands} from those who label ${out}.`);
  });
}

/**
 * Shows one pair of a sample after another, without its weight, and keeps what a person says of it. It goes on where she stopped.
 * Both mediators of each pair can read that somebody looked.
 */
export async function labelLinks(
  sample: string,
  { answers }: { readonly answers: string },
  { input, output }: Asked = TERMINAL,
): Promise<void> {
  if (!input.isTTY || !output.isTTY) {
    throw new CommandFailure('There is no terminal to ask at. Nothing was labelled.');
  }
  const pairs = sampleIn(await readText(sample));
  const before = await readFile(answers, 'utf8').catch(() => null);
  const done = new Set(before === null ? [] : answersIn(before).map(keyOfPair));
  if (before === null) await writeNew(answers, asLines(ANSWERS_HEAD, []));
  await withApplication(async (app) => {
    const ids = new Map<string, string>();
    const look = async ({ network, one, other }: NamedPair) => {
      const id = ids.get(network) ?? (await networkIdOf(app, network));
      ids.set(network, id);
      return app.get(LinkLabelling).look(OPERATOR, id, one, other);
    };
    const keep = async ({ network, one, other }: NamedPair, answer: Label) =>
      appendFile(answers, asLines([network, one, other, answer], []));
    const open = pairs.filter((pair) => !done.has(keyOfPair(pair)));
    await labelPairs(open, { look, keep }, { input, output });
  });
  const kept = answersIn(await readText(answers)).length;
  console.log(`Labelled: ${kept} of ${pairs.length}.`);
}

interface AgreementOptions {
  readonly truth?: string;
  readonly seed: string;
  readonly format: Format;
}

/** Compares what two people said of one sample, and estimates by it how well duplicates are found. */
export async function compareLabels(
  bandsFile: string,
  [one, other]: readonly [string, string],
  { truth, seed, format }: AgreementOptions,
): Promise<void> {
  const chance = wholeNumber('--seed', seed, MOST_SEED);
  const lots = lotsIn(await readText(bandsFile));
  const [first, second] = [answersIn(await readText(one)), answersIn(await readText(other))];
  const byPair = new Map(second.map((answer) => [keyOfPair(answer), answer.answer]));
  const drawn = new Set(lots.map(keyOfPair));
  const both = first.flatMap((answer): (readonly [Answer, Label])[] => {
    const its = byPair.get(keyOfPair(answer));
    return its && drawn.has(keyOfPair(answer)) ? [[answer, its]] : [];
  });
  if (both.length === 0) throw new CommandFailure('No pair of the sample has two answers.');
  const { pairs, agreed, kappa } = agreementOf(both.map(([{ answer }, its]) => [answer, its]));
  const sure = both.flatMap(([answer, its]) =>
    answer.answer === its && its !== 'cannot-say' ? [answer] : [],
  );
  const bands = labelledBands(lots, sure);
  const { likely, possible } = DEFAULT_MODEL;
  const estimates = [likely, possible].flatMap((least) => {
    const { precision, recall } = estimateFrom(bands, weightOf(least), chance);
    return [
      [`precision from ${least}`, ...numbersOf(precision)],
      [`recall from ${least}`, ...numbersOf(recall)],
    ];
  });
  const rows = [
    ['pairs with two answers', pairs, '', ''],
    ['pairs of which both are sure', sure.length, '', ''],
    ['share of equal answers', rounded(agreed), '', ''],
    ['kappa', ...numbersOf(kappa)],
    ...estimates,
  ];
  printList({ head: ['measure', 'value', 'from', 'to'], rows }, format);
  if (truth === undefined) return;
  const known = sure.map(({ network, one: her, other: its, answer }) => [
    network,
    her,
    its,
    answer,
  ]);
  await writeNew(truth, asLines(ANSWERS_HEAD, known));
}

/** Each band with what both people are sure of. */
function labelledBands(lots: readonly Lot[], sure: readonly Answer[]): LabelledBand[] {
  const answers = new Map(sure.map((answer) => [keyOfPair(answer), answer.answer]));
  const bands = new Map<number | null, LabelledBand>();
  for (const lot of lots) {
    const { least, pairs } = lot;
    const band = bands.get(least) ?? { least, pairs, labelled: 0, same: 0 };
    if (band.pairs !== pairs) {
      throw new CommandFailure('The file of bands contradicts itself: it is of several samples.');
    }
    const answer = answers.get(keyOfPair(lot));
    const labelled = band.labelled + (answer ? 1 : 0);
    bands.set(least, { least, pairs, labelled, same: band.same + (answer === 'same' ? 1 : 0) });
  }
  return [...bands.values()];
}

function numbersOf(estimate: Estimate | null): (string | number)[] {
  if (!estimate) return ['', '', ''];
  return [estimate.value, estimate.from, estimate.to].map(rounded);
}

/** To four decimals. */
function rounded(share: number): number {
  return Number(share.toFixed(4));
}

/** For the owner of the process alone; what is there already is not overwritten. @throws CommandFailure */
async function writeNew(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(
      error.code === 'EEXIST'
        ? `The file ${file} is there already. Nothing was written to it.`
        : `The file ${file} cannot be written.`,
    );
  });
}
