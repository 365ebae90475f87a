import { addDays, startOf } from '#kernel';
import ical, { ICalEventStatus } from 'ical-generator';

/** The days that an ask keeps free in her calendar. */
export interface Hold {
  /** Of the ask: it tells nobody anything, and the same hold is found again by it. */
  readonly id: string;
  /** First and last day of the work, ISO 8601. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** Whether the ask is open. The hold of one that has ended is cancelled. */
  readonly open: boolean;
  /** Grows with each step of the ask, so that a calendar knows which of two files is the later one. */
  readonly revision: number;
  readonly now: Date;
}

/**
 * A calendar file (iCalendar, RFC 5545) with a tentative hold of these days. It may lie in a calendar that others read,
 * so it says nothing else: no place, no organizer, no link.
 */
export function holdFile({ id, startsOn, endsOn, open, revision, now }: Hold): string {
  const calendar = ical({ prodId: { company: 'Baraza', product: 'Baraza', language: 'EN' } });
  calendar.createEvent({
    id,
    sequence: revision,
    stamp: now,
    // The end of an event is the first day after it.
    start: startOf(startsOn),
    end: startOf(addDays(endsOn, 1)),
    allDay: true,
    summary: 'Baraza: hold',
    status: open ? ICalEventStatus.TENTATIVE : ICalEventStatus.CANCELLED,
  });
  return `${calendar.toString()}\r\n`;
}
