import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runs } from '../support/depth.js';
import { fixture } from '../support/importing.js';
import { read, type Read } from '../support/reading.js';
import { partsOf, zipOf, type WrittenCell } from '../support/workbook.js';

const ROUNDS = runs(13);

/** Headers that are understood and not, joined and single ones, one of them without a name. */
const HEADERS = [
  'id',
  'name',
  'bio',
  'education',
  'ruled out',
  'no deployment to',
  'at risk',
  'anonymous',
  'Shoe size',
  '',
];

const [RISK, ANONYMOUS] = [HEADERS.indexOf('at risk'), HEADERS.indexOf('anonymous')] as const;

/** Texts with everything in them that parts cells, lines and marks, or that a format writes in its own way. */
const text = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.string({
      unit: fc.constantFrom(...'aé"\',;\t|\n\r ا&<>_x000D_=“”#!'.split('')),
      maxLength: 12,
    }),
  },
  fc.constantFrom(
    '',
    'yes',
    'no',
    'KE',
    'SD',
    '00042',
    '1234567890123456',
    '#REF!',
    '_x000D_',
    ' "x, y"',
    '\ufeff',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }).filter((each) => !/[^\P{C}\t\n\r]/u.test(each)),
);

const table = fc.array(fc.array(text, { minLength: HEADERS.length, maxLength: HEADERS.length }), {
  minLength: 1,
  maxLength: 6,
});
type Rows = readonly (readonly string[])[];

const FORMATS: Readonly<Record<string, (rows: Rows) => Promise<Read>>> = {
  csv: (rows) => read('m.csv', separated(rows, ',')),
  'semicolon csv': (rows) => read('m.csv', `\ufeff${separated(rows, ';')}`),
  tsv: (rows) => read('m.tsv', separated(rows, '\t')),
  xlsx: (rows) => read('m.xlsx', workbook(rows)),
  jsonl: (rows) =>
    read(
      'm.jsonl',
      rows
        .map((row) =>
          JSON.stringify(Object.fromEntries(HEADERS.map((header, i) => [header, row[i]]))),
        )
        .join('\n'),
    ),
};

function separated(rows: Rows, delimiter: string): string {
  return [HEADERS, ...rows]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
    .join('\r\n');
}

function workbook(rows: Rows): Buffer {
  // An underscore that would begin a code is written as one (ST_Xstring).
  const written = rows.map((row) =>
    row.map((cell) => cell.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')),
  );
  return zipOf(Object.entries(partsOf([{ rows: [HEADERS, ...written] }])));
}

const isBlank = (cell: string) => cell.trim() === '';
const oneLine = (cell: string) => cell.replaceAll(/\r\n?/g, '\n').trim();

describe('a table of any texts', () => {
  it.each(Object.keys(FORMATS))(
    'written as %s loses no cell and exposes nobody',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(table, async (rows) => {
          const found = await FORMATS[format]?.(rows);
          expect(found?.refused).toBeNull();
          const byNumber = new Map(found?.rows.map((row) => [row.number, row]));
          const left = new Set(
            found?.remarks.filter(({ fate }) => fate === 'left out').map(({ name }) => name),
          );
          const named = found?.drafts.flatMap((her) => (her.pseudonymous ? [] : [her.externalId]));
          for (const [i, row] of rows.entries()) {
            const number = format === 'jsonl' ? i + 1 : i + 2;
            if (row.every(isBlank)) continue;
            const same = rows.filter((other) => oneLine(other[0] ?? '') === oneLine(row[0] ?? ''));
            if (same.length === 1 && (row[RISK] === 'yes' || row[ANONYMOUS] === 'yes')) {
              expect(named).not.toContain(oneLine(row[0] ?? ''));
            }
            const raw = byNumber.get(number);
            if (raw?.broken !== undefined) continue;
            for (const [column, cell] of row.entries()) {
              const header = HEADERS[column] ?? '';
              if (isBlank(cell) || left.has(header)) continue;
              const cells = raw?.cells
                .filter((each) => each.header === header)
                .map((each) => oneLine(each.text));
              expect(cells).toEqual([oneLine(cell)]);
            }
          }
        }),
        { numRuns: ROUNDS },
      );
    },
  );
});

describe('a file that is damaged', () => {
  it.each([
    'english-comma.csv',
    'french-semicolon-windows-1252.csv',
    'members.xlsx',
    'objects.jsonl',
    'reported/x000d.xlsx',
  ])(
    'as %s with some bytes changed, cut out or doubled, is read or refused in a sentence',
    async (name) => {
      const whole = await readFile(fixture(name));
      const change = fc.record({
        at: fc.nat(whole.length),
        length: fc.nat(40),
        bytes: fc.uint8Array({ maxLength: 8 }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
          let bytes = whole;
          for (const { at, length, bytes: instead } of changes) {
            bytes = Buffer.concat([bytes.subarray(0, at), instead, bytes.subarray(at + length)]);
          }
          const found = await read(name.replace('/', '-'), bytes);
          if (found.refused !== null) expect(found.refused).toMatch(/^[A-Z].*\.$/s);
          for (const { reason } of found.rejects) expect(reason).toMatch(/[.?]$/);
        }),
        { numRuns: ROUNDS },
      );
    },
  );

  it('as a workbook whose XML is changed is read or refused in a sentence', async () => {
    const cells: WrittenCell[] = [
      '1',
      'Ada Example',
      { xml: '<c r="REF" t="b"><v>1</v></c>' },
      'Heron',
    ];
    const parts = Object.entries(
      partsOf([{ rows: [['id', 'name', 'at risk', 'code name'], cells] }], ['0000']),
    );
    const piece = fc.constantFrom(
      '',
      '<',
      '"',
      '/>',
      't="s"',
      't="e"',
      's="9"',
      '<v>',
      '</v>',
      '<c/>',
      'r="A1"',
      'hidden="1"',
      '_x0000_',
      '&#0;',
      '&x;',
      '1E999',
      '<row>',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat(parts.length - 1),
        fc.nat(2_000),
        fc.nat(12),
        piece,
        async (which, at, length, instead) => {
          const changed = parts.map(([name, content], i) => {
            const xml = String(content);
            const place = at % (xml.length + 1);
            return [
              name,
              i === which ? xml.slice(0, place) + instead + xml.slice(place + length) : xml,
            ] as const;
          });
          const found = await read('m.xlsx', zipOf(changed));
          expect(found.refused ?? '.').toMatch(/\.$/);
        },
      ),
      { numRuns: ROUNDS * 3 },
    );
  });
});
