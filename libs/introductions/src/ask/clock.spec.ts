import { URGENCIES } from '#engagement';
import { describe, expect, it } from '@jest/globals';
import {
  ANSWER_WINDOW,
  answerDueAt,
  answerReminders,
  deskTimes,
  shownDueAt,
  USUAL_HOURS,
  workingDaysAfter,
  type DeskHours,
} from './clock.js';

const at = (text: string) => new Date(text);
const HOURS = 3_600_000;

describe('the time of a mediator', () => {
  it.each(URGENCIES)('is never shorter than a day (%s)', (urgency) => {
    expect(ANSWER_WINDOW[urgency]).toBeGreaterThanOrEqual(24 * HOURS);
    const from = at('2026-03-28T12:00:00Z');
    expect(answerDueAt(urgency, from).getTime() - from.getTime()).toBe(ANSWER_WINDOW[urgency]);
  });

  it('has reminders at 50 and at 85 percent', () => {
    const due = answerDueAt('urgent', at('2026-03-01T00:00:00Z'));
    expect(answerReminders('urgent', due)).toEqual({
      half: at('2026-03-02T12:00:00Z'),
      last: at('2026-03-03T13:12:00Z'),
    });
  });
});

describe('the time of a desk', () => {
  it('runs on the clock for what is urgent, also at night and on days off', () => {
    expect(deskTimes('flash', at('2026-03-07T22:00:00Z'), USUAL_HOURS)).toEqual({
      remindAt: at('2026-03-08T00:00:00Z'),
      dueAt: at('2026-03-08T02:00:00Z'),
      endsAt: at('2026-03-08T06:00:00Z'),
    });
    expect(deskTimes('urgent', at('2026-03-07T22:00:00Z'), USUAL_HOURS).dueAt).toEqual(
      at('2026-03-08T22:00:00Z'),
    );
  });

  it.each<[string, string, string, number, Partial<DeskHours>]>([
    ['within hours', '2026-03-03T10:00:00Z', '2026-03-05T10:00:00Z', 2, {}],
    ['over a weekend', '2026-03-05T10:00:00Z', '2026-03-09T10:00:00Z', 2, {}],
    ['after hours, from the next opening', '2026-03-06T18:00:00Z', '2026-03-11T09:00:00Z', 2, {}],
    ['before hours, from the opening', '2026-03-03T05:00:00Z', '2026-03-05T09:00:00Z', 2, {}],
    ['on a day off, from the next opening', '2026-03-07T10:00:00Z', '2026-03-11T09:00:00Z', 2, {}],
    [
      'with a weekend of Friday and Saturday',
      '2026-03-05T08:00:00Z',
      '2026-03-09T08:00:00Z',
      2,
      { timeZone: 'Africa/Cairo', workingDays: [7, 1, 2, 3, 4], opens: '09:00' },
    ],
    [
      'over the beginning of summer time, at the same local time',
      '2026-03-27T14:00:00Z',
      '2026-03-31T13:00:00Z',
      2,
      { timeZone: 'Europe/Berlin' },
    ],
    [
      'over the end of summer time, at the same local time',
      '2026-10-23T13:00:00Z',
      '2026-10-27T14:00:00Z',
      2,
      { timeZone: 'Europe/Berlin' },
    ],
    [
      'onto a local time that the clocks leave out, an hour later',
      '2026-03-28T01:30:00Z',
      '2026-03-29T01:30:00Z',
      1,
      { timeZone: 'Europe/Berlin', workingDays: [6, 7], opens: '01:00', closes: '23:00' },
    ],
  ])('counts working days %s', (_what, from, due, days, hours) => {
    expect(workingDaysAfter(at(from), days, { ...USUAL_HOURS, ...hours })).toEqual(at(due));
  });

  it('has an end that no desk can put off, however few days it works', () => {
    const desk = { ...USUAL_HOURS, workingDays: [3] };
    const from = at('2026-03-05T10:00:00Z');
    const { remindAt, dueAt, endsAt } = deskTimes('routine', from, desk);
    expect(endsAt).toEqual(at('2026-03-12T10:00:00Z'));
    expect(remindAt < dueAt && dueAt < endsAt).toBe(true);
  });
});

describe('what an organizer waits for', () => {
  it.each([
    ['flash', 32],
    ['urgent', 120],
    ['routine', 336],
  ] as const)('is told with the request, and the same whatever the desk (%s)', (urgency, hours) => {
    const from = at('2026-03-05T10:00:00Z');
    expect(shownDueAt(urgency, from).getTime() - from.getTime()).toBe(hours * HOURS);
    for (const workingDays of [[1, 2, 3, 4, 5], [3], [7, 1, 2, 3, 4]]) {
      const { endsAt } = deskTimes(urgency, from, { ...USUAL_HOURS, workingDays });
      const latest = answerDueAt(urgency, endsAt);
      expect(latest.getTime()).toBeLessThanOrEqual(shownDueAt(urgency, from).getTime());
    }
  });
});
