import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ColumnMap, type Mapping } from '#directory';
import { record } from '../support/fill.js';
import { openImportBench, rawRow, rawRows, type ImportBench } from '../support/importing.js';

/** What networks write is read as it was meant, noted where it says less, and refused where it says too little. */
describe('wording in imported files', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await openImportBench('acacia');
  });
  afterAll(async () => bench.drop());
  beforeEach(async () => bench.clear());

  const imported = (records: Record<string, string>[], mapping: Partial<Mapping> = {}) =>
    bench.rows('acacia', rawRows(records.map((cells, i) => rawRow(i + 2, cells))), {
      columns: new ColumnMap({ columns: {}, defaults: {}, ...mapping }),
    });
  const one = async (cells: Record<string, string>, mapping: Partial<Mapping> = {}) =>
    imported([record(1, cells)], mapping);
  const kept = async (column: string, table = 'mediator'): Promise<unknown[]> => {
    const rows = await bench.database.query<{ value: unknown }>(
      `SELECT ${column} AS value FROM ${table} ORDER BY 1`,
    );
    return rows.map(({ value }) => value);
  };

  describe('years', () => {
    it('are read as written, and noted by column where they are a lower bound or counted', async () => {
      const texts = ['15', '8 ans', '10+', '5-10', 'Plus de 20 ans', '15 سنة', 'since 2005'];
      const { created, remarks, rejects } = await imported(
        texts.map((years, i) => record(i, { years })),
      );
      expect(rejects).toEqual([]);
      expect(created).toBe(texts.length);
      expect(await kept('years')).toEqual([5, 8, 10, 15, 15, 20, 21]);
      expect(remarks).toEqual([
        {
          part: 'column',
          name: 'years',
          fate: 'noted',
          reason: 'rows 4-6: read as a lower bound',
        },
        {
          part: 'column',
          name: 'years',
          fate: 'noted',
          reason: 'rows 8: counted from the year named to the day of the import',
        },
      ]);
    });

    it.each([
      ['about 10', '10'],
      ['2005', 'since 2005'],
      ['1.5', ''],
      ['up to 10', ''],
      ['99', ''],
    ])('%s is rejected', async (years, suggestion) => {
      const { rejects, remarks } = await one({ years });
      expect(rejects).toMatchObject([
        { column: 'years', suggestion, reason: expect.stringContaining('whole years') },
      ]);
      expect(remarks).toEqual([]);
    });

    it('of a row that is rejected are not noted', async () => {
      const { remarks, rejected } = await one({ years: '10+', residence: 'Atlantis' });
      expect(rejected).toBe(1);
      expect(remarks).toEqual([]);
    });
  });

  describe('dates', () => {
    it('in figures are rejected as long as no order is chosen, and the reason says how to', async () => {
      const { rejects } = await one({ member_since: '03/04/2021' });
      expect(rejects).toMatchObject([
        {
          column: 'member_since',
          suggestion: '2021-04-03 or 2021-03-04',
          reason: expect.stringContaining('the order for the whole file'),
        },
      ]);
      expect((await one({ member_since: '13.03.2019' })).rejects).toMatchObject([
        { suggestion: '2019-03-13', reason: expect.stringContaining('DMY, MDY, YMD') },
      ]);
    });

    it.each([
      ['DMY', '2021-04-03'],
      ['MDY', '2021-03-04'],
    ] as const)('in figures are read in the order %s', async (dateOrder, day) => {
      const cells = { member_since: '03/04/2021', date_of_birth: '3 avril 1980' };
      expect((await one(cells, { dateOrder })).rejects).toEqual([]);
      expect(await kept('since::text', 'affiliation')).toEqual([day]);
    });

    it.each([
      ['13/25/2021', 'DMY', ''],
      ['13/03/2021', 'MDY', '2021-03-13'],
      ['2021/04/03', 'DMY', '2021-04-03'],
    ] as const)('%s is none in the order %s', async (member_since, dateOrder, suggestion) => {
      const { rejects } = await one({ member_since }, { dateOrder });
      expect(rejects).toMatchObject([{ column: 'member_since', suggestion }]);
    });

    it('in words are read without an order', async () => {
      expect((await one({ member_since: '1er août 2021' })).rejects).toEqual([]);
      expect((await one({ member_since: '٣ أبريل ٢٠٢١' })).rejects).toEqual([]);
      expect((await one({ member_since: 'March 2019' })).rejects).toMatchObject([
        { suggestion: '2019-03-01' },
      ]);
      expect((await one({ member_since: '2019' })).rejects).toMatchObject([
        { suggestion: '2019-01-01' },
      ]);
    });

    it('of birth are never repeated', async () => {
      const { rejects } = await one({ date_of_birth: '03/04/1980' });
      expect(rejects).toMatchObject([{ value: '(not shown)', suggestion: '' }]);
      expect(JSON.stringify(rejects)).not.toContain('1980');
    });

    it('of deployments are read in the same order', async () => {
      const deployments = 'Juba talks | | | | | SS | 03/04/2012 | 3 March 2014';
      expect((await one({ deployments }, { dateOrder: 'DMY' })).rejects).toEqual([]);
      expect(await kept('year_from', 'experience')).toEqual([2012]);
      expect((await one({ deployments })).rejects).toMatchObject([{ column: 'deployments' }]);
    });
  });

  describe('telephone numbers', () => {
    it('without a country code are kept as written and noted, never repeated', async () => {
      const telephones = ['77 123 45 67', '+223 66 00 00 00', '00254 712 000 000', '٠١٢٣٤٥٦٧٨٩'];
      const outcome = await imported(telephones.map((telephone, i) => record(i, { telephone })));
      expect(outcome.created).toBe(4);
      expect(outcome.remarks).toEqual([
        {
          part: 'column',
          name: 'telephone',
          fate: 'noted',
          reason: 'rows 2, 5: kept as written, without a country code',
        },
      ]);
      expect(JSON.stringify(outcome)).not.toMatch(/77 123|٠١٢/);
    });

    it('beside one with a country code are noted, too', async () => {
      const { remarks } = await one({ telephone: '+223 66 00 00 00 / 77 123 45 67' });
      expect(remarks).toHaveLength(1);
      expect((await one({ telephone: '+44 (0)20 7946 0958' })).remarks).toEqual([]);
    });
  });

  describe('consent', () => {
    const columns = {
      'Do you agree to be listed?': 'consent:LISTED,MATCHED',
      'Statistics?': 'consent:STATISTICS',
      'May we list you?': 'consent:LISTED',
    };
    const without = { ...record(1) };
    delete without.consent;
    const answered = (cells: Record<string, string>) =>
      imported([{ ...without, ...cells }], { columns });
    const given = () => kept('purpose', 'consent WHERE withdrawn_at IS NULL');

    it.each(['Sí', 'Sim', 'oui', 'x', '✓', 'I agree', 'نعم', 'Ndiyo', 'TRUE'])(
      '%s counts where the mapping file says for which purposes',
      async (answer) => {
        const { created, unlisted, rejects } = await answered({
          'Do you agree to be listed?': answer,
        });
        expect({ created, unlisted, rejects }).toEqual({ created: 1, unlisted: 0, rejects: [] });
        expect(await given()).toEqual(['LISTED', 'MATCHED']);
      },
    );

    it('counts where the header itself says for which purposes', async () => {
      expect((await answered({ 'Consent LISTED': 'yes' })).rejects).toEqual([]);
      expect(await given()).toEqual(['LISTED']);
    });

    it.each(['yes', 'Sí', 'x', 'I agree'])(
      '%s alone is rejected in a column without purposes',
      async (consent) => {
        const { rejects, created } = await answered({ consent });
        expect(created).toBe(0);
        expect(rejects).toMatchObject([
          {
            column: 'consent',
            value: consent,
            suggestion: '',
            reason: expect.stringContaining('"consent:LISTED,MATCHED"'),
          },
        ]);
      },
    );

    it.each<Record<string, string>>([
      { consent: 'No' },
      { 'Do you agree to be listed?': 'Hapana' },
    ])('an answer no makes a draft that nobody sees: %j', async (cells) => {
      const { created, unlisted } = await answered(cells);
      expect({ created, unlisted }).toEqual({ created: 1, unlisted: 1 });
      expect(await given()).toEqual([]);
      expect(await bench.seen('acacia')).toEqual({ public: [], vetted: [] });
    });

    it('of several columns is united by purpose, and a no wins', async () => {
      await answered({ 'Do you agree to be listed?': 'yes', 'Statistics?': 'yes' });
      expect(await given()).toEqual(['LISTED', 'MATCHED', 'STATISTICS']);
      await bench.clear();
      await answered({ 'Do you agree to be listed?': 'yes', 'May we list you?': 'no' });
      expect(await given()).toEqual(['MATCHED']);
      await bench.clear();
      await answered({ consent: 'LISTED, MATCHED', 'Do you agree to be listed?': 'no' });
      expect(await given()).toEqual([]);
    });

    it('may name purposes, with commas or "and" between them', async () => {
      await answered({ consent: 'LISTED, matched and statistics' });
      expect(await given()).toEqual(['LISTED', 'MATCHED', 'STATISTICS']);
    });

    it.each<[Record<string, string>, string]>([
      [{ 'Statistics?': 'LISTED' }, 'STATISTICS'],
      [{ 'Statistics?': 'yes, but not abroad' }, 'STATISTICS'],
      [{ consent: 'LISTED, everything' }, 'PUBLISHED_ABROAD'],
    ])('that is not understood is rejected: %j', async (cells, named) => {
      const { rejects, created } = await answered(cells);
      expect(created).toBe(0);
      expect(rejects[0]?.reason).toContain(named);
    });
  });

  describe('availability', () => {
    it.each([
      ['Immediately', 'available'],
      ['oui', 'available'],
      ['x', 'available'],
      ['Yes, immediately', 'available'],
      ['disponible tout de suite', 'available'],
      ['de inmediato', 'available'],
      ['imediata', 'available'],
      ['mara moja', 'available'],
      ['متاحة فورا', 'available'],
      ['mi-temps', 'limited'],
      ['No', 'unavailable'],
      ['pas disponible', 'unavailable'],
      ['Hapana', 'unavailable'],
    ])('%s is %s', async (availability, band) => {
      expect((await one({ availability })).rejects).toEqual([]);
      expect(await kept('availability_band')).toEqual([band]);
    });

    it.each([
      ['From June', '2027-06-01/ or 2026-06-01/'],
      ['à partir de mars 2027', '2027-03-01/'],
      ['Yes, no', ''],
      ['when asked', ''],
    ])('%s is rejected', async (availability, suggestion) => {
      expect((await one({ availability })).rejects).toMatchObject([
        { column: 'availability', suggestion },
      ]);
    });

    it('may be periods in the order of the file', async () => {
      const availability = '01.03.2027/30.06.2027; 1 September 2027/';
      expect((await one({ availability }, { dateOrder: 'DMY' })).rejects).toEqual([]);
      expect((await one({ availability })).rejects).toHaveLength(1);
      expect((await one({ availability: '2027-06-30/2027-03-01' })).rejects).toHaveLength(1);
    });
  });

  describe('languages', () => {
    it('that are several are asked about', async () => {
      expect(
        (await one({ languages: 'English (fluent), Luo (mother tongue)' })).rejects,
      ).toMatchObject([
        {
          column: 'languages',
          value: 'Luo (mother tongue)',
          suggestion: 'Dholuo or Acoli or Lango (Uganda) or Alur or Adhola',
          reason: expect.stringContaining('Luo (luo)'),
        },
      ]);
      expect((await one({ languages: 'crioulo (materna)' })).rejects).toHaveLength(1);
      expect((await one({ languages: 'crioulo da Guiné-Bissau (materna)' })).rejects).toEqual([]);
      expect(await kept('language', 'mediator_language')).toEqual(['pov']);
    });

    it('with one level for several have it each, also where the mapping says what one means', async () => {
      const values = { languages: { Swahli: 'Swahili' } };
      const languages = 'Bilingual French/English; fluent in Swahli, Arabic and Lingala';
      expect((await one({ languages }, { values })).rejects).toEqual([]);
      const levels = await kept("language || ' ' || level", 'mediator_language');
      expect(levels).toEqual(['ar C1', 'en C2', 'fr C2', 'ln C1', 'sw C1']);
    });
  });

  describe('nationalities', () => {
    it('of two countries in one word are both, or all that they can be is suggested', async () => {
      expect((await one({ nationality: 'tchado-camerounaise' })).rejects).toEqual([]);
      expect((await one({ nationality: 'guinéo-malienne' })).rejects).toMatchObject([
        {
          value: 'guinéo-malienne',
          reason: expect.stringContaining('can be Guinea and Mali or '),
          suggestion: 'Guinea and Mali or Equatorial Guinea and Mali or Guinea-Bissau and Mali',
        },
      ]);
      expect((await one({ nationality: 'Guinea and Mali' })).rejects).toEqual([]);
    });

    it('are no regions', async () => {
      const reason = expect.stringContaining('is a region or a group of several countries');
      expect((await one({ territories: 'Mali, Afrique de l’Ouest' })).rejects).toMatchObject([
        { value: 'Afrique de l’Ouest', reason },
      ]);
      expect((await one({ nationality: 'Grands Lacs' })).rejects).toMatchObject([{ reason }]);
    });
  });

  describe('topics', () => {
    it('are read by their words in six languages', async () => {
      const expertise =
        'Médiation communautaire, genre; Cessez-le-feu\nوساطة مجتمعية؛ حقوق الإنسان; Eleições, elections observation';
      expect((await one({ expertise })).rejects).toEqual([]);
      expect(await kept('expertise', 'mediator_expertise')).toEqual([
        'governance.elections',
        'inclusion.womens-participation',
        'justice.human-rights-monitoring',
        'mediation.ceasefire-mediation',
        'mediation.insider-and-community-mediation',
      ]);
    });

    it('with other words are rejected one by one, the likest suggested first', async () => {
      const { rejects } = await one({ expertise: 'Comunity mediation, Elections, trade' });
      expect(rejects.map(({ value }) => value)).toEqual(['Comunity mediation', 'trade']);
      expect(rejects[0]?.suggestion).toMatch(/^Insider and community mediation or /);
    });
  });
});
