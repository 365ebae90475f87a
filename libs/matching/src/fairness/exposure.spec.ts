import { describe, expect, it } from '@jest/globals';
import { discountOf, exposureShares } from './exposure.js';

describe('discountOf', () => {
  it('is 1 / log2(place + 1), and stays there after the hundredth place', () => {
    for (let place = 1; place <= 100; place++) {
      expect(discountOf(place)).toBe(Math.round(1_000_000 / Math.log2(place + 1)));
    }
    expect(discountOf(100_000)).toBe(discountOf(100));
  });
});

describe('exposureShares', () => {
  it('adds up the discounts of her places and compares with the most exposed', () => {
    const shares = exposureShares([
      { id: 'a', place: 1, needs: 8 },
      { id: 'b', place: 3, needs: 4 },
      { id: 'b', place: 1, needs: 2 },
      { id: 'c', place: 2, needs: 1 },
    ]);
    expect([...shares]).toEqual([
      ['a', 1_000_000],
      ['b', 500_000],
      ['c', Math.floor(630_930 / 8)],
    ]);
  });

  it('takes five first places for the most where nobody had as many', () => {
    expect(exposureShares([{ id: 'a', place: 1, needs: 1 }]).get('a')).toBe(200_000);
    expect(exposureShares([]).size).toBe(0);
  });

  it('is exact however many needs there were', () => {
    const many = exposureShares([
      { id: 'a', place: 1, needs: 2 ** 31 },
      { id: 'b', place: 1, needs: 2 ** 31 - 1 },
    ]);
    expect(many.get('b')).toBe(999_999);
  });
});
