import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayAt, dayNumber, dayOf, isDay, startOf } from './day.js';

describe('days', () => {
  it('have one number each, back and forth, from 1970 to 2149', () => {
    const days = Array.from({ length: 65_536 }, (_, day) => day);
    expect(days.filter((day) => dayNumber(dayAt(day)) !== day)).toEqual([]);
  });

  it('agrees with Date on every text that looks like a date', () => {
    const part = (length: number) =>
      fc.nat(10 ** length - 1).map((n) => String(n).padStart(length, '0'));
    const text = fc.tuple(part(4), part(2), part(2)).map((parts) => parts.join('-'));
    const near = fc
      .tuple(
        part(4),
        fc.constantFrom('01', '02', '04', '12', '00', '13'),
        fc.integer({ min: 27, max: 32 }),
      )
      .map((parts) => parts.join('-'));
    fc.assert(
      fc.property(fc.oneof(text, near), (date) => {
        const parsed = new Date(`${date}T00:00:00Z`);
        const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
        expect(dayNumber(date)).toBe(exists ? parsed.getTime() / 86_400_000 : null);
      }),
      { seed: 1325, numRuns: 3000 },
    );
  });

  it.each([
    '',
    '2026-2-28',
    '2026-02-3o',
    '2026/02/28',
    '-026-02-28',
    '2026-02-28T',
    '٢٠٢٦-٠٢-٢٨',
    'today',
  ])('knows no %s', (text) => {
    expect(dayNumber(text)).toBeNull();
  });

  it.each<unknown>([null, undefined, 20260228, {}, ['2026-02-28']])(
    'takes %p for no date',
    (value) => {
      expect(dayNumber(value as string)).toBeNull();
    },
  );

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-07-05', 365, '2027-07-05'],
  ])('%s and %i days is %s', (day, days, then) => {
    expect(addDays(day, days)).toBe(then);
  });

  it('begin at midnight of UTC', () => {
    expect(startOf('2026-03-29').toISOString()).toBe('2026-03-29T00:00:00.000Z');
    expect(dayOf(new Date('2026-03-29T23:59:59.999Z'))).toBe('2026-03-29');
  });

  it('that do not exist are refused', () => {
    expect(isDay('2026-02-30')).toBe(false);
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => startOf('2026-13-01')).toThrow(RangeError);
  });
});
