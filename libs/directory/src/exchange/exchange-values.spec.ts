import { describe, expect, it } from '@jest/globals';
import { mailValue, telephoneValues } from './exchange-values.js';

/** What other installations make of these, too: no line changes without another version of the file. */
describe('values that are compared with other installations', () => {
  it.each([
    ['amina@example.org', 'mail:amina@example.org'],
    ['  Amina.Salah+Peace@Example.ORG ', 'mail:amina.salah+peace@example.org'],
    ['amina@exämple.org', null],
    ['amina', null],
    ['a@example.org, b@example.org', null],
    ['', null],
  ])('the mail address %j', (text, value) => {
    expect(mailValue(text)).toBe(value);
  });

  it.each([
    ['+254 700 000 001', ['telephone:+254700000001']],
    [
      '+254-700-000-001 / +44 (20) 7946 0000',
      ['telephone:+254700000001', 'telephone:+442079460000'],
    ],
    ['٠٠٢٥٤٧٠٠', []],
    ['+٢٥٤ ٧٠٠ ٠٠٠ ٠٠١', ['telephone:+254700000001']],
    ['0700 000 001', []],
    ['00254700000001', []],
    ['+44 (0)20 7946 0000', []],
    ['none', []],
  ])('the telephone numbers in %j', (text, values) => {
    expect(telephoneValues(text)).toEqual(values);
  });
});
