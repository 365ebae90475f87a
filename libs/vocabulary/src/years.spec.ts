import { describe, expect, it } from '@jest/globals';
import { perhapsYears, readYears } from './years.js';

describe('years of experience', () => {
  it.each([
    ['8', 8, 'exactly'],
    ['12.0', 12, 'exactly'],
    ['8 ans', 8, 'exactly'],
    ['15 años', 15, 'exactly'],
    ['15 سنة', 15, 'exactly'],
    ['١٥ سنة', 15, 'exactly'],
    ['۸ سنوات', 8, 'exactly'],
    ['miaka 8', 8, 'exactly'],
    ['10 years of experience', 10, 'exactly'],
    ['10 ans d’expérience', 10, 'exactly'],
    ['10 years’ experience', 10, 'exactly'],
    ['10 yrs.', 10, 'exactly'],
    ['سنوات 8', 8, 'exactly'],
    ['10 ans d’expérience en médiation', 10, 'exactly'],
    ['10+', 10, 'at-least'],
    ['+10 ans', 10, 'at-least'],
    ['+ de 10 ans', 10, 'at-least'],
    ['10 or more years', 10, 'at-least'],
    ['10 ans minimum', 10, 'at-least'],
    ['15+ years', 15, 'at-least'],
    ['5-10', 5, 'at-least'],
    ['5–10 years', 5, 'at-least'],
    ['5 à 10 ans', 5, 'at-least'],
    ['entre 5 et 10 ans', 5, 'at-least'],
    ['من 5 إلى 10 سنوات', 5, 'at-least'],
    ['more than 10 years', 10, 'at-least'],
    ['Plus de 20 ans', 20, 'at-least'],
    ['más de 10 años', 10, 'at-least'],
    ['mais de 10 anos', 10, 'at-least'],
    ['zaidi ya miaka 10', 10, 'at-least'],
    ['أكثر من ١٠ سنوات', 10, 'at-least'],
    ['10 ans et plus', 10, 'at-least'],
    ['since 2005', 21, 'since'],
    ['depuis 2005', 21, 'since'],
    ['desde 2005', 21, 'since'],
    ['tangu 2005', 21, 'since'],
    ['منذ ٢٠٠٥', 21, 'since'],
  ])('%s', (text, years, stated) => {
    expect(readYears(text, '2026-11-29')).toEqual({ years, stated });
  });

  it.each([
    '',
    'many',
    '10-5',
    '5-5',
    'less than 5',
    'about 10',
    '~10',
    '1.5',
    '-3',
    '1,000',
    '2005',
    'since 2030',
    'since 1200',
    'up to 10',
    '10 months',
    '5-Oct',
    '0x10',
    '8¹',
    '10½',
    '1٢',
  ])('refuses %s', (text) => {
    expect(readYears(text, '2026-11-29')).toBeNull();
  });

  it.each([
    ['about 10', '10'],
    ['environ 10 ans', '10'],
    ['~10', '10'],
    ['2005', 'since 2005'],
    ['2005-present', 'since 2005'],
    ['less than 5', null],
    ['many', null],
    ['10 months', null],
  ])('suggests for %s: %s', (text, perhaps) => {
    expect(readYears(text, '2026-11-29')).toBeNull();
    expect(perhapsYears(text)).toBe(perhaps);
  });
});
