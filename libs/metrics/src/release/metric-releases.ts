import { CLOCK } from '#config';
import { Database, type Transaction } from '#database';
import { endedQuarters, type MetricPeriod, type Quarter } from '#engagement';
import { recordAudit, systemViewer } from '#identity';
import { addDays, MS_PER_DAY, startOf } from '#kernel';
import { Inject, Injectable } from '@nestjs/common';
import { MetricCaseReader } from '../cases/metric-case-reader.js';
import { asToldToday } from './earlier-rule.js';
import { quarterFigures, type QuarterFigures } from './quarter-figures.js';

/** Quarters that can be asked about. */
const TOLD_QUARTERS = 12;

/**
 * Days after its end at which the figures of a quarter are made. An introduction takes 25 days at most from the request
 * to its end before channels are released, so what was requested on the last day has had its time.
 */
export const FOLLOWED_DAYS = 30;

const STORED = `SELECT first_day::text AS from, numbers FROM metric_quarter WHERE first_day = ANY($1::date[])`;

const STORE = `INSERT INTO metric_quarter (first_day, numbers) VALUES ($1, $2)
ON CONFLICT (first_day) DO NOTHING RETURNING first_day`;

/**
 * Figures by whole quarters, made once and the same ever after: no two answers can be subtracted from each other. They
 * are of five or more; no row of a single mediator is kept.
 */
@Injectable()
export class MetricReleases {
  constructor(
    private readonly database: Database,
    private readonly cases: MetricCaseReader,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** Quarters that can be asked about, the latest first. */
  quarters(): Quarter[] {
    return endedQuarters(
      new Date(this.now().getTime() - FOLLOWED_DAYS * MS_PER_DAY),
      TOLD_QUARTERS,
    );
  }

  /**
   * The figures of one of these quarters. Makes those of all that are missing, so that it matters to nobody who asked
   * for which.
   */
  async figures({ from }: Quarter): Promise<QuarterFigures> {
    const quarters = this.quarters();
    let stored = await this.stored(quarters);
    const missing = quarters.filter((quarter) => !stored.has(quarter.from));
    if (missing.length > 0) {
      await this.database.transaction(async (tx) => {
        // Whoever comes second waits, and finds all of them made.
        await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('metric quarters', 0))`);
        for (const quarter of missing) await this.release(tx, quarter);
      });
      stored = await this.stored(quarters);
    }
    const figures = stored.get(from);
    if (!figures) throw new Error('The figures of an ended quarter are not there.');
    return figures;
  }

  private async stored(quarters: readonly Quarter[]): Promise<Map<string, QuarterFigures>> {
    const rows = await this.database.query<{ from: string; numbers: QuarterFigures }>(STORED, [
      quarters.map(({ from }) => from),
    ]);
    return new Map(rows.map(({ from, numbers }) => [from, asToldToday(numbers)]));
  }

  private async release(tx: Transaction, quarter: Quarter): Promise<void> {
    const period = periodOf(quarter);
    const numbers = quarterFigures(
      await this.cases.cases(tx, period),
      await this.cases.utilization(tx, period),
    );
    const { from } = quarter;
    const made = await tx.query(STORE, [from, JSON.stringify(numbers)]);
    if (made.length === 0) return;
    await recordAudit(tx, systemViewer('statistics'), [
      {
        action: 'metrics.release',
        subjectKind: 'metrics',
        subjectId: null,
        before: null,
        after: { from, numbers },
      },
    ]);
  }
}

/** The moments of a quarter, and until when it is followed. */
export function periodOf({ from, to }: Quarter): MetricPeriod {
  return {
    from: startOf(from),
    before: startOf(addDays(to, 1)),
    seenUntil: startOf(addDays(to, 1 + FOLLOWED_DAYS)),
  };
}
