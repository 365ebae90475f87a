import { describe, expect, it } from '@jest/globals';
import { pauseAfter } from './pause.js';

describe('pauses between tries', () => {
  const limit = { free: 3, windowMinutes: 60, longestMinutes: 1 };

  it('begin after the free ones, double, and stop growing', () => {
    const pauses = Array.from({ length: 12 }, (_, tries) => pauseAfter(tries, limit));
    expect(pauses).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('stay a number however many tries there were', () => {
    expect(pauseAfter(1e9, limit)).toBe(60);
  });
});
