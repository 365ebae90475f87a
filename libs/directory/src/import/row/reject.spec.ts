import { describe, expect, it } from '@jest/globals';
import { problem } from '#messages';
import { holdsContact, safeReject } from './reject.js';

describe('what is said of a row', () => {
  it.each([
    'amina@example.org',
    '+223 76 45 67 89',
    // Whole numbers of Mali, Burkina Faso, Tunisia and Norway: they have eight digits.
    '76 45 67 89',
    '76-45-67-89',
    '76.45.67.89',
    '76456789',
    '٧٦ ٤٥ ٦٧ ٨٩',
    'ask her sister: 20 21 12 34',
    '20211234',
    '12/03/2024 or 76 45 67 89',
    'Emergency 2024-03-12 76456789',
    // Of Mali with its code, which without it could be days or years.
    '+223 20211203',
    '00223 2021 12 03',
    '+223 2022 2015',
    '22 12 2010 33',
    '0475/12.34.56',
    '76–45–67–89',
    '76\u{200e}456789',
    // As a web page writes them.
    'amina&#64;example.org',
    'amina&#x40;example.org',
    '76&nbsp;45&nbsp;67&#32;89',
  ])('repeats nothing that looks like a way to reach her: %s', (text) => {
    expect(holdsContact(text)).toBe(true);
    const reject = {
      row: 2,
      column: 'Years',
      value: text,
      reason: problem('value.hidden'),
      suggestion: '7',
    };
    expect(JSON.stringify(safeReject(reject))).not.toContain(text);
  });

  it.each([
    ['amina@example.org (C1)', 'amina@example.org'],
    ['+223 76 45 67 89 (native)', '+223 76 45 67 89'],
    ['Hausa (76 45) / 67 89', '67 89'],
  ])('repeats no piece of it either, as a reason does: %s', (value, input) => {
    const reason = problem('code.unknown.language', { text: input });
    const reject = { row: 2, column: 'Languages', value, reason, suggestion: null, part: input };
    expect(JSON.stringify(safeReject(reject))).not.toContain(input);
  });

  it.each([
    '12/03/2024',
    '2024-03-12',
    '12.03.2024',
    '2024 03 12',
    '20240312',
    '2001-2005; 2009-2012',
    '2001-2005 2009–2012',
    '2001/2002/2005',
    '2026-01-01/2026-06-30',
    '٢٠٢٤-٠٣-١٢',
    'A-1234567',
    '12345678901234567890',
  ])('shows what is none: %s', (text) => {
    expect(holdsContact(text)).toBe(false);
  });
});
