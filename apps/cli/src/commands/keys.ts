import { KeyService, OPERATOR } from '#identity';
import { dayOf } from '#kernel';
import type { KeyStatus } from '#vault';
import type { Format } from '../format-option.js';
import { printList, type Listing } from '../output.js';
import { progress } from '../progress.js';
import { withApplication } from '../with-application.js';

/** Prints which data keys there are and how many rows each opens; never anything of a key itself. */
export async function keysStatus({ format }: { format: Format }): Promise<void> {
  await withApplication(async (app) => {
    const keys = app.get(KeyService);
    const found = await keys.status(OPERATOR);
    printList(asListing(found), format, found);
  });
}

/** Seals everything anew with a new data key or, with `--master`, wraps the data keys by the current master key. */
export async function rotateKeys(options: { master?: boolean }): Promise<void> {
  await withApplication(async (app) => {
    const keys = app.get(KeyService);
    if (options.master) {
      const ids = await keys.rewrap(OPERATOR);
      console.log(
        ids.length === 0
          ? 'Every data key is already wrapped with the current master key.'
          : `Wrapped with the current master key: data keys ${ids.join(', ')}. The other master keys may be removed from BARAZA_MASTER_KEYS.`,
      );
      return;
    }
    const before = await keys.status(OPERATOR);
    const bar = progress(
      'Encrypting again',
      before.flatMap(rowsOf).reduce((sum, n) => sum + n, 0),
    );
    try {
      const report = await keys.rotate(OPERATOR, (rows) => bar.update(rows));
      bar.stop();
      const begun = report.resumed ? 'The interrupted rotation is finished' : 'Rotated';
      console.log(
        `${begun}. Rows encrypted again: ${report.resealed}. Data key ${report.removed.join(', ')} was removed.`,
      );
    } finally {
      bar.stop();
    }
  });
}

function rowsOf({ rows }: KeyStatus): number[] {
  return Object.values(rows);
}

function asListing(found: readonly KeyStatus[]): Listing {
  return {
    head: ['key', 'use', 'made', 'master key', 'rows'],
    rows: found.map(({ id, purpose, masterId, createdAt, retiredAt, rows }) => [
      id,
      purpose === 'index' ? 'indexes' : retiredAt ? 'opens only' : 'seals',
      dayOf(createdAt),
      masterId,
      Object.entries(rows)
        .map(([table, count]) => `${table} ${count}`)
        .join(', '),
    ]),
    widths: [10, 12, 12, 34, 'rest'],
  };
}
