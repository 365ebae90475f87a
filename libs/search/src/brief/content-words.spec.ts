import { describe, expect, it } from '@jest/globals';
import { wordsOf } from '../words.js';
import { contentWords } from './content-words.js';
import { STOP_WORDS } from '../meaning/stop-words.js';

describe('the content words of a brief', () => {
  it.each([
    ['Bring women of Gao into the ceasefire.', 'bring women gao ceasefire'],
    ['Elle accompagnera l’accord d’Alger avec les femmes.', 'accompagnera accord alger femmes'],
    ['Una mediadora para el diálogo con los pueblos', 'mediadora dialogo pueblos'],
    ['Uma mediadora para o diálogo com as aldeias', 'mediadora dialogo aldeias'],
    ['نبحث عن وسيطة من النساء في غاو', 'نبحث وسيطه النساء غاو'],
    ['Mpatanishi wa jamii katika Bonde la Ufa', 'mpatanishi jamii bonde ufa'],
    ['በጋኦ ውስጥ የሰላም ድርድር እና ውይይት', 'በጋኦ የሰላም ድርድር ውይይት'],
    ['میانجی زن برای گفتگو در گائو', 'ميانجي زن گفتگو گايو'],
    ['Gao, GAO and gao', 'gao'],
  ])('of %j', (brief, words) => {
    expect(
      contentWords(brief)
        .map(({ word }) => word)
        .join(' '),
    ).toBe(words);
  });

  it('know names that are written in one word or two', () => {
    const joined = contentWords('N’Diaye, Al-Sayed and el Amin; peace talks. A part of it.');
    expect(Object.fromEntries(joined.map((found) => [found.word, found.joined]))).toEqual({
      diaye: ['ndiaye'],
      sayed: ['alsayed'],
      amin: ['elamin', 'aminpeace'],
      peace: ['aminpeace', 'peacetalks'],
      talks: ['peacetalks'],
      part: [],
    });
  });

  it('are told from stop words that are folded as the index folds', () => {
    expect([...STOP_WORDS].filter((word) => wordsOf(word).join(' ') !== word)).toEqual([]);
  });
});
