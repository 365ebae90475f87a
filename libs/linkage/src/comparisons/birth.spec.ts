import { describe, expect, it } from '@jest/globals';
import { birthOf, compareBirths } from './birth.js';

describe('two dates of birth', () => {
  it.each([
    ['1970-03-12', '1970-03-12', 'SAME_DAY'],
    ['1970-03-12', '1970-12-03', 'SLIP_OF_DAY'],
    ['1970-03-12', '1907-03-12', 'SLIP_OF_DAY'],
    ['1970-03-12', '1970-03', 'SAME_MONTH'],
    ['1970-03-12', '1970-03-27', 'DAYS_APART'],
    ['1970-03-12', '1970', 'SAME_YEAR'],
    ['1970-03-12', '1970-01-01', 'SAME_YEAR'],
    ['1970-03-12', '1970-11-25', 'MONTHS_APART'],
    ['1970', '1971-05', 'YEAR_BESIDE'],
    ['1970', '1973', 'SLIP_OF_YEAR'],
    ['1967', '1976', 'SLIP_OF_YEAR'],
    ['1970', '1984', 'YEARS_APART'],
  ])('%s and %s are %s', (one, other, level) => {
    const [a, b] = [birthOf(one)!, birthOf(other)!];
    expect([compareBirths(a, b), compareBirths(b, a)]).toEqual([level, level]);
  });
});
