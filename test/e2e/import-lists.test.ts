import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { ColumnMap, openRows, type Mapping } from '#directory';
import { fixture, openImportBench, type ImportBench, type Outcome } from '../support/importing.js';

/** Given once for a list that does not say it itself. */
const LEVEL: Mapping['defaults'] = { language_level: 'B2' };
const CONSENT: Mapping['defaults'] = { consent: 'LISTED; MATCHED' };

interface Mediator {
  readonly number: string;
  readonly statement: Record<string, unknown>;
  readonly state: string;
}

describe('the lists that networks keep', () => {
  let bench: ImportBench;
  const tried = new Set<string>();

  beforeAll(async () => {
    bench = await openImportBench('acacia');
  });
  afterEach(() => bench.clear());
  afterAll(() => bench.drop());

  const importList = async (
    name: string,
    mapping: Partial<Mapping> = {},
    sheets: readonly string[] = [],
  ): Promise<Outcome & { readonly mediators: readonly Mediator[] }> => {
    tried.add(name);
    const columns = new ColumnMap({ columns: {}, defaults: {}, ...mapping });
    const rows = await openRows(fixture(`lists/${name}`), columns, { sheets });
    const found = await bench.rows('acacia', rows, { columns });
    const mediators = await bench.database.query<Mediator>(
      `SELECT external_id AS number, a.asserted AS statement, m.state FROM affiliation a
       JOIN mediator m ON m.id = a.mediator_id ORDER BY external_id COLLATE "C"`,
    );
    return { ...found, mediators };
  };
  const languagesOf = ({ statement }: Mediator) =>
    (statement.languages as { code: string; level: string }[]).map(
      ({ code, level }) => `${code} ${level}`,
    );
  const topicsOf = ({ statement }: Mediator) =>
    (statement.expertise as { code: string }[]).map(({ code }) => code);

  it('a workbook with titles, a hidden column and a sheet of former members', async () => {
    await expect(importList('01-titre-fusionne-feuilles.xlsx')).rejects.toThrow(
      'The sheets "Membres 2026" and "Anciennes" look like lists',
    );
    const { mediators, rejects, remarks } = await importList(
      '01-titre-fusionne-feuilles.xlsx',
      { defaults: CONSENT },
      ['Membres 2026'],
    );
    expect(rejects).toEqual([]);
    expect(mediators.map(({ number }) => number)).toEqual(['1', '2', '3', '4']);
    expect(mediators.map(languagesOf)).toEqual([
      ['en B1', 'fr C1', 'wo native'],
      ['bm native', 'fr C1', 'taq B2'],
      ['ar B1', 'fr C1', 'tmh C2'],
      ['fr C1', 'ha native'],
    ]);
    expect(mediators.map(({ statement }) => statement.nationalities)).toEqual([
      ['SN'],
      ['ML'],
      ['ML', 'NE'],
      ['NE'],
    ]);
    expect(mediators.map(({ statement }) => statement.years)).toEqual([10, 15, 20, 7]);
    expect(remarks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ place: 'J', reason: 'it is hidden in the sheet' }),
        expect.objectContaining({ reason: 'rows 7: read as a lower bound' }),
        expect.objectContaining({ reason: expect.stringContaining('without a country code') }),
        expect.objectContaining({ part: 'sheet', name: 'Anciennes', fate: 'left out' }),
      ]),
    );
  });

  it('a header in two rows over columns of levels and marks', async () => {
    const { mediators, rejects } = await importList('02-two-row-header.xlsx', {
      defaults: { ...LEVEL, ...CONSENT },
    });
    expect(rejects).toEqual([]);
    expect(mediators).toHaveLength(3);
    const [grace] = mediators;
    expect(grace?.statement).toMatchObject({
      fullName: 'Grace Achieng',
      residence: 'KE',
      territories: ['KE', 'SO'],
      years: 12,
    });
    expect(languagesOf(grace!)).toEqual(['en C2', 'sw native']);
    expect(topicsOf(grace!)).toContain('inclusion.womens-participation');
  });

  it('answers of a form', async () => {
    const { mediators, rejects, remarks } = await importList('03-google-forms.csv', {
      defaults: LEVEL,
    });
    expect(rejects).toEqual([]);
    const byName = new Map(mediators.map((one) => [one.statement.fullName, one]));
    expect([...byName.keys()].toSorted()).toEqual(['Anita Kamau', 'Hirut Bekele', 'Nyawal Deng']);
    expect(byName.get('Hirut Bekele')?.state).toBe('draft');
    expect(byName.get('Anita Kamau')?.state).not.toBe('draft');
    expect(byName.get('Anita Kamau')?.statement).toMatchObject({ nationalities: ['KE'], years: 5 });
    for (const { statement } of mediators) expect(statement.birthYear).toBeUndefined();
    expect(remarks).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ name: 'Timestamp', fate: 'left out' })]),
    );
  });

  it('a row for each language', async () => {
    const { mediators, rejects } = await importList('04-row-per-language.xlsx');
    expect(rejects).toEqual([]);
    expect(mediators.map((one) => [one.number, ...languagesOf(one)])).toEqual([
      ['NM-1', 'en C2', 'es C1', 'no native'],
      ['NM-2', 'en C1', 'fi native'],
      ['NM-3', 'da native'],
    ]);
  });

  it('a column of marks for each language and topic', async () => {
    const { mediators, rejects } = await importList('05-x-matrix.xlsx', {
      defaults: { ...LEVEL, ...CONSENT },
    });
    expect(rejects).toEqual([]);
    expect(mediators.map((one) => [one.number, ...languagesOf(one)])).toEqual([
      ['A1', 'en B2', 'pt B2'],
      ['A2', 'ar B2', 'en B2', 'fr B2'],
      ['A3', 'en B2', 'pt B2'],
    ]);
    expect(mediators.map((one) => topicsOf(one).length)).toEqual([2, 3, 3]);
  });

  it('first and last name apart', async () => {
    const { mediators } = await importList('06b-nom-prenom.csv');
    expect(mediators.map(({ statement }) => statement.fullName)).toEqual([
      'Aïcha TRAORÉ',
      'Fanta TRAORÉ',
    ]);
  });

  it('an Arabic sheet from right to left', async () => {
    const { mediators, rejects } = await importList('07-arabic-rtl.xlsx', { defaults: CONSENT });
    expect(rejects).toEqual([]);
    expect(mediators.map(({ statement }) => [statement.years, statement.nationalities])).toEqual(
      expect.arrayContaining([
        [12, ['SD']],
        [15, ['SY']],
        [8, ['MA']],
      ]),
    );
    const huda = mediators.find(({ statement }) => statement.years === 15);
    expect(languagesOf(huda!)).toEqual(['ar C2', 'en C2', 'fr C2']);
    expect(huda?.statement.territories).toEqual(['LB', 'SY']);
  });

  it('a spreadsheet of OpenDocument', async () => {
    const { mediators, rejects } = await importList('09-simple.ods', { defaults: LEVEL });
    expect(rejects).toEqual([]);
    expect(mediators.map(({ statement }) => [statement.fullName, statement.years])).toEqual([
      ['Zainab Bangura-Kamara', 18],
      ['Étienne-Rose Mbarga', 9],
      ['Þóra Jónsdóttir', 13],
    ]);
  });

  it('an export of CiviCRM', async () => {
    const { mediators, rejects, remarks } = await importList('11-civicrm.csv', {
      defaults: { ...LEVEL, ...CONSENT },
    });
    expect(rejects).toEqual([]);
    expect(mediators.map(({ number, statement }) => [number, statement.displayName])).toEqual([
      ['1042', 'Amal Haddad'],
      ['1043', 'Rita Obeid'],
    ]);
    expect(remarks.map(({ reason }) => reason)).toContain(
      'rows 2-3: a title before the name was left out',
    );
  });

  it('a list without numbers, which is found again', async () => {
    const first = await importList('13-no-id.csv');
    expect(first).toMatchObject({ created: 2, rejected: 0 });
    expect(await importList('13-no-id.csv')).toMatchObject({
      unchanged: 2,
      created: 0,
      updated: 0,
    });
  });

  it.each([
    ['14-es.csv', 'Consentimiento', 2, 0],
    // Which creole is meant is asked.
    ['14-pt.csv', 'Consentimento', 1, 1],
  ])('%s with the purposes of its consent', async (name, header, created, rejected) => {
    const mapping = { columns: { [header]: 'consent:LISTED,MATCHED' } };
    const found = await importList(name, mapping);
    expect(found).toMatchObject({ created, rejected });
    for (const { reason } of found.rejects) expect(reason).toContain('"crioulo" can be');
    expect(found.mediators.map(({ state }) => state)).not.toContain('draft');
  });

  it('years, days and consents in many wordings', async () => {
    const { mediators, rejects } = await importList('16-years-consent.csv', {
      columns: { Consent: 'consent:LISTED,MATCHED' },
      dateOrder: 'DMY',
    });
    expect(mediators.map(({ number, statement }) => [number, statement.years])).toEqual([
      ['1', 15],
      ['4', 10],
      ['5', 12],
    ]);
    expect(rejects.map(({ row, column, value }) => [row, column, value])).toEqual([
      [3, 'Available', 'From June'],
      [3, 'Joined', 'March 2019'],
      [4, 'Joined', '2019'],
    ]);
  });

  it('a row with a cell too few, and one whose list is not quoted', async () => {
    const { mediators, rejects } = await importList('19-shifted.csv');
    expect(mediators.map((one) => [one.number, ...languagesOf(one)])).toEqual([
      ['1', 'en B1', 'fr C1'],
      ['2', 'fr C1'],
    ]);
    expect(rejects).toMatchObject([
      { row: 4, reason: expect.stringContaining('a cell is missing') },
    ]);
  });

  it('two columns of one name', async () => {
    await expect(importList('21-two-columns-same.csv')).rejects.toThrow(
      'The columns C "Country" and D "Country" both mean residence',
    );
  });

  it('commas, slashes and "and" between values', async () => {
    const { mediators, rejects } = await importList('23-comma-lists-quoted.csv', {
      defaults: LEVEL,
    });
    expect(mediators.map((one) => [one.number, ...languagesOf(one)])).toEqual([
      ['1', 'en C2'],
      ['2', 'en B2', 'fr B2'],
      ['3', 'en C1'],
      ['4', 'ar B2', 'en B2', 'fr B2'],
      ['5', 'en B2', 'fr B2'],
    ]);
    expect(mediators[2]?.statement.territories).toEqual(['CD']);
    expect(rejects).toMatchObject([{ row: 7, value: 'Luo (mother tongue)' }]);
  });

  it('are all tried', () => {
    const all = readdirSync(fixture('lists')).filter((name) => !name.endsWith('.md'));
    expect([...tried].toSorted()).toEqual(all.toSorted());
  });
});
