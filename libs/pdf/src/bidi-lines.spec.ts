import { describe, expect, it } from '@jest/globals';
import { bidiLines } from './bidi-lines.js';

/** One unit for each character. */
const measure = (text: string): number => text.length;
const drawn = (text: string, width = 80) =>
  bidiLines(text, width, measure).map(({ runs, fromRight }) => [
    fromRight ? 'right' : 'left',
    ...runs.map((run) => `${run.rightToLeft ? '<' : '>'}${run.text}`),
  ]);

describe('lines', () => {
  it('of one direction are one run', () => {
    expect(drawn('Peace talks')).toEqual([['left', '>Peace talks']]);
    expect(drawn('محادثات السلام')).toEqual([['right', '<محادثات السلام']]);
  });

  it('of both directions are ordered from left to right', () => {
    expect(drawn('Amina أمينة 2026')).toEqual([['left', '>Amina ', '>2026', '<أمينة ']]);
    expect(drawn('اسمها Amina هنا')).toEqual([['right', '< هنا', '>Amina', '<اسمها ']]);
  });

  it('of a document from right to left begin there, whatever their first letter is', () => {
    const start = (text: string) => bidiLines(text, 80, measure, true)[0]!.fromRight;
    expect(['Amina أمينة', '2026 أمينة', 'أمينة'].map(start)).toEqual([true, true, true]);
    expect(['Amina', '2026', ''].map(start)).toEqual([false, false, false]);
  });

  it('turn brackets around where they stand from right to left', () => {
    expect(drawn('(سلام)')).toEqual([['right', '<)سلام(']]);
  });

  it('are no wider than they may be, and lose nothing', () => {
    const text = 'one two three محادثات السلام في غاو four-and-a-very-long-word';
    const lines = bidiLines(text, 12, measure);
    for (const { runs } of lines) {
      expect(runs.map((run) => run.text).join('').length).toBeLessThanOrEqual(12);
    }
    const letters = (value: string) => Array.from(value.replaceAll(/\s/g, '')).toSorted().join('');
    expect(letters(lines.flatMap(({ runs }) => runs.map((run) => run.text)).join(''))).toBe(
      letters(text),
    );
  });

  it('are no wider where letters stand apart from one another', () => {
    const apart = (text: string) => text.length + 0.25 * Math.max(0, text.length - 1);
    const lines = bidiLines('A'.repeat(50), 12, apart);
    for (const { runs } of lines) expect(apart(runs[0]?.text ?? '')).toBeLessThanOrEqual(12);
    expect(lines.map(({ runs }) => runs[0]?.text).join('')).toBe('A'.repeat(50));
  });

  it('of nothing are one empty line', () => {
    expect(drawn('')).toEqual([['left']]);
    expect(drawn('a\n\nb')).toEqual([['left', '>a'], ['left'], ['left', '>b']]);
  });
});
