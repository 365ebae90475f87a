import { Database } from '#database';
import { gauge, WatchedPart, type Standing, type Watched } from '#telemetry';
import { Injectable } from '@nestjs/common';
import { AT_WORK, IMPORT_STATES, type ImportState } from './import-steps.js';

const imports = gauge('baraza_imports', 'Lists that coordinators uploaded, by state.', ['state']);
const rows = gauge(
  'baraza_import_rows_done',
  'Rows done so far of the lists that are being applied or undone.',
  ['state'],
);

/** How many lists stand where, and how far those under way are. */
@Injectable()
@WatchedPart()
export class ImportsWatch implements Watched {
  readonly part = 'imports';

  constructor(private readonly database: Database) {}

  async look(): Promise<Standing> {
    const found = await this.database.query<{ state: ImportState; count: number; done: number }>(
      'SELECT state, count(*)::int AS count, sum(progress)::int AS done FROM staged_import GROUP BY state',
    );
    const byState = new Map(found.map((one) => [one.state, one]));
    for (const state of IMPORT_STATES) imports.set({ state }, byState.get(state)?.count ?? 0);
    for (const state of AT_WORK) rows.set({ state }, byState.get(state)?.done ?? 0);
    const under = AT_WORK.map((state) => [state, byState.get(state)?.count ?? 0]);
    return { status: 'up', ...Object.fromEntries(under) };
  }
}
