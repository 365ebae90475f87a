import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ColumnMap, openRows, type Mapping } from '#directory';
import { fixture, openImportBench, type ImportBench } from '../support/importing.js';
import { read, readPath } from '../support/reading.js';
import { partsOf, zipOf, type WrittenCell, type WrittenSheet } from '../support/workbook.js';

const workbook = (sheets: readonly WrittenSheet[]) => zipOf(Object.entries(partsOf(sheets)));
/** Rows of a workbook of one sheet, with merged cells. */
const oneSheet = (rows: readonly (readonly WrittenCell[])[], merged: readonly string[] = []) => {
  const cells = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const behind = cells === '' ? '' : `<mergeCells>${cells}</mergeCells>`;
  return read('m.xlsx', workbook([{ name: 'Members', rows, behind }]));
};

describe('the shape of a list', () => {
  it('may have a header in two rows, the first of which groups columns', async () => {
    const { drafts, remarks } = await oneSheet(
      [
        ['No', 'Name', 'Languages', null, null, 'Topics', null, 'Contact', null],
        [null, null, 'English', 'French', 'Swahili', 'Elections', 'DDR', 'E-mail', 'Phone'],
        ['1', 'Ada Example', 'C2', null, 'native', 'X', null, 'ada@example.org', null],
        ['2', 'Bea Example', null, 'courant', 'no', null, '✓', null, '+254 700 000000'],
      ],
      ['A1:A2', 'B1:B2', 'C1:E1', 'F1:G1', 'H1:I1'],
    );
    expect(remarks).toEqual([]);
    expect(drafts).toMatchObject([
      {
        fullName: 'Ada Example',
        languages: [
          { code: 'en', level: 'C2' },
          { code: 'sw', level: 'native' },
        ],
        expertise: [{ code: 'governance.elections' }],
        contact: { email: 'ada@example.org', telephone: null },
      },
      {
        languages: [{ code: 'fr', level: 'C1' }],
        expertise: [{ code: 'security.disarmament-demobilisation-and-reintegration' }],
        contact: { email: null, telephone: '+254 700 000000' },
      },
    ]);
  });

  it('may have a column of languages and one of their levels under one group, with a row for each', async () => {
    const { drafts, rejects, remarks } = await oneSheet(
      [
        ['N°', 'Nom', 'Langues', null, 'Compétences', null],
        [null, null, 'Langue', 'Niveau', 'Domaine', 'Niveau'],
        ['1', 'Ada Example', 'Français', 'courant', 'Élections', 'expert'],
        ['2', 'Bea Example', 'Bambara', 'maternelle', 'DDR', null],
      ],
      ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'],
    );
    expect([rejects, remarks]).toEqual([[], []]);
    expect(drafts).toMatchObject([
      { languages: [{ code: 'fr', level: 'C1' }], expertise: [{ level: 3 }] },
      { languages: [{ code: 'bm', level: 'native' }], expertise: [{ level: 2 }] },
    ]);
  });

  it('has a level beside languages and one beside topics, whatever both are called', async () => {
    const { drafts, rejects } = await read(
      'm.csv',
      'No;Nom;Langues;Niveau;Domaines;Niveau\n1;Ada Example;Français;courant;Élections;expert\n',
    );
    expect(rejects).toEqual([]);
    expect(drafts).toMatchObject([
      { languages: [{ code: 'fr', level: 'C1' }], expertise: [{ level: 3 }] },
    ]);
  });

  it('does not take the first woman for a second row of the header', async () => {
    const { drafts } = await read(
      'm.csv',
      'No,Name,Languages,,Topics\n1,Ada Example,English (C1),,Elections\n',
    );
    expect(drafts).toHaveLength(1);
  });

  it.each(['X', 'x', '✓', '✔', '1', 'yes', 'oui', 'Sí', 'نعم'])(
    'may have a column for each language and topic, marked %s',
    async (mark) => {
      const { drafts } = await read(
        'm.csv',
        `No,Name,English,French,Elections,Shoe size\n1,Ada Example,${mark},,${mark},38\n2,Bea Example,,${mark},,39\n`,
        { mapping: { columns: {}, defaults: { language_level: 'B2' } } },
      );
      expect(drafts).toMatchObject([
        { languages: [{ code: 'en', level: 'B2' }], expertise: [{ code: 'governance.elections' }] },
        { languages: [{ code: 'fr', level: 'B2' }], expertise: [] },
      ]);
    },
  );

  it('does not take a column of ratings or of genders for marks', async () => {
    const { drafts, remarks } = await read(
      'm.csv',
      'No,Name,English,Gender\n1,Ada Example,5,Female\n2,Bea Example,3,Female\n',
    );
    expect(drafts.map(({ languages, expertise }) => [languages, expertise])).toEqual([
      [[], []],
      [[], []],
    ]);
    expect(remarks).toMatchObject([
      { place: 'C', fate: 'left out' },
      { place: 'D', fate: 'left out' },
    ]);
  });

  it('says in the mapping what a mark in a column means', async () => {
    const mapping: Mapping = {
      columns: { Votes: 'expertise:Elections' },
      defaults: {},
    };
    const { drafts } = await read('m.csv', 'No,Name,Votes\n1,Ada Example,x\n2,Bea Example,\n', {
      mapping,
    });
    expect(drafts).toMatchObject([
      { expertise: [{ code: 'governance.elections' }] },
      { expertise: [] },
    ]);
  });

  it.each([
    ['Prénom;Nom', 'Aïcha;TRAORÉ', 'Aïcha TRAORÉ'],
    ['Nom;Prénom', 'TRAORÉ;Aïcha', 'Aïcha TRAORÉ'],
    ['Nombre;Apellidos', 'María;Ríos Gil', 'María Ríos Gil'],
    ['First name;Surname', 'Ada;Example', 'Ada Example'],
    ['Nome próprio;Apelido', 'Graça;Tivane', 'Graça Tivane'],
    ['الاسم الأول;اسم العائلة', 'سلمى;عبد الله', 'سلمى عبد الله'],
    ['Jina la kwanza;Jina la ukoo', 'Asha;Juma', 'Asha Juma'],
  ])('may have first and last name apart: %s', async (header, names, fullName) => {
    const { drafts } = await read('m.csv', `Id;${header}\n1;${names}\n`);
    expect(drafts).toMatchObject([{ fullName }]);
  });

  it('fills merged cells down their rows', async () => {
    const { drafts } = await oneSheet(
      [
        ['No', 'Name', 'Country', 'Languages'],
        ['1', 'Ada Example', 'Kenya', 'English (C1)'],
        ['2', 'Bea Example', null, 'Swahili (native)'],
        ['3', 'Cleo Example', 'Uganda', 'English (C1)'],
      ],
      ['C2:C3'],
    );
    expect(drafts.map(({ residence }) => residence)).toEqual(['KE', 'KE', 'UG']);
  });

  it('leaves titles within the list out, numbers alone, and headers that come again', async () => {
    const { drafts, rejects, remarks } = await oneSheet(
      [
        ['No', 'Name', 'Country'],
        ['Western Africa', null, null],
        ['1', 'Ada Example', 'Mali'],
        ['No', 'Name', 'Country'],
        ['Eastern Africa', null, null],
        ['2', 'Bea Example', 'Kenya'],
        ['3', null, null],
      ],
      ['A5:C5'],
    );
    expect(drafts.map(({ externalId }) => externalId)).toEqual(['1', '2']);
    expect(rejects).toEqual([]);
    expect(remarks).toEqual([
      { part: 'rows', name: '2, 5', fate: 'left out', reason: 'they are titles within the list' },
      { part: 'rows', name: '4', fate: 'noted', reason: 'they repeat the header' },
      {
        part: 'rows',
        name: '7',
        fate: 'noted',
        reason: 'they hold a number and nothing else',
      },
    ]);
  });

  describe('has titles within the list', () => {
    const rows: readonly (readonly WrittenCell[])[] = [
      ['No', 'Name', 'Topics'],
      ['1', 'Ada Example', 'Elections'],
      ['MALI', null, null],
      ['2', 'Bea Example', 'Elections'],
      ['Côte d’Ivoire', null, null],
      ['3', 'Cleo Example', 'Elections'],
      ['4', 'Dina Example', 'Elections'],
    ];
    const titled = async (columns: Mapping['columns']) => {
      const book = workbook([{ name: 'Members', rows }]);
      const { drafts, rejects, remarks } = await read('m.xlsx', book, {
        mapping: { columns, defaults: {} },
      });
      expect(rejects).toEqual([]);
      return { where: drafts.map(({ residence }) => residence), remarks };
    };
    const TITLES = {
      part: 'rows',
      name: '3, 5',
      reason: 'they are titles within the list',
    } as const;

    it('of which nobody has said what they are: countries are left out and named', async () => {
      const { where, remarks } = await titled({});
      expect(where).toEqual([null, null, null, null]);
      expect(remarks).toMatchObject([
        { ...TITLES, fate: 'left out' },
        { part: 'column', name: 'Section title', fate: 'left out' },
      ]);
    });

    it('that are read as what somebody says they are, for each woman below them', async () => {
      const { where, remarks } = await titled({ 'Section title': 'residence' });
      expect(where).toEqual([null, 'ML', 'CI', 'CI']);
      expect(remarks).toEqual([{ ...TITLES, fate: 'noted' }]);
    });

    it('that are left out where somebody says so', async () => {
      const { where, remarks } = await titled({ 'Section title': null });
      expect(where).toEqual([null, null, null, null]);
      expect(remarks).toEqual([{ ...TITLES, fate: 'noted' }]);
    });
  });

  it.each(['Contact ID', 'Namba', '#', 'N°', 'Número de miembro', 'رقم العضوية'])(
    'has numbers under %s',
    async (header) => {
      const { drafts } = await read('m.csv', `${header};Full name\n7;Ada Example\n`);
      expect(drafts.map(({ externalId }) => externalId)).toEqual(['7']);
    },
  );

  it.each([
    ['a column of levels', 'Topics;Expertise level', 'Elections;familiar', {}],
    ['a level said for all rows', 'Topics', 'Elections', { expertise_level: 'familiar' }],
    ['counted columns', 'Expertise 1;Expertise level 1;Expertise 2', 'Elections;familiar;DDR', {}],
  ])('has levels of expertise in %s', async (_, header, cells, defaults) => {
    const { drafts, rejects } = await read('m.csv', `No;Name;${header}\n1;Ada Example;${cells}\n`, {
      mapping: { columns: {}, defaults },
    });
    expect(rejects).toEqual([]);
    expect(drafts[0]?.expertise).toContainEqual({ code: 'governance.elections', level: 1 });
  });

  it('reads the same topics by the level of each row, and keeps a level that stands beside a topic', async () => {
    const { drafts, rejects } = await read(
      'm.csv',
      [
        'No;Name;Topics;Level of expertise',
        '1;Ada Example;"Elections; DDR (expert)";familiar',
        '2;Bea Example;"Elections; DDR (expert)";',
        '3;Cleo Example;Elections;7',
      ].join('\n'),
    );
    const levels = drafts.map(({ expertise }) => expertise?.map(({ level }) => level));
    expect(levels).toEqual([
      [1, 3],
      [2, 3],
    ]);
    expect(rejects).toMatchObject([{ row: 4, column: 'Level of expertise', value: '7' }]);
  });

  it('finds the columns of a form by its questions', async () => {
    const { rows, remarks } = await read(
      'm.csv',
      [
        'ID;Start time;Completion time;Email;Name;1. Quel est votre nom complet ? (obligatoire);2. Quelle est votre nationalité ?;3. Quelles langues parlez-vous ? (cochez tout);4. Votre organisation préférée ?',
        '1;2026-01-01;2026-01-01;anonymous;;Aïcha Traoré;Mali;Français (C1);x',
      ].join('\n'),
    );
    const fields = rows[0]?.cells.map(({ column }) => column?.field);
    // The account is "anonymous", which is nobody's address.
    expect(fields).toEqual(['external_id', 'full_name', 'nationality', 'languages']);
    expect(remarks.map(({ place, reason }) => [place, reason])).toEqual([
      ['B', 'its header is not understood'],
      ['C', 'its header is not understood'],
      ['D', 'nobody was signed in when the form was sent, so it names no one'],
      ['E', 'it holds the account with which the form was sent, and a question asks for the same'],
      ['I', 'its header is not understood'],
    ]);
  });

  it.each([
    ['Languages you speak', 'languages'],
    ['Countries you know', 'territories'],
    ['Vos langues parlées, vous maîtrisez', 'languages'],
    ['Idiomas que usted habla', 'languages'],
    ['Organisations you know', undefined],
    ['Languages you want to learn', undefined],
  ])('finds a column that speaks to her without a question mark: %s', async (header, field) => {
    const { rows } = await read('m.csv', `ID;Name;"${header}"\n1;Ada Example;x\n`);
    expect(rows[0]?.cells[2]?.column?.field).toBe(field);
  });

  it('reads what Kobo writes: groups before a question, and a column for each choice', async () => {
    const { drafts } = await read(
      'm.csv',
      '_id,person/full_name,skills/languages/english,skills/languages/french,skills/expertise/elections\n11,Ada Example,1,0,1\n12,Bea Example,0,1,0\n',
      { mapping: { columns: {}, defaults: { language_level: 'C1' } } },
    );
    expect(drafts).toMatchObject([
      { externalId: '11', languages: [{ code: 'en' }], expertise: [{}] },
      { externalId: '12', languages: [{ code: 'fr' }], expertise: [] },
    ]);
  });

  it('is understood by its values where the header says nothing', async () => {
    const { drafts, remarks } = await read(
      'm.csv',
      'No,Name,Kontakt,Kompetenz\n1,A B,a@example.org,Elections\n2,C D,c@example.org,Elections\n3,E F,e@example.org,Elections\n',
    );
    expect(drafts).toMatchObject([
      { contact: { email: 'a@example.org' }, expertise: [{ code: 'governance.elections' }] },
      {},
      {},
    ]);
    expect(remarks).toMatchObject([
      { place: 'C', fate: 'noted' },
      { place: 'D', fate: 'noted' },
    ]);
  });

  it('says which row looks like a header where none is one', async () => {
    const { refused } = await read(
      'm.csv',
      'Our list\nCountry,Languages,Shoe size\nKenya,English,38\n',
    );
    expect(refused).toContain('Row 2 looks most like one: 2 of its columns are understood');
  });

  it('puts an unquoted list together where that can be in one place only', async () => {
    const { drafts, rejects } = await read(
      'm.csv',
      'No;Name;Country;Languages;Topics\n1;Ada Example;Kenya;English (C1); French (B1);Elections\n2;Bea Example;Kenya;English (C1);Elections;x\n',
    );
    expect(drafts).toMatchObject([
      { externalId: '1', languages: [{ code: 'en' }, { code: 'fr' }] },
    ]);
    expect(rejects).toMatchObject([{ row: 3, reason: expect.stringContaining('6 columns') }]);
  });

  it('tells no column by rows that are shifted', async () => {
    const { drafts, rejects } = await read(
      'm.csv',
      'No;Name;Languages;Experience\n1;Ada Example;English (C1); French (B1);8 years\n2;Bea Example;English (C1);5\n',
    );
    expect(rejects).toEqual([]);
    expect(drafts.map(({ years }) => years)).toEqual([8, 5]);
  });

  it('reads a spreadsheet of OpenDocument like any other', async () => {
    const { drafts, remarks } = await readPath(fixture('lists/09-simple.ods'));
    expect(remarks).toEqual([]);
    expect(drafts).toMatchObject([
      { externalId: 'U1', nationalities: ['SL'], residence: 'SL', years: 18 },
      { externalId: 'U2', fullName: 'Étienne-Rose Mbarga' },
      { externalId: 'U3', fullName: 'Þóra Jónsdóttir' },
    ]);
  });
});

describe('separated text in a code page', () => {
  it.each([
    ['windows-1252', 'id;name;country\n1;Aïssatou Née;Sénégal\n', 'Aïssatou Née', 'Windows-1252'],
    ['windows-1256', 'id;name;country\n1;فاطمة محمد;ليبيا\n', 'فاطمة محمد', 'Windows-1256'],
    ['macintosh', 'id;name;country\n1;Aïssatou Née;Sénégal\n', 'Aïssatou Née', 'MacRoman'],
  ])('is told by its words: %s', async (page, text, fullName, name) => {
    const { drafts, remarks } = await read('m.csv', encoded(text, page));
    expect(drafts).toMatchObject([{ fullName }]);
    expect(remarks).toMatchObject([{ part: 'file', name, fate: 'noted' }]);
    expect(remarks[0]?.reason).toContain(fullName.split(' ')[0]);
  });
});

/** A text in a code page of single bytes. */
function encoded(text: string, page: string): Buffer {
  const decoder = new TextDecoder(page);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, i) => [decoder.decode(Uint8Array.of(i)), i] as const),
  );
  return Buffer.from(Array.from(text, (letter) => bytes.get(letter) ?? 0x3f));
}

describe('an import', () => {
  let bench: ImportBench;

  beforeAll(async () => {
    bench = await openImportBench('acacia', 'baobab', 'cedar', 'date');
  });

  afterAll(() => bench.drop());

  const importText = async (
    network: string,
    text: string | Buffer,
    {
      name = 'm.csv',
      sheets: wanted = [],
      mapping = { columns: {}, defaults: {} },
    }: { name?: string; sheets?: readonly string[]; mapping?: Mapping } = {},
  ) => {
    const folder = await mkdtemp(join(tmpdir(), 'baraza-shapes-'));
    try {
      const path = join(folder, name);
      await writeFile(path, text);
      const columns = new ColumnMap(mapping);
      const rows = await openRows(path, columns, { sheets: wanted });
      return await bench.rows(network, rows, { columns });
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  describe('of a list with several rows for a woman', () => {
    it('puts them together, wherever they stand', async () => {
      const { created, rejected, remarks } = await importText(
        'acacia',
        [
          'No,Name,Country,Language,Level,Topics,Expertise level,Consent',
          '1,Ada Example,Kenya,English,C2,Elections,expert,LISTED',
          '2,Bea Example,Uganda,French,B1,Elections,,LISTED',
          '1,Ada Example,,Swahili,native,DDR,familiar,',
          ',,,Arabic,B1,,,',
        ].join('\n'),
      );
      expect({ created, rejected }).toEqual({ created: 2, rejected: 0 });
      expect(remarks).toMatchObject([
        { name: '5', reason: expect.stringContaining('say more about the woman') },
        { name: '2, 4-5', reason: expect.stringContaining('were put together') },
      ]);
      const [ada] = await bench.database.query(
        `SELECT asserted -> 'languages' AS languages, asserted -> 'expertise' AS topics
         FROM affiliation a JOIN network n ON n.id = network_id WHERE slug = 'acacia' AND external_id = '1'`,
      );
      expect(ada).toEqual({
        languages: [
          { code: 'ar', level: 'B1' },
          { code: 'en', level: 'C2' },
          { code: 'sw', level: 'native' },
        ],
        topics: [
          { code: 'governance.elections', level: 3 },
          { code: 'security.disarmament-demobilisation-and-reintegration', level: 1 },
        ],
      });
    });

    it('takes rows that differ for several women, and none of them', async () => {
      const { created, rejects } = await importText(
        'acacia',
        'No,Name,Country\n9,Eve Example,Kenya\n9,Ada Other,Kenya\n',
      );
      expect(created).toBe(0);
      expect(rejects.map(({ row, reason }) => [row, reason])).toEqual([
        [2, expect.stringContaining('stands in rows 2 and 3')],
        [3, expect.stringContaining('stands in rows 2 and 3')],
      ]);
    });

    it('imports nothing of her where one of them is wrong', async () => {
      const { created, rejected, rejects } = await importText(
        'acacia',
        'No,Name,Languages\n8,Eve Example,English (C1)\n8,Eve Example,Klingonish (C1)\n',
      );
      expect({ created, rejected }).toEqual({ created: 0, rejected: 2 });
      expect(rejects).toMatchObject([
        { row: 2, reason: expect.stringContaining('Another row about this woman') },
        { row: 3, value: 'Klingonish (C1)' },
      ]);
    });
  });

  describe('of a list without numbers', () => {
    const LIST = [
      'Name,Country,Languages,Countries of expertise,Areas of expertise,E-mail',
      'Leila Trabelsi,Tunisia,Arabic (native),Libya,Elections,leila@example.org',
      'Inès Gharbi,Tunisia,Arabic (native),Tunisia,Elections,',
    ].join('\n');

    it('makes numbers, and finds each woman again by hers', async () => {
      const first = await importText('baobab', LIST);
      expect(first).toMatchObject({ created: 2, rejected: 0 });
      const numbers = [...(await bench.ids('baobab')).keys()];
      for (const number of numbers) expect(number).toMatch(/^made-[0-9a-z]{16}$/);
      const again = await importText('baobab', LIST.replace('Leila Trabelsi', 'TRABELSI Leïla'));
      expect(again).toMatchObject({ created: 0, updated: 1, rejected: 0 });
      await importText('baobab', LIST);
      const same = await importText('baobab', LIST);
      expect(same).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    });

    it('makes other numbers in another network', async () => {
      await importText('cedar', LIST);
      const [one, other] = [await bench.ids('baobab'), await bench.ids('cedar')];
      expect([...one.keys()].filter((number) => other.has(number))).toEqual([]);
    });

    it('asks about a name that is spelt in another way, and doubles nobody', async () => {
      const { created, rejects } = await importText('baobab', LIST.replace('Gharbi', 'Gharby'));
      expect(created).toBe(0);
      const [known] = (await bench.ids('baobab')).keys();
      expect(known).toBeDefined();
      expect(rejects).toMatchObject([
        {
          row: 3,
          column: 'full_name',
          reason: expect.stringMatching(/write made-[0-9a-z]{16} in a column external_id/),
        },
      ]);
      expect((await bench.ids('baobab')).size).toBe(2);
    });

    it('does not ask about two women of one file whose names are close', async () => {
      const { created } = await importText(
        'date',
        'Name,Country,Languages\nAna Costa,Angola,English (C1)\nAna Costas,Angola,English (C1)\n',
      );
      expect(created).toBe(2);
    });
  });

  describe('of several sheets', () => {
    const book = workbook(
      ['Kenya', 'Uganda'].map((name, i) => ({
        name,
        rows: [
          ['No', 'Name', 'Country'],
          [`${name}-1`, 'Ada Example', name],
          [`${name}-2`, 'Bea Example', i === 0 ? 'Atlantis' : name],
        ],
      })),
    );

    it('reads all where she says so, and names the sheet of what is rejected', async () => {
      const { created, rejects } = await importText('date', book, {
        name: 'm.xlsx',
        sheets: ['all'],
      });
      expect(created).toBe(3);
      expect(rejects).toMatchObject([{ sheet: 'Kenya', row: 3, value: 'Atlantis' }]);
    });

    describe('with the country in their names only', () => {
      const named = workbook(
        ['Kenya', 'Uganda'].map((name) => ({
          name,
          rows: [
            ['No', 'Name', 'Languages'],
            [`S-${name}-1`, 'Ada Example', 'English (C1)'],
          ],
        })),
      );
      const readAll = async (columns: Mapping['columns'], list = named) =>
        importText('date', list, {
          name: 'm.xlsx',
          sheets: ['all'],
          mapping: { columns, defaults: {} },
        });

      it('says that the names are not read', async () => {
        const { created, remarks } = await readAll({});
        expect(created).toBe(2);
        expect(remarks).toMatchObject([{ part: 'column', name: 'Sheet name', fate: 'left out' }]);
        const { remarks: told } = await readAll({ 'Sheet name': null });
        expect(told).toMatchObject([{ name: 'Sheet name', fate: 'noted' }]);
      });

      it('reads them as what she says', async () => {
        const { updated, remarks } = await readAll({ 'Sheet name': 'residence' });
        expect([updated, remarks]).toEqual([2, []]);
        const { rejects } = await readAll({ 'Sheet name': 'tracks' });
        expect(rejects).toMatchObject([
          { sheet: 'Kenya', row: 2, column: 'Sheet name', value: 'Kenya' },
          { sheet: 'Uganda', row: 2, column: 'Sheet name', value: 'Uganda' },
        ]);
      });

      it('refuses them where a column says the same', async () => {
        await expect(readAll({ 'Sheet name': 'residence' }, book)).rejects.toThrow(
          /sheet "Kenya" has a column that means the same: of "Country" and "Sheet name"/,
        );
      });
    });

    it('reads those that are named', async () => {
      const { unchanged, remarks } = await importText('date', book, {
        name: 'm.xlsx',
        sheets: ['Uganda'],
      });
      expect(unchanged).toBe(2);
      expect(remarks).toMatchObject([{ part: 'sheet', name: 'Kenya', fate: 'left out' }]);
    });
  });
});
