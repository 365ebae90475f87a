import { describe, expect, it } from '@jest/globals';
import { characterCount, firstLetters } from './text.js';

describe('characters of a text', () => {
  it.each([
    ['', 0],
    ['Amina', 5],
    ['𞤀𞤭𞤧𞤢', 4],
    ['🕊a', 2],
    // Halves of a letter count as PostgreSQL would count what stands for them.
    ['\ud83d', 1],
    ['\udd4a\ud83d', 2],
  ])('%j has %i', (text, count) => {
    expect(characterCount(text)).toBe(count);
    expect(firstLetters(`${text}b`, count)).toBe(text);
  });
});
