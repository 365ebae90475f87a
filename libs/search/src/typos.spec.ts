import { describe, expect, it } from '@jest/globals';
import { editDistance, entries } from '#vocabulary';
import { correctionsOf } from './typos.js';
import { indexedWords, typosAllowed } from './words.js';

const KINDS = ['language', 'territory', 'region', 'grouping', 'expertise', 'role'] as const;
const labelWords = new Set(
  KINDS.flatMap((kind) => entries(kind))
    .filter(({ labels }) => Object.keys(labels).length > 1)
    .flatMap(({ labels }) => Object.values(labels))
    .flatMap((label) => indexedWords(label, 'text').map(({ word }) => word)),
);

/** One typing error of each kind, in the middle of the word. */
function misspelt(word: string): string[] {
  const letters = Array.from(word);
  const at = Math.floor(letters.length / 2);
  const [one = '', other = ''] = letters.slice(at - 1, at + 1);
  return [
    letters.toSpliced(at, 1),
    letters.toSpliced(at, 0, 'q'),
    letters.toSpliced(at, 1, 'q'),
    letters.toSpliced(at - 1, 2, other, one),
  ].map((changed) => changed.join(''));
}

describe('corrections of a misspelt word', () => {
  it('hold every word of a label that is one typing error away', () => {
    const some = [...labelWords].filter((word, i) => i % 20 === 0 && typosAllowed(word) > 0);
    expect(some.length).toBeGreaterThan(100);
    const missed = some.flatMap((word) =>
      misspelt(word)
        .filter((wrong) => typosAllowed(wrong) > 0 && !labelWords.has(wrong))
        .filter((wrong) => !correctionsOf(wrong).includes(word)),
    );
    expect(missed).toEqual([]);
  });

  it('hold none that is further away than a word of its length may be', () => {
    const found = ['mediaiton', 'securtiy', 'nairoby', 'kenia', 'frnech', 'السودن'].flatMap(
      (wrong) => correctionsOf(wrong).map((word) => ({ wrong, word })),
    );
    expect(found.length).toBeGreaterThan(5);
    for (const { wrong, word } of found) {
      const most = typosAllowed(wrong);
      expect(editDistance(wrong, word, most)).toBeLessThanOrEqual(most);
    }
  });

  it('are none for a word that a label has', () => {
    expect(correctionsOf('kenya')).toEqual([]);
  });
});
