import { CLOCK } from '#config';
import { applyRetention, Database, nextRetention, retentionStandings } from '#database';
import type { Format } from '../format-option.js';
import { printList } from '../output.js';
import { withApplication } from '../with-application.js';

/** Lists how long each kind of data is kept, and what the next run of the nightly job removes. */
export async function listRetention({ format }: { readonly format: Format }): Promise<void> {
  await withApplication(async (app) => {
    const now = app.get<() => Date>(CLOCK)();
    const standings = await retentionStandings(app.get(Database), now);
    const found = standings.map(({ rule: { data, tables, period, basis, expiry }, due }) => ({
      data,
      tables,
      period,
      basis,
      due: expiry ? (due ?? 'fewer than 5') : 'none',
    }));
    // Apart from the list, which may go to a program.
    console.error(`The next run is at ${nextRetention(now).toISOString()}.`);
    const rows = found.map(({ data, period, basis, due }) => [data, period, basis, due]);
    const head = ['data', 'how long', 'what for', 'due now'];
    printList({ head, rows, widths: ['rest', 30, 30, 14] }, format, found);
  });
}

/** Removes now what the nightly job would remove. */
export async function runRetention(): Promise<void> {
  await withApplication(async (app) => {
    const removed = await applyRetention(app.get(Database), app.get<() => Date>(CLOCK)());
    const rows = [...removed.values()].reduce((sum, count) => sum + count, 0);
    console.log(`Removed: ${rows} rows whose time was over.`);
  });
}
