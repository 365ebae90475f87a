import { OPERATOR } from '#identity';
import type { KeyStatus } from '#vault';
import { progress } from '../progress.js';
import { withRooms } from '../with-rooms.js';

/** Prints which data keys there are and how many rows each opens; never anything of a key itself. */
export async function keysStatus(): Promise<void> {
  await withRooms(async ({ keys }) => {
    for (const line of (await keys.status(OPERATOR)).map(asLine)) console.log(line);
  });
}

/** Seals everything anew with a new data key or, with `--master`, wraps the data keys by the current master key. */
export async function rotateKeys(options: { master?: boolean }): Promise<void> {
  await withRooms(async ({ keys }) => {
    if (options.master) {
      const ids = await keys.rewrap(OPERATOR);
      console.log(
        ids.length === 0
          ? 'Every data key is wrapped by the current master key already.'
          : `Wrapped by the current master key: data keys ${ids.join(', ')}. The others may leave BARAZA_MASTER_KEYS.`,
      );
      return;
    }
    const before = await keys.status(OPERATOR);
    const bar = progress(
      'Sealing anew',
      before.flatMap(rowsOf).reduce((sum, n) => sum + n, 0),
    );
    try {
      const report = await keys.rotate(OPERATOR, (rows) => bar.update(rows));
      bar.stop();
      const begun = report.resumed ? 'The rotation that was broken off is finished' : 'Rotated';
      console.log(
        `${begun}. Rows sealed anew: ${report.resealed}. Data key ${report.removed.join(', ')} is gone.`,
      );
    } finally {
      bar.stop();
    }
  });
}

function rowsOf({ rows }: KeyStatus): number[] {
  return Object.values(rows);
}

function asLine({ id, purpose, masterId, createdAt, retiredAt, rows }: KeyStatus): string {
  const use = purpose === 'index' ? 'indexes' : retiredAt ? 'opens only' : 'seals';
  const counts = Object.entries(rows).map(([table, count]) => `${table} ${count}`);
  const made = `made ${createdAt.toISOString().slice(0, 10)}`;
  const parts = [`data key ${id}`, use, made, `wrapped by "${masterId}"`, ...counts];
  return parts.join('  ');
}
