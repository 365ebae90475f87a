import { describe, expect, it } from '@jest/globals';
import { MOST_WORDS, wordsOfName } from './fold-name.js';

const strong = (name: string) =>
  wordsOfName(name)
    .filter(({ weak }) => !weak)
    .map(({ text }) => text);

describe('the words of a name', () => {
  it.each([
    ['Dr. Amina Ben Salah', ['amina', 'salah']],
    ['H.E. Mme Fatou N’Diaye', ['fatou', 'ndiaye']],
    ['الدكتورة مُنى الحدّاد', ['مني', 'حداد']],
    ['Su‘ad Kamil al-Abbasi', ['suad', 'kamil', 'abbasi']],
    ['Leïla (née Khalil) Haddad', ['leila', 'haddad']],
    ['Abd al-Rahman', ['abdalrahman']],
    ['عبد الرحمن', ['عبدالرحمن']],
    ['Abdel Fattah', ['abdelfattah']],
  ])('of %s', (name, words) => {
    expect(strong(name)).toEqual(words);
  });

  it('are romanized where a script has no table of letters', () => {
    expect(strong('王秀英')).toEqual(['wang', 'xiu', 'ying']);
    expect(strong('ተስፋዬ')).toEqual(['tesfaye']);
    expect(strong('მარიამ')).toEqual(['mariam']);
  });

  it('are the honorifics of a name that has nothing else', () => {
    expect(strong('Hajja')).toEqual(['hajja']);
  });

  it('are none of an empty name, and not endless ones of a long name', () => {
    expect(wordsOfName(' ·– ')).toEqual([]);
    expect(wordsOfName('amal '.repeat(200))).toHaveLength(MOST_WORDS);
  });
});
