import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { problem } from '#messages';
import { ColumnMap, ImportRefusedError, openRows, type RawRow, type RawRows } from '#directory';
import { record } from '../support/fill.js';
import { openImportBench, rawRow, type ImportBench } from '../support/importing.js';
import { TEST_MASTER_KEYS } from '../support/keys.js';
import { gate } from '../support/waiting-jobs.js';
import { breakLock, waitingForLocks } from '../support/waiting-locks.js';

const CHILD = fileURLToPath(new URL('../support/import-child.js', import.meta.url));
const ROWS = 400;

describe('an import', () => {
  let bench: ImportBench;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    bench = await openImportBench('acacia');
    folder = await mkdtemp(join(tmpdir(), 'baraza-import-'));
    file = join(folder, 'members.jsonl');
    const lines = Array.from({ length: ROWS }, (_, n) => JSON.stringify(record(n)));
    await writeFile(file, lines.join('\n'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await bench.drop();
  });
  beforeEach(async () => bench.clear());

  const again = async () => {
    const columns = new ColumnMap();
    return bench.rows('acacia', await openRows(file, columns), { columns, batchSize: 50 });
  };
  const count = async (): Promise<number> => (await bench.ids('acacia')).size;
  /** Women whom the index will not follow. */
  const forgotten = () =>
    bench.database.query(
      'SELECT id FROM mediator WHERE id NOT IN (SELECT mediator_id FROM search_pending)',
    );

  it('that is killed between two batches is finished by running it again', async () => {
    const child = importInChild(bench.url, file, '220');
    await said(child, 'paused');
    await killed(child);
    const before = await count();
    expect(before % 50).toBe(0);
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(ROWS);
    const done = await again();
    expect(done).toMatchObject({ created: ROWS - before, unchanged: before, rejected: 0 });
    expect(await count()).toBe(ROWS);
    expect(await forgotten()).toEqual([]);
  });

  it('that is killed within a transaction leaves nothing of that batch', async () => {
    let child: ChildProcess | null = null;
    await bench.database.transaction(async (tx) => {
      await tx.query('LOCK TABLE profile_revision IN EXCLUSIVE MODE');
      child = importInChild(bench.url, file);
      await waitingForLocks(bench);
      await killed(child);
    });
    const done = await again();
    expect(done).toMatchObject({ created: ROWS, unchanged: 0, rejected: 0 });
    expect(await count()).toBe(ROWS);
    expect(await forgotten()).toEqual([]);
  });

  it('of a network that is being imported is refused in a sentence', async () => {
    const standing = gate();
    const first = bench.rows('acacia', waiting(standing));
    await standing.reached;
    await expect(again()).rejects.toThrow(
      new ImportRefusedError(problem('refused.running', { network: 'acacia' })),
    );
    standing.open();
    expect(await first).toMatchObject({ created: 2 });
    expect(await again()).toMatchObject({ rejected: 0 });
  });

  it('that loses its database says so in a sentence, and is finished by running it again', async () => {
    const lost = await bench.database.transaction(async (tx) => {
      await tx.query('LOCK TABLE profile_revision IN EXCLUSIVE MODE');
      const running = again().catch((error: unknown) => error);
      await waitingForLocks(bench);
      await terminateWaiting(bench);
      return running;
    });
    expect(lost).toEqual(new ImportRefusedError(problem('refused.connection')));
    expect(await again()).toMatchObject({ rows: ROWS, rejected: 0 });
    expect(await count()).toBe(ROWS);
  });

  it('that lost its lock writes nothing beside the one that runs now', async () => {
    const standing = gate();
    const first = bench
      .rows('acacia', waiting(standing, { display_name: 'An older name' }), { batchSize: 1 })
      .catch((error: unknown) => error);
    await standing.reached;
    await breakLock(bench, 'import:acacia');
    expect(await again()).toMatchObject({ rows: ROWS, rejected: 0 });
    standing.open();
    expect(await first).toEqual(new ImportRefusedError(problem('refused.connection')));
    expect(await again()).toMatchObject({ unchanged: ROWS });
  });

  it('whose file goes away says so in a sentence', async () => {
    const gone = join(folder, 'gone.csv');
    await writeFile(gone, 'id,name\n');
    const columns = new ColumnMap();
    const rows = await openRows(gone, columns);
    await rm(gone);
    await expect(bench.rows('acacia', rows, { columns })).rejects.toThrow(
      new ImportRefusedError(problem('refused.unreadable', { file: gone, code: 'ENOENT' })),
    );
  });

  it('whose file breaks off is not over before its last batch is', async () => {
    const slow = gate();
    const running = bench.rows('acacia', breakingOff(), {
      batchSize: 1,
      onRejects: async () => slow.pass(),
    });
    let isOver = false;
    const over = running.catch((error: unknown) => {
      isOver = true;
      return error;
    });
    await slow.reached;
    await new Promise((resolve) => setImmediate(resolve));
    expect(isOver).toBe(false);
    slow.open();
    expect(await over).toMatchObject({ message: 'The file members.csv is not there.' });
  });
});

/** Two women, and before the second the gate, when they are read for the second time. */
function waiting(standing: ReturnType<typeof gate>, more: Record<string, string> = {}): RawRows {
  return twice(async function* (time) {
    yield rawRow(1, record(1));
    if (time === 2) await standing.pass();
    yield rawRow(2, record(2, more));
  });
}

/** A row that is rejected, and then no file any more, when it is read for the second time. */
function breakingOff(): RawRows {
  return twice(async function* (time) {
    yield rawRow(1, { external_id: '1' });
    await Promise.resolve();
    if (time === 2)
      throw new ImportRefusedError(problem('refused.noFile', { file: 'members.csv' }));
  });
}

function twice(read: (time: number) => AsyncGenerator<RawRow>): RawRows {
  let time = 0;
  return { [Symbol.asyncIterator]: () => read(++time) };
}

function importInChild(url: string, file: string, ...pauseAt: string[]): ChildProcess {
  return spawn(process.execPath, [CHILD, url, file, 'acacia', ...pauseAt], {
    env: { ...process.env, BARAZA_MASTER_KEYS: TEST_MASTER_KEYS },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function said(child: ChildProcess, word: string): Promise<void> {
  for await (const chunk of child.stdout ?? []) if (String(chunk).includes(word)) return;
  throw new Error(`The child never said "${word}".`);
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}

/** Ends the connection that waits for a lock, as a restart of the server does. */
async function terminateWaiting({ asOwner }: ImportBench): Promise<void> {
  await asOwner(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
}
