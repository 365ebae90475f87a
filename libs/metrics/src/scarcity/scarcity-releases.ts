import { CLOCK } from '#config';
import { Database, type Transaction } from '#database';
import { SELECT_COUNTED, vettedViews } from '#directory';
import { endedQuarters, openPublicNeeds, quarterFrom, type Quarter } from '#engagement';
import { authorise, recordAudit, systemViewer, type Viewer } from '#identity';
import { addDays, startOf } from '#kernel';
import { Inject, Injectable } from '@nestjs/common';
import { scarcityRows, type ScarcityRow, type SkilledWoman } from './scarcity-rows.js';

/** Whom the directory has for each region and domain, and what is asked for, as counted once for a quarter. */
export interface ScarcityQuarter extends Quarter {
  readonly rows: readonly ScarcityRow[];
}

const STORED = `SELECT first_day::text AS from, numbers AS rows FROM scarcity_quarter ORDER BY first_day DESC`;

const STORE = `INSERT INTO scarcity_quarter (first_day, numbers) VALUES ($1, $2)
ON CONFLICT (first_day) DO NOTHING RETURNING first_day`;

/**
 * What the directory lacks, by whole quarters. The numbers of the last quarter are made when somebody first asks after its end,
 * and are the same ever after. They count the women of that moment, so a quarter for which nobody asked in time has none.
 */
@Injectable()
export class ScarcityReleases {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** The last quarter that has ended: for those who answer for the whole. @throws NotPermittedError */
  async map(viewer: Viewer): Promise<ScarcityQuarter> {
    authorise(viewer, 'read-all', {
      kind: 'metrics',
      networkId: null,
      organizationId: null,
      verified: false,
    });
    const [last] = await this.quarters();
    return last!;
  }

  /** All that were made, the latest first. */
  async quarters(): Promise<ScarcityQuarter[]> {
    const [last] = endedQuarters(this.now(), 1) as [Quarter];
    let stored = await this.stored();
    if (stored[0]?.from !== last.from) {
      await this.database.transaction(async (tx) => {
        // Whoever comes second waits, and finds it made.
        await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('scarcity quarters', 0))`);
        await this.release(tx, last);
      });
      stored = await this.stored();
    }
    return stored;
  }

  private async stored(): Promise<ScarcityQuarter[]> {
    const rows = await this.database.query<Omit<ScarcityQuarter, 'to'>>(STORED);
    return rows.map(({ from, rows: numbers }) => ({ ...quarterFrom(from), rows: numbers }));
  }

  private async release(tx: Transaction, { from, to }: Quarter): Promise<void> {
    const rows = scarcityRows(
      await countedWomen(tx, startOf(to)),
      await openPublicNeeds(tx, startOf(addDays(to, 1))),
    );
    const made = await tx.query(STORE, [from, JSON.stringify(rows)]);
    if (made.length === 0) return;
    await recordAudit(tx, systemViewer('statistics'), [
      {
        action: 'scarcity.release',
        subjectKind: 'metrics',
        subjectId: null,
        before: null,
        after: { from, rows },
      },
    ]);
  }
}

async function countedWomen(tx: Transaction, day: Date): Promise<SkilledWoman[]> {
  const ids = (await tx.query<{ id: string }>(SELECT_COUNTED)).map(({ id }) => id);
  const women: SkilledWoman[] = [];
  for await (const { view } of vettedViews(tx, ids, day)) {
    if (view) women.push({ territories: view.territories, expertise: view.expertise });
  }
  return women;
}
