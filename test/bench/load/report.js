/** The page that the load bench writes: medians of rounds that were taken in turn, and their ratios. */
import { cpus, totalmem } from 'node:os';
import { percentile, short } from '../measure.js';

const ms = (number) => `${short(number)} ms`;
const strong = (text) => `**${text}**`;
const whole = (number) => Math.round(number).toLocaleString('en');

export function loadReport(results) {
  const [{ compared }] = results;
  return `${[
    ...intro(),
    ...comparison(compared),
    ...accounts(compared),
    ...pressure(compared),
    ...results.flatMap(curves),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

/** What the house costs, alone. */
export function costReport(compared) {
  return [...comparison(compared), ...accounts(compared)].join('\n').trimEnd();
}

/** Memory over a long run, alone. */
export function memoryReport({ name, size, seconds, every, rate, samples }) {
  const [, second, third, last] = [0, 1, 2, 3].map((i) => quarter(samples, i));
  const median = (of) => percentile(of, 50);
  return [
    `Memory of one process with ${name} and ${whole(size)} profiles, during ${whole(seconds / 60)} minutes of mixed traffic at ${whole(rate)} requests a second,`,
    `every ${whole(every / 1_000)} seconds, in MB: ${samples.map(whole).join(', ')}.`,
    `Medians of the second, third and last quarter: ${[second, third, last].map((of) => whole(median(of))).join(', ')};`,
    `last to second quarter: ${short(median(last) / median(second))}.`,
  ].join('\n');
}

function quarter(samples, i) {
  const at = (part) => Math.round((samples.length * part) / 4);
  return samples.slice(at(i), at(i + 1));
}

function intro() {
  return [
    '# Load',
    '',
    'Written by `npm run bench -- --only load`, in some 15 minutes with Meilisearch. The client is a process of its own (autocannon);',
    'each connection asks one request after the other. Servers are measured in turn, in short rounds, and medians of the rounds',
    'are told. Every answer is looked at: a row counts how many were errors. `--only cost` prints the first section alone, in 3',
    'minutes, and `--only memory` the memory of a process during 30; sizes of the directory behind `--only load` are measured and',
    'printed, and nothing is written.',
    '',
    'The client, the api processes, PostgreSQL and Meilisearch share the processors of one machine, which may do other work',
    'at the same time. Compare the ratios, not the rates. [scaling.md](scaling.md) says what follows for a deployment.',
    '',
    `Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB memory, Node ${process.versions.node}. Date: ${new Date().toISOString().slice(0, 10)}.`,
    '',
  ];
}

function comparison({ rows, bytes, size, connections, rounds }) {
  return [
    '## What the house costs',
    '',
    `Pages of 20 of ${whole(size)} mediators, found by five searches; a page is about ${short(bytes / 1_000)} kB. ${connections} connections, one process of each`,
    `server, ${rounds} rounds in turn. The first two servers give the very same pages from memory and do nothing else: they find,`,
    'load and check nothing. Processor time is that of the api process alone, for one request. Ratios are to the first server.',
    '',
    '| | requests a second | median | 99th percentile | processor time | ratio of requests | ratio of processor time |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(
      ({ name, rate, p50, p99, processor, ratio, processorRatio }) =>
        `| ${name} | ${whole(rate)} | ${ms(p50)} | ${ms(p99)} | ${ms(processor / 1_000)} | ${strong(short(ratio))} | ${short(processorRatio)} |`,
    ),
    '',
    'Goals: 1.00 with Meilisearch, 0.50 with PostgreSQL. Why the first is not met, and what was tried:',
    '[0134](decisions/0134-searches-ask-the-engine.md).',
    '',
  ];
}

function accounts({ accounts: told }) {
  const parts = [...new Set(told.flatMap(({ parts: own }) => own.map(([part]) => part)))];
  const of = ({ parts: own }, part) => own.find(([name]) => name === part)?.[1] ?? 0;
  const sum = ({ parts: own }) => own.reduce((all, [, value]) => all + value, 0);
  return [
    '### Where the time of a request goes',
    '',
    'Time of the api process for one of these pages, by whose code runs, sampled under the same load. Waiting for the engine and',
    'the database does not count. Sampling itself costs, so the sum is more than without it. Samples are taken by the clock: where',
    'processors are fewer than busy processes, HTTP includes that the kernel runs the receiver of what was just written.',
    '',
    `| microseconds | ${told.map(({ name }) => name).join(' | ')} |`,
    `| --- | ${told.map(() => '---:').join(' | ')} |`,
    ...parts.map((part) => `| ${part} | ${told.map((one) => whole(of(one, part))).join(' | ')} |`),
    `| together | ${told.map((one) => whole(sum(one))).join(' | ')} |`,
    '',
  ];
}

function pressure({ pressure: told, held }) {
  return [
    '## Half of what it can do, and more than it can do',
    '',
    `Mixed traffic (pages of search, rankings, counts, networks) to one process with ${told.name}, ${told.usual} connections unless it is said.`,
    '',
    'A process that has `BARAZA_REQUESTS_AT_ONCE` requests in progress answers more with 503 and `OVERLOADED` at once, so that nobody waits in a queue without end ([0124](decisions/0124-full-processes.md)): the answers of each row are counted by status.',
    '',
    '| | requests a second | median | 99th percentile | 99th / median | answers |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    row('as fast as it can', told.most),
    row('half of that (goal: below 5)', told.half),
    row(`${whole(told.connections)} connections`, told.beyond),
    row('right after it', told.after),
    '',
    `Memory of the process during ${held.seconds} seconds of this traffic, every ${held.every / 1_000} seconds, in MB: ${held.samples.map(whole).join(', ')}.`,
    '',
  ];
}

function row(name, { rate, p50, p99, statuses, wrong, errors }) {
  const answers = Object.entries(statuses).map(([status, count]) => `${whole(count)} × ${status}`);
  const failed = wrong + errors === 0 ? [] : [`${whole(wrong + errors)} errors`];
  return `| ${name} | ${whole(rate)} | ${ms(p50)} | ${ms(p99)} | ${short(p99 / p50)} | ${[...answers, ...failed].join(', ')} |`;
}

function curves({ size, curves: series }) {
  const [{ points }] = series;
  return [
    `## ${whole(size)} profiles`,
    '',
    'Mixed traffic: requests a second, and the 99th percentile of their times.',
    '',
    `| connections | ${points.map(({ connections }) => connections).join(' | ')} |`,
    `| --- | ${points.map(() => '---:').join(' | ')} |`,
    ...series.map(
      ({ name, processes, points: own }) =>
        `| ${name}, ${processes === 1 ? 'one process' : `${processes} processes`} | ${own
          .map(
            ({ rate, p99, wrong }) =>
              `${whole(rate)}; ${ms(p99)}${wrong > 0 ? `; ${wrong} errors` : ''}`,
          )
          .join(' | ')} |`,
    ),
    '',
  ];
}
