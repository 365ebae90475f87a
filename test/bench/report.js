/** The page that the bench writes: numbers of one run and their ratios, no verdict. */
import { cpus, totalmem } from 'node:os';
import { short } from './measure.js';

export function report(results, starting) {
  const head = (title) => [
    `| ${title} | ${results.map(({ size }) => `${short(size)} profiles`).join(' | ')} |`,
    `| --- | ${results.map(() => '---:').join(' | ')} |`,
  ];
  const row = (name, value) =>
    `| ${name} | ${results.map((result) => value(result)).join(' | ')} |`;
  const ms = (number) => `${short(number)} ms`;
  return `${[
    '# Benchmarks',
    '',
    'Written by `npm run bench`. Compare the ratios: both sides of each ran in turn, in one run, and each',
    'answer was checked before it was counted. The goals are the project’s own.',
    '',
    `Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB memory, Node ${process.versions.node}. Date: ${new Date().toISOString().slice(0, 10)}.`,
    '',
    '## Matching',
    '',
    'The 20 best for five needs with six soft criteria and a required language, in the pool and as one SQL',
    'query over the same database; ids and scores are the same to the last digit.',
    '',
    ...head('median'),
    row('pool', ({ matching }) => ms(matching.rank)),
    row('pool, 95th percentile', ({ matching }) => ms(matching.rankP95)),
    row('SQL', ({ matching }) => ms(matching.sql)),
    row(
      '**SQL / pool** (goal at 100,000: 10 or more)',
      ({ matching }) => `**${short(matching.sql / matching.rank)}**`,
    ),
    row('the whole service call', ({ matching }) => ms(matching.service)),
    row('bytes of the pool for a profile (goal: 250 or fewer)', ({ filled }) =>
      short(filled.poolBytes),
    ),
    row('loading the pools of both clearances', ({ filled }) => ms(filled.poolLoad)),
    '',
    '## Search',
    '',
    'Five queries of 20 hits: GraphQL over HTTP beside the adapter call alone, which is asked the very same;',
    'the client works in the same process. 600 requests come before, so that a server is measured that has',
    'run for a while. The same pages come again, so their profiles are known and the database only confirms',
    'that they are current.',
    '',
    ...(results[0]?.searches ?? []).flatMap(({ engine }, i) => [
      ...head(`median, ${engine}`),
      row('adapter', ({ searches }) => ms(searches[i].bare)),
      row('GraphQL', ({ searches }) => ms(searches[i].graphql)),
      row(
        '**GraphQL / adapter** (goal: 1.5, or 1 ms more)',
        ({ searches }) => `**${short(searches[i].graphql / searches[i].bare)}**`,
      ),
      row('documents indexed in a second, in a rebuild', ({ searches }) =>
        short(searches[i].indexRate),
      ),
      '',
    ]),
    '## Import',
    '',
    'A CSV file with 34 columns, in a process of its own.',
    '',
    ...head(''),
    row('rows a second (goal: 2,000 or more)', ({ filled }) => short(filled.importRate)),
    row('rows a second, the same file again', ({ filled }) => short(filled.againRate)),
    row(
      'peak memory (goal: under 400 MB at any size)',
      ({ filled }) => `${short(filled.importPeak)} MB`,
    ),
    '',
    '## Start',
    '',
    '`baraza serve` from its start to its word that it is ready, embedded PostgreSQL included.',
    '',
    '| | |',
    '| --- | ---: |',
    `| first start: database made, demo of 400 profiles loaded | ${ms(starting.first)} |`,
    `| second start | ${ms(starting.second)} |`,
  ].join('\n')}\n`;
}
