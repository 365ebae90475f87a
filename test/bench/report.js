/** The page that the bench writes: numbers of one run and their ratios, no verdict. */
import { cpus, totalmem } from 'node:os';
import { short } from './measure.js';

const ms = (number) => `${short(number)} ms`;
const strong = (text) => `**${text}**`;

/** @param starting null when only matching was measured */
export function report({ results, pools, starting }) {
  const sections = [
    intro(),
    matching(results),
    filtering(results),
    directPools(pools),
    account(pools.find((pool) => pool.account !== null)),
    ...(starting
      ? [searching(results), attacks(results), importing(results), starts(starting)]
      : []),
  ];
  return `${sections.flat().join('\n').trimEnd()}\n`;
}

/** Of a run that only measured imports. */
export function importReport(results) {
  return `${[...intro(), ...importing(results)].join('\n').trimEnd()}\n`;
}

function intro() {
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench`. Compare the ratios: both sides of each ran in turn, in one run, and each',
    'answer was checked before it was counted. The goals are the project’s own.',
    '',
    `Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB memory, Node ${process.versions.node}. Date: ${new Date().toISOString().slice(0, 10)}.`,
    '',
  ];
}

function matching(results) {
  const row = rows(results);
  return [
    '## Matching',
    '',
    'The 20 best for five needs that state every criterion: eleven soft ones, 10,000 ids of a brief among',
    'them, and ten hard ones. In the pool, and as one SQL query over the same database; ids and scores are',
    'the same to the last digit. In turn with SQL a ranking finds the caches of the processor cold after a',
    'second of other work, so it is measured alone, too.',
    '',
    ...head('', results),
    row('pool, median (goal at 100,000: 5 ms)', ({ matching: { alone } }) => ms(alone.p50)),
    row('pool, 95th percentile', ({ matching: { alone } }) => ms(alone.p95)),
    row('pool, 99th percentile (goal at 100,000: 15 ms)', ({ matching: { alone } }) =>
      ms(alone.p99),
    ),
    row('pool in turn with SQL, median', ({ matching: { pool } }) => ms(pool.p50)),
    row('pool in turn with SQL, 99th percentile', ({ matching: { pool } }) => ms(pool.p99)),
    row('SQL, median', ({ matching: { sql } }) => ms(sql.p50)),
    row('SQL, 99th percentile', ({ matching: { sql } }) => ms(sql.p99)),
    row('**SQL / pool, medians, in turn** (goal: 20 or more)', ({ matching: { pool, sql } }) =>
      strong(short(sql.p50 / pool.p50)),
    ),
    row('the whole service call, median', ({ matching: { service } }) => ms(service.p50)),
    row('bytes of the pool for a profile', ({ filled }) => short(filled.poolBytes)),
    row('loading the pools of both clearances', ({ filled }) => ms(filled.poolLoad)),
    '',
  ];
}

/** Where a Meilisearch server was named. */
function filtering(results) {
  const filtered = results.flatMap(({ size, searches }) =>
    searches.flatMap((search) => (search.filtered ? [{ size, ...search.filtered }] : [])),
  );
  if (filtered.length === 0) return [];
  const row = rows(filtered);
  return [
    '### Beside a search engine alone',
    '',
    'Meilisearch filters by the hard criteria that it can express (languages at their level, tracks, years)',
    'and sorts by years; the pool ranks for the same hard criteria and all soft ones. The engine can not tell',
    'who agreed to be matched, whose nationality, residence or network conflicts, who is free on which days or',
    'what she ruled out; it adds up no weighted fits, counts no exclusions and explains nothing.',
    '',
    ...head('', filtered),
    row('pool: all soft criteria, exact, explained; median', ({ pool }) => ms(pool.p50)),
    row('pool, 99th percentile', ({ pool }) => ms(pool.p99)),
    row('Meilisearch: filter and sort, over HTTP; median', ({ engine }) => ms(engine.p50)),
    row('Meilisearch, 99th percentile', ({ engine }) => ms(engine.p99)),
    row('**Meilisearch / pool, medians**', ({ pool, engine }) =>
      strong(short(engine.p50 / pool.p50)),
    ),
    '',
  ];
}

function directPools(pools) {
  const row = rows(pools);
  const [small, large] = pools;
  const growth = large.all.p50 / small.all.p50;
  return [
    '### Pools filled directly',
    '',
    'Candidates of a seeded generator, without a database, each pool in a process of its own; the same five',
    'needs with every criterion. Resident memory is what the process grew by.',
    '',
    ...head('', pools),
    row('median (goal: 5 ms at 100,000, 60 ms at 1,000,000)', ({ all }) => ms(all.p50)),
    row('95th percentile', ({ all }) => ms(all.p95)),
    row('99th percentile (goal: 15 ms at 100,000)', ({ all }) => ms(all.p99)),
    row('processor time of a ranking, mean, garbage collection included', ({ all }) =>
      ms(all.processor),
    ),
    row('**model 2**, with all its criteria; median (the same goals)', ({ model2 }) =>
      ms(model2.p50),
    ),
    row('model 2, 99th percentile', ({ model2 }) => ms(model2.p99)),
    row('model 2, processor time of a ranking, mean', ({ model2 }) => ms(model2.processor)),
    row('**model 2 / model 1, medians**', ({ all, model2 }) => strong(short(model2.p50 / all.p50))),
    row('only years count, so that tens of thousands tie; median', ({ ties }) => ms(ties.p50)),
    row('resident bytes for a profile (goal: 300 or fewer)', ({ bytes }) => short(bytes)),
    row('bytes for a profile, as the pool counts them', ({ counted }) => short(counted)),
    row('profiles replaced in a second (goal: 50,000 or more)', ({ updates }) => short(updates)),
    '',
    `**Ten times the profiles take ${short(growth)} times as long** (goal: 10 or fewer).`,
    '',
  ];
}

function account({ size, account: { rank, 'bare pass': bare, ...steps } }) {
  const parts = Object.entries(steps).map(
    ([step, each]) => `| ${step} | ${ms(each)} | ${Math.round((100 * each) / rank)} % |`,
  );
  const together = Object.values(steps).reduce((sum, each) => sum + each, 0);
  return [
    '### Where the time goes',
    '',
    `Steps of a ranking of ${short(size)} profiles with every criterion, with a clock between them; a soft criterion`,
    'is compiled and measured. A bare pass reads each column the need is about once and adds it up. Of all',
    'runs the fastest tenth counts, so that other work of the machine counts least.',
    '',
    '| | | of a ranking |',
    '| --- | ---: | ---: |',
    ...parts,
    `| together | ${ms(together)} | ${Math.round((100 * together) / rank)} % |`,
    `| a ranking, without clocks | ${ms(rank)} | |`,
    `| a bare pass | ${ms(bare)} | |`,
    `| **ranking / bare pass** | **${short(rank / bare)}** | |`,
    '',
  ];
}

function searching(results) {
  const row = rows(results);
  return [
    '## Search',
    '',
    'Five queries of 20 hits: GraphQL over HTTP beside the adapter call alone, which is asked the very same;',
    'the client has a thread of its own. Requests of a quarter of a minute come before and are not counted, so',
    'that a server and a client are measured that have run for a while. The same pages come again, so their',
    'profiles are known and the database only tells what has changed.',
    '',
    ...(results[0]?.searches ?? []).flatMap(({ engine }, i) => [
      ...head(`median, ${engine}`, results),
      row('adapter', ({ searches }) => ms(searches[i].bare)),
      row('GraphQL', ({ searches }) => ms(searches[i].graphql)),
      row('**GraphQL / adapter** (goal: 1.5, or what follows)', ({ searches }) =>
        strong(short(searches[i].graphql / searches[i].bare)),
      ),
      row('**GraphQL − adapter** (goal: 1 ms, or what precedes)', ({ searches }) =>
        strong(ms(searches[i].graphql - searches[i].bare)),
      ),
      row('documents indexed in a second, in a rebuild', ({ searches }) =>
        short(searches[i].indexRate),
      ),
      '',
    ]),
  ];
}

function attacks(results) {
  const row = rows(results);
  return [
    '## Attack',
    '',
    'Somebody asks for a ranking of ten, one after the other, while strangers send rankings with briefs of 2,000',
    'characters, twenty and two to a document in turn, as fast as they are answered, for 30 seconds.',
    'Twenty cost too much and are refused; two are done until the minute’s budget of that stranger is spent.',
    'Search is in PostgreSQL. Longest block is that of the event loop; memory is that of the whole process.',
    '',
    ...head('', results),
    row('in peace, median', ({ attack: { quiet } }) => ms(quiet.p50)),
    row('in peace, 99th percentile', ({ attack: { quiet } }) => ms(quiet.p99)),
    ...(results[0]?.attack.attacks ?? []).flatMap(({ attackers }, i) => [
      row(`${attackers} at once, median`, ({ attack }) => ms(attack.attacks[i].p50)),
      row(`${attackers} at once, 99th percentile`, ({ attack }) => ms(attack.attacks[i].p99)),
      row(`**${attackers} at once / in peace, 99th percentiles** (goal: below 3)`, ({ attack }) =>
        strong(short(attack.attacks[i].p99 / attack.quiet.p99)),
      ),
      row(`${attackers} at once, longest block`, ({ attack }) =>
        ms(attack.attacks[i].longestBlock),
      ),
      row(`${attackers} at once, answers`, ({ attack }) =>
        Object.entries(attack.attacks[i].codes)
          .map(([code, count]) => `${count} ${code}`)
          .join(', '),
      ),
      row(
        `${attackers} at once, memory at its peak`,
        ({ attack }) => `${short(attack.attacks[i].peak)} MB`,
      ),
    ]),
    row(
      'memory before and 5 seconds after',
      ({ attack }) => `${short(attack.before)} MB, ${short(attack.after)} MB`,
    ),
    '',
  ];
}

function importing(results) {
  const row = rows(results);
  return [
    '## Import',
    '',
    'A CSV file with 34 columns, in a process of its own.',
    '',
    ...head('', results),
    row('rows a second (goal: 2,500 or more)', ({ filled }) => short(filled.importRate)),
    row('processor time of Node for a row', ({ filled }) => ms(filled.importProcessor * 1_000)),
    row('processor time of PostgreSQL for a row', ({ filled }) =>
      filled.importDatabase === null ? 'unknown' : ms(filled.importDatabase * 1_000),
    ),
    row('rows a second, the same file again', ({ filled }) => short(filled.againRate)),
    row(
      'peak memory (goal: under 400 MB at any size)',
      ({ filled }) => `${short(filled.importPeak)} MB`,
    ),
    '',
    'A list of 5,000 other women, uploaded, checked and applied by the process that answers searches, beside the',
    'directory above. The searches are those below [Search](#search), one after the other.',
    '',
    ...head('', results),
    row('its preview is ready after (goal: 5 seconds)', ({ staged }) => ms(staged.preview)),
    row('rows a second while it is applied, beside searches', ({ staged }) => short(staged.rate)),
    row('searches in peace, median', ({ staged }) => ms(staged.quiet.p50)),
    row('searches in peace, 99th percentile', ({ staged }) => ms(staged.quiet.p99)),
    row('searches while it is applied, median', ({ staged }) => ms(staged.beside.p50)),
    row('searches while it is applied, 99th percentile', ({ staged }) => ms(staged.beside.p99)),
    row('**applied / in peace, 99th percentiles** (goal: below 2)', ({ staged }) =>
      strong(short(staged.beside.p99 / staged.quiet.p99)),
    ),
    '',
  ];
}

function starts(starting) {
  return [
    '## Start',
    '',
    '`baraza serve` from its start to its word that it is ready, embedded PostgreSQL included.',
    '',
    '| | |',
    '| --- | ---: |',
    `| first start: database made, demo of 400 profiles loaded | ${ms(starting.first)} |`,
    `| second start | ${ms(starting.second)} |`,
  ];
}

/** The first two lines of a table with a column for each size. */
function head(title, sized) {
  return [
    `| ${title} | ${sized.map(({ size }) => `${short(size)} profiles`).join(' | ')} |`,
    `| --- | ${sized.map(() => '---:').join(' | ')} |`,
  ];
}

function rows(sized) {
  return (name, value) => `| ${name} | ${sized.map((each) => value(each)).join(' | ')} |`;
}
