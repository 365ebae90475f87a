import { describe, expect, it } from '@jest/globals';
import { isTimeOfDay, isTimeZone, minutesOf } from './time-zone.js';

describe('a time zone', () => {
  it.each([
    'UTC',
    'Africa/Nairobi',
    'America/Argentina/Buenos_Aires',
    'Europe/Kyiv',
    'Europe/Kiev',
    'Asia/Kolkata',
    'Etc/GMT+3',
  ])('is %s', (text) => {
    expect(isTimeZone(text)).toBe(true);
  });

  it.each([
    '',
    'utc',
    'EAT',
    '+03:00',
    '-0300',
    'GMT+3',
    'africa/nairobi',
    'Africa',
    'Africa/',
    'Africa/Nowhere',
    'Nairobi',
    ' Africa/Nairobi',
    'Africa/Nairobi\n',
    'Africa/Nairobi\0',
  ])('is not %j', (text) => {
    expect(isTimeZone(text)).toBe(false);
  });
});

describe('a time of day', () => {
  it.each([
    ['00:00', 0],
    ['09:30', 570],
    ['23:59', 1439],
  ])('is %s', (text, minutes) => {
    expect(isTimeOfDay(text)).toBe(true);
    expect(minutesOf(text)).toBe(minutes);
  });

  it.each(['', '24:00', '9:30', '09:60', '09:30:00', '0930', '09:30 ', '٠٩:٣٠'])(
    'is not %j',
    (text) => {
      expect(isTimeOfDay(text)).toBe(false);
    },
  );
});
