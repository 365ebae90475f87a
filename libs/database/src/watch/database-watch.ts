import { CLOCK, type Clock } from '#config';
import { gauge, WatchedPart, type Standing, type Watched } from '#telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.js';

/** Seconds by which the clocks of this process and of the database may differ: links and sessions end by either. */
const MOST_SKEW = 30;

const connections = gauge(
  'baraza_database_connections',
  'Connections of this process to PostgreSQL, and requests that wait for one.',
  ['state'],
);
const skew = gauge(
  'baraza_clock_skew_seconds',
  'By how much the clock of this process is ahead of that of PostgreSQL.',
);

/** How PostgreSQL, the connections to it and its clock stand. */
@Injectable()
@WatchedPart()
export class DatabaseWatch implements Watched {
  readonly part = 'database';
  readonly isEssential = true;

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async look(): Promise<Standing> {
    const open = this.database.connections();
    for (const [state, count] of Object.entries(open)) connections.set({ state }, count);
    const asked = this.now().getTime();
    const [row] = await this.database.query<{ at: number }>(
      'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS at',
    );
    // What the answer took lies between the two.
    const between = (asked + this.now().getTime()) / 2;
    const seconds = Math.round(between - (row?.at ?? between)) / 1_000;
    skew.set(seconds);
    const isFar = Math.abs(seconds) > MOST_SKEW;
    return { status: isFar ? 'late' : 'up', clockSkewSeconds: seconds, ...open };
  }
}
