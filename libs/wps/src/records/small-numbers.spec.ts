import { describe, expect, it } from '@jest/globals';
import { hasSmallNumber } from './small-numbers.js';

describe('a small number in a text', () => {
  it.each(['7 survivors were heard', 'they heard 3.', 'استمعت إلى ٥ نساء', 'cases: (4)'])(
    'is found in "%s"',
    (text) => expect(hasSmallNumber(['none', text])).toBe(true),
  );

  it.each([
    'resolution 1820 (2008)',
    '5% of the budget',
    '5 % of the budget',
    'by 2027-03-04',
    'S/2010/498, annex',
    '12 officers, 3.5 million',
    'SDG 5.2.1, 11a, 5b',
    'seven survivors',
  ])('is not found in "%s"', (text) => expect(hasSmallNumber([text])).toBe(false));
});
