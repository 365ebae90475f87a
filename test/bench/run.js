/**
 * Measures Baraza side by side with what it is compared to, in one run, and writes
 * docs/benchmarks.md. `npm run bench`, or `npm run bench -- 10000` for one size, which writes nothing;
 * `npm run bench -- --only matching 10000` leaves out what is not about matching, `--only import` what is not about imports.
 * `npm run bench -- --only linkage` measures record linkage and writes docs/linkage-evaluation.md.
 * `npm run bench -- --only fitting` prints what fitting matching model 2 gains, in half a minute.
 * `npm run bench -- --only load` sends traffic from many connections and writes docs/load.md, in some 15 minutes; with
 * sizes behind it, it prints their page and writes nothing. `npm run bench -- --only cost` prints what the house costs alone, in 3.
 * `npm run bench -- --only memory` prints the memory of a process during 30 minutes of traffic; a number behind it is other minutes.
 * With MEILISEARCH_URL set, search and filtering are measured there too.
 */
import './as-production.js';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchFitting } from './fitting.js';
import { benchLinkage } from './linkage/run.js';
import { benchCost, benchLoad, benchMemory } from './load/run.js';
import { benchPools } from './pools.js';
import { importReport, report } from './report.js';
import { benchStarting } from './starting.js';

const CHILD = fileURLToPath(new URL('size-child.js', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' } },
});
const onlyMatching = values.only === 'matching';
const onlyImport = values.only === 'import';
const isWhole = positionals.length === 0 && values.only === undefined;
const sizes = positionals.length > 0 ? positionals.map(Number) : [10_000, 100_000];
const results = [];
let folder;
if (values.only === 'linkage') await benchLinkage();
else if (values.only === 'fitting') await benchFitting();
else if (values.only === 'load') await benchLoad(positionals.map(Number));
else if (values.only === 'cost') await benchCost();
else if (values.only === 'memory') await benchMemory(Number(positionals[0] ?? 30));
else await benchDirectory();

async function benchDirectory() {
  folder = await mkdtemp(join(tmpdir(), 'baraza-bench-'));
  // The account PostgreSQL runs under must be able to reach its own folder.
  await chmod(folder, 0o755);
  try {
    for (const size of sizes) results.push(await bench(size));
    const page = onlyImport ? importReport(results) : report({ results, ...(await others()) });
    if (isWhole) await writeFile(new URL('../../docs/benchmarks.md', import.meta.url), page);
    console.log(page);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function others() {
  console.error('Pools filled directly');
  const pools = await benchPools();
  console.error('Starting the service twice');
  const starting = onlyMatching ? null : await benchStarting(join(folder, 'starting'));
  return { pools, starting };
}

async function bench(size) {
  const into = join(folder, `${size}.json`);
  const given = [CHILD, folder, into, String(size), values.only ?? ''];
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`Not a valid run: measuring ${size} profiles failed.`);
  return JSON.parse(await readFile(into, 'utf8'));
}
