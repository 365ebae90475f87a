import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ColumnMap } from '#directory';
import { record } from '../support/fill.js';
import { openImportBench, rawRow, rawRows, type ImportBench } from '../support/importing.js';

/** What a value means is understood exactly, or its row is rejected with a reason and a suggestion. */
describe('values in imported files', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await openImportBench('acacia');
  });
  afterAll(async () => bench.drop());
  beforeEach(async () => bench.clear());

  const women = (...records: Record<string, string>[]) =>
    rawRows(records.map((cells, i) => rawRow(i + 2, cells)));
  const rejectsOf = async (cells: Record<string, string>, columns = new ColumnMap()) => {
    const { rejects } = await bench.rows('acacia', women(record(1, cells)), { columns });
    return rejects.map(({ column, reason, suggestion }) => ({ column, reason, suggestion }));
  };
  const kept = async (column: string): Promise<unknown[]> => {
    const rows = await bench.database.query<{ value: unknown }>(
      `SELECT ${column} AS value FROM mediator ORDER BY full_name`,
    );
    return rows.map(({ value }) => value);
  };
  const file = (name: string) => bench.file('acacia', `values/${name}`);
  const places = (rejects: readonly { row: number; column: string }[]) =>
    rejects.map(({ row, column }) => `${row} ${column}`);

  describe('files that changed data in silence', () => {
    it('whole numbers', async () => {
      const { rejects, created } = await file('numfmt.csv');
      expect(created).toBe(0);
      expect(
        rejects.map(({ row, column, value, suggestion }) => [row, column, value, suggestion]),
      ).toEqual([
        [2, 'notice days', '1,000', '1000'],
        [3, 'years', '0x10', ''],
        [3, 'notice days', '1.000', '1000'],
        [4, 'years', '1e1', ''],
        [4, 'notice days', '3 000', '3000'],
        [5, 'years', '1.5', ''],
        [6, 'notice days', '30,5', ''],
      ]);
    });

    it('powers of ten as telephone and number, and addresses that no mail goes to', async () => {
      expect(places((await file('sci-phone.csv')).rejects)).toEqual(['2 telephone', '3 telephone']);
      const ids = await file('sci-id.csv');
      expect(places(ids.rejects)).toEqual(['2 id', '3 id']);
      expect(ids.rejects[0]?.reason).toContain('last digits were lost');
      const { rejects } = await file('contact.csv');
      expect(places(rejects)).toEqual(['2 email', '2 telephone', '3 email']);
      expect(rejects.map(({ value }) => value)).toEqual(Array(3).fill('(not shown)'));
    });

    it('names that nobody sees', async () => {
      const { rejects, created } = await file('invisible.csv');
      expect(created).toBe(0);
      expect(places(rejects)).toEqual([2, 3, 4, 5, 6].map((row) => `${row} full name`));
    });

    it('numbers that look the same', async () => {
      const nfc = await file('nfc.csv');
      expect(nfc).toMatchObject({ created: 0, rejects: [{ row: 2 }, { row: 3 }] });
      expect(nfc.rejects[0]?.reason).toContain('rows 2 and 3');
      const marks = await file('zw.csv');
      expect(marks).toMatchObject({ created: 0, rejects: [{ row: 2 }, { row: 3 }, { row: 4 }] });
      expect(marks.rejects[0]).toMatchObject({ value: 'ZW1' });
    });

    it('codes of languages and countries', async () => {
      const { rejects } = await file('codes.csv');
      expect(
        rejects.map(({ row, column, value, suggestion }) => [row, column, value, suggestion]),
      ).toEqual([
        [2, 'territories', 'ZR', 'Congo - Kinshasa'],
        [3, 'territories', 'BUR', 'Myanmar (Burma)'],
        [6, 'languages', 'Sara (native)', 'mwm or Ngambay or Mbay or sre'],
        [7, 'languages', 'und (C1)', ''],
        [7, 'languages', 'zxx (C1)', ''],
        [7, 'languages', 'mul (B2)', ''],
        [10, 'languages', 'Roma (native)', 'Romany or rmm'],
      ]);
      const languages = await bench.database.query<{ code: string }>(
        'SELECT DISTINCT language AS code FROM mediator_language ORDER BY 1',
      );
      expect(languages.map(({ code }) => code)).toEqual(['da', 'fa', 'ku', 'ro', 'so', 'th']);
    });

    it('NA', async () => {
      const { rejects } = await file('rna.csv');
      expect(rejects.map(({ column, suggestion }) => [column, suggestion])).toEqual([
        ['nationality', 'Namibia or an empty cell'],
        ['residence', 'Namibia or an empty cell'],
        ['ruled out', 'Namibia or an empty cell'],
      ]);
    });
  });

  describe('marks for a missing value', () => {
    it.each([
      ['residence', 'NA'],
      ['residence', 'na'],
      ['residence', 'N/A'],
      ['residence', 'NULL'],
      ['residence', 'None'],
      ['residence', '-'],
      ['residence', '.'],
      ['residence', 'na.'],
      ['residence', '(n/a)'],
      ['residence', 'ＮＡ'],
      ['residence', 'No.'],
      ['residence', 'sans objet'],
      ['nationality', 'KE; NA'],
      ['nationality', 'no'],
      ['nationality', 'Si'],
      ['territories', '--'],
      ['ruled_out', 'NO'],
      ['ruled_out', 'none'],
      ['ruled_out', '—'],
      ['pseudonymous', 'NA'],
      ['pseudonymous', '?'],
      ['languages', 'NA'],
      ['languages', 'nan'],
      ['languages', 'nil'],
      ['languages', 'nd'],
      ['languages', 'fr (B2); na'],
      ['full_name', 'NULL'],
      ['full_name', 'Unknown'],
      ['display_name', 'n/a'],
      ['code_name', 'غير معروف'],
      ['external_id', 'NA'],
      ['external_id', '#'],
      ['email', 'none'],
      ['telephone', 'N/A'],
      ['years', 'n.d.'],
      ['biography', 'NULL'],
      ['confirmed_on', 'NaT'],
    ])('%s: %s is rejected', async (field, text) => {
      const defaults = { language_level: 'B2' };
      const found = await rejectsOf({ [field]: text }, new ColumnMap({ columns: {}, defaults }));
      expect(found.map(({ column }) => column)).toEqual([field]);
    });

    it.each([
      ['full_name', '---'],
      ['full_name', 'N/A'],
      ['external_id', '–'],
    ])('%s: %s: no empty cell is suggested where every row needs a value', async (field, text) => {
      const [{ reason, suggestion } = { reason: '', suggestion: '' }] = await rejectsOf({
        [field]: text,
      });
      expect(reason).toContain('take the row out');
      expect(`${reason} ${suggestion}`).not.toMatch(/empty|mapping/);
    });

    it('a code name that tells who she is', async () => {
      const cells = { full_name: 'Amina Diallo', pseudonymous: 'yes' };
      for (const codeName of ['Heron Diallo', 'AMINA', 'Heron 1']) {
        expect(await rejectsOf({ ...cells, code_name: codeName })).toMatchObject([
          {
            column: 'code_name',
            reason: expect.stringContaining('The code name holds') as unknown,
          },
        ]);
      }
      expect(await rejectsOf({ ...cells, code_name: 'Heron' })).toEqual([]);
    });

    it.each([
      ['residence', 'Namibia'],
      ['residence', 'NAM'],
      ['nationality', 'NO'],
      ['publications', 'None'],
      ['emergency_contact', 'none'],
      ['full_name', 'Na Li'],
      ['languages', 'en|sn|nd'],
    ])('%s: %s is none', async (field, text) => {
      const defaults = { language_level: 'B2' };
      const columns = new ColumnMap({ columns: {}, defaults });
      expect(await rejectsOf({ [field]: text }, columns)).toEqual([]);
    });

    it('mean what a mapping file says, but never that she is safe', async () => {
      const missing = new ColumnMap({ columns: {}, defaults: {}, naMeans: 'missing' });
      expect(await rejectsOf({ residence: 'NA', years: '-', biography: 'NULL' }, missing)).toEqual(
        [],
      );
      expect(await kept('residence')).toEqual([null]);
      for (const field of ['ruled_out', 'pseudonymous']) {
        expect(await rejectsOf({ [field]: 'NA' }, missing)).toMatchObject([{ column: field }]);
      }
      const namibia = new ColumnMap({ columns: {}, defaults: {}, naMeans: 'Namibia' });
      expect(await rejectsOf({ residence: 'NA' }, namibia)).toEqual([]);
      expect(await kept('residence')).toEqual(['NA']);
      expect(await rejectsOf({ years: 'NA' }, namibia)).toMatchObject([{ column: 'years' }]);
    });
  });

  describe('numbers', () => {
    it.each([
      ['12.0', 12],
      ['١٢', 12],
      ['१२', 12],
      ['１２', 12],
    ])('%s is %i', async (text, value) => {
      expect(await rejectsOf({ years: text })).toEqual([]);
      expect(await kept('years')).toEqual([value]);
    });
  });

  describe('numbers in the list', () => {
    it.each([
      ['2.0231E+11'],
      ['2,0231E+11'],
      ['2,0231e11'],
      ['٢٫٠٢٣١E+11'],
      ['2.0231×10^11'],
      ['2.0231·10^11'],
      ['2.0231 × 10¹¹'],
      ['٢٫٠٢٣١×١٠^١١'],
      // With the letter of a Cyrillic keyboard.
      ['2.0231\u0415+11'],
      ["'00042"],
      ['’00042'],
      ['="00042"'],
      ['2E+11'],
      ['1042.0'],
      ['\u200b'],
      ['...'],
    ])('%j is rejected', async (text) => {
      expect(await rejectsOf({ external_id: text })).toMatchObject([{ column: 'external_id' }]);
    });

    it('are kept exactly where they say something: long ones, zeros, an E', async () => {
      const ids = [
        '1234567890123456',
        '12345678901234567890123',
        '0007',
        '1E5',
        '12-E3',
        'ab',
        'AB',
      ];
      const { created } = await bench.rows(
        'acacia',
        women(...ids.map((external_id, i) => record(i, { external_id }))),
      );
      expect(created).toBe(ids.length);
      expect([...(await bench.ids('acacia')).keys()].toSorted()).toEqual(ids.toSorted());
    });

    it('find the same woman in the next file, whatever nobody sees in them', async () => {
      await bench.rows('acacia', women(record(1, { external_id: 'KE-É 1' })));
      const forms = ['\u200eKE-É 1', 'KE\u2011E\u0301\u00a01', 'ＫＥ-É\u30001', 'KE-É\u200b  1'];
      for (const external_id of forms) {
        const { unchanged } = await bench.rows('acacia', women(record(1, { external_id })));
        expect(unchanged).toBe(1);
      }
      const { rejects } = await bench.rows(
        'acacia',
        women(...forms.map((external_id, i) => record(i, { external_id }))),
      );
      expect(rejects.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
    });

    it('of 16 digits and more are shown among the rejects: no telephone number is as long', async () => {
      const external_id = '1234567890123456';
      const { rejects } = await bench.rows(
        'acacia',
        women(record(1, { external_id }), record(2, { external_id })),
      );
      expect(rejects).toMatchObject([
        { row: 2, value: external_id, reason: expect.stringContaining('rows 2 and 3') },
        { row: 3, value: external_id },
      ]);
    });
  });

  describe('dates', () => {
    it.each(['confirmed_on', 'consent_on', 'date_of_birth'])(
      '%s is not still to come',
      async (field) => {
        expect(await rejectsOf({ [field]: '2026-11-03' })).toMatchObject([{ column: field }]);
        expect(await rejectsOf({ [field]: '2026-11-01' })).toEqual([]);
      },
    );
  });

  describe('characters that a web page writes in letters', () => {
    it.each([
      ['full_name', 'Zo&eacute; N&#39;Diaye', "Zoé N'Diaye"],
      ['full_name', '&#x627;&#1605;&#1610;&#1606;&#x629;', 'امينة'],
      ['display_name', 'Fran&ccedil;oise&nbsp;B&acirc;', 'Françoise Bâ'],
      ['languages', 'Fran&ccedil;ais (C1)', 'Français (C1)'],
      ['education', 'Law &amp; peace', 'Law & peace'],
    ])('%s %s is refused, with the text as the page shows it', async (column, text, shown) => {
      expect(await rejectsOf({ [column]: text })).toMatchObject([
        { column, suggestion: shown, reason: expect.stringContaining('web page') },
      ]);
    });

    it.each(['R&D; peace', 'Law &Order; both', 'a &#0; b', '&eacute'])(
      '%s holds none',
      async (education) => {
        expect(await rejectsOf({ education })).toEqual([]);
      },
    );
  });

  describe('names', () => {
    it.each(['#REF', '#Deleted', '=#REF!', '＃REF!', '#REF!A1', '#无法获取', 'エラー:508'])(
      '%s is none',
      async (full_name) => {
        expect(await rejectsOf({ full_name })).toMatchObject([{ column: 'full_name' }]);
      },
    );

    it('keep joiners where they mean something, and lose nothing in silence', async () => {
      expect(await rejectsOf({ full_name: 'میر\u200cحسینی' })).toEqual([]);
      expect(await kept('full_name')).toEqual(['میر\u200cحسینی']);
      expect(await rejectsOf({ full_name: 'Ami\u200bna' })).toMatchObject([
        { column: 'full_name', suggestion: 'Amina' },
      ]);
      expect(await rejectsOf({ name_variants: 'Amina; \u3164' })).toMatchObject([
        { column: 'name_variants' },
      ]);
    });
  });

  describe('lengths', () => {
    it('are counted in characters, as the database does', async () => {
      const fits = { full_name: '𞤀'.repeat(200), biography: '🕊'.repeat(20_000) };
      expect(await rejectsOf(fits)).toEqual([]);
      expect(await kept('full_name')).toEqual([fits.full_name]);
      expect(await rejectsOf({ full_name: '𞤀'.repeat(201) })).toMatchObject([
        { column: 'full_name', reason: 'The text is longer than 200 characters.' },
      ]);
    });
  });

  describe('addresses and telephone numbers', () => {
    it.each([
      ['email', 'jane@example.org,'],
      ['email', 'Jane <jane@example.org>'],
      ['email', 'jane@example.org / doe@example.org'],
      ['email', 'jane＠example.org'],
      ['email', 'jane@exämple.org'],
      ['email', 'jane@example.org\u200b'],
      ['telephone', '2,54712E+11'],
      ['telephone', '2.54712e+11'],
      ['telephone', '254712000000.0'],
      ['telephone', '2·54712E+11'],
      ['telephone', '2.54712 × 10¹¹'],
      ['telephone', '254712E6'],
      ['telephone', '+254 712 000 000; 2.54712E+11'],
      ['telephone', 'tel:+254712000000'],
      ['telephone', 'WhatsApp: +254712000000'],
      ['telephone', 'see mail'],
    ])('%s %s is rejected and not repeated', async (field, text) => {
      const { rejects } = await bench.rows('acacia', women(record(1, { [field]: text })));
      expect(rejects).toMatchObject([{ column: field, value: '(not shown)' }]);
      expect(JSON.stringify(rejects)).not.toMatch(/example|54712/);
    });

    it.each([
      ['+254 712 000 000'],
      ['(0)20 7946 0958 ext. 5'],
      ['٠١٢٣٤٥٦٧٨٩'],
      ['+44 20 7946 0958 / +44 20 7946 0959'],
    ])('%s is a telephone number', async (telephone) => {
      expect(await rejectsOf({ telephone })).toEqual([]);
    });
  });
});
