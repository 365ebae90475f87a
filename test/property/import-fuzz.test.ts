import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { runs } from '../support/depth.js';
import { fixture } from '../support/importing.js';
import { read, type Read } from '../support/reading.js';
import { partsOf, zipOf } from '../support/workbook.js';

/** 500 rounds in the test command, half of them here; `npm run fuzz` draws 20,000. */
const ROUNDS = 125;

const KNOWN = ['No', 'Name', 'Country', 'Languages', 'Topics', 'E-mail', 'Biography'];
const OTHER = ['Shoe size', 'English', 'Elections', 'Remarks', '', 'constructor', '=A1'];
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom(
    'Ada Example',
    'Kenya',
    'English (C1); French (B2)',
    'Elections',
    'X',
    'ada@example.org',
    'a "quoted" word',
    '"',
    'two\nlines',
    'semi;colon, comma\ttab',
    '=1+1',
    "'=1+1",
    'NA',
    '#REF!',
    'نص',
    '𞤀𞤣𞤢𞤤',
    '__proto__',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const table = fc
  .record({
    others: fc.uniqueArray(fc.constantFrom(...OTHER), { maxLength: 3 }),
    known: fc.shuffledSubarray(KNOWN.slice(2)),
    titles: fc.integer({ min: 0, max: 2 }),
  })
  .chain(({ others, known, titles }) => {
    const header = ['No', 'Name', ...known, ...others];
    const row = fc.array(cell, { minLength: header.length, maxLength: header.length });
    return fc.record({
      titles: fc.constant(titles),
      header: fc.constant(header),
      rows: fc.array(row, { maxLength: 8 }),
    });
  });

type Table = typeof table extends fc.Arbitrary<infer T> ? T : never;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csvOf = ({ titles, header, rows }: Table, delimiter: string) =>
  [...Array.from({ length: titles }, (_, i) => [`Title ${i}`]), header, ...rows]
    .map((cells) => cells.map(quoted).join(delimiter))
    .join('\r\n');
const xlsxOf = ({ titles, header, rows }: Table) =>
  zipOf(
    Object.entries(
      partsOf([
        {
          name: 'Members',
          rows: [...Array.from({ length: titles }, (_, i) => [`Title ${i}`]), header, ...rows],
        },
      ]),
    ),
  );

/** Rows that a remark names: "3, 5-7". */
function namedRows({ remarks }: Read): Set<number> {
  const rows = new Set<number>();
  for (const { part, name } of remarks) {
    if (part !== 'rows') continue;
    for (const [, first = '', last = first] of name.matchAll(/(\d+)(?:-(\d+))?/gu)) {
      for (let row = Number(first); row <= Number(last); row++) rows.add(row);
    }
  }
  return rows;
}

/** Everything in the file is in a row that was read, in a row or column that is named, or was refused. */
function expectNothingLost(found: Read, { titles, header, rows }: Table): void {
  if (found.refused !== null) return;
  const named = namedRows(found);
  const leftOut = new Set(
    found.remarks.flatMap(({ part, place }) => (part === 'column' ? place : [])),
  );
  const byNumber = new Map(found.rows.map((row) => [row.number, row]));
  for (const [i, cells] of rows.entries()) {
    const number = titles + 2 + i;
    const filled = cells.flatMap((text, at) => (text.trim() === '' ? [] : [{ text, at }]));
    if (filled.length === 0 || named.has(number)) continue;
    const row = byNumber.get(number);
    expect(row ?? `Row ${number} is lost.`).toBeInstanceOf(Object);
    if (row?.broken !== undefined) continue;
    for (const { text, at } of filled) {
      const letter = String.fromCharCode(65 + at);
      const isRead = row?.cells.some((one) => one.text.trim() === plain(text));
      expect([letter, text, isRead || leftOut.has(letter)]).toEqual([letter, text, true]);
    }
    expect(header.length).toBeGreaterThan(0);
  }
}

/** As a cell of separated text or of a workbook is read. */
const plain = (text: string) => text.trim();

describe('files that nobody wrote', () => {
  it.each([',', ';', '\t'])('separated by %j lose nothing in silence', async (delimiter) => {
    await fc.assert(
      fc.asyncProperty(table, async (one) => {
        expectNothingLost(await read('m.csv', csvOf(one, delimiter)), one);
      }),
      { numRuns: runs(ROUNDS / 5) },
    );
  });

  it('as workbooks lose nothing in silence', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (one) => {
        expectNothingLost(await read('m.xlsx', xlsxOf(one)), one);
      }),
      { numRuns: runs((ROUNDS * 2) / 5) },
    );
  });

  const lists = readdirSync(fixture('lists')).filter((name) => !name.endsWith('.md'));
  const change = fc.record({
    name: fc.constantFrom(...lists),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    flips: fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })),
      { maxLength: 6 },
    ),
    doubled: fc.boolean(),
  });

  it('damaged lists are read or refused in a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(change, async ({ name, cut, flips, doubled }) => {
        const whole = readFileSync(fixture(`lists/${name}`));
        const bytes = Buffer.from(
          whole.subarray(0, Math.ceil(whole.length * (cut < 0.5 ? 1 : cut))),
        );
        for (const [at, value] of flips) bytes[Math.floor(at * (bytes.length - 1))] = value;
        const found = await read(name, doubled ? Buffer.concat([bytes, bytes]) : bytes);
        expect(found.refused === null || found.refused.length > 10).toBe(true);
        for (const { reason } of found.rejects) expect(reason.length).toBeGreaterThan(3);
      }),
      { numRuns: runs(ROUNDS) },
    );
  });
});
