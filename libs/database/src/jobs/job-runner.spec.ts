import { describe, expect, it } from '@jest/globals';
import { timetableOf } from './job-runner.js';

describe('the timetable', () => {
  const handle = async (): Promise<void> => undefined;
  const items = timetableOf([
    { name: 'called', handle },
    { name: 'hourly', schedule: '23 * * * *', handle },
    { name: 'daily', schedule: '5 4 * * *', handle },
  ]);

  it('has the jobs that run by themselves, and makes up for no run that was missed', () => {
    expect(items.map(({ task, options }) => [task, options.backfillPeriod])).toEqual([
      ['hourly', 0],
      ['daily', 0],
    ]);
  });

  // A job without one that was given up would be forgotten as one that was replaced.
  it('gives a key and a queue to each', () => {
    expect(items.map(({ options }) => [options.jobKey, options.queueName])).toEqual([
      ['hourly', 'hourly'],
      ['daily', 'daily'],
    ]);
  });
});
