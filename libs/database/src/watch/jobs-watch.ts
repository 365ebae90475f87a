import { gauge, WatchedPart, type Standing, type Watched } from '#telemetry';
import { Injectable } from '@nestjs/common';
import { Database } from '../database.js';
import { jobBacklogs, LATE_SECONDS } from '../jobs/job-backlog.js';

const waiting = gauge(
  'baraza_jobs_waiting',
  'Jobs that run, or wait to run or to be tried again.',
  ['task'],
);
const givenUp = gauge('baraza_jobs_given_up', 'Jobs that failed too often to be tried again.', [
  'task',
]);
const late = gauge(
  'baraza_jobs_late_seconds',
  'Seconds since the oldest job that nobody runs should have begun.',
  ['task'],
);

/** How the queue of background jobs stands, of all processes. */
@Injectable()
@WatchedPart()
export class JobsWatch implements Watched {
  readonly part = 'jobs';

  constructor(private readonly database: Database) {}

  async look(): Promise<Standing> {
    const backlogs = await jobBacklogs(this.database);
    // A task that has no jobs any more has no row.
    for (const meter of [waiting, givenUp, late]) meter.reset();
    for (const { task, ...backlog } of backlogs) {
      waiting.set({ task }, backlog.waiting);
      givenUp.set({ task }, backlog.givenUp);
      late.set({ task }, backlog.lateSeconds);
    }
    const sum = (of: 'waiting' | 'givenUp'): number =>
      backlogs.reduce((all, backlog) => all + backlog[of], 0);
    const lateSeconds = Math.max(0, ...backlogs.map((backlog) => backlog.lateSeconds));
    return {
      status: lateSeconds > LATE_SECONDS ? 'late' : 'up',
      waiting: sum('waiting'),
      givenUp: sum('givenUp'),
      lateSeconds,
    };
  }
}
