import { describe, expect, it } from '@jest/globals';
import { ColumnMap } from '../columns/column-map.js';
import type { RawRow } from '../readers/raw-row.js';
import { checkRow } from './check-row.js';

const TODAY = '2026-11-29';

function row(number: number, texts: Readonly<Record<string, string>>): RawRow {
  const all = { external_id: `n${number}`, full_name: 'Ada Example', ...texts };
  return { number, cells: Object.entries(all).map(([header, text]) => ({ header, text })) };
}

describe('what the texts of a column were read as before', () => {
  it('is the same for every row, and rejected for every row', () => {
    const columns = new ColumnMap();
    const texts = { residence: 'Kenya', tracks: '1; 2', consent: 'LISTED', years: 'many' };
    const [one, other] = [2, 3].map((number) => checkRow(row(number, texts), columns, TODAY));
    expect(one).toMatchObject({ draft: null, rejects: [{ row: 2, field: 'years' }] });
    expect(other).toMatchObject({ draft: null, rejects: [{ row: 3, field: 'years' }] });
    const plain = { ...texts, years: '5' };
    for (const number of [4, 5]) {
      expect(checkRow(row(number, plain), columns, TODAY)).toMatchObject({
        draft: { residence: 'KE', tracks: ['1', '2'], consents: ['LISTED'], years: 5 },
      });
    }
  });

  it('is noted for every row', () => {
    const columns = new ColumnMap();
    for (const number of [2, 3]) {
      const checked = checkRow(row(number, { years: '10+' }), columns, TODAY);
      expect(checked).toMatchObject({ notes: [{ row: number, kind: 'lowerBound' }] });
    }
  });

  it('is another day another', () => {
    const columns = new ColumnMap();
    const since = row(2, { consent_on: '2026-12-05' });
    expect(checkRow(since, columns, TODAY)).toMatchObject({ rejects: [{ field: 'consent_on' }] });
    expect(checkRow(since, columns, '2026-12-05').draft?.consentOn).toBe('2026-12-05');
    expect(checkRow(since, columns, TODAY)).toMatchObject({ rejects: [{ field: 'consent_on' }] });
  });

  it('belongs to the field, where a default stands in the place of another column of that name', () => {
    const columns = new ColumnMap({
      columns: { residence: 'nationality' },
      defaults: { residence: 'Kenya' },
    });
    for (const number of [2, 3]) {
      expect(checkRow(row(number, { residence: 'Kenya' }), columns, TODAY).draft).toMatchObject({
        nationalities: ['KE'],
        residence: 'KE',
      });
    }
  });
});
