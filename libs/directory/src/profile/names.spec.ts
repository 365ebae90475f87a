import { describe, expect, it } from '@jest/globals';
import { problem, say } from '#messages';
import { nameProblem } from '../fields/names.js';

describe('a name', () => {
  it.each([
    'Amina Diallo',
    "N'Diaye",
    'Ann-Marie O’Brien',
    'Li',
    '李',
    'سلمى بن عمر',
    // "Mir-Hosseini" and a Persian plural with a zero-width non-joiner.
    'میر\u200cحسینی',
    // Sinhala and Malayalam with joiners.
    'ශ්\u200dරී',
    'ന്\u200dമ',
    'क्\u200dष',
    '葛\u{e0100}城',
    '𞤀𞤣𞤤𞤢𞤥',
    'Amina 🌸',
    'Amina 2',
    'Amina\nDiallo',
    'ᠮᠣᠩᠭᠣᠯ\u180b',
  ])('can be %j', (text) => {
    expect(nameProblem(text)).toBeNull();
  });

  it.each([
    '\u200b',
    '\u3164',
    '\u2060',
    '\u115f\u1160',
    '\uffa0',
    '\u00ad',
    '\u034f',
    '\u0301',
    'ـــ',
    '\u{e0041}',
    '---',
    '.',
    '???',
    '😀',
    '👩🏾‍🦱',
    '🇰🇪',
    '12345',
    '١٢٣',
    '#',
    'Ⅻ',
    '\u200e\u200f',
  ])('cannot be %j: nothing of it is a letter', (text) => {
    expect(nameProblem(text)).toEqual({
      reason: problem('name.noLetters'),
      suggestion: null,
    });
  });

  it.each([
    ['Ami\u200bna', 'Amina', '200B'],
    ['Amina\u200b', 'Amina', '200B'],
    ['\u200eسلمى', 'سلمى', '200E'],
    ['Ami\u200cna', 'Amina', '200C'],
    ['\u202eanimA', 'animA', '202E'],
    ['\ufeffAmina', 'Amina', 'FEFF'],
    ['Ami\u00adna', 'Amina', '00AD'],
    ['Amina\ufffc', 'Amina', 'FFFC'],
    ['Amina\tDiallo', 'Amina Diallo', '0009'],
    ['سلمى\u200c', 'سلمى', '200C'],
    ['Ami\ue000na', 'Amina', 'E000'],
    ['A\ufe0fmina', 'Amina', 'FE0F'],
  ])('with a stray character is refused, and the name suggested: %j', (text, name, code) => {
    const found = nameProblem(text);
    expect(found?.suggestion).toBe(name);
    expect(found && say(found.reason, 'en')).toContain(`U+${code}`);
  });
});
