import { describe, expect, it } from '@jest/globals';
import { closesAt, isReleased, releasedAt } from './blind.js';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const round = (organizerAt: Date | null, mediatorAt: Date | null) => ({
  endedAt: day(1),
  organizerAt,
  mediatorAt,
});

describe('feedback', () => {
  it('is released when the second side has given it', () => {
    expect(releasedAt(round(day(3), day(5)))).toEqual(day(5));
    expect(releasedAt(round(day(6), day(5)))).toEqual(day(6));
    expect(isReleased(round(day(3), day(5)), day(4))).toBe(false);
    expect(isReleased(round(day(3), day(5)), day(5))).toBe(true);
  });

  it('is released after 21 days if one side says nothing, and not a moment before', () => {
    const one = round(day(3), null);
    expect(closesAt(one)).toEqual(day(22));
    expect(isReleased(one, new Date(day(22).getTime() - 1))).toBe(false);
    expect(isReleased(one, day(22))).toBe(true);
  });

  it('closes after 21 days though nobody said anything', () => {
    expect(isReleased(round(null, null), day(22))).toBe(true);
  });
});
