import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editDistance, NearTexts } from '#vocabulary';

/** Few letters make many texts that are near each other; some letters are two code units. */
const text = fc
  .array(fc.constantFrom('a', 'b', 'c', ' ', 'é', '𞤀', '𞤁'), { maxLength: 14 })
  .map((letters) => letters.join(''));

/** Edits of a text: a letter is taken out, put in, replaced, or changes places with the next. */
const edited = fc
  .tuple(
    text,
    fc.array(fc.tuple(fc.nat(14), fc.nat(3), fc.constantFrom('a', 'd')), { maxLength: 3 }),
  )
  .map(([start, edits]) => {
    const letters = Array.from(start);
    for (const [at, kind, letter] of edits) {
      if (kind === 0) letters.splice(at, 1);
      else if (kind === 1) letters.splice(at, 0, letter);
      else if (kind === 2) letters.splice(at, 1, letter);
      else letters.splice(at, 2, ...letters.slice(at, at + 2).toReversed());
    }
    return { start, changed: letters.join('') };
  });

/** Optimal string alignment by its definition, with nothing left out. */
function distanceOf(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)];
  const rows = a.map(() => Array.from(b, () => 0));
  const table = [Array.from({ length: b.length + 1 }, (_, j) => j), ...rows];
  const at = (i: number, j: number): number => table[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const found = Math.min(
        at(i - 1, j) + 1,
        j > 0 ? at(i, j - 1) + 1 : Infinity,
        j > 0 ? at(i - 1, j - 1) + same : Infinity,
        swap ? at(i - 2, j - 2) + 1 : Infinity,
      );
      const row = table[i];
      if (row) row[j] = found;
    }
  }
  return at(a.length, b.length);
}

describe('texts at a small edit distance', () => {
  it('are found as by a comparison with each', () => {
    fc.assert(
      fc.property(
        fc.array(edited, { maxLength: 40 }),
        edited,
        fc.constantFrom(1, 2),
        (pairs, { start, changed }, edits) => {
          const texts = pairs.flatMap((pair) => [pair.start, pair.changed]).concat(start);
          const near = new NearTexts(texts, 2);
          for (const wanted of [changed, ...texts.slice(0, 5)]) {
            const plain = texts.findIndex((one) => distanceOf(one, wanted) <= edits);
            expect(near.first(wanted, edits)).toBe(plain === -1 ? null : plain);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('have the distance of its definition, up to the limit', () => {
    fc.assert(
      fc.property(edited, text, fc.nat(5), ({ start, changed }, other, limit) => {
        for (const one of [changed, other]) {
          const distance = distanceOf(start, one);
          expect(editDistance(start, one, limit)).toBe(Math.min(distance, limit + 1));
        }
      }),
      { numRuns: 500 },
    );
  });
});
