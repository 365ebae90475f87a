import { describe, expect, it } from '@jest/globals';
import { perhapsPeriods } from './periods.js';

describe('periods that are perhaps meant', () => {
  it.each([
    ['From June', ['2027-06-01/', '2026-06-01/']],
    ['from December', ['2026-12-01/', '2025-12-01/']],
    ['Yes, from June', ['2027-06-01/', '2026-06-01/']],
    ['à partir de juin', ['2027-06-01/', '2026-06-01/']],
    ['dès mars 2027', ['2027-03-01/']],
    ['disponible à partir du 1er juin 2027', ['2027-06-01/']],
    ['a partir de junio', ['2027-06-01/', '2026-06-01/']],
    ['a partir de junho de 2027', ['2027-06-01/']],
    ['kuanzia Juni', ['2027-06-01/', '2026-06-01/']],
    ['من يونيو', ['2027-06-01/', '2026-06-01/']],
    ['from 2027-06-15', ['2027-06-15/']],
    ['until March 2027', ['/2027-03-31']],
    ['jusqu’en février 2028', ['/2028-02-29']],
    ['hasta diciembre', ['/2026-12-31', '/2025-12-31']],
    ['March 2027', ['2027-03-01/2027-03-31']],
  ])('%s', (text, periods) => {
    expect(perhapsPeriods(text, '2026-11-29')).toEqual(periods);
  });

  it.each(['', 'from', 'from home', 'available', 'after June', 'from 13 Brumaire', 'من', '2027'])(
    '%s names none',
    (text) => {
      expect(perhapsPeriods(text, '2026-11-29')).toEqual([]);
    },
  );
});
