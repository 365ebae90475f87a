import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findPostgresBinaries, type PostgresBinaries } from './binaries.js';
import { placeFor } from './reach.js';
import { postgresUser } from './system-user.js';

describe('the place of the embedded PostgreSQL', () => {
  let open: string;
  let closed: string;
  beforeEach(async () => {
    [open, closed] = await Promise.all([
      mkdtemp(join(tmpdir(), 'baraza-open-')),
      mkdtemp(join(tmpdir(), 'baraza-closed-')),
    ]);
    await chmod(open, 0o755);
  });
  afterEach(async () => {
    for (const folder of [open, closed]) await rm(folder, { recursive: true, force: true });
  });

  /** The programs as a package that only its owner may read, as in root's home or with umask 077. */
  async function closedPrograms(): Promise<PostgresBinaries> {
    const { initdb } = await findPostgresBinaries();
    await cp(resolve(dirname(initdb), '..', '..'), closed, { recursive: true });
    await chmod(closed, 0o700);
    const at = (name: string) => join(closed, 'native', 'bin', name);
    return { initdb: at('initdb'), pg_ctl: at('pg_ctl'), postgres: at('postgres') };
  }

  it('has programs that its account can run, wherever they were installed', async () => {
    const owner = await postgresUser();
    const installed = await closedPrograms();
    const { binaries, folder } = await placeFor(open, installed, owner);
    expect(folder).toBe(open);
    // Whoever runs PostgreSQL herself needs no copy.
    expect(binaries.initdb.startsWith(owner === null ? closed : open)).toBe(true);
    const identity = owner === null ? {} : { uid: owner.uid, gid: owner.gid };
    for (const program of Object.values(binaries)) {
      const printed = execFileSync(program, ['--version'], { ...identity, cwd: '/' }).toString();
      expect(printed).toMatch(/PostgreSQL/);
    }
    expect(await placeFor(open, installed, owner)).toEqual({ binaries, folder });
  });

  it('is the data folder and the installed programs for an ordinary user', async () => {
    const installed = await findPostgresBinaries();
    expect(await placeFor(closed, installed, null)).toEqual({
      binaries: installed,
      folder: closed,
    });
  });
});
