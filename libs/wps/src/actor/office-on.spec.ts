import { describe, expect, it } from '@jest/globals';
import { officeOn } from './office-on.js';

describe('the office that answers for an actor', () => {
  const terms = [
    { office: 'First', deputy: false, from: '2024-01-01', until: '2026-06-30' },
    { office: 'Deputy', deputy: true, from: '2025-01-01', until: null },
    { office: 'Second', deputy: false, from: '2027-01-01', until: null },
  ];

  it('is that of the day, not one whose term has ended or has not begun', () => {
    expect(officeOn(terms, '2023-12-31')).toBeNull();
    expect(officeOn(terms, '2026-06-30')).toBe('First');
    expect(officeOn(terms, '2027-01-01')).toBe('Second');
  });

  it('is that of a deputy while there is nobody else', () => {
    expect(officeOn(terms, '2026-07-01')).toBe('Deputy');
    expect(officeOn([], '2026-07-01')).toBeNull();
  });
});
