import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, dayOf, LAST_DAY } from './days.js';

describe('dayOf', () => {
  it('is the inverse of dateOf on every day of the 16 bits', () => {
    for (let day = 0; day <= LAST_DAY; day++) expect(dayOf(dateOf(day))).toBe(day);
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
        expect(dayOf(date)).toBe(exists ? parsed.getTime() / 86_400_000 : null);
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
    expect(dayOf(text)).toBeNull();
  });

  it.each<unknown>([null, undefined, 20260228, {}, ['2026-02-28']])(
    'takes %p for no date',
    (value) => {
      expect(dayOf(value as string)).toBeNull();
    },
  );
});
