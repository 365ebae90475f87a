import { describe, expect, it } from '@jest/globals';
import { readAgreement, readYesNo } from './yes-no.js';

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

describe('answers to a question of consent', () => {
  it.each(
    "Yes|oui|Sí|Sim|Ndiyo|نعم|x|X|✓|✔|1|TRUE|I agree|I agree.|Yes, I agree|Oui, j’accepte|j'accepte|Acepto|Sí, acepto|Aceito|Nakubali|أوافق|نعم، أوافق".split(
      '|',
    ),
  )('%s is yes', (text) => {
    expect(readAgreement(text)).toBe(true);
  });

  it.each(
    'No|non|não|Hapana|لا|0|✗|☐|I do not agree|No, I do not agree|Je n’accepte pas|No acepto|Não aceito|Sikubali|لا أوافق'.split(
      '|',
    ),
  )('%s is no', (text) => {
    expect(readAgreement(text)).toBe(false);
  });

  it.each([
    '',
    'maybe',
    'No, I agree',
    'Yes, but not abroad',
    'Yes, I do not agree',
    'I agree to nothing',
    'pending',
    'LISTED',
    '2',
    'N/A',
  ])('%s is neither', (text) => {
    expect(readAgreement(text)).toBeNull();
  });
});
