import { describe, expect, it } from '@jest/globals';
import { holdFile, type Hold } from './hold-file.js';

const HOLD: Hold = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  startsOn: '2027-02-01',
  endsOn: '2027-03-31',
  open: true,
  revision: 3,
  now: new Date('2026-12-01T08:00:00Z'),
};

describe('the hold of an ask in her calendar', () => {
  it('keeps the days, says that it is tentative, and nothing else', () => {
    const file = holdFile(HOLD);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.split('\r\n').filter((line) => !line.startsWith('X-MICROSOFT'))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Baraza//Baraza//EN',
      'BEGIN:VEVENT',
      `UID:${HOLD.id}`,
      'SEQUENCE:3',
      'DTSTAMP:20261201T080000Z',
      'DTSTART;VALUE=DATE:20270201',
      'DTEND;VALUE=DATE:20270401',
      'SUMMARY:Baraza: hold',
      'STATUS:TENTATIVE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('is the same event and cancelled once the ask has ended', () => {
    const file = holdFile({ ...HOLD, open: false, revision: 4 });
    expect(file).toContain(`UID:${HOLD.id}\r\nSEQUENCE:4\r\n`);
    expect(file).toContain('STATUS:CANCELLED\r\n');
    expect(file).not.toContain('TENTATIVE');
  });

  it('keeps a single day', () => {
    const file = holdFile({ ...HOLD, startsOn: '2028-02-29', endsOn: '2028-02-29' });
    expect(file).toContain('DTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\n');
  });
});
