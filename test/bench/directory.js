/** A directory of N fictional women: generated, imported from a CSV file, indexed, put in the pools. */
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { generatedRecords, SHAPES } from '#demo';
import { systemViewer } from '#identity';
import { CandidatePool } from '#matching';
import { onDatabase } from '../support/on-database.js';
import { timed } from './measure.js';
import { processorOf } from './processor.js';

const CHILD = fileURLToPath(new URL('import-child.js', import.meta.url));
const SEED = 1325;
/** Nobody is pseudonymous: the SQL of the bench does not do regions. */
const SHAPE = { ...SHAPES[0], pseudonymous: 0 };

/** Fills an empty directory with `count` women; returns what was measured on the way. */
export async function fillDirectory(services, count, folder) {
  const file = join(folder, `${count}.csv`);
  await pipeline(csv(count), createWriteStream(file));
  const { network } = SHAPE;
  await services.networks.create(systemViewer('bench'), network);
  const url = services.database.url;
  // The folder of the master key that the modules made.
  const env = { ...process.env, BARAZA_DATA_DIR: join(folder, String(count)) };
  const run = () =>
    promisify(execFile)(process.execPath, [CHILD, file, network.slug, url], { env });
  const server = await serverOf(services);
  const before = processorOf(server);
  const first = JSON.parse((await run()).stdout);
  const written = processorOf(server);
  expectEqual(first.report.created, count, 'rows created');
  const again = JSON.parse((await run()).stdout);
  expectEqual(again.report.unchanged, count, 'rows unchanged');
  await services.database.query('DELETE FROM graphile_worker._private_jobs');
  await onDatabase(services.database.url, 'VACUUM ANALYZE');

  const listed = await countListed(services);
  const loaded = await timed(() => services.pools.catchUp());
  const { size, bytes } = await services.pools.pool('PUBLIC').ask('extent');
  expectEqual(size, listed, 'candidates');
  return {
    importRate: count / first.seconds,
    importPeak: first.peakMegabytes,
    importProcessor: first.processor / count,
    importDatabase: written === null ? null : (written - before) / count,
    againRate: count / again.seconds,
    poolLoad: loaded.ms,
    poolBytes: bytes / size,
  };
}

/** The nth list of other women, of a network of its own, for an import through the API. */
export async function anotherList(services, count, folder, nth) {
  const file = join(folder, `another-${nth}.csv`);
  await pipeline(csv(count, SEED + nth), createWriteStream(file));
  const network = { ...SHAPE.network, slug: `bench-another-${nth}`, name: `Bench, another ${nth}` };
  const { id: networkId } = await services.networks.create(systemViewer('bench'), network);
  return { networkId, file, count };
}

/** Process id of the embedded PostgreSQL, which all its other processes descend from. */
async function serverOf({ database }) {
  const [{ folder }] = await database.asOwner((tx) =>
    tx.query("SELECT current_setting('data_directory') AS folder"),
  );
  return Number.parseInt(await readFile(join(folder, 'postmaster.pid'), 'utf8'), 10);
}

/** A pool of this thread with what those of the application hold, for what is measured without a thread between. */
export async function ownPool(services, clearance) {
  const pool = new CandidatePool();
  const rows = await services.database.query('SELECT id FROM mediator ORDER BY id');
  for (let from = 0; from < rows.length; from += 1_000) {
    const ids = rows.slice(from, from + 1_000).map(({ id }) => id);
    for (const one of await services.pools.pool(clearance).ask('candidates', ids)) pool.upsert(one);
  }
  return pool;
}

/** Builds the search index anew; returns documents a second. */
export async function buildIndex(services) {
  const indexed = await timed(() => services.indexSync.rebuild());
  const documents = await services.search.count();
  expectEqual(documents, 2 * (await countListed(services)), 'documents');
  return (documents * 1_000) / indexed.ms;
}

/** Whom the public may see: published, or not confirmed lately, and with a consent to be listed. */
async function countListed(services) {
  const [row] = await services.database.query(
    `SELECT count(*)::int AS count FROM mediator m WHERE m.state IN ('published', 'stale') AND EXISTS (
       SELECT FROM consent c WHERE c.mediator_id = m.id AND c.purpose = 'LISTED' AND c.withdrawn_at IS NULL)`,
  );
  return row.count;
}

function* csv(count, seed = SEED) {
  let header = null;
  for (const generated of generatedRecords({
    shape: SHAPE,
    count,
    seed,
    today: new Date(),
  })) {
    // What a code name shows is a published class, which one SQL query does not compute.
    const record = { ...generated, pseudonymous: 'no', code_name: '' };
    // Biographies differ in language from woman to woman: the header has a column for each.
    header ??= [
      ...new Set([...Object.keys(record), ...LANGUAGES.map((code) => `biography:${code}`)]),
    ];
    if (record.external_id.endsWith('-000001')) yield `${header.join(',')}\r\n`;
    yield `${header.map((name) => quoted(record[name] ?? '')).join(',')}\r\n`;
  }
}

const LANGUAGES = ['ar', 'en', 'es', 'fr', 'pt', 'sw'];
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;

function expectEqual(found, wanted, what) {
  if (found !== wanted) throw new Error(`Not a valid run: ${found} ${what} instead of ${wanted}.`);
}
