import { describe, expect, it } from '@jest/globals';
import {
  countsFor,
  dayIn,
  endingDays,
  nextCheckIn,
  nextMorning,
  wakeAt,
  type CheckInPlan,
} from './clock.js';

const plan = (more: Partial<CheckInPlan> = {}): CheckInPlan => ({
  rhythm: 'daily',
  checkInTime: '12:00',
  timeZone: 'Europe/Oslo',
  graceHours: 4,
  ...more,
});
const at = (text: string) => new Date(text);
const dues = (given: CheckInPlan, from: string, count: number): string[] => {
  const found: string[] = [];
  let last: Date | null = null;
  let after = at(from);
  for (let i = 0; i < count; i++) {
    last = nextCheckIn(given, after, last)?.dueAt ?? null;
    if (!last) break;
    found.push(last.toISOString());
    after = last;
  }
  return found;
};

describe('check-ins', () => {
  it('keep her local time when the clocks go forward and back', () => {
    // Oslo goes to summer time on 29 March 2026 and back on 25 October 2026.
    expect(dues(plan(), '2026-03-27T20:00:00Z', 3)).toEqual([
      '2026-03-28T11:00:00.000Z',
      '2026-03-29T10:00:00.000Z',
      '2026-03-30T10:00:00.000Z',
    ]);
    expect(dues(plan(), '2026-10-24T09:59:00Z', 3)).toEqual([
      '2026-10-24T10:00:00.000Z',
      '2026-10-25T11:00:00.000Z',
      '2026-10-26T11:00:00.000Z',
    ]);
  });

  it('are an hour later at a local time that is left out, once at one that comes twice, and as ever on the next day', () => {
    expect(dues(plan({ checkInTime: '02:30' }), '2026-03-28T12:00:00Z', 2)).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
    expect(dues(plan({ checkInTime: '02:30' }), '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });

  it('come once a week from the first, also after a pause', () => {
    const weekly = plan({ rhythm: 'weekly', timeZone: 'Africa/Nairobi' });
    expect(dues(weekly, '2026-05-04T06:00:00Z', 2)).toEqual([
      '2026-05-04T09:00:00.000Z',
      '2026-05-11T09:00:00.000Z',
    ]);
    const later = nextCheckIn(weekly, at('2026-05-20T00:00:00Z'), at('2026-05-04T09:00:00Z'));
    expect(later?.dueAt).toEqual(at('2026-05-25T09:00:00Z'));
  });

  it('are missed after her grace, which is real hours', () => {
    const due = nextCheckIn(
      plan({ checkInTime: '23:00', graceHours: 6 }),
      at('2026-03-28T12:00:00Z'),
      null,
    );
    expect(due).toEqual({
      dueAt: at('2026-03-28T22:00:00Z'),
      missedAt: at('2026-03-29T04:00:00Z'),
    });
  });

  it('are none where she wants none', () => {
    expect(nextCheckIn(plan({ rhythm: 'none' }), at('2026-05-04T06:00:00Z'), null)).toBeNull();
  });

  it('count for the next one half a day before it, or three days in a week', () => {
    const due = at('2026-05-04T12:00:00Z');
    expect(countsFor('daily', due, at('2026-05-04T00:00:00Z'))).toBe(true);
    expect(countsFor('daily', due, at('2026-05-03T23:59:00Z'))).toBe(false);
    expect(countsFor('weekly', due, at('2026-05-01T12:00:00Z'))).toBe(true);
    expect(countsFor('none', due, due)).toBe(false);
  });
});

describe('days', () => {
  it('are those of where she is', () => {
    expect(dayIn('Pacific/Auckland', at('2026-05-03T13:00:00Z'))).toBe('2026-05-04');
    expect(dayIn('America/Bogota', at('2026-05-04T04:59:00Z'))).toBe('2026-05-03');
    expect(nextMorning('Africa/Nairobi', at('2026-05-04T05:59:00Z'))).toEqual(
      at('2026-05-04T06:00:00Z'),
    );
    expect(nextMorning('Africa/Nairobi', at('2026-05-04T06:00:00Z'))).toEqual(
      at('2026-05-05T06:00:00Z'),
    );
  });

  it('before the end are told once each, and those that were passed over are not told late', () => {
    const told = (today: string, before: number | null) => endingDays('2026-06-30', today, before);
    expect(told('2026-06-15', null)).toBeNull();
    expect(told('2026-06-16', null)).toBe(14);
    expect(told('2026-06-17', 14)).toBeNull();
    expect(told('2026-06-23', 14)).toBe(7);
    expect(told('2026-06-29', 7)).toBe(1);
    expect(told('2026-06-29', null)).toBe(1);
    expect(told('2026-06-30', 1)).toBeNull();
    expect(told('2026-06-30', 14)).toBe(1);
    expect(told('2026-07-01', null)).toBeNull();
  });
});

describe('the time at which a deployment is looked at next', () => {
  const now = at('2026-05-04T10:00:00Z');
  const facts = { timeZone: 'UTC', endedAt: null, checkIn: null };

  it('is there for every state but the last two', () => {
    for (const state of ['planned', 'clearing', 'ready', 'active', 'suspended'] as const) {
      expect(wakeAt({ ...facts, state }, now)).toEqual(at('2026-05-05T00:00:00Z'));
      const night = at('2026-05-05T00:00:00Z');
      expect(wakeAt({ ...facts, state }, night)).toEqual(at('2026-05-05T09:00:00Z'));
    }
    for (const state of ['completed', 'ended-early'] as const) {
      expect(wakeAt({ ...facts, state, endedAt: now }, now)).toEqual(at('2026-06-03T10:00:00Z'));
    }
    for (const state of ['cancelled', 'closed'] as const) {
      expect(wakeAt({ ...facts, state, endedAt: now }, now)).toBeNull();
    }
  });

  it('is that of her check-in, and once she was asked, that of its grace', () => {
    const checkIn = {
      dueAt: at('2026-05-04T12:00:00Z'),
      missedAt: at('2026-05-04T16:00:00Z'),
      askedAt: null,
    };
    expect(wakeAt({ ...facts, state: 'active', checkIn }, now)).toEqual(checkIn.dueAt);
    const asked = { ...checkIn, askedAt: checkIn.dueAt };
    expect(wakeAt({ ...facts, state: 'suspended', checkIn: asked }, now)).toEqual(checkIn.missedAt);
    const late = { ...asked, missedAt: at('2026-05-07T12:00:00Z') };
    expect(wakeAt({ ...facts, state: 'active', checkIn: late }, now)).toEqual(
      at('2026-05-05T00:00:00Z'),
    );
  });
});
