import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { PostgresBinaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { SystemUser } from './system-user.js';

const run = promisify(execFile);

/** Where the database files go when the account of PostgreSQL cannot reach the data folder. */
const SYSTEM_FOLDER = '/var/lib/baraza';

/** In the data folder: names the folder that holds its database files, where that is another one. */
const FOLDER_FILE = 'postgres-folder';

/** Where PostgreSQL runs: its programs and the folder of its database, both in reach of its account. */
export interface Place {
  readonly binaries: PostgresBinaries;
  readonly folder: string;
}

/**
 * Finds a place that the account of PostgreSQL can reach.
 *
 * Root's home is closed to every other account (mode 0700) on a fresh server, and with a umask of 077 so
 * is all that root unpacks. No permission of the user's folders is changed for that: database files go to
 * `/var/lib/baraza`, and programs are copied beside them, where the account cannot reach the originals.
 *
 * @throws EmbeddedPostgresError that says what to do where no such folder can be had.
 */
export async function placeFor(
  directory: string,
  installed: PostgresBinaries,
  owner: SystemUser | null,
): Promise<Place> {
  if (owner === null) return { binaries: installed, folder: directory };
  const folder = await folderFor(directory, owner);
  const reached = await canReach(owner, 'r', installed.initdb);
  return { binaries: reached ? installed : await copyPrograms(installed, folder), folder };
}

async function folderFor(directory: string, owner: SystemUser): Promise<string> {
  const file = join(directory, FOLDER_FILE);
  const kept = (await readFile(file, 'utf8').catch(() => '')).trim();
  const isHere = (await stat(join(directory, 'postgres')).catch(() => null)) !== null;
  if (kept === '' && (isHere || (await canReach(owner, 'x', directory)))) {
    if (await canReach(owner, 'x', directory)) return directory;
    throw outOfReach(directory, 'A database is there already, so no other folder is used');
  }
  const folder = kept === '' ? join(SYSTEM_FOLDER, randomUUID()) : kept;
  try {
    await mkdir(folder, { recursive: true });
    for (const each of [dirname(folder), folder]) await chmod(each, 0o755);
  } catch (error) {
    throw outOfReach(directory, `${folder} cannot be used (${(error as Error).message})`);
  }
  if (!(await canReach(owner, 'x', folder))) throw outOfReach(directory, `${folder} neither`);
  await writeFile(file, folder, { mode: 0o600 });
  return folder;
}

function outOfReach(directory: string, reason: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `PostgreSQL does not run as root, and its account "postgres" cannot reach the folder ${directory}. ${reason}: set BARAZA_DATA_DIR to a folder that every account may enter, such as /srv/baraza, or run Baraza as another user.`,
  );
}

/** Whether the account may enter a folder (`x`) or read a file (`r`), all folders above it included. */
async function canReach(owner: SystemUser, right: 'r' | 'x', path: string): Promise<boolean> {
  const identity = { uid: owner.uid, gid: owner.gid, cwd: '/' };
  // The path is an argument and no part of the script, whatever characters it has.
  return run('/bin/sh', ['-c', `test -${right} "$1"`, 'sh', path], identity).then(
    () => true,
    () => false,
  );
}

/** Copies the programs into the folder, once for each version of the package. */
async function copyPrograms(
  installed: PostgresBinaries,
  folder: string,
): Promise<PostgresBinaries> {
  const source = resolve(dirname(installed.initdb), '..');
  const manifest = await readFile(resolve(source, '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const target = join(folder, `postgres-programs-${version}`);
  if ((await stat(target).catch(() => null)) === null) {
    const fresh = `${target}.${randomUUID()}`;
    await cp(source, fresh, { recursive: true, verbatimSymlinks: true });
    await openToAll(fresh);
    // Another process may have been first; what it made is the same.
    await rename(fresh, target).catch(() => rm(fresh, { recursive: true, force: true }));
  }
  const copied = (program: string) => join(target, 'bin', basename(program));
  return {
    initdb: copied(installed.initdb),
    pg_ctl: copied(installed.pg_ctl),
    postgres: copied(installed.postgres),
  };
}

/** Every account may read what is under the folder, whatever umask it was unpacked under. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) {
      const { mode } = await stat(path);
      await chmod(path, (mode & 0o100) === 0 ? 0o644 : 0o755);
    }
  }
}
