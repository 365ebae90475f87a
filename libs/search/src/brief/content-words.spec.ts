import { describe, expect, it } from '@jest/globals';
import { wordsOf } from '../words.js';
import { contentWords } from './content-words.js';
import { STOP_WORDS } from './stop-words.js';

describe('the content words of a brief', () => {
  it.each([
    ['Bring women of Gao into the ceasefire.', 'bring women gao ceasefire'],
    ['Elle accompagnera l’accord d’Alger avec les femmes.', 'accompagnera accord alger femmes'],
    ['Una mediadora para el diálogo con los pueblos', 'mediadora dialogo pueblos'],
    ['Uma mediadora para o diálogo com as aldeias', 'mediadora dialogo aldeias'],
    ['نبحث عن وسيطة من النساء في غاو', 'نبحث وسيطه النساء غاو'],
    ['Mpatanishi wa jamii katika Bonde la Ufa', 'mpatanishi jamii bonde ufa'],
    ['Gao, GAO and gao', 'gao'],
  ])('of %j', (brief, words) => {
    expect(contentWords(brief).join(' ')).toBe(words);
  });

  it('are told from stop words that are folded as the index folds', () => {
    expect([...STOP_WORDS].filter((word) => wordsOf(word).join(' ') !== word)).toEqual([]);
  });
});
