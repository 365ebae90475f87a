import { describe, expect, it } from '@jest/globals';
import { FairQueue } from './fair-queue.js';

const drained = (queue: FairQueue<string>): string[] => {
  const taken: string[] = [];
  for (let item = queue.take(); item !== undefined; item = queue.take()) taken.push(item);
  return taken;
};

describe('a fair queue', () => {
  it('gives each client its turn, however many another has put in', () => {
    const queue = new FairQueue<string>({ all: 100, each: 100 });
    for (let i = 0; i < 5; i++) queue.push('attacker', `a${i}`);
    queue.push('b', 'b0');
    queue.push('c', 'c0');
    queue.push('b', 'b1');
    expect(drained(queue)).toEqual(['a0', 'b0', 'c0', 'a1', 'b1', 'a2', 'a3', 'a4']);
    expect(queue.length).toBe(0);
  });

  it('lets a newcomer wait for no more than one of each', () => {
    const queue = new FairQueue<string>({ all: 100, each: 100 });
    for (let i = 0; i < 3; i++) queue.push('a', `a${i}`);
    expect(queue.take()).toBe('a0');
    queue.push('b', 'b0');
    expect([queue.take(), queue.take()]).toEqual(['a1', 'b0']);
  });

  it('is full for one client before it is full for all', () => {
    const queue = new FairQueue<number>({ all: 3, each: 2 });
    expect([1, 2, 3].map((i) => queue.push('a', i))).toEqual([true, true, false]);
    expect(queue.push('b', 4)).toBe(true);
    expect(queue.push('c', 5)).toBe(false);
    queue.take();
    expect(queue.push('c', 5)).toBe(true);
  });

  it('passes over what does not fit now, and keeps the order of what is left', () => {
    const queue = new FairQueue<string>({ all: 9, each: 9 });
    for (const item of ['slow 1', 'quick 1', 'slow 2']) queue.push('a', item);
    queue.push('b', 'slow 3');
    expect(queue.take((item) => item.startsWith('quick'))).toBe('quick 1');
    expect(queue.take((item) => item.startsWith('quick'))).toBeUndefined();
    expect(drained(queue)).toEqual(['slow 3', 'slow 1', 'slow 2']);
  });

  it('takes out what nobody waits for any more', () => {
    const queue = new FairQueue<string>({ all: 9, each: 1 });
    queue.push('a', 'a0');
    queue.remove('a', 'a0');
    queue.remove('a', 'a0');
    expect(queue.length).toBe(0);
    expect(queue.push('a', 'a1')).toBe(true);
    expect(queue.clear()).toEqual(['a1']);
    expect(queue.take()).toBeUndefined();
  });
});
