import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { IMPORT_COLUMNS } from '#directory';
import { fixture } from '../support/importing.js';
import { read, readPath, type Reading } from '../support/reading.js';
import {
  partsOf,
  zipOf,
  type Parts,
  type WrittenCell,
  type WrittenSheet,
} from '../support/workbook.js';

const NO_RESULT = 'The formula in this cell has no result.';

/** A sheet of `id`, `name` and further columns, with one row for each list of cells. */
const list = (
  headers: readonly string[],
  ...rows: readonly (readonly WrittenCell[])[]
): WrittenSheet => ({
  name: 'Members',
  rows: [['id', 'name', ...headers], ...rows],
});

const readSheets = (sheets: readonly WrittenSheet[], formats: string[] = [], more: Reading = {}) =>
  read('members.xlsx', zipOf(Object.entries(partsOf(sheets, formats))), more);

/** The file of one good sheet with its parts changed. */
const readParts = (
  change: (parts: Parts) => Parts,
  sheet = list(['at risk', 'code name'], ['1', 'Ada Example', 'yes', 'Heron']),
) => read('members.xlsx', zipOf(Object.entries(change(partsOf([sheet])))));

const edit = (parts: Parts, name: string, from: string | RegExp, to: string): Parts => ({
  ...parts,
  [name]: String(parts[name]).replaceAll(from, to),
});

/** A list of one woman whose part with the rows begins with a declaration, by format. */
const WITH_DOCTYPE: Record<string, (doctype: string, name: string) => Buffer> = {
  xlsx: (doctype, name) => {
    const parts = partsOf([list([], ['1', 'NAME'])]);
    const sheet = 'xl/worksheets/sheet1.xml';
    return zipOf(
      Object.entries({ ...parts, [sheet]: doctype + String(parts[sheet]).replace('NAME', name) }),
    );
  },
  ods: (doctype, name) => {
    const of = (area: string) =>
      `xmlns:${area}="urn:oasis:names:tc:opendocument:xmlns:${area}:1.0"`;
    const row = (...cells: string[]) =>
      `<table:table-row>${cells.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`;
    return zipOf([
      ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
      [
        'content.xml',
        `${doctype}<office:document-content ${of('office')} ${of('table')} ${of('text')}><office:body><office:spreadsheet><table:table>${row('id', 'name')}${row('1', name)}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ],
    ]);
  },
};

const number = (value: string, style = 0): WrittenCell => ({
  xml: `<c r="REF" s="${style}"><v>${value}</v></c>`,
});

describe('a reported file', () => {
  const reported = (name: string) => readPath(fixture(`reported/${name}`));

  it.each(['space-quote2.csv', 'sq4.csv'])('%s is read as quoted', async (name) => {
    const { rejects, drafts } = await reported(name);
    expect(rejects).toEqual([]);
    expect(
      drafts.map(({ fullName, biography, education }) => ({ fullName, biography, education })),
    ).toEqual(
      name === 'sq4.csv'
        ? [
            {
              fullName: 'Plain Fourth',
              biography: { en: 'Ten years in courts, all of them in Kenya' },
              education: null,
            },
          ]
        : [
            { fullName: 'Example, Jana', biography: {}, education: null },
            {
              fullName: 'Plain Example',
              biography: { en: 'Ten years, all in Kenya' },
              education: null,
            },
          ],
    );
  });

  it('fr-errors.csv holds no name', async () => {
    const { drafts, rejects } = await reported('fr-errors.csv');
    expect(drafts).toEqual([]);
    expect(rejects.map(({ reason }) => reason)).toEqual(Array(10).fill(NO_RESULT));
  });

  it('errs.xlsx holds no name', async () => {
    const { drafts, rejects } = await reported('errs.xlsx');
    expect(drafts).toEqual([]);
    expect(rejects.filter(({ reason }) => reason === NO_RESULT).map(({ row }) => row)).toEqual([
      2, 3, 5, 6,
    ]);
    expect(rejects).toHaveLength(5);
  });

  it.each([
    ['id16.xlsx', ['1234567890123456', '1234567890123457']],
    ['bigint.jsonl', ['9007199254740992', '9007199254740993', '12345678901234567890123']],
    ['lead0.xlsx', ['00042']],
    ['ss-case.xlsx', ['SC1']],
    ['workbook2.xlsx', ['W21']],
    ['hidden.xlsx', ['HS1']],
  ])('%s keeps its numbers', async (name, numbers) => {
    const { drafts, rejects, refused } = await reported(name);
    expect({ rejects, refused, numbers: drafts.map(({ externalId }) => externalId) }).toEqual({
      rejects: [],
      refused: null,
      numbers,
    });
  });

  it.each(['twocols.csv', 'dupkey.jsonl', 'bool-true.xlsx', 'ss-atrisk.xlsx'])(
    '%s shows nobody who is at risk',
    async (name) => {
      const { drafts, rejects } = await reported(name);
      expect(drafts.filter(({ pseudonymous }) => !pseudonymous)).toEqual([]);
      expect(drafts.length + rejects.length).toBeGreaterThan(0);
    },
  );

  it('ruled.csv rules both countries out', async () => {
    expect((await reported('ruled.csv')).drafts).toMatchObject([{ ruledOut: ['ET', 'SD'] }]);
  });

  it('hidden.xlsx says that a hidden sheet is left out', async () => {
    expect((await reported('hidden.xlsx')).remarks).toEqual([
      { part: 'sheet', name: 'Old', fate: 'left out', reason: 'it is hidden' },
    ]);
  });

  it('ss-other.xlsx keeps her biography', async () => {
    expect((await reported('ss-other.xlsx')).drafts).toMatchObject([
      { biography: { en: 'Her long biography text zebrafish' } },
    ]);
  });

  it('x000d.xlsx holds line ends and no codes', async () => {
    const { drafts } = await reported('x000d.xlsx');
    expect(drafts).toMatchObject([
      { biography: { en: 'She writes _x000D_ literally. Line one\nline two.' } },
      { territories: ['KE', 'UG'] },
      { territories: ['KE'] },
    ]);
  });
});

describe('two columns of one field', () => {
  it.each(['anonymous', 'pseudonymous', 'anonyme'])(
    '%s beside at risk: the stricter counts',
    async (header) => {
      for (const [a, b] of [
        ['no', 'yes'],
        ['yes', ''],
        ['', 'yes'],
      ]) {
        const { drafts } = await read(
          'm.csv',
          `id,name,${header},at risk,code name\n1,Ada Example,${a},${b},Heron\n`,
        );
        expect(drafts).toMatchObject([{ pseudonymous: true }]);
      }
    },
  );

  it('of which one cannot be read reject the row', async () => {
    const { rejects } = await read(
      'm.csv',
      'id,name,anonymous,at risk,code name\n1,Ada Example,perhaps,no,Heron\n',
    );
    expect(rejects).toMatchObject([{ row: 2, column: 'anonymous and at risk', value: 'perhaps' }]);
  });

  it('of consent give what both name', async () => {
    const { drafts } = await read(
      'm.csv',
      'id,name,consent,consentement\n1,Ada Example,LISTED; MATCHED,LISTED\n2,Bea Example,LISTED,\n',
    );
    expect(drafts.map(({ consents }) => consents)).toEqual([['LISTED'], []]);
  });

  it.each([
    [
      'Languages',
      'langues',
      'English (C2)',
      'Swahili (native)',
      { languages: [{ code: 'en' }, { code: 'sw' }] },
    ],
    ['Countries', 'Countries', 'Kenya', 'Uganda', { territories: ['KE', 'UG'] }],
    ['Nationality', 'citizenship', 'Kenya', 'Uganda', { nationalities: ['KE', 'UG'] }],
  ])('%s and %s are joined', async (first, second, a, b, draft) => {
    const { drafts, rejects } = await read(
      'm.csv',
      `id,name,${first},${second}\n1,Ada Example,${a},${b}\n`,
    );
    expect(rejects).toEqual([]);
    expect(drafts).toMatchObject([draft]);
  });

  it.each([
    ['Country', 'Country', 'residence'],
    ['member no', 'ref', 'external_id'],
    ['years', 'years of experience', 'years'],
    ['code name', 'pseudonym', 'code_name'],
    ['biography:fr', 'bio (fr)', 'biography'],
  ])('%s and %s refuse the file', async (first, second, field) => {
    const headers = field === 'external_id' ? 'name' : 'id,name';
    const at = field === 'external_id' ? ['B', 'C'] : ['C', 'D'];
    const content = `${headers},${first},${second}\n1,2,3,4\n`;
    for (const name of ['m.csv', 'm.tsv']) {
      const text = name === 'm.csv' ? content : content.replaceAll(',', '\t');
      expect((await read(name, text)).refused).toContain(
        `${at[0]} "${first}" and ${at[1]} "${second}" both mean ${field}`,
      );
    }
  });

  it('are one where the mapping file leaves the other out', async () => {
    const mapping = { columns: { 'Country of birth': null, Land: null }, defaults: {} };
    const { drafts, remarks } = await read(
      'm.csv',
      'id,name,Countries,Land\n1,Ada Example,Kenya,Uganda\n',
      { mapping },
    );
    expect(drafts).toMatchObject([{ territories: ['KE'] }]);
    expect(remarks).toMatchObject([{ name: 'Land', fate: 'noted' }]);
  });

  describe('in a line of JSON', () => {
    const line = (more: string) =>
      read('m.jsonl', `{"id":"1","name":"Ada Example","code_name":"Heron",${more}}`);

    it.each([
      '"pseudonymous":"yes","pseudonymous":"no"',
      '"pseudonymous":false,"pseudonymous":true',
      '"anonymous":null,"at risk":true',
      '"at\\u0020risk":true,"pseudonymous":"no"',
    ])('%s: the stricter counts', async (more) => {
      expect((await line(more)).drafts).toMatchObject([{ pseudonymous: true }]);
    });

    it('are joined where there may be several', async () => {
      const { drafts } = await line('"ruled_out":["SD"],"ruled_out":["ET"],"not to":"KE"');
      expect(drafts).toMatchObject([{ ruledOut: ['ET', 'KE', 'SD'] }]);
    });

    it.each([
      ['"residence":"KE","country":"UG"', 'residence and country'],
      ['"years":3,"years":4', 'years and years'],
      ['"biography":{"fr":"Un","fr":"Deux"}', 'biography:fr and biography:fr'],
      ['"biography:fr":"Un","biography":{"fr":"Deux"}', 'biography:fr and biography:fr'],
    ])('%s rejects the row', async (more, column) => {
      expect((await line(more)).rejects).toMatchObject([
        { row: 1, column, reason: 'Two columns say this of her and differ: keep one of them.' },
      ]);
    });

    it.each([
      '"languages":[{"code":"en","code":"fr","level":"C1"}]',
      '"deployments":[{"process":"A","process":"B"}]',
    ])('%s rejects the row', async (more) => {
      const { rejects } = await line(more);
      expect(rejects).toHaveLength(1);
      expect(rejects[0]?.reason).toMatch(/twice\.$/);
    });

    it.each([
      '{"code":"fr","level":"C1"}',
      '{"name":"French","level":"C1"}',
      '{"language":"French","proficiency":"fluent"}',
      '{"label":"French (C1)"}',
    ])('a language is read as an object: %s', async (one) => {
      for (const languages of [one, `[${one}]`]) {
        const { drafts, rejects } = await line(`"languages":${languages}`);
        expect(rejects).toEqual([]);
        expect(drafts).toMatchObject([{ languages: [{ code: 'fr', level: 'C1' }] }]);
      }
    });

    it.each(['[{"x":1}]', '[["a"]]', '[{"name":"a","code":"b"}]'])(
      'rejects its row in the column where the shape is unknown, and in no other: %s',
      async (value) => {
        const known = IMPORT_COLUMNS.map(({ name }) => name).filter(
          (name) => !['external_id', 'full_name', 'code_name'].includes(name),
        );
        for (const name of known) {
          const { rejects } = await line(`"${name}":${value}`);
          expect(rejects).toMatchObject([{ row: 1, column: expect.stringContaining(name) }]);
        }
        const { drafts, remarks } = await line(`"_attachments":${value}`);
        expect([drafts.length, remarks]).toMatchObject([
          1,
          [{ name: '_attachments', fate: 'left out' }],
        ]);
      },
    );

    it.each(['m.jsonl', 'm.json'])(
      'one list of objects is refused with advice (%s)',
      async (name) => {
        const { refused } = await read(name, '[\n  {"id":"1","name":"Ada Example"}\n]\n');
        expect(refused).toContain('write each object on a line of its own');
      },
    );

    it('keep the digits that stand in the text', async () => {
      const { drafts } = await read(
        'm.jsonl',
        '{"id":0.10,"name":"A"}\n{"id":1e22,"name":"B"}\n{"id":00042,"name":"C"}',
      );
      expect(drafts.map(({ externalId }) => externalId)[0]).toBe('0.10');
    });
  });
});

describe('separated text', () => {
  const csv = (...lines: string[]) => read('m.csv', ['id,name,bio,education', ...lines].join('\n'));
  const says = (bio: string | undefined, name = 'Ada Example') => [
    { fullName: name, biography: bio === undefined ? {} : { en: bio } },
  ];

  it.each([
    ['1,Ada Example, "One, two",', 'One, two'],
    ['1,Ada Example,"One, two"  ,', 'One, two'],
    ['1,Ada Example,\t"One, two",', 'One, two'],
    ['1,Ada Example,\u00a0"One, two",', 'One, two'],
    ['\ufeff1,Ada Example,\ufeff"One, two",', 'One, two'],
    ['1,Ada Example, "One ""two"", three" ,', 'One "two", three'],
    ['1,Ada Example, "One\r\ntwo",', 'One\ntwo'],
    ['1,Ada Example,Called "Nia" by all,', 'Called "Nia" by all'],
    ['1,Ada Example,“One” two,', '“One” two'],
    ["1,Ada Example,'One' and two,", "'One' and two"],
  ])('%j is read', async (line, bio) => {
    const { drafts, rejects } = await csv(line);
    expect(rejects).toEqual([]);
    expect(drafts).toMatchObject(says(bio));
  });

  it.each([
    ['1,Ada Example,see "One, two",', 'A quotation mark stands within a cell'],
    ['1,Ada Example,6" high,', 'A quotation mark stands within a cell'],
    ['1,Ada Example,"One" two,', 'A quotation mark is opened and not closed properly.'],
    ['1,Ada Example,"One, two,', 'A quotation mark is opened and not closed properly.'],
    ['1,Ada Example,“One, two”', 'A quotation mark stands within a cell'],
    ["1,Ada Example,'One, two'", 'A quotation mark stands within a cell'],
    ['1,Ada Example,‘One, two’', 'A quotation mark stands within a cell'],
    ['1,Ada Example,»Eins, zwei«', 'A quotation mark stands within a cell'],
    ['1,Ada Example,「一, 二」', 'A quotation mark stands within a cell'],
    ['1,Ada Example,« Un, deux »', 'A quotation mark stands within a cell'],
    ['1,Ada Example,One', 'The row has 3 columns and the header 4: a cell is missing.'],
    ['1,Ada Example,One,two,three', 'The row has 5 columns and the header 4'],
  ])('%j costs its own row', async (line, reason) => {
    const { drafts, rejects } = await csv(line, '2,Bea Example,Reads on,');
    expect(rejects).toMatchObject([{ row: 2, reason: expect.stringContaining(reason) }]);
    expect(drafts).toMatchObject(says('Reads on', 'Bea Example'));
  });

  it('may mix its line ends', async () => {
    const { drafts, rejects } = await read('m.csv', 'id,name\r1,A\r\n2,B\n3,C\r');
    expect(rejects).toEqual([]);
    expect(drafts).toHaveLength(3);
  });

  it('is refused where two delimiters make equally good headers', async () => {
    const { refused } = await read('m.csv', 'id,name,x\nid;name;y\n1,A,B\n');
    expect(refused).toContain('comma or semicolon');
  });

  it.each(['utf-16le', 'utf16be'])('of %s without a mark is read', async (encoding) => {
    const bytes = Buffer.from('id,name\n1,Ada Example\n', 'utf16le');
    const { drafts } = await read('m.csv', encoding === 'utf-16le' ? bytes : bytes.swap16());
    expect(drafts).toMatchObject([{ fullName: 'Ada Example' }]);
  });

  it('names columns without a header that hold text, and rows above the header', async () => {
    const { remarks } = await read(
      'm.csv',
      'Members\n9,Early Example\nid,name,,Shoe size\n1,Ada Example,x,38\n',
    );
    expect(remarks).toEqual([
      {
        part: 'column',
        name: 'Shoe size',
        place: 'D',
        fate: 'left out',
        reason: 'its header is not understood',
      },
      { part: 'rows', name: '1', fate: 'noted', reason: 'a title above the header' },
      { part: 'rows', name: '2', fate: 'left out', reason: 'they stand above the header' },
      {
        part: 'column',
        name: '',
        place: 'C',
        fate: 'left out',
        reason: 'it has no header, and text in 1 of its cells',
      },
    ]);
  });
});

describe('separated text of a code page', () => {
  const file = (...names: string[]) =>
    Buffer.from(['id,name', ...names.map((name, i) => `${i},"${name}"`)].join('\n'), 'latin1');

  it.each([
    ['Windows-1251', '\xce\xeb\xe5\xed\xe0'],
    ['KOI8-R', '\xef\xcc\xc5\xce\xc1'],
    ['Windows-1253', '\xc5\xeb\xdd\xed\xe7'],
    ['Windows-1255', '\xf9\xec\xe5\xed'],
    ['Macintosh', 'Am\x8elie Fran\x8doise'],
    ['DOS', 'Am\x82lie Jos\x82e'],
    ['Windows-1250', 'Wa\xb3\xeasa Danuta'],
    ['ISO 8859-2', '\xa3ucja Nowak'],
  ])('is refused where it cannot be told which one it is: %s', async (_page, name) => {
    const { refused, drafts } = await read('m.csv', file('Zo\xe9 Br\xfbl\xe9', name));
    expect(refused).toContain('save it as CSV in UTF-8');
    expect(drafts).toEqual([]);
  });

  it.each([
    'Zoé Créée-Brûlé',
    'AÏCHA BÂ',
    'Inês Conceição',
    'Nº 5 María Muñoz',
    'Þóra Guðrún Sæmundsdóttir',
    'Anne–Marie O\u2019Brien',
    'Žofie Šimková',
    'Œuvré par cœur',
    '«Élan» 20 € ½',
  ])('is read where it is Windows-1252: %s', async (name) => {
    const codes: Record<string, string> = {
      '–': '\x96',
      '\u2019': '\x92',
      Ž: '\x8e',
      Š: '\x8a',
      Œ: '\x8c',
      œ: '\x9c',
      '€': '\x80',
    };
    const bytes = name.replaceAll(/[^\0-\xff]/gu, (letter) => codes[letter] ?? '?');
    const { drafts, refused } = await read('m.csv', file(bytes, 'Amélie'));
    expect(refused).toBeNull();
    expect(drafts[0]?.fullName).toBe(name);
  });
});

describe('a workbook', () => {
  describe('is a package of parts:', () => {
    const ADA = {
      refused: null,
      rejects: [],
      drafts: [{ fullName: 'Ada Example', pseudonymous: true, codeName: 'Heron' }],
    };
    const rename = (parts: Parts, from: string, to: string): Parts =>
      Object.fromEntries(
        Object.entries(parts).map(([name, text]) => [name === from ? to : name, text]),
      );
    const without = (parts: Parts, gone: string): Parts =>
      Object.fromEntries(Object.entries(parts).filter(([name]) => name !== gone));
    it('names are compared without regard to case', async () => {
      expect(
        await readParts((parts) =>
          rename(
            rename(parts, 'xl/worksheets/sheet1.xml', 'XL/Worksheets/SHEET1.XML'),
            '_rels/.rels',
            '_RELS/.rels',
          ),
        ),
      ).toMatchObject(ADA);
    });

    it.each([
      '/xl/worksheets/sheet1.xml',
      '../xl/worksheets/sheet1.xml',
      './worksheets/../worksheets/sheet1.xml',
      'worksheets\\sheet1.xml',
      'worksheets/sheet%31.xml',
    ])('a target may be written %s', async (target) => {
      expect(
        await readParts((parts) =>
          edit(parts, 'xl/_rels/workbook.xml.rels', 'worksheets/sheet1.xml', target),
        ),
      ).toMatchObject(ADA);
    });

    it('a name may hold a space', async () => {
      expect(
        await readParts((parts) =>
          rename(
            edit(
              parts,
              'xl/_rels/workbook.xml.rels',
              'worksheets/sheet1.xml',
              'My%20sheets/one.xml',
            ),
            'xl/worksheets/sheet1.xml',
            'xl/My sheets/one.xml',
          ),
        ),
      ).toMatchObject(ADA);
    });

    it('the workbook may lie anywhere', async () => {
      expect(
        await readParts((parts) => ({
          ...edit(
            Object.fromEntries(
              Object.entries(parts).map(([name, text]) => [
                name.replace(/^xl\//, 'a/b/').replace('workbook', 'book'),
                text,
              ]),
            ),
            '_rels/.rels',
            'xl/workbook.xml',
            'a/b/book.xml',
          ),
        })),
      ).toMatchObject(ADA);
    });

    it('the strict form is read, with any prefix', async () => {
      expect(
        await readParts((parts) =>
          Object.fromEntries(
            Object.entries(parts).map(([name, text]) => [
              name,
              String(text)
                .replaceAll(
                  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
                  'http://purl.oclc.org/ooxml/spreadsheetml/main',
                )
                .replaceAll(
                  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
                  'http://purl.oclc.org/ooxml/officeDocument/relationships',
                )
                .replaceAll(
                  /<(\/?)(\w)/g,
                  name.startsWith('xl/') && name.endsWith('.xml') ? '<$1q:$2' : '<$1$2',
                )
                .replaceAll('xmlns="http://purl', 'xmlns:q="http://purl')
                .replaceAll('xmlns:r=', 'xmlns:rel=')
                .replaceAll(' r:id', ' rel:id'),
            ]),
          ),
        ),
      ).toMatchObject(ADA);
    });

    it.each<[string, (parts: Parts) => Parts, string]>([
      [
        'a missing sheet',
        (parts) => without(parts, 'xl/worksheets/sheet1.xml'),
        'xl/worksheets/sheet1.xml is missing',
      ],
      [
        'a missing workbook',
        (parts) => without(parts, 'xl/workbook.xml'),
        'xl/workbook.xml is missing',
      ],
      [
        'no relationship',
        (parts) => edit(parts, 'xl/_rels/workbook.xml.rels', 'Id="rId1"', 'Id="rId7"'),
        'the sheet "Members" has no part',
      ],
      [
        'no content types',
        (parts) => without(parts, '[Content_Types].xml'),
        '[Content_Types].xml is missing',
      ],
      [
        'another root',
        (parts) => edit(parts, 'xl/worksheets/sheet1.xml', 'worksheet', 'chart'),
        'is no worksheet part',
      ],
      [
        'another namespace',
        (parts) => edit(parts, 'xl/worksheets/sheet1.xml', /xmlns="[^"]*"/g, 'xmlns="urn:x"'),
        'is no worksheet part',
      ],
      [
        'a shared text too few',
        (parts) =>
          edit(
            parts,
            'xl/worksheets/sheet1.xml',
            '<c r="C2" t="inlineStr"><is><t xml:space="preserve">yes</t></is></c>',
            '<c r="C2" t="s"><v>7</v></c>',
          ),
        'cell C2 refers to a text that is not there',
      ],
      [
        'a style too few',
        (parts) => edit(parts, 'xl/worksheets/sheet1.xml', '<c r="C2"', '<c r="C2" s="7"'),
        'cell C2 refers to a style that is not there',
      ],
      [
        'macros',
        (parts) =>
          edit(
            parts,
            '[Content_Types].xml',
            'ContentType="application/xml"',
            'ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"',
          ),
        'The workbook holds macros',
      ],
      [
        'a macro project',
        (parts) =>
          edit(
            parts,
            'xl/_rels/workbook.xml.rels',
            '</Relationships>',
            '<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
          ),
        'The workbook holds macros',
      ],
      [
        'two shared strings parts',
        (parts) =>
          edit(
            parts,
            'xl/_rels/workbook.xml.rels',
            'Id="rIdT" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"',
            'Id="rIdT" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"',
          ),
        'names two parts in one place',
      ],
      [
        'a text document',
        (parts) =>
          edit(
            parts,
            '[Content_Types].xml',
            'ContentType="application/xml"',
            'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"',
          ),
        'another kind of document',
      ],
      [
        'an OpenDocument text',
        (parts) => ({ mimetype: 'application/vnd.oasis.opendocument.text', ...parts }),
        'another kind of document',
      ],
      [
        'rows out of order',
        (parts) => edit(parts, 'xl/worksheets/sheet1.xml', '<row r="2"', '<row r="1"'),
        'row 1 follows row 1',
      ],
    ])('%s refuses it', async (_, change, sentence) => {
      const { refused, drafts } = await readParts(change);
      expect(refused).toContain(sentence);
      expect(drafts).toEqual([]);
    });

    it('two parts of one name refuse it', async () => {
      const parts = Object.entries(partsOf([list([], ['1', 'Ada Example'])]));
      const { refused } = await read(
        'm.xlsx',
        zipOf([...parts, ['XL/worksheets/Sheet1.xml', '<x/>']]),
      );
      expect(refused).toContain('two parts named XL/worksheets/Sheet1.xml');
    });

    it('a password is named', async () => {
      const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
      expect((await read('m.xlsx', compound)).refused).toContain(
        'has a password or is of the old XLS format',
      );
      const packed = zipOf(Object.entries(partsOf([list([], ['1', 'Ada Example'])])));
      for (
        let at = packed.indexOf('PK\u0001\u0002');
        at !== -1;
        at = packed.indexOf('PK\u0001\u0002', at + 4)
      ) {
        packed.writeUInt16LE(packed.readUInt16LE(at + 8) | 1, at + 8);
      }
      expect((await read('m.xlsx', packed)).refused).toContain('has a password');
    });

    it('a part whose checksum is wrong refuses it', async () => {
      const packed = zipOf(Object.entries(partsOf([list([], ['1', 'Ada Example'])])));
      const entry = packed.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
      packed.writeUInt32LE(packed.readUInt32LE(entry + 16) ^ 1, entry + 16);
      expect((await read('m.xlsx', packed)).refused).toContain('cannot be unpacked');
    });
  });

  describe('cannot fill memory or time:', () => {
    const SHEET = 'xl/worksheets/sheet1.xml';
    const before = (name: string, place: string, xml: string) => (parts: Parts) =>
      edit(parts, name, place, xml + place);
    const overlapping = Array.from(
      { length: 50 },
      (_, i) => `<mergeCell ref="A1:ZZ${1_000_000 - i}"/>`,
    );

    it.each<[string, (parts: Parts) => Parts, RegExp]>([
      [
        'a million styles of a few bytes',
        before('xl/styles.xml', '</cellXfs>', '<xf/>'.repeat(1_000_001)),
        /unpacks to an unreasonable size/,
      ],
      [
        'elements that stand in thousands of others',
        before('xl/styles.xml', '<cellXfs>', '<a>'.repeat(5_000)),
        /unpacks to an unreasonable size/,
      ],
      [
        'hundreds of sheets that are one part',
        before('xl/workbook.xml', '</sheets>', '<sheet name="a" r:id="rId1"/>'.repeat(300)),
        /too many parts/,
      ],
      [
        'merged cells that all lie over one another',
        before(SHEET, '</worksheet>', `<mergeCells>${overlapping.join('')}</mergeCells>`),
        /unpacks to an unreasonable size/,
      ],
    ])('%s refuse it', async (_, change, sentence) => {
      expect((await readParts(change)).refused).toMatch(sentence);
    });

    it.each<[string, (parts: Parts) => Parts]>([
      [
        'hidden columns that begin before the first',
        before(SHEET, '<sheetData>', '<cols><col min="-9e15" max="2" hidden="1"/></cols>'),
      ],
      ['empty cells without end', before(SHEET, '</row></sheetData>', '<c/>'.repeat(100_000))],
    ])('%s are passed over', async (_, change) => {
      const { refused, rows } = await readParts(change);
      expect(refused).toBeNull();
      expect(rows.map(({ cells }) => cells.length)).toEqual([4]);
    });

    it('parts that unpack to too much together refuse it, each being small enough', async () => {
      const parts = Object.entries(partsOf([list([], ['1', 'Ada Example'])]));
      const packed = zipOf([...parts, ['xl/a.bin', 'a'], ['xl/b.bin', 'b']]);
      for (const name of ['xl/a.bin', 'xl/b.bin']) {
        const entry = packed.lastIndexOf(name) - 46;
        packed.writeUInt32LE(1024 ** 3, entry + 20);
        packed.writeUInt32LE(3 * 1024 ** 3, entry + 24);
      }
      expect((await read('m.xlsx', packed)).refused).toContain('unpacks to an unreasonable size');
    });
  });

  it.each(['xlsx', 'ods'])(
    'of %s opens no file and no address that its XML names',
    async (format) => {
      const asked: string[] = [];
      const server = createServer(({ url = '' }, response) => {
        asked.push(url);
        response.end('Ada Example');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const entities = [
        `<!DOCTYPE x SYSTEM "${address}/dtd">`,
        `<!DOCTYPE x [<!ENTITY % all SYSTEM "${address}/parameter"> %all;]>`,
        `<!DOCTYPE x [<!ENTITY a SYSTEM "${address}/entity">]>`,
        `<!DOCTYPE x [<!ENTITY a SYSTEM "file://${fixture('english-comma.csv')}">]>`,
      ];
      try {
        for (const [i, doctype] of entities.entries()) {
          const name = i > 1 ? '&a;' : 'Ada Example';
          const { refused, rows } = await read(`m.${format}`, WITH_DOCTYPE[format]!(doctype, name));
          // A document that declares something is read without it; one that uses it is refused.
          if (i > 1) expect(refused).toContain('not valid XML');
          else expect([refused, rows.length]).toEqual([null, 1]);
        }
      } finally {
        await new Promise((resolve) => server.close(resolve));
      }
      expect(asked).toEqual([]);
    },
  );

  describe('says what its cells hold:', () => {
    const id = async (cell: WrittenCell, formats: string[] = []) => {
      const { drafts, rejects } = await readSheets([list([], [cell, 'Ada Example'])], formats);
      return rejects[0]?.reason ?? drafts[0]?.externalId;
    };

    it.each([
      ['1234567890123456', '1234567890123456'],
      ['12345678901234567890', '12345678901234567890'],
      ['1234567890123456.0', '1234567890123456'],
      ['7.0000000000000001', '7'],
      ['0.30000000000000004', '0.3'],
      ['1.234567890123456E+15', '1234567890123456'],
      ['2.54712345678E11', '254712345678'],
      ['4.50', '4.5'],
      ['-3', '-3'],
    ])('number %s is %s', async (text, shown) => {
      expect(await id(number(text))).toBe(shown);
    });

    it.each([
      ['00000', '42', '00042'],
      ['00000', '123456', '123456'],
      ['00000;-00000;0', '42', '00042'],
      ['00000;@', '42', '00042'],
      ['[$-409]00000_)', '42', '00042'],
      ['"M-"0000', '42', 'M-0042'],
      ['\\M0', '42', 'M42'],
      ['000-000', '1234', '001-234'],
      ['00\\-00', '7', '00-07'],
      ['[Red]0000', '7', '0007'],
      ['[<=999]000;0000', '12', '012'],
      ['[<=999]000;00000', '1200', '01200'],
      ['#,##0', '1000', '1000'],
      ['0%', '12', '12'],
      ['0.00', '12', '12'],
      ['Standard', '42', '42'],
      ['General', '42', '42'],
      ['Estándar', '42', '42'],
      ['@', '42', '42'],
      [';;;', '42', '42'],
      ['[$€-407]000', '42', '42'],
    ])('format %s shows %s as %s', async (format, text, shown) => {
      expect(await id(number(text, 1), [format])).toBe(shown);
    });

    it('a number of years is a number, whatever is shown with it', async () => {
      const { drafts } = await readSheets(
        [list(['years'], ['1', 'Ada Example', number('12', 1)])],
        ['00" years"'],
      );
      expect(drafts).toMatchObject([{ years: 12 }]);
    });

    it.each([
      'dd/mm/yyyy',
      'DD.MM.YYYY;@',
      '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
      'yyyy"年"m"月"d"日"',
      'd mmm yy h:mm AM/PM',
    ])('format %s shows a date', async (format) => {
      const { drafts } = await readSheets(
        [list(['joined'], ['1', 'Ada Example', number('43831.75', 1)])],
        [format],
      );
      expect(drafts).toMatchObject([{ memberSince: '2020-01-01' }]);
    });

    it.each(['60', '0', '-5', '99999999', 'x'])('%s is no date', async (serial) => {
      const { rejects } = await readSheets(
        [list(['joined'], ['1', 'Ada Example', number(serial, 1)])],
        ['dd/mm/yyyy'],
      );
      expect(rejects).toMatchObject([{ row: 2, column: 'joined' }]);
    });

    it.each([
      [
        '<c r="REF" t="inlineStr"><is><r><t>Ada </t></r><r><rPr><b/></rPr><t xml:space="preserve">Exam</t></r><r><t>ple</t></r><rPh sb="0" eb="1"><t>eda</t></rPh></is></c>',
        'Ada Example',
      ],
      [
        '<c r="REF" t="inlineStr"><is><t>Ada_x0020_Example_x005F_x000D_</t></is></c>',
        'Ada Example_x000D_',
      ],
      ['<c r="REF" t="str"><f>A1</f><v>Ada_x0020_Example</v></c>', 'Ada Example'],
      ['<c r="REF" t="inlineStr"><is><t><![CDATA[Ada <Example>]]></t></is></c>', 'Ada <Example>'],
    ])('%s', async (xml, name) => {
      const { drafts } = await readSheets([list([], ['1', { xml }])]);
      expect(drafts).toMatchObject([{ fullName: name }]);
    });

    it.each([
      ['<c r="REF" t="e"><f>1/0</f><v>#DIV/0!</v></c>', NO_RESULT],
      ['<c r="REF" t="e"><v>whatever</v></c>', NO_RESULT],
      ['<c r="REF"><f>A1</f><v></v></c>', NO_RESULT],
      ['<c r="REF"><f>A1</f></c>', NO_RESULT],
      ['<c r="REF" t="b"><v>maybe</v></c>', 'The cell is neither true nor false.'],
      ['<c r="REF" t="b"/>', 'The cell is neither true nor false.'],
      ['<c r="REF" t="x"><v>1</v></c>', 'The cell is of a kind that is not known.'],
      ['<c r="REF"><v>yes</v></c>', 'The cell holds no number where one should be.'],
    ])('%s in a safety column rejects the row', async (xml, reason) => {
      const { rejects, drafts } = await readSheets([
        list(['at risk', 'code name'], ['1', 'Ada Example', { xml }, 'Heron']),
      ]);
      expect(drafts).toEqual([]);
      expect(rejects).toMatchObject([{ row: 2, column: 'at risk', reason }]);
    });

    it.each([
      ['1', true],
      ['true', true],
      ['TRUE', true],
      ['0', false],
      ['false', false],
    ])('boolean %s is %s', async (value, pseudonymous) => {
      const cell = { xml: `<c r="REF" t="b"><v>${value}</v></c>` };
      const { drafts } = await readSheets([
        list(['at risk', 'code name'], ['1', 'Ada Example', cell, 'Heron']),
      ]);
      expect(drafts).toMatchObject([{ pseudonymous }]);
    });
  });

  describe('of several sheets', () => {
    const other = { ...list([], ['9', 'Old Example']), name: 'Old' };
    const members = list([], ['1', 'Ada Example']);

    it.each(['hidden', 'veryHidden'] as const)('leaves a %s one out and says so', async (state) => {
      const { drafts, remarks } = await readSheets([{ ...other, state }, members]);
      expect(drafts).toMatchObject([{ fullName: 'Ada Example' }]);
      expect(remarks).toMatchObject([
        { part: 'sheet', name: 'Old', fate: 'left out', reason: 'it is hidden' },
      ]);
    });

    it('that look like lists is refused, until one is named', async () => {
      expect((await readSheets([other, members])).refused).toContain(
        'The sheets "Old" and "Members" look like lists',
      );
      const { drafts, remarks } = await readSheets([other, members], [], { sheet: 'Members' });
      expect(drafts).toMatchObject([{ fullName: 'Ada Example' }]);
      expect(remarks).toMatchObject([{ part: 'sheet', name: 'Old', fate: 'left out' }]);
    });

    it('of which only a hidden one is a list is refused', async () => {
      const { refused } = await readSheets([
        { ...members, state: 'hidden' },
        { name: 'Read me', rows: [['Hello']] },
      ]);
      expect(refused).toContain('Only the hidden sheet "Members" looks like a list');
    });

    it('names a remark sheet, and no empty one', async () => {
      const { remarks } = await readSheets([
        { name: 'Read me', rows: [['Hello']] },
        members,
        { name: 'Sheet3', rows: [] },
      ]);
      expect(remarks).toMatchObject([{ name: 'Read me', reason: 'it has no header' }]);
    });
  });

  describe('with a line through some of it', () => {
    const STRUCK = /^This is struck out/;
    const inStyle = (text: string, style: number): WrittenCell => ({
      xml: `<c r="REF" t="inlineStr" s="${style}"><is><t>${text}</t></is></c>`,
    });
    const runs = (...pieces: [text: string, format: string][]) =>
      pieces.map(([text, format]) => `<r><rPr>${format}</rPr><t>${text}</t></r>`).join('');
    const inRuns = (...pieces: [text: string, format: string][]): WrittenCell => ({
      xml: `<c r="REF" t="inlineStr"><is>${runs(...pieces)}</is></c>`,
    });
    /** Style 1 has the line, style 2 says that it has none. */
    const withFonts = (sheet: WrittenSheet, texts = '') =>
      readParts((parts) => {
        const fonts =
          '<fonts><font/><font><b/><strike/></font><font><strike val="0"/></font></fonts><cellXfs>';
        const used = '<xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/></cellXfs>';
        const differential = '<dxfs><dxf><font><strike/></font></dxf></dxfs>';
        const styles = edit(parts, 'xl/styles.xml', '<cellXfs>', fonts);
        const strings = edit(
          edit(styles, 'xl/styles.xml', '</cellXfs>', used + differential),
          'xl/sharedStrings.xml',
          '/>',
          `>${texts}</sst>`,
        );
        return strings;
      }, sheet);

    it('a value rejects its row', async () => {
      const shared: WrittenCell = { xml: '<c r="REF" t="s"><v>1</v></c>' };
      const { drafts, rejects } = await withFonts(
        list(
          ['residence', 'years'],
          ['1', 'Ada Example', inStyle('KE', 1), '4'],
          ['2', 'Bea Example', inStyle('KE', 2), inStyle('', 1)],
          ['3', 'Cleo Example', inRuns(['KE', '<strike/>'], ['UG', '']), '4'],
          ['4', 'Dina Example', inRuns(['K', '<strike val="false"/>'], ['E', '<b/>']), '4'],
          ['5', 'Eva Example', shared, '4'],
          ['6', 'Fay Example', 'KE', { xml: '<c r="REF" s="1"><v>4</v></c>' }],
          ['7', 'Gia Example', inRuns(['KE', ''], [' ', '<strike/>']), '4'],
          ['8', 'Hana Example', { xml: '<c r="REF" t="s"><v>0</v></c>' }, '4'],
          ['9', 'I\u0336d\u0336a\u0336', 'KE', '~~4~~'],
        ),
        `<si><t>UG</t></si><si>${runs(['U', ''], ['G', '<strike/>'])}</si>`,
      );
      expect(drafts.map(({ externalId, residence }) => [externalId, residence])).toEqual([
        ['2', 'KE'],
        ['4', 'KE'],
        ['7', 'KE'],
        ['8', 'UG'],
      ]);
      expect(rejects.map(({ row, column }) => `${row} ${column}`)).toEqual([
        '2 residence',
        '4 residence',
        '6 residence',
        '7 years',
        '10 name',
        '10 years',
      ]);
      for (const { reason } of rejects) expect(reason).toMatch(STRUCK);
    });

    it('a whole row is left out and named, and so is a column whose header has it', async () => {
      const header = [
        'id',
        'name',
        inStyle('residence', 1),
        inStyle('at risk', 1),
        'code name',
        'colour',
      ];
      const { drafts, remarks, rejects } = await withFonts({
        rows: [
          header,
          ['1', 'Ada Example', 'KE', 'yes', 'Heron', 'blue'],
          [inStyle('2', 1), inStyle('Bea Example', 1), 'UG', null, null, 'red'],
        ],
      });
      expect(rejects).toEqual([]);
      expect(drafts).toMatchObject([{ externalId: '1', pseudonymous: true, residence: null }]);
      expect(remarks).toMatchObject([
        { place: 'C', fate: 'left out', reason: 'its header is struck out' },
        { place: 'D', fate: 'noted' },
        { place: 'F', fate: 'left out' },
        { part: 'rows', name: '3', fate: 'left out', reason: 'they are struck out' },
      ]);
    });
  });

  describe('with something hidden or merged', () => {
    it('a safety column counts and is named, another is left out and named', async () => {
      const { drafts, remarks } = await readSheets([
        {
          ...list(
            ['at risk', 'code name', 'education'],
            ['1', 'Ada Example', 'yes', 'Heron', 'Law'],
          ),
          before: '<cols><col min="3" max="5" hidden="1"/></cols>',
        },
      ]);
      expect(drafts).toMatchObject([{ pseudonymous: true, codeName: 'Heron', education: null }]);
      expect(remarks).toMatchObject([
        { place: 'C', name: 'at risk', fate: 'noted' },
        { place: 'D', name: 'code name', fate: 'noted' },
        { place: 'E', name: 'education', fate: 'left out' },
      ]);
    });

    it('hidden rows are left out and named', async () => {
      const { drafts, remarks } = await readSheets([
        {
          ...list([], ['1', 'A'], ['2', 'B'], ['3', 'C'], ['4', 'D']),
          rowAttributes: { 3: 'hidden="1"', 4: 'hidden="true"' },
        },
      ]);
      expect(drafts.map(({ externalId }) => externalId)).toEqual(['1', '4']);
      expect(remarks).toMatchObject([{ part: 'rows', name: '3-4', fate: 'left out' }]);
    });

    it.each([
      ['C2:D2', [2]],
      ['E2:F3', []],
      ['A1:F1', []],
    ])(
      'merged cells %s over columns that say different things reject the rows %j',
      async (ref, rows) => {
        const { rejects } = await readSheets([
          {
            ...list(
              ['at risk', 'code name', 'x', 'y'],
              ['1', 'Ada Example', 'yes', 'Heron'],
              ['2', 'Bea Example', null, 'Ibis'],
            ),
            behind: `<mergeCells><mergeCell ref="${ref}"/></mergeCells>`,
          },
        ]);
        expect(rejects.map(({ row }) => row)).toEqual(rows);
        for (const { reason } of rejects) expect(reason).toContain(`The cells ${ref} are merged`);
      },
    );
  });
});
