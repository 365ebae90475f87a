import { describe, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { withinRequest } from './request-scope.js';
import { SharedRounds } from './shared-rounds.js';

describe('rounds that are shared', () => {
  /** Rounds that end when they are told to, numbered from 1. */
  const open = () => {
    const ends: ((error?: Error) => void)[] = [];
    const rounds = new SharedRounds(
      async () =>
        new Promise<number>((resolve, reject) => {
          const number = ends.length + 1;
          ends.push((error) => (error ? reject(error) : resolve(number)));
        }),
    );
    return { rounds, ends };
  };

  it('give each who joins one that began after that, and all who wait the same', async () => {
    const { rounds, ends } = open();
    const first = rounds.join();
    const waiting = [rounds.join(), rounds.join()];
    expect(ends).toHaveLength(1);
    ends[0]?.();
    expect(await first).toBe(1);
    await setImmediate();
    expect(ends).toHaveLength(2);
    const third = rounds.join();
    ends[1]?.();
    expect(await Promise.all(waiting)).toEqual([2, 2]);
    await setImmediate();
    ends[2]?.();
    expect(await third).toBe(3);
    const after = rounds.join();
    ends[3]?.();
    expect(await after).toBe(4);
  });

  it('run one at a time, whoever joins while one ends', async () => {
    const { rounds, ends } = open();
    const joined = [rounds.join(), rounds.join()];
    ends[0]?.();
    for (let i = 0; i < 5; i++) {
      await Promise.resolve();
      joined.push(rounds.join());
      expect(ends.length).toBeLessThanOrEqual(2);
    }
    await setImmediate();
    ends[1]?.();
    await setImmediate();
    ends[2]?.();
    expect(new Set(await Promise.all(joined)).size).toBeLessThanOrEqual(3);
  });

  it('fail those who wait for them, and the next one is tried', async () => {
    const { rounds, ends } = open();
    const first = rounds.join();
    const second = rounds.join();
    ends[0]?.(new Error('away'));
    await expect(first).rejects.toThrow('away');
    await setImmediate();
    ends[1]?.();
    expect(await second).toBe(2);
  });

  it('go on without a request that has ended, and end nothing where they fail then', async () => {
    const { rounds, ends } = open();
    const request = new AbortController();
    const joined = withinRequest(request.signal, async () => rounds.join());
    request.abort(new Error('gone'));
    await expect(joined).rejects.toThrow('gone');
    // Before this one: nobody waits for it any more, and a failure that nobody handles ends a process.
    ends[0]?.(new Error('away'));
    await setImmediate();
    const late = withinRequest(request.signal, async () => rounds.join());
    await expect(late).rejects.toThrow('gone');
    expect(ends).toHaveLength(1);
    const next = rounds.join();
    ends[1]?.();
    expect(await next).toBe(2);
  });
});
