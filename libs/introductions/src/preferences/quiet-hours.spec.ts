import { describe, expect, it } from '@jest/globals';
import { NO_PREFERENCE } from './preference.js';
import { afterQuiet } from './quiet-hours.js';

describe('quiet hours', () => {
  const after = (zone: string, from: string, until: string, at: string) =>
    afterQuiet({ timeZone: zone, quietFrom: from, quietUntil: until }, new Date(at)).toISOString();

  it.each([
    // Nairobi is three hours ahead of UTC all year.
    [
      'before them',
      'Africa/Nairobi',
      '21:00',
      '07:00',
      '2026-12-01T17:59:59.000Z',
      '2026-12-01T17:59:59.000Z',
    ],
    [
      'as they begin',
      'Africa/Nairobi',
      '21:00',
      '07:00',
      '2026-12-01T18:00:00.000Z',
      '2026-12-02T04:00:00.000Z',
    ],
    [
      'after midnight',
      'Africa/Nairobi',
      '21:00',
      '07:00',
      '2026-12-01T22:30:15.500Z',
      '2026-12-02T04:00:00.000Z',
    ],
    [
      'as they end',
      'Africa/Nairobi',
      '21:00',
      '07:00',
      '2026-12-02T04:00:00.000Z',
      '2026-12-02T04:00:00.000Z',
    ],
    [
      'within a day',
      'Africa/Nairobi',
      '13:00',
      '15:00',
      '2026-12-01T11:00:00.000Z',
      '2026-12-01T12:00:00.000Z',
    ],
    // Berlin leaves out 02:00 to 03:00 on 28 March 2027, and has it twice on 31 October.
    [
      'over the start of summer time',
      'Europe/Berlin',
      '22:00',
      '07:00',
      '2027-03-27T22:00:00.000Z',
      '2027-03-28T05:00:00.000Z',
    ],
    [
      'to an hour that is left out',
      'Europe/Berlin',
      '22:00',
      '02:30',
      '2027-03-27T22:00:00.000Z',
      '2027-03-28T01:30:00.000Z',
    ],
    [
      'over the end of summer time',
      'Europe/Berlin',
      '22:00',
      '07:00',
      '2027-10-30T21:00:00.000Z',
      '2027-10-31T06:00:00.000Z',
    ],
    [
      'in the hour that comes twice, the second time',
      'Europe/Berlin',
      '22:00',
      '02:45',
      '2027-10-31T01:15:00.000Z',
      '2027-10-31T01:45:00.000Z',
    ],
  ])('%s', (_when, zone, from, until, at, expected) => {
    expect(after(zone, from, until, at)).toBe(expected);
  });

  it('are none where she states none', () => {
    const at = new Date('2026-12-01T01:00:00Z');
    expect(afterQuiet(NO_PREFERENCE, at)).toBe(at);
  });

  it('never end in the past, and end outside themselves (all through a year)', () => {
    const quiet = { timeZone: 'America/St_Johns', quietFrom: '20:30', quietUntil: '06:15' };
    const step = 105 * 60_000;
    const moments = Array.from({ length: 5_000 }, (_, i) => Date.UTC(2027, 0, 1) + i * step);
    const wrong = moments.filter((at) => {
      const next = afterQuiet(quiet, new Date(at));
      const waited = next.getTime() - at;
      const settled = afterQuiet(quiet, next).getTime() === next.getTime();
      return waited < 0 || waited > 11 * 3_600_000 || !settled;
    });
    expect(wrong).toEqual([]);
  });
});
