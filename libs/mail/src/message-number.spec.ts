import { describe, expect, it } from '@jest/globals';
import { messageNumber } from './message-number.js';

describe('the number of a message', () => {
  it.each([
    ['+254700000001', '+254700000001'],
    [' +254 (700) 000-001 ', '+254700000001'],
    ['\u202a+254\u00a0700\u2011000.001\u202c', '+254700000001'],
    ['+٢٥٤٧٠٠٠٠٠٠٠١', '+254700000001'],
    ['＋２５４７００００００１', '+25470000001'],
  ])('is read from %j', (text, number) => {
    expect(messageNumber(text)).toBe(number);
  });

  it.each([
    '0700000001',
    '00254700000001',
    '+0700000001',
    '+254 (0) 700000001',
    '+254700000001 / +254700000002',
    '+254700000001, evenings only',
    '+12345',
    '+1234567890123456',
    '+254700000001\nX: y\n',
    'amina@example.org',
    '',
  ])('is not guessed from %j', (text) => {
    expect(messageNumber(text)).toBeNull();
  });
});
