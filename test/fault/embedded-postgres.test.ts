import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmbeddedPostgres } from '#database';
import { Client } from 'pg';

describe('embedded PostgreSQL', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'baraza-embedded-'));
    await chmod(directory, 0o755);
  });
  afterAll(async () => rm(directory, { recursive: true, force: true }));

  it('keeps its data over a stop and a start', async () => {
    const first = await startEmbeddedPostgres(directory);
    await run(first.url, 'CREATE TABLE kept (n int)');
    await first.release();
    const second = await startEmbeddedPostgres(directory);
    expect(await run(second.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 0 }]);
    await second.release();
  });

  it('is left running while another process uses it, and then stopped by the last', async () => {
    const other = join(directory, 'postgres-users', String(process.ppid));
    const server = await startEmbeddedPostgres(directory);
    await writeFile(other, '');
    await server.release();
    expect(await run(server.url, 'SELECT 1 AS up')).toEqual([{ up: 1 }]);
    await rm(other);
    await server.release();
    await expect(run(server.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('adopts the server that a killed process left behind', async () => {
    const left = await startEmbeddedPostgres(directory);
    const adopted = await startEmbeddedPostgres(directory);
    expect(adopted.url).toBe(left.url);
    await adopted.release();
  });

  it('starts over the stale lock of a server that was killed itself', async () => {
    const server = await startEmbeddedPostgres(directory);
    // A consent that is taken back may not come back with the power: what is committed stays.
    await run(server.url, 'INSERT INTO kept VALUES (7)');
    await killPostmaster(directory);
    const again = await startEmbeddedPostgres(directory);
    expect(await run(again.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    expect(await run(again.url, 'SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
    expect(await run(again.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    expect(again.url).not.toBe(server.url);
    await again.release();
  });

  it('never makes a database anew where there is one', async () => {
    await rm(join(directory, 'postgres-access.json'));
    await expect(startEmbeddedPostgres(directory)).rejects.toThrow(/password file .* is missing/);
  });

  it('is started once by processes that start together', async () => {
    const fresh = await mkdtemp(join(tmpdir(), 'baraza-embedded-'));
    await chmod(fresh, 0o755);
    const servers = await Promise.all([startEmbeddedPostgres(fresh), startEmbeddedPostgres(fresh)]);
    expect(servers[0].url).toBe(servers[1].url);
    await servers[0].release();
    await rm(fresh, { recursive: true, force: true });
  });

  it('says in one sentence that its folder cannot be used', async () => {
    const file = join(directory, 'a-file');
    await writeFile(file, '');
    await expect(startEmbeddedPostgres(file)).rejects.toThrow(
      /^The embedded PostgreSQL cannot use the folder .*a-file\/postgres: [^\n]+$/,
    );
  });
});

async function killPostmaster(directory: string): Promise<void> {
  const lock = await readFile(join(directory, 'postgres', 'postmaster.pid'), 'utf8');
  const pid = Number(lock.split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function run(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}
