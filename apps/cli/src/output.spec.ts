import { afterEach, describe, expect, it } from '@jest/globals';
import { asTable, type Listing } from './output.js';

const { isTTY, columns } = process.stdout;

function onTerminal(width: number): void {
  Object.assign(process.stdout, { isTTY: true, columns: width });
}

const LISTING: Listing = {
  head: ['score', 'id', 'name', 'lacks'],
  rows: [
    ['96.6292', 'TWVkaWF0b3I6MDE5MGE1ZA', 'Mariétou Haugen-Ba', 'Arabic at B2, where she has A2.'],
  ],
  widths: [9, 38, 24, 'rest'],
};

describe('a table', () => {
  afterEach(() => {
    Object.assign(process.stdout, { isTTY, columns });
  });

  it.each([60, 80, 100, 120, 200])('is no wider than a terminal of %d columns', (width) => {
    onTerminal(width);
    const lines = asTable(LISTING).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(lines.join('').replaceAll(/[^\p{L}\d]/gu, '')).toContain('Mariétou');
  });

  it('of natural width becomes lines where the terminal is narrower', () => {
    onTerminal(20);
    expect(asTable({ head: ['measure', 'value'], rows: [['nDCG@10 of all the needs', 1]] })).toBe(
      'measure: nDCG@10 of all the needs\nvalue: 1',
    );
  });

  it('becomes lines where its columns do not fit', () => {
    onTerminal(40);
    expect(asTable(LISTING)).toBe(
      'score: 96.6292\nid: TWVkaWF0b3I6MDE5MGE1ZA\nname: Mariétou Haugen-Ba\nlacks: Arabic at B2, where she has A2.',
    );
  });
});
