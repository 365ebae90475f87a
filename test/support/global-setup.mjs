/**
 * One embedded PostgreSQL for the whole run, with one migrated template database; every test file
 * clones it. Jest loads this file as plain JavaScript, so it uses the built modules.
 */
import { chmod, mkdtemp, readdir, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Database, startEmbeddedPostgres } from '#database';
import { FOLDER_VARIABLE, IS_PACKAGED, unpackBrowser } from './browser/packaged.js';
import { onDatabase } from './on-database.js';

const NAME = 'baraza-test-';

export default async function setup() {
  if (!process.env.MEILISEARCH_URL) {
    process.stderr.write(
      'MEILISEARCH_URL is not set: tests that need a Meilisearch server are SKIPPED, and recorded answers of one are replayed.\n',
    );
  }
  await prepareBrowser();
  const parent = await place();
  await clearAway(parent);
  const directory = await mkdtemp(join(parent, `${NAME}${process.pid}-`));
  // The account PostgreSQL runs under must be able to reach its own folder.
  await chmod(directory, 0o755);
  const server = await startEmbeddedPostgres(directory);
  // Nothing here outlives the run, so nothing needs to reach the disk: no commit, and no clone of a database.
  for (const setting of ['synchronous_commit', 'fsync', 'full_page_writes']) {
    await onDatabase(server.url, `ALTER SYSTEM SET ${setting} = off`);
  }
  // A run connects thousands of times, and nobody guesses the password: it need not be slow to try.
  await onDatabase(server.url, 'ALTER SYSTEM SET scram_iterations = 1');
  await onDatabase(server.url, 'SELECT pg_reload_conf()');
  const { username, password } = new URL(server.url);
  await onDatabase(server.url, `ALTER ROLE ${username} PASSWORD '${password}'`);
  await onDatabase(server.url, 'CREATE DATABASE baraza_template');
  const template = new URL(server.url);
  template.pathname = '/baraza_template';
  const database = await Database.open({ databaseUrl: template.href, databasePool: 2 }, []);
  await database.close();
  process.env.BARAZA_TEST_SERVER = server.url;
  globalThis.stopTestServer = async () => {
    await server.release();
    await rm(directory, { recursive: true, force: true });
  };
}

async function prepareBrowser() {
  if (process.env.BARAZA_TEST_BROWSER) return;
  if (IS_PACKAGED) {
    process.env[FOLDER_VARIABLE] = await unpackBrowser();
  } else {
    process.stderr.write(
      'There is no packaged browser for this machine, and BARAZA_TEST_BROWSER is not set: tests in a browser are SKIPPED.\n',
    );
  }
}

/** Linux's file system in memory, where there is room in it: a database of a test is made three times as fast. */
async function place() {
  const memory = '/dev/shm';
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > 2 ** 31 ? memory : tmpdir();
}

/** What runs left that were ended by force: their servers, and their folders, which may fill the memory. */
async function clearAway(parent) {
  for (const folder of await readdir(parent)) {
    if (!folder.startsWith(NAME)) continue;
    const [run] = folder.slice(NAME.length).split('-');
    if (!/^\d+$/.test(run) || signal(Number(run), 0)) continue;
    const mark = join(parent, folder, 'postgres', 'postmaster.pid');
    const [server] = (await readFile(mark, 'utf8').catch(() => '')).split('\n');
    if (server && signal(Number(server), 'SIGQUIT')) {
      while (signal(Number(server), 0)) await setTimeout(20);
    }
    await rm(join(parent, folder), { recursive: true, force: true });
  }
}

/** Whether there is such a process, which has been sent the signal then. */
function signal(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
