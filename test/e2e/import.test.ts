import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ColumnMap, ImportRefusedError, openRows, ProfileService, readMapping } from '#directory';
import { OPERATOR } from '#identity';
import { problem } from '#messages';
import { contactsOf, dumpOf } from '../support/contacts.js';
import { record } from '../support/fill.js';
import {
  contactValues,
  fixture,
  openImportBench,
  rawRow,
  rawRows,
  type ImportBench,
} from '../support/importing.js';
import { partsOf, zipOf } from '../support/workbook.js';

describe('import', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await openImportBench('acacia', 'fjord');
  });
  afterAll(async () => bench.drop());
  beforeEach(async () => bench.clear());

  const women = (...records: Record<string, string>[]) =>
    rawRows(records.map((cells, i) => rawRow(i + 2, cells)));

  describe('of the files that networks keep', () => {
    it.each([
      ['english-comma.csv', 4, ['Adaeze Okonjo', 'Marit Haugland-Diop', 'Leocadia Brandvold']],
      ['french-semicolon-windows-1252.csv', 2, ['Éloïse N’Diaye-Müller', 'Aïssatou Bâ-Lefèvre']],
      ['arabic-french-tabs.tsv', 2, ['سلمى بن عمر الفهري', 'ليلى حداد-كوستا']],
      [
        'members.xlsx',
        3,
        ['Halima Okello-Brandt', 'Nadège Mbarga-Lindholm', 'Tomasina Reyes-Haugen'],
      ],
      ['objects.jsonl', 3, ['Heron', 'Priya Halvorsen-Rao']],
    ])('%s shows who consented to be listed', async (name, rows, listed) => {
      const { rejects, created, unlisted } = await bench.file('acacia', name);
      expect({ rejects, created, unlisted }).toEqual({
        rejects: [],
        created: rows,
        unlisted: rows - listed.length,
      });
      expect((await bench.seen('acacia')).public).toEqual(listed);
    });

    it('keeps every field of a row', async () => {
      await bench.file('acacia', 'objects.jsonl');
      const id = (await bench.ids('acacia')).get('J-1') ?? '';
      const view = (await new ProfileService(bench.database).viewsByIds(OPERATOR, [id])).get(id);
      expect(view).toMatchObject({
        fullName: 'Priya Halvorsen-Rao',
        nationalities: ['IN', 'NO'],
        residence: 'NO',
        years: 16,
        tracks: ['1', '1.5'],
        roles: ['lead-mediator'],
        territories: ['LK', 'NP'],
        languages: [
          { code: 'en', level: 'C2' },
          { code: 'hi', level: 'native' },
        ],
        expertise: [
          { code: 'governance.power-sharing', level: 2 },
          { code: 'mediation.ceasefire-mediation', level: 3 },
        ],
        available: [
          { from: '2026-01-01', to: '2026-06-30' },
          { from: '2026-10-01', to: null },
        ],
        biography: {
          en: 'Worked in the hills and on the coast.',
          fr: 'A travaillé dans les collines.',
        },
        confirmedOn: '2026-06-30',
        experience: [
          {
            processName: 'Talks of the Upper Valley, second round',
            processType: 'ceasefire',
            phase: 'negotiation',
            role: 'co-mediator',
            track: '1',
            territory: 'NP',
            yearFrom: 2018,
            yearTo: 2020,
          },
          { processName: 'Harbour dialogue', yearFrom: 2021, yearTo: null },
        ],
      });
    });

    it('keeps contact data apart', async () => {
      await bench.file('acacia', 'objects.jsonl');
      const priya = (await contactsOf(bench, 'acacia')).find(
        ({ contact }) => contact.email === 'priya@example.org',
      );
      expect(priya?.contact).toMatchObject({ telephone: '+1 202 555 0151' });
      expect(await dumpOf(bench)).not.toContain('priya@example.org');
    });

    it('names the columns it left out', async () => {
      const { remarks } = await bench.file('acacia', 'english-comma.csv');
      expect(remarks).toMatchObject([
        { part: 'column', name: 'Favourite colour', fate: 'left out' },
      ]);
    });

    it('repeats no contact data in what it says of columns', async () => {
      const cells = { ...record(1), 'jane@example.org': 'x', 'Shoe\nsize': '38' };
      const file = join(await mkdtemp(join(tmpdir(), 'baraza-import-')), 'members.jsonl');
      await writeFile(file, JSON.stringify(cells));
      const columns = new ColumnMap();
      const { remarks } = await bench.rows('acacia', await openRows(file, columns), { columns });
      await rm(dirname(file), { recursive: true });
      expect(remarks.map(({ name }) => name)).toEqual(['(not shown)', 'Shoe size']);
    });

    it('reads names of its own with a mapping file, and the defaults in it', async () => {
      const columns = new ColumnMap(await readMapping(fixture('own-words.mapping.json')));
      const { created } = await bench.file('acacia', 'own-words.csv', { columns });
      expect(created).toBe(1);
      expect((await bench.seen('acacia')).public).toEqual(['Mapped Woman']);
    });
  });

  describe('is repeatable:', () => {
    it.each(['english-comma.csv', 'members.xlsx', 'objects.jsonl'])(
      '%s again changes nothing and queues nothing',
      async (name) => {
        const { rows } = await bench.file('acacia', name);
        await bench.database.query('DELETE FROM graphile_worker._private_jobs');
        const before = await bench.everything();
        const again = await bench.file('acacia', name);
        expect(again).toMatchObject({ created: 0, updated: 0, unchanged: rows, rejected: 0 });
        expect(await bench.everything()).toEqual(before);
        expect(await bench.jobs()).toBe(0);
      },
    );

    it('columns and values in another order say the same', async () => {
      await bench.rows('acacia', women(record(1, { territories: 'KE; UG' })));
      const turned = Object.entries(record(1, { territories: 'UG;KE' })).toReversed();
      const again = await bench.rows('acacia', women(Object.fromEntries(turned)));
      expect(again).toMatchObject({ unchanged: 1, updated: 0 });
    });

    it('the same number in another network is another woman', async () => {
      await bench.rows('acacia', women(record(1)));
      expect(await bench.rows('fjord', women(record(1)))).toMatchObject({ created: 1 });
    });
  });

  it('writes nothing of a batch of which somebody else has taken a number meanwhile', async () => {
    await bench.rows('fjord', women(record(1)));
    const [other] = (await bench.ids('fjord')).values();
    const { external_id: taken } = record(2);
    const take = () =>
      bench.asOwner(
        `INSERT INTO affiliation (id, mediator_id, network_id, external_id)
         SELECT gen_random_uuid(), '${other}', id, '${taken}' FROM network WHERE slug = 'acacia'`,
      );
    const observer = {
      read: async () => undefined,
      told: async () => undefined,
      written: async () => undefined,
      admit: async <Writes>(_: unknown, writes: Writes) => {
        await take();
        return writes;
      },
    };
    await expect(bench.rows('acacia', women(record(3), record(2)), { observer })).rejects.toThrow(
      new ImportRefusedError(problem('refused.changedMeanwhile')),
    );
    expect(await bench.ids('acacia')).toEqual(new Map([[taken, other]]));
    expect(await bench.database.query('SELECT id FROM mediator')).toEqual([{ id: other }]);
  });

  it('changes nothing in a dry run and says what it would do', async () => {
    await bench.rows('acacia', women(record(1), record(2)));
    const before = await bench.everything();
    const jobs = await bench.jobs();
    const rows = women(record(1), record(2, { years: '33' }), record(3), record(4, { years: '?' }));
    expect(await bench.rows('acacia', rows, { dryRun: true })).toMatchObject({
      rows: 4,
      created: 1,
      updated: 1,
      unchanged: 1,
      rejected: 1,
    });
    expect(await bench.everything()).toEqual(before);
    expect(await bench.jobs()).toBe(jobs);
  });

  it('changes one woman and leaves the others as they are', async () => {
    await bench.rows('acacia', women(record(1), record(2)));
    const stamps = () =>
      bench.database.query<{ name: string; xid: string; revision: number }>(
        'SELECT full_name AS name, changed_xid AS xid, revision FROM mediator ORDER BY full_name',
      );
    const [before] = await stamps();
    const changed = record(2, { languages: 'French (B2)', territories: '', expertise: '' });
    expect(await bench.rows('acacia', women(record(1), changed))).toMatchObject({
      updated: 1,
      unchanged: 1,
    });
    const [first, second] = await stamps();
    expect(first).toEqual(before);
    expect(second?.revision).toBe(2);
    const id = (await bench.ids('acacia')).get('T-0002') ?? '';
    const skills = await bench.database.query(
      `SELECT ARRAY(SELECT language || ' ' || level FROM mediator_language WHERE mediator_id = $1) AS languages,
         ARRAY(SELECT territory FROM mediator_territory WHERE mediator_id = $1) AS territories,
         ARRAY(SELECT expertise FROM mediator_expertise WHERE mediator_id = $1) AS expertise`,
      [id],
    );
    expect(skills).toEqual([{ languages: ['fr B2'], territories: [], expertise: [] }]);
  });

  describe('whom to call in an emergency', () => {
    const COLUMNS = ['external_id', 'full_name', 'telephone', 'emergency_contact'];
    const stated = async () =>
      (await contactsOf(bench, 'acacia')).map(({ contact }) => contact.emergencyContact);
    /** A list as a file: each row as long as its cells. */
    const file = async (name: string, rows: readonly (readonly string[])[]) => {
      const folder = await mkdtemp(join(tmpdir(), 'baraza-import-'));
      const sheet = zipOf(Object.entries(partsOf([{ rows }])));
      const csv = rows.map((cells) => cells.join(',')).join('\n');
      await writeFile(join(folder, name), name.endsWith('.xlsx') ? sheet : csv);
      const columns = new ColumnMap();
      const report = await bench.rows('acacia', await openRows(join(folder, name), columns), {
        columns,
      });
      await rm(folder, { recursive: true });
      return report;
    };
    const her = ['E-1', 'Ada Example', '+254 700 000001'];

    it.each(['list.csv', 'list.xlsx'])('stays where %s has no column for it', async (name) => {
      await file(name, [COLUMNS, [...her, 'Her sister Bea']]);
      expect(await file(name, [COLUMNS.slice(0, 3), her])).toMatchObject({ unchanged: 1 });
      expect(await stated()).toEqual(['Her sister Bea']);
      const moved = [...her.slice(0, 2), '+254 700 000002'];
      expect(await file(name, [COLUMNS.slice(0, 3), moved])).toMatchObject({ updated: 1 });
      const [contact] = await contactsOf(bench, 'acacia');
      expect(contact?.contact).toMatchObject({
        telephone: '+254 700 000002',
        emergencyContact: 'Her sister Bea',
      });
      expect(await file(name, [COLUMNS, [...moved, '']])).toMatchObject({ updated: 1 });
      expect(await stated()).toEqual([null]);
    });

    it('ends by an empty cell, also at the end of a row or beside others of hers', async () => {
      const list = [COLUMNS, [...her, 'Her sister Bea']];
      for (const [name, rows] of [
        ['list.xlsx', [COLUMNS, her]],
        ['list.csv', [COLUMNS, [...her, ''], [...her, '']]],
      ] as const) {
        await bench.clear();
        await file(name, list);
        expect([name, await file(name, rows)]).toMatchObject([name, { rejected: 0 }]);
        expect([name, await stated()]).toEqual([name, [null]]);
      }
    });
  });

  describe('consent', () => {
    const consents = () =>
      bench.database.query(
        `SELECT purpose, text_version AS version, given_on::text AS day, withdrawn_at IS NULL AS "inForce"
         FROM consent ORDER BY withdrawn_at NULLS LAST, purpose, id`,
      );

    it('that is not given to be listed keeps her a draft that nobody sees', async () => {
      const { unlisted } = await bench.rows('acacia', women(record(1, { consent: 'MATCHED' })));
      expect(unlisted).toBe(1);
      expect(await bench.seen('acacia')).toEqual({ public: [], vetted: [] });
      const states = await bench.database.query('SELECT state FROM mediator');
      expect(states).toEqual([{ state: 'draft' }]);
    });

    it('taken back in the file makes her invisible at once, and queues her removal', async () => {
      await bench.rows('acacia', women(record(1)));
      expect((await bench.seen('acacia')).public).toHaveLength(1);
      await bench.database.query('DELETE FROM graphile_worker._private_jobs');
      await bench.rows('acacia', women(record(1, { consent: 'STATISTICS' })));
      expect(await bench.seen('acacia')).toEqual({ public: [], vetted: [] });
      // The index follows, and the list is searched for duplicates.
      expect(await bench.jobs()).toBe(2);
    });

    it('to another text is a consent of its own, and the old one ends', async () => {
      const said = { consent: 'LISTED', consent_text_version: '1', consent_on: '2026-01-01' };
      await bench.rows('acacia', women(record(1, said)));
      await bench.rows(
        'acacia',
        women(record(1, { ...said, consent_text_version: '2', consent_on: '2026-10-01' })),
      );
      expect(await consents()).toEqual([
        { purpose: 'LISTED', version: '1', day: '2026-01-01', inForce: false },
        { purpose: 'LISTED', version: '2', day: '2026-10-01', inForce: true },
      ]);
    });

    it('without a day keeps the day it was first read', async () => {
      await bench.rows('acacia', women(record(1, { consent: 'LISTED' })));
      await bench.rows('acacia', women(record(1, { consent: 'LISTED', years: '40' })), {
        today: new Date('2026-12-24T12:00:00Z'),
      });
      expect(await consents()).toEqual([
        { purpose: 'LISTED', version: 'unstated', day: '2026-11-01', inForce: true },
      ]);
    });

    it.each(['withdrawn', 'suspended'])('does not bring back a woman who is %s', async (state) => {
      await bench.rows('acacia', women(record(1)));
      await bench.database.query('UPDATE mediator SET state = $1', [state]);
      await bench.rows('acacia', women(record(1, { years: '40' })));
      expect(await bench.seen('acacia')).toEqual({ public: [], vetted: [] });
    });
  });

  describe('rejects', () => {
    it('tell row, column, value, reason and suggestion of everything in faulty.csv', async () => {
      const { rejects, ...report } = await bench.file('acacia', 'faulty.csv');
      expect(report).toMatchObject({ rows: 10, created: 1, rejected: 9 });
      expect(rejects).toEqual(FAULTY_CSV);
    });

    it('tell the same of faulty.xlsx', async () => {
      const { rejects, ...report } = await bench.file('acacia', 'faulty.xlsx');
      expect(report).toMatchObject({ rows: 4, created: 1, rejected: 3 });
      expect(rejects).toEqual(FAULTY_XLSX);
    });

    it('and of faulty.jsonl', async () => {
      const { rejects, ...report } = await bench.file('acacia', 'faulty.jsonl');
      expect(report).toMatchObject({ rows: 6, created: 1, rejected: 5 });
      expect(rejects).toEqual(FAULTY_JSONL);
    });

    it('never repeat contact data, not even where it slipped into another column', async () => {
      const { rejects } = await bench.file('acacia', 'faulty.csv');
      const said = JSON.stringify(rejects);
      const hidden = await contactValues('faulty.csv');
      expect(hidden.length).toBeGreaterThan(8);
      expect(hidden.filter((value) => said.includes(value))).toEqual([]);
    });

    it('leave the row as it was: what is wrong changes nothing', async () => {
      await bench.rows('acacia', women(record(1)));
      const before = await bench.everything();
      const wrong = record(1, { years: '12', languages: 'Klingonese (C1)' });
      expect(await bench.rows('acacia', women(wrong))).toMatchObject({ rejected: 1, updated: 0 });
      expect(await bench.everything()).toEqual(before);
    });

    it('name every row of a number that stands in several, across batches too', async () => {
      const { rejects } = await bench.file('acacia', 'repeated-ids.csv', { batchSize: 1 });
      expect(rejects).toEqual(
        [2, 4, 5].map((row) => reject(row, 'id', 'D-1', REPEATED('2, 4 and 5'))),
      );
    });
  });

  describe('of hostile files', () => {
    it('keeps formulas as text', async () => {
      const { rejects } = await bench.file('acacia', 'hostile-formulas.csv');
      expect(rejects).toMatchObject([{ row: 3, column: 'consent' }]);
      const rows = await bench.database.query('SELECT full_name, display_name FROM mediator');
      expect(rows).toEqual([{ full_name: '=SUM(A1:A9)', display_name: '@here' }]);
    });

    it.each([
      ['hostile-nul.csv', 2, 'The text holds a NUL character.'],
      ['hostile-surrogates.jsonl', 1, 'The text holds half a character (a lone surrogate).'],
      ['hostile-broken-utf-8.csv', 4, 'The text holds a character that cannot be read.'],
      ['hostile-huge-cell.xlsx', 2, 'The row is larger than a million characters.'],
    ])('rejects one row of %s and no other', async (name, row, reason) => {
      const { rejects, rows, created } = await bench.file('acacia', name);
      expect(rejects).toMatchObject([{ row, reason }]);
      expect(created).toBe(rows - 1);
    });

    it('takes names of the language itself for names, also as keys of JSON', async () => {
      const line = await bench.file('acacia', 'hostile-prototype.jsonl');
      expect(line).toMatchObject({ created: 1, unlisted: 1, rejects: [] });
      expect(line.remarks.map(({ name }) => name)).toEqual([
        '__proto__:consent',
        'constructor:prototype',
      ]);
      await bench.clear();
      const { created, remarks } = await bench.file('acacia', 'hostile-prototype.csv');
      expect(created).toBe(2);
      expect(remarks.map(({ name }) => name)).toEqual([
        '__proto__',
        'constructor',
        'toString',
        'hasOwnProperty',
      ]);
      expect([...(await bench.ids('acacia')).keys()].toSorted()).toEqual([
        '__proto__',
        'constructor',
      ]);
    });

    it.each([
      ['empty.csv', 'The file is empty.'],
      ['no-header.csv', 'None of the first 20 rows is a header with external_id'],
      ['not-really.xlsx', 'The file is not a workbook (XLSX or ODS), or has a password'],
      ['hostile-no-sheets.xlsx', 'The workbook is damaged: _rels/.rels is missing.'],
      ['hostile-cut-off.xlsx', 'The file is not a workbook'],
      ['hostile-bomb.xlsx', 'The workbook unpacks to an unreasonable size.'],
      ['hostile-entities.xlsx', 'The workbook is damaged: a part of it is not valid XML.'],
    ])('refuses %s in a sentence', async (name, sentence) => {
      await expect(bench.file('acacia', name)).rejects.toMatchObject({
        name: 'ImportRefusedError',
        message: expect.stringContaining(sentence),
      });
    });

    it('finds nothing to do in a file that is only a header', async () => {
      expect(await bench.file('acacia', 'header-only.csv')).toMatchObject({ rows: 0, rejected: 0 });
    });
  });

  it('refuses a network that does not exist', async () => {
    await expect(bench.file('nobody', 'english-comma.csv')).rejects.toThrow(
      'There is no network "nobody"',
    );
  });

  it('accepts nothing that the database would not hold', async () => {
    const outside = women(
      record(1, { code_name: 'x'.repeat(101) }),
      record(2, { date_of_birth: '1850-01-01' }),
      record(3, { confirmed_on: '0000-01-01' }),
      record(4, { availability: '0000-01-01/0001-01-01' }),
      record(5, { member_since: '2019' }),
      record(6, { deployments: 'Talks | | | | | | 2020 | 2019' }),
      record(7, { date_of_birth: '2150-01-01' }),
    );
    expect(await bench.rows('acacia', outside)).toMatchObject({ rows: 7, rejected: 7 });
  });
});

function reject(row: number, column: string, value: string, reason: string, suggestion = '') {
  return { row, column, value, reason, suggestion };
}

const PRIVATE =
  'What stands here is not acceptable and looks like an e-mail address or a telephone number.';

const REPEATED = (rows: string) =>
  `This number stands in rows ${rows}: give each woman her own number, and keep one row for each. If the numbers only count the rows, leave their column out.`;

const YEARS = 'This must be whole years from 0 to 80, such as 8, "10+" or "since 2005".';

const DATE_ORDER =
  'It cannot be told which figure is the day and which the month: write YYYY-MM-DD, or say the order for the whole file (DMY, MDY, YMD).';

const FAULTY_CSV = [
  reject(2, 'Ref', 'B-1', REPEATED('2 and 6')),
  reject(
    3,
    'Languages',
    'Englsh (C1)',
    '"Englsh" is no language that is known here. Did you mean English (en) or Ingush (inh)?',
    'English or Ingush',
  ),
  reject(4, 'Years', 'many', YEARS),
  reject(4, 'Languages', 'English', 'The level of this language is missing.', 'English (B2)'),
  reject(4, 'Countries', 'Atlantis', '"Atlantis" is no country or territory that is known here.'),
  reject(4, 'Joined', '31/01/2020', DATE_ORDER, '2020-01-31'),
  reject(5, 'Code name', '', 'A pseudonymous profile needs a code name.'),
  reject(
    5,
    'Countries',
    'Congo',
    '"Congo" can be Congo - Kinshasa (CD) or Congo - Brazzaville (CG): say which.',
    'Congo - Kinshasa or Congo - Brazzaville',
  ),
  reject(5, 'Joined', '2020-02-30', 'This must be a date that exists, written YYYY-MM-DD.'),
  reject(
    5,
    'Consent',
    'LISTEN',
    'A purpose is one of LISTED, MATCHED, CONTACTED, PUBLISHED_ABROAD, STATISTICS, LINKED.',
  ),
  reject(6, 'Ref', 'B-1', REPEATED('2 and 6')),
  reject(7, 'Ref', '', 'This is required.'),
  reject(
    8,
    '',
    '',
    'The row has 13 columns and the header 10: perhaps a quotation mark is missing.',
  ),
  reject(9, '', '', 'A quotation mark is opened and not closed properly.'),
  reject(11, 'Languages', '(not shown)', PRIVATE),
  reject(11, 'Countries', '(not shown)', PRIVATE),
];

const FAULTY_XLSX = [
  reject(3, 'Full name', '', 'This is required.'),
  reject(
    4,
    'Country of residence',
    'Narnia',
    '"Narnia" is no country or territory that is known here.',
  ),
  reject(4, 'Years', '4.5', YEARS),
  reject(
    4,
    'Languages',
    'Frensh (C1)',
    '"Frensh" is no language that is known here. Did you mean French (fr)?',
    'French',
  ),
  reject(4, 'E-mail', '(not shown)', 'This is not an e-mail address.'),
  reject(5, 'Member no', '#N/A', 'The formula in this cell has no result.'),
];

const FAULTY_JSONL = [
  reject(2, '', '', 'The line is not valid JSON.'),
  reject(3, '', '', 'The line is not a JSON object.'),
  reject(4, 'languages', 'French', 'The level of this language is missing.', 'French (B2)'),
  reject(5, 'deployments', '', 'An object has a key "year" that is unknown.'),
  reject(
    6,
    'expertise',
    'mediation.ceasefire',
    '"mediation.ceasefire" is no field of expertise that is known here. Did you mean Ceasefire mediation (mediation.ceasefire-mediation) or Mediation (mediation) or Insider and community mediation (mediation.insider-and-community-mediation)?',
    'Ceasefire mediation or Mediation or Insider and community mediation',
  ),
  reject(6, 'email', '(not shown)', 'This is not an e-mail address.'),
];
