import { describe, expect, it } from '@jest/globals';
import { readYesNo } from './yes-no.js';

describe('yes and no', () => {
  it.each([
    'yes',
    'Yes',
    'OUI',
    'Sí',
    'si',
    'sim',
    'نعم',
    'ndiyo',
    'X',
    'x',
    '✓',
    '✔️',
    '1',
    '١',
    'TRUE',
  ])('%s is yes', (text) => {
    expect(readYesNo(text)).toBe(true);
  });
  it.each(['no', 'Non', 'não', 'NAO', 'لا', 'hapana', '0', '٠', 'false', '✗'])(
    '%s is no',
    (text) => {
      expect(readYesNo(text)).toBe(false);
    },
  );
  it.each(['', '?', 'maybe', 'peut-être', '2', '-', 'yes, but', 'oui/non', 'ن', '10'])(
    '"%s" is neither',
    (text) => {
      expect(readYesNo(text)).toBeNull();
    },
  );
});
