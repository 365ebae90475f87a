import { CLOCK } from '#config';
import { Database, type Transaction } from '#database';
import { endedQuarters, type MetricPeriod, type Quarter } from '#engagement';
import { recordAudit, systemViewer } from '#identity';
import { addDays, MS_PER_DAY, startOf } from '#kernel';
import { Inject, Injectable } from '@nestjs/common';
import { MetricCaseReader } from '../cases/metric-case-reader.js';
import { quarterFigures, type QuarterFigures } from './quarter-figures.js';

/** Quarters that can be asked about. */
const TOLD_QUARTERS = 12;

/**
 * Days after its end at which the figures of a quarter are made. An introduction takes 25 days at most from the request
 * to its end before channels are released, so what was requested on the last day has had its time.
 */
export const FOLLOWED_DAYS = 30;

const STORED = `SELECT numbers FROM metric_quarter WHERE first_day = $1`;

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

  /** The figures of one of these quarters. Makes them if nobody has asked before. */
  async figures(quarter: Quarter): Promise<QuarterFigures> {
    const stored = await this.stored(quarter);
    if (stored) return stored;
    await this.database.transaction(async (tx) => {
      // Whoever comes second waits, and finds them made.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('metric quarters', 0))`);
      await this.release(tx, quarter);
    });
    const made = await this.stored(quarter);
    if (!made) throw new Error('The figures of an ended quarter are not there.');
    return made;
  }

  private async stored({ from }: Quarter): Promise<QuarterFigures | null> {
    const [row] = await this.database.query<{ numbers: QuarterFigures }>(STORED, [from]);
    return row?.numbers ?? null;
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
