import { describe, expect, it } from '@jest/globals';
import { affordable, wilson } from './stability.js';

describe('stability', () => {
  it('makes all draws that are asked for, but of a very large pool', () => {
    expect(affordable(200, 0)).toBe(200);
    expect(affordable(200, 80_000)).toBe(200);
    expect(affordable(2000, 80_000)).toBe(250);
    expect(affordable(200, 10_000_000)).toBe(30);
    expect(affordable(7, 10_000_000)).toBe(7);
  });

  it.each([
    // R. G. Newcombe, Statistics in Medicine 17 (1998), 857, the score method without correction.
    [81, 263, 255_300, 366_200],
    [15, 148, 62_400, 160_500],
    [0, 20, 0, 161_100],
    [1, 29, 6_100, 171_800],
  ])('has the published interval of %d of %d', (hits, draws, low, high) => {
    const { interval } = wilson(hits, draws);
    expect(Math.abs(interval.low - low)).toBeLessThanOrEqual(60);
    expect(Math.abs(interval.high - high)).toBeLessThanOrEqual(60);
  });

  it('reaches the ends where all or none hit', () => {
    expect(wilson(0, 200)).toEqual({ share: 0, interval: { low: 0, high: 18_846 } });
    expect(wilson(200, 200)).toEqual({
      share: 1_000_000,
      interval: { low: 981_154, high: 1_000_000 },
    });
  });
});
