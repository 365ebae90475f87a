import { execFile } from 'node:child_process';
import { chmod, mkdtemp, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startEmbeddedPostgres, type EmbeddedServer } from '#database';
import { Client } from 'pg';

const isRoot = process.getuid?.() === 0;

/** Where the database files of a data folder lie, where that is another folder. */
async function folderElsewhere(directory: string): Promise<string | null> {
  const text = await readFile(join(directory, 'postgres-folder'), 'utf8').catch(() => null);
  return text === null ? null : text.trim();
}

describe('the embedded PostgreSQL in any folder', () => {
  let root: string;
  let server: EmbeddedServer | null = null;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'baraza-places-'));
  });
  afterEach(async () => {
    await server?.release();
    server = null;
    await rm(root, { recursive: true, force: true });
  });

  async function starts(directory: string): Promise<void> {
    server = await startEmbeddedPostgres(directory);
    const client = new Client({ connectionString: server.url });
    await client.connect();
    expect((await client.query('SELECT 1 AS up')).rows).toEqual([{ up: 1 }]);
    await client.end();
  }

  it.each(['données-مجلس-बैठक with spaces', 'it\'s 100% "quoted"; with $HOME & `back` ticks'])(
    'whose path has other letters: %s',
    async (name) => {
      await chmod(root, 0o755);
      const directory = join(root, name, 'data');
      await mkdir(directory, { recursive: true });
      await starts(directory);
      expect((await stat(join(directory, 'postgres'))).isDirectory()).toBe(true);
    },
  );

  it('under a umask of 077', async () => {
    await chmod(root, 0o755);
    const directory = join(root, 'data');
    // The umask belongs to a process, and this one runs other tests too.
    const program = `const { startEmbeddedPostgres } = await import('#database');
      await (await startEmbeddedPostgres(${JSON.stringify(directory)})).release();`;
    await promisify(execFile)('sh', [
      '-c',
      'umask 077 && exec "$0" "$@"',
      process.execPath,
      '--input-type=module',
      '--eval',
      program,
    ]);
    const elsewhere = await folderElsewhere(directory);
    // What root makes under this umask no other account can reach.
    expect(elsewhere === null).toBe(!isRoot);
    await starts(directory);
    expect(await folderElsewhere(directory)).toBe(elsewhere);
    await server?.release();
    server = null;
    if (elsewhere !== null) await rm(elsewhere, { recursive: true, force: true });
  });

  it('that is closed to all other accounts, as the home of root is', async () => {
    await chmod(root, 0o700);
    const directory = join(root, 'data');
    await starts(directory);
    const elsewhere = await folderElsewhere(directory);
    // An ordinary user runs PostgreSQL as herself, in her own folder.
    expect(elsewhere === null).toBe(!isRoot);
    await server?.release();
    await starts(directory);
    expect(await folderElsewhere(directory)).toBe(elsewhere);
    expect((await stat(root)).mode & 0o777).toBe(0o700);
    await server?.release();
    server = null;
    if (elsewhere !== null) {
      expect(dirname(elsewhere)).toBe('/var/lib/baraza');
      await rm(elsewhere, { recursive: true, force: true });
    }
  });
});
