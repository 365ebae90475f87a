import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ColumnMap, openRows, type Mapping } from '#directory';
import { openImportBench, type ImportBench } from '../support/importing.js';
import { read } from '../support/reading.js';
import { partsOf, zipOf, type WrittenCell, type WrittenSheet } from '../support/workbook.js';

const workbook = (sheets: readonly WrittenSheet[]) => zipOf(Object.entries(partsOf(sheets)));
const sheetWith = (
  rows: readonly (readonly WrittenCell[])[],
  merged: readonly string[] = [],
  more: Partial<WrittenSheet> = {},
) => {
  const cells = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const behind = cells === '' ? '' : `<mergeCells>${cells}</mergeCells>`;
  return workbook([{ name: 'Members', rows, behind, ...more }]);
};
const columnOf = (header: string) => {
  const column = new ColumnMap().column(header);
  return column && { field: column.field, purposes: column.purposes };
};

describe('a question of a form', () => {
  it.each([
    ['What is your full name?', 'full_name'],
    ['¿Cuál es tu nombre completo?', 'full_name'],
    ['Dans quels pays avez-vous travaillé ?', 'territories'],
    ['¿Cuáles son sus áreas de experiencia?', 'expertise'],
    ['Quantos anos de experiência tem no domínio da mediação?', 'years'],
    ['Unazungumza lugha gani?', 'languages'],
    ['ما هي اللغات التي تتحدثين بها؟', 'languages'],
  ])('is understood: %s', (header, field) => {
    expect(columnOf(header)?.field).toBe(field);
  });

  it.each([
    'What is the name of your university?',
    'What is the name of your spouse?',
    'Quel est votre nom de code ?',
    'What is your husband’s nationality?',
    'What is the phone number of your employer?',
    'Email address of your assistant, as your email?',
    'Which countries can you not work in?',
    'In which countries would it be unsafe for you to work?',
    'In which countries would you like to work?',
    'Dans quels pays n’avez-vous jamais travaillé ?',
    '¿En qué países no ha trabajado?',
    'في أي البلدان لا عملت؟',
    'Which languages would you like to learn to speak?',
    'How many years of experience do you have (1 = few, 2 = many)?',
  ])('about others, wishes or what she must not do is left out: %s', (header) => {
    expect(columnOf(header)).toBeNull();
  });

  it.each([
    'Do you agree to your profile being published under a code name?',
    'Do you agree to be listed in the directory only for members?',
    'Do you agree that your profile is never published?',
    'Do you object to your profile being published?',
    'Acceptez-vous que votre profil soit publié sauf votre nom ?',
    '¿Acepta que su perfil sea publicado sin su nombre?',
    'هل توافقين على عدم نشر ملفك؟',
  ])('that limits a consent is no consent to be listed: %s', (header) => {
    expect(columnOf(header)).toBeNull();
  });
});

describe('a column that may keep women from being shown', () => {
  it.each([
    'At risk (0 = yes, 1 = no)',
    'Pseudonymous (1 = no, 2 = yes)',
    'Wishes to remain anonymous?',
    'Confidentiel ?',
    'I do not want to be listed',
    'Ne pas publier',
    'No publicar su nombre',
    'Opted out',
    'Consent refused',
    'No consent',
    'Sin consentimiento',
    'سرية البيانات',
  ])('is never left out: %s', async (header) => {
    const { refused, drafts } = await read('m.csv', `No;Name;${header}\n1;Ada Example;1\n`);
    expect(refused).toMatch(/C ".+ seems to say who must not be shown/u);
    expect(drafts).toEqual([]);
  });

  it('is never left out of a line of JSON', async () => {
    const { refused } = await read(
      'm.jsonl',
      '{"external_id":"1","full_name":"Ada Example","confidential":true}\n',
    );
    expect(refused).toContain('"confidential" seems to say who must not be shown');
  });

  it('is what the mapping file says', async () => {
    const text = 'No;Name;Wishes to remain anonymous?;Code name\n1;Ada Example;yes;Heron\n';
    const as = (is: string | null): Mapping => ({
      columns: { 'Wishes to remain anonymous?': is },
      defaults: {},
    });
    const { drafts } = await read('m.csv', text, { mapping: as('pseudonymous') });
    expect(drafts).toMatchObject([{ pseudonymous: true }]);
    expect((await read('m.csv', text, { mapping: as(null) })).drafts).toHaveLength(1);
  });
});

describe('a consent that is given for all rows', () => {
  const mapping: Mapping = { columns: {}, defaults: { consent: 'LISTED', language_level: 'B2' } };

  it.each(['GDPR consent', 'Autorise la diffusion', 'Acepta los términos', 'الموافقة على الشروط'])(
    'does not hold beside a column that asks for one and is not understood: %s',
    async (header) => {
      const text = `No;Name;${header}\n1;Ada Example;no\n`;
      const { drafts, refused } = await read('m.csv', text, { mapping });
      expect(drafts).toEqual([]);
      expect(refused).toContain('a woman who said no there would be listed');
      const line = JSON.stringify({ external_id: '1', full_name: 'Ada Example', [header]: 'no' });
      expect((await read('m.jsonl', `${line}\n`, { mapping })).refused).toBe(
        refused?.replace('C "', '"'),
      );
      const leftOut = { ...mapping, columns: { [header]: null } };
      expect((await read('m.csv', text, { mapping: leftOut })).drafts).toHaveLength(1);
    },
  );

  it.each([
    'I agree to have my profile published in the directory',
    'J’accepte que mon profil soit publié dans l’annuaire (oui/non)',
    'Acepto que mi perfil se publique en el directorio',
    'Consent to be listed (Y/N)',
  ])('is not hers who said no, or nothing, under "%s"', async (header) => {
    const { drafts, refused } = await read(
      'm.csv',
      `No;Name;${header}\n1;Ada Example;yes\n2;Bea Example;no\n3;Cleo Example;\n`,
      { mapping },
    );
    expect(refused).toBeNull();
    expect(drafts.map(({ consents }) => consents)).toEqual([['LISTED'], [], []]);
  });
});

describe('a value that is nearly another', () => {
  const languagesOf = async (text: string) => {
    const { drafts, rejects } = await read('m.csv', `No;Name;Languages\n1;Ada Example;"${text}"\n`);
    return [
      drafts[0]?.languages?.map(({ code, level }) => `${code} ${level}`) ?? null,
      rejects.map(({ value }) => value),
    ];
  };
  it.each([
    ['inglés (medio)', ['en B1']],
    ['Francês médio', ['fr B1']],
    ['الإنجليزية الوسطى (B1)', null],
    ['EN (C1)/FR (B1)', ['en C1', 'fr B1']],
    ['Anglais (lu, écrit), Français (C1)', null],
  ])('is no language of the past, and not cut within brackets: %s', async (text, codes) => {
    const [found, rejected] = await languagesOf(text);
    expect(found).toEqual(codes);
    expect(rejected).toHaveLength(codes === null ? 1 : 0);
  });

  it.each([
    ['Congolaise (RDC)', ['CD']],
    ['Congolaise de la RDC', ['CD']],
    ['Congolaise (Brazzaville)', ['CG']],
    ['Guinéenne (Conakry)', ['GN']],
    ['Malienne (Sénégal)', null],
    ['Congolaise', null],
  ])('is a nationality whose country stands behind it: %s', async (text, codes) => {
    const { drafts } = await read('m.csv', `No;Name;Nationality\n1;Ada Example;${text}\n`);
    expect(drafts[0]?.nationalities ?? null).toEqual(codes);
  });

  it('is a number of years, and no process', async () => {
    const years = await read('m.csv', 'No;Name;Experience\n1;Ada;10 years\n2;Bea;5+\n');
    expect(years.drafts.map((one) => [one.years, one.experience])).toEqual([
      [10, []],
      [5, []],
    ]);
    expect(years.remarks).toMatchObject([{ name: 'Experience', fate: 'noted' }]);
    const both = await read('m.csv', 'No;Name;Experience\n1;Ada;10 years\n2;Bea;UN mission\n');
    expect(both.rejects.map(({ row, value }) => [row, value])).toEqual([[2, '10 years']]);
  });

  it('is no mark in a column of marks', async () => {
    const rows = Array.from({ length: 250 }, (_, i) => `${i + 1};Ada Example;X`);
    const { rejects, drafts } = await read(
      'm.csv',
      ['No;Name;Bambara', ...rows, '251;Bea Example;?', '252;Cleo Example;–'].join('\n'),
      { mapping: { columns: {}, defaults: { language_level: 'B2' } } },
    );
    expect(rejects.map(({ row }) => row)).toEqual([252]);
    expect(drafts.at(-1)?.languages).toEqual([]);
  });

  it('is a role in her network in her own language, or asked', async () => {
    const { drafts, rejects } = await read(
      'm.csv',
      'No;Nom;Statut\n1;Awa;Membre\n2;Fanta;Mentore\n3;Coumba;Active\n4;Dado;Décédée\n',
    );
    expect(drafts.map(({ networkRole }) => networkRole)).toEqual(['member', 'mentor']);
    expect(rejects.map(({ value, suggestion }) => [value, suggestion])).toEqual([
      ['Active', 'member'],
      ['Décédée', ''],
    ]);
  });
});

describe('a question that asks for the opposite of a consent', () => {
  it.each(['I do not want to be listed', 'Consent withdrawn', 'Je refuse de ne pas être publiée'])(
    'is no consent, whatever the mapping file says: %s',
    async (header) => {
      const mapping: Mapping = { columns: { [header]: 'consent:LISTED' }, defaults: {} };
      const csv = await read('m.csv', `No;Name;${header}\n1;Ada Example;yes\n`, { mapping });
      const line = JSON.stringify({ external_id: '1', full_name: 'Ada Example', [header]: 'yes' });
      const jsonl = await read('m.jsonl', `${line}\n`, { mapping });
      for (const { drafts, refused } of [csv, jsonl]) {
        expect(drafts).toEqual([]);
        expect(refused).toContain('asks for the opposite of a consent');
      }
    },
  );
});

describe('a name', () => {
  it('in full and in parts is rejected where they differ', async () => {
    const { drafts, rejects } = await read(
      'm.csv',
      'No,Name,First name,Last name\n1,Peace Network,Ada,Example\n2,Dr. Bea B. Exámple,Bea,EXAMPLE\n',
    );
    expect(drafts).toMatchObject([{ externalId: '2', fullName: 'Bea B. Exámple' }]);
    expect(rejects).toMatchObject([{ row: 2, column: 'Name + First name + Last name' }]);
  });
});

describe('a spreadsheet of OpenDocument', () => {
  const cell = (text: string, attributes = '') =>
    `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
  const row = (cells: readonly string[], attributes = '') =>
    `<table:table-row ${attributes}>${cells.map((text) => (text.startsWith('<') ? text : cell(text))).join('')}</table:table-row>`;
  const ods = (table: string) => {
    const names = ['office', 'table', 'text', 'style'].map(
      (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
    );
    const struck =
      '<style:style style:name="S"><style:text-properties style:text-line-through-style="solid"/></style:style>';
    const content = `<office:document-content ${names.join(' ')}><office:automatic-styles>${struck}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="A">${table}</table:table></office:spreadsheet></office:body></office:document-content>`;
    return read(
      'm.ods',
      zipOf([
        ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
        ['content.xml', content],
      ]),
    );
  };
  const HEADER = ['No', 'Name', 'Country', 'Languages'];
  const ADA = ['1', 'Ada Example', 'Kenya', 'English (C1)'];

  it('strikes out a row or a column by its default style', async () => {
    const inRow = await ods(row(HEADER) + row(ADA, 'table:default-cell-style-name="S"'));
    expect([inRow.drafts, inRow.rejects]).toEqual([[], []]);
    expect(inRow.remarks).toMatchObject([{ part: 'rows', name: '2', fate: 'left out' }]);
    const column = '<table:table-column table:default-cell-style-name="S"/>';
    const header = HEADER.map((text) => cell(text, 'table:style-name="N"'));
    const inColumn = await ods(
      `<table:table-column table:number-columns-repeated="2"/>${column}${row(header)}${row(ADA)}`,
    );
    expect(inColumn.drafts).toEqual([]);
    expect(inColumn.rejects).toMatchObject([{ row: 2, column: 'Country' }]);
  });

  it('gives a repeated row as often as it is there, and no hidden one', async () => {
    const { rows, remarks } = await ods(
      row(HEADER) +
        row(ADA, 'table:number-rows-repeated="3"') +
        row(ADA, 'table:visibility="filter" table:number-rows-repeated="2"') +
        row(['2', 'Bea Example', 'Mali', 'French (C1)']),
    );
    expect(rows.map(({ number }) => number)).toEqual([2, 3, 4, 7]);
    expect(remarks).toMatchObject([{ name: '5-6', fate: 'left out' }]);
  });

  it('loses nothing that stands under a merged cell', async () => {
    const covered = '<table:covered-table-cell><text:p>Uganda</text:p></table:covered-table-cell>';
    const { drafts, rejects } = await ods(
      row(HEADER) +
        row(['1', 'Ada Example', cell('Kenya', 'table:number-rows-spanned="2"'), 'English (C1)']) +
        row(['2', 'Bea Example', covered, 'English (C1)']),
    );
    expect(drafts).toHaveLength(1);
    expect(rejects).toMatchObject([{ row: 3, reason: expect.stringContaining('C2:C3') }]);
  });
});

describe('a header in two rows', () => {
  it('needs neither numbers nor merged cells', async () => {
    const { rows } = await read(
      'm.csv',
      'Name,Languages,,Country\n,English,French,\nAda Example,C1,B2,Kenya\n',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.cells.map(({ header }) => header)).toEqual([
      'Name',
      'Languages: English',
      'Languages: French',
      'Country',
    ]);
  });
});

describe('a column of marks', () => {
  it.each(['CV', 'EU', 'NDA', 'MOU', 'CSO', 'NGO', 'Gender', 'Youth', 'Disability', 'Media'])(
    'of %s is neither a language nor a topic',
    async (header) => {
      const { drafts, remarks } = await read(
        'm.csv',
        `No,Name,${header}\n1,Ada Example,x\n2,Bea Example,\n`,
      );
      expect(drafts.map(({ languages, expertise }) => [languages, expertise])).toEqual([
        [[], []],
        [[], []],
      ]);
      expect(remarks).toMatchObject([{ place: 'C', name: header, fate: 'left out' }]);
    },
  );

  it('of gender is a topic among others', async () => {
    const { drafts } = await read(
      'm.csv',
      'No,Name,Ceasefires,DDR,Gender\n1,Ada Example,x,,x\n2,Bea Example,,x,\n',
    );
    expect(drafts.map(({ expertise }) => expertise.length)).toEqual([2, 1]);
  });

  it.each([
    ['Assistant', 'e@example.org', 'f@example.org', 'g@example.org'],
    ['Emergency mail', 'e@example.org', 'f@example.org', 'g@example.org'],
    ['Wants to learn', 'French', 'French', 'Arabic'],
    ['Interests', 'Elections', 'DDR', 'Elections'],
  ])('or of values under "%s" says nothing of her', async (header, ...values) => {
    const rows = values.map((value, i) => `${i},Ada ${i} Example,${value}`).join('\n');
    const { drafts, remarks } = await read('m.csv', `No,Name,${header}\n${rows}\n`);
    expect(drafts).toHaveLength(3);
    for (const { languages, expertise, contact } of drafts) {
      expect([languages, expertise, contact.email]).toEqual([[], [], null]);
    }
    expect(remarks).toMatchObject([{ place: 'C', fate: 'left out' }]);
  });
});

describe('a row that says more of the woman above it', () => {
  const HEADER = ['No', 'Name', 'Country', 'Languages'];
  const ADA = ['1', 'Ada Example', 'Kenya', 'English (C1)'];
  const MORE = [null, null, null, 'Arabic (B1)'];

  it('belongs to nobody behind a hidden row, a title or an empty row', async () => {
    const bea = ['2', 'Bea Example', 'Mali', 'French (C1)'];
    const hidden = await read(
      'm.xlsx',
      sheetWith([HEADER, ADA, bea, MORE], [], { rowAttributes: { 3: 'hidden="1"' } }),
    );
    const title = await read(
      'm.xlsx',
      sheetWith([HEADER, ADA, ['Western Africa', null, null, null], MORE], ['A3:D3']),
    );
    const empty = await read('m.xlsx', sheetWith([HEADER, ADA, [], MORE]));
    for (const { drafts, rejects } of [hidden, title, empty]) {
      expect(drafts).toMatchObject([{ externalId: '1', languages: [{ code: 'en' }] }]);
      expect(new Set(rejects.map(({ row }) => row))).toEqual(new Set([4]));
    }
  });

  it('belongs to nobody behind a row that cannot be read', async () => {
    const { drafts, rejects } = await read(
      'm.xlsx',
      sheetWith([HEADER, ['1', 'Ada Example', null, null], MORE], ['B2:C2']),
    );
    expect(drafts).toEqual([]);
    expect(new Set(rejects.map(({ row }) => row))).toEqual(new Set([2, 3]));
  });

  it('is not a title before her name', async () => {
    const { drafts, rejects } = await read(
      'm.csv',
      'Pays;No;Nom;Langues\nMali;1;Ada Example;English (C1)\nNiger;;;\n;2;Bea Example;English (C1)\n',
    );
    expect(drafts).toMatchObject([
      { externalId: '1', territories: ['ML'] },
      { externalId: '2', territories: [] },
    ]);
    expect(new Set(rejects.map(({ row }) => row))).toEqual(new Set([3]));
  });
});

describe('a table', () => {
  it('may name its columns once more in another language', async () => {
    const { drafts, rejects, remarks } = await read(
      'm.csv',
      'No,Name,Biography\nN°,Nom,Biographie\n1,Ada Example,She mediates.\n',
    );
    expect(rejects).toEqual([]);
    expect(drafts.map(({ externalId }) => externalId)).toEqual(['1']);
    expect(remarks).toMatchObject([{ name: '2', fate: 'noted' }]);
  });

  it('without numbers takes no title for a woman', async () => {
    const { drafts, rejects } = await read(
      'm.csv',
      'Name,Country,Languages\nKenya,,\nAda Example,Kenya,English (C1)\n',
      { mapping: { columns: {}, defaults: { external_id: '7' } } },
    );
    expect(drafts.map(({ fullName }) => fullName)).toEqual(['Ada Example']);
    expect(rejects).toMatchObject([{ row: 2, reason: expect.stringContaining('may be a title') }]);
  });

  it('loses nothing that stands under a merged cell', async () => {
    const { drafts, rejects } = await read(
      'm.xlsx',
      sheetWith(
        [
          ['No', 'Name', 'Country'],
          ['1', 'Ada Example', 'Kenya'],
          ['2', 'Bea Example', 'Uganda'],
        ],
        ['C2:C3'],
      ),
    );
    expect(drafts.map(({ externalId }) => externalId)).toEqual(['1']);
    expect(rejects).toMatchObject([{ row: 3, reason: expect.stringContaining('C2:C3') }]);
  });

  it('does not spread a consent over another by a merged cell', async () => {
    const { drafts, rejects } = await read(
      'm.xlsx',
      sheetWith(
        [
          ['No', 'Name', 'Consent LISTED', 'Consent PUBLISHED_ABROAD'],
          ['1', 'Ada Example', 'yes', null],
        ],
        ['C2:D2'],
      ),
    );
    expect(drafts).toEqual([]);
    expect(rejects).toMatchObject([{ row: 2, reason: expect.stringContaining('C2:D2') }]);
  });

  it('of two sheets with one name is refused', async () => {
    const rows = [
      ['No', 'Name', 'Country'],
      ['1', 'Ada Example', 'Kenya'],
    ];
    const book = workbook([
      { name: 'Members', rows },
      { name: 'Members', rows },
    ]);
    const { refused } = await read('m.xlsx', book, { sheet: 'Members' });
    expect(refused).toBe('Two sheets are called "Members": give each its own name.');
  });

  it('put together of two encodings is refused', async () => {
    const { refused, drafts } = await read(
      'm.csv',
      Buffer.concat([
        Buffer.from('id;name\n1;Aïssatou Née Béré\n2;Hélène Öst\n', 'latin1'),
        Buffer.from('3;Awa Traoré\n'),
      ]),
    );
    expect(drafts).toEqual([]);
    expect(refused).not.toBeNull();
  });
});

describe('an import', () => {
  let bench: ImportBench;

  beforeAll(async () => {
    bench = await openImportBench(
      'acacia',
      'baobab',
      'cedar',
      'date',
      'elder',
      'fig',
      'guava',
      'holly',
      'ivy',
    );
  });

  afterAll(() => bench.drop());

  const importText = async (network: string, text: string | Buffer, name = 'm.csv') => {
    const folder = await mkdtemp(join(tmpdir(), 'baraza-misreadings-'));
    try {
      const path = join(folder, name);
      await writeFile(path, text);
      const columns = new ColumnMap();
      return await bench.rows(network, await openRows(path, columns), { columns });
    } finally {
      await rm(folder, { recursive: true });
    }
  };
  const consents = (network: string) =>
    bench.database.query<{ number: string; purposes: string[] }>(
      `SELECT a.external_id AS number,
         (SELECT coalesce(array_agg(c.purpose ORDER BY c.purpose), '{}') FROM consent c
          WHERE c.mediator_id = a.mediator_id) AS purposes
       FROM affiliation a JOIN network n ON n.id = network_id WHERE slug = $1 ORDER BY 1`,
      [network],
    );

  describe('of two rows with one name and without numbers', () => {
    it('asks about them, wherever they stand', async () => {
      const { created, rejects } = await importText(
        'acacia',
        'Name,Country,Languages\nFatou Diallo,Mali,French (C1)\nAda Example,Kenya,English (C1)\nDIALLO Fatou,Mali,Bambara (native)\n',
      );
      expect(created).toBe(1);
      expect(rejects.map(({ row, reason }) => [row, reason])).toEqual([
        [2, expect.stringContaining('This name stands in rows 2 and 4')],
        [4, expect.stringContaining('This name stands in rows 2 and 4')],
      ]);
    });

    it('asks where only one of them has an address, or each has another thing', async () => {
      const { created, rejects } = await importText(
        'acacia',
        'Name,Country,E-mail,Date of birth\nFatou Diallo,Mali,f@example.org,\nFatou Diallo,Mali,,\nEve Example,Mali,e@example.org,\nEve Example,Mali,,1980-01-01\n',
      );
      expect(created).toBe(0);
      expect(rejects.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
    });

    it('tells them apart by addresses or dates of birth, and puts together what is equal', async () => {
      const { created, rejects } = await importText(
        'baobab',
        [
          'Name,Country,E-mail,Date of birth,Languages',
          'Fatou Diallo,Mali,f@example.org,,French (C1)',
          'Fatou Diallo,Mali,f@example.org,,Bambara (native)',
          'Fatou Diallo,Guinea,other@example.org,,French (C1)',
          'Eve Example,Mali,,1980-01-01,French (C1)',
          'Eve Example,Mali,,1990-01-01,French (C1)',
        ].join('\n'),
      );
      expect({ created, rejects }).toEqual({ created: 4, rejects: [] });
    });

    it('takes a merged name for one woman, whatever else is merged', async () => {
      const { created, rejects } = await importText(
        'cedar',
        sheetWith(
          [
            ['Name', 'Country', 'E-mail', 'Languages'],
            ['Fatou Diallo', 'Mali', 'f@example.org', 'French (C1)'],
            [null, null, null, 'Bambara (native)'],
            ['Ada Example', 'Kenya', null, 'English (C1)'],
            [null, 'Kenya', null, 'Swahili (native)'],
          ],
          ['A2:A3', 'A4:A5'],
        ),
        'm.xlsx',
      );
      expect(rejects).toEqual([]);
      expect(created).toBe(2);
    });

    it('does as the message says: numbers for these rows only', async () => {
      const { created, rejects } = await importText(
        'date',
        'external_id,Name,Country,Languages\nf1,Fatou Diallo,Mali,French (C1)\n,Ada Example,Kenya,English (C1)\nf2,Fatou Diallo,Mali,Bambara (native)\n',
      );
      expect({ created, rejects }).toEqual({ created: 3, rejects: [] });
    });
  });

  it('asks about a woman who has taken another name, by her address', async () => {
    await importText('elder', 'Name,Country,E-mail\nAda Example,Kenya,ada@example.org\n');
    const [number] = (await bench.ids('elder')).keys();
    const renamed = (id: string) =>
      `external_id,Name,Country,E-mail\n${id},Ada Wanjiku Njoroge,Kenya,Ada@example.org\n`;
    const { created, rejects } = await importText('elder', renamed(''));
    expect(created).toBe(0);
    expect(rejects).toMatchObject([
      {
        row: 2,
        column: 'email',
        value: '(not shown)',
        reason: expect.stringContaining(`${number}`),
      },
    ]);
    expect(await importText('elder', renamed(`${number}`))).toMatchObject({
      created: 0,
      updated: 1,
    });
  });

  it('asks about a woman who had a number in an earlier list', async () => {
    await importText('fig', 'No,Name,Country\nK-7,Ada Example,Kenya\n');
    const { created, rejects } = await importText(
      'fig',
      'Name,Country,Years\nAda Example,Kenya,5\n',
    );
    expect(created).toBe(0);
    expect(rejects).toMatchObject([{ row: 2, reason: expect.stringContaining('write K-7') }]);
  });

  it('asks where the numbers of a list only count its rows, and the rows were sorted anew', async () => {
    const list = (...rows: string[]) =>
      ['N°,Nom,Pays,Langues,Consentement LISTED', ...rows].join('\n');
    const first = await importText(
      'holly',
      list('1,Amina Diallo,Mali,français (C1),oui', '2,Binta Traoré,Mali,bambara (natif),oui'),
    );
    expect(first.created).toBe(2);
    const sorted = await importText(
      'holly',
      list('1,Binta Traoré,Mali,bambara (natif),oui', '2,Amina Diallo,Mali,français (C1),oui'),
    );
    expect(sorted).toMatchObject({ created: 0, updated: 0, unchanged: 0, rejected: 2 });
    expect(sorted.rejects[0]?.reason).toContain('stood for a woman with another name');
    // One who married keeps a part of her name, or the list says how she was called.
    const renamed = await importText(
      'holly',
      [
        'N°,Nom,Pays,Langues,Consentement LISTED,Autres noms',
        '1,Amina Keïta Diallo,Mali,français (C1),oui,',
        '2,Fanta Sy,Mali,bambara (natif),oui,Binta Traoré',
      ].join('\n'),
    );
    expect(renamed).toMatchObject({ updated: 2, rejected: 0 });
  });

  it('joins all parts of a name, in the order in which names have them', async () => {
    const { created, rejects } = await importText(
      'ivy',
      'Nombre,Segundo nombre,Primer apellido,Segundo apellido,País,Idiomas\nAna,María,García,López,Colombia,español (nativo)\nLuz,,Díaz,,Colombia,español (nativo)\n',
    );
    expect([created, rejects]).toEqual([2, []]);
    const names = await bench.database.query<{ name: string }>(
      `SELECT asserted ->> 'fullName' AS name FROM affiliation a JOIN network n ON n.id = a.network_id
       WHERE slug = 'ivy' ORDER BY 1`,
    );
    expect(names.map(({ name }) => name)).toEqual(['Ana María García López', 'Luz Díaz']);
  });

  it.each([
    'Exemple : Marie Dupont',
    'e.g. Jane Doe',
    '(Example) Jane Doe',
    'Ejemplo: Ana',
    'مثال: أمينة',
  ])('takes the example row of a form for no woman: %s', async (name) => {
    const { created, rejects } = await importText(
      'ivy',
      `Name,Country,Languages\n${name},Kenya,English (C1)\nAda Example,Kenya,English (C1)\n`,
    );
    expect([created, rejects.map(({ row }) => row)]).toEqual([expect.any(Number), [2]]);
    expect(rejects[0]?.reason).toContain('example row of a form');
  });

  it('does not make one woman of two by putting parts of their names together', async () => {
    const { created, rejects } = await importText(
      'acacia',
      'No,First name,Last name,Languages\n1,Ada,Example,English (C1)\n1,Bea,Example,French (C1)\n',
    );
    expect(created).toBe(0);
    expect(rejects.map(({ row, reason }) => [row, reason])).toEqual([
      [2, expect.stringContaining('stands in rows 2 and 3')],
      [3, expect.stringContaining('stands in rows 2 and 3')],
    ]);
  });

  it('widens no consent by putting rows together', async () => {
    const { created, rejects } = await importText(
      'guava',
      [
        'No,Name,Languages,Consent,Consent MATCHED',
        '1,Ada Example,English (C1),LISTED; MATCHED,',
        '1,Ada Example,French (C1),LISTED; MATCHED,',
        '2,Bea Example,English (C1),LISTED; MATCHED,yes',
        '2,Bea Example,French (C1),LISTED,no',
        '3,Cleo Example,English (C1),LISTED; MATCHED,yes',
        '3,Cleo Example,French (C1),,',
      ].join('\n'),
    );
    expect({ created, rejects }).toEqual({ created: 3, rejects: [] });
    expect(await consents('guava')).toEqual([
      { number: '1', purposes: ['LISTED'] },
      { number: '2', purposes: ['LISTED'] },
      { number: '3', purposes: ['LISTED', 'MATCHED'] },
    ]);
  });
});
