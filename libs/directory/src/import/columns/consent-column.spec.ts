import { describe, expect, it } from '@jest/globals';
import { ColumnMap } from './column-map.js';
import { consentColumn } from './consent-column.js';

describe('a column of consent', () => {
  it.each([
    ['consent:LISTED', ['LISTED']],
    ['consent:LISTED,MATCHED', ['LISTED', 'MATCHED']],
    ['consent: matched; published_abroad', ['MATCHED', 'PUBLISHED_ABROAD']],
    ['Consent LISTED', ['LISTED']],
    ['Consent to be listed', ['LISTED']],
    ['Consent (LISTED, MATCHED)', ['LISTED', 'MATCHED']],
    ['Consentement PUBLISHED_ABROAD', ['PUBLISHED_ABROAD']],
    ['LISTED consent', ['LISTED']],
    ['الموافقة LISTED', ['LISTED']],
    ['موافقة LISTED', ['LISTED']],
  ])('%s says its purposes', (name, purposes) => {
    expect(consentColumn(name)).toEqual({ field: 'consent', language: null, purposes });
  });

  it.each([
    'consent',
    'consent:',
    'consent:YES',
    'consent:LISTED,EVERYTHING',
    'Consent LISTED or not',
    'Consent date',
    'Consent by her father LISTED',
    'Not listed consent',
    'موافقة',
    'غير موافقة LISTED',
    'بدون موافقة LISTED',
    'Do you agree?',
    '',
  ])('%s says none', (name) => {
    expect(consentColumn(name)).toBeNull();
  });

  it.each([
    ['موافقة', 'consent'],
    ['الموافقة', 'consent'],
    ['Años', 'years'],
    ['Anos', 'years'],
    ['Año', undefined],
    ['May we list you?', undefined],
  ])('%s is, or is not, a header by itself', (header, field) => {
    expect(new ColumnMap().column(header)?.field).toBe(field);
  });

  it('is found by its header and by what a mapping file says', () => {
    const columns = new ColumnMap({
      columns: { 'Do you agree to be listed?': 'consent:LISTED,MATCHED' },
      defaults: {},
    });
    const purposes = (header: string) => columns.column(header)?.purposes;
    expect(purposes('Do you agree to be listed?')).toEqual(['LISTED', 'MATCHED']);
    expect(purposes('Consent STATISTICS')).toEqual(['STATISTICS']);
    expect(purposes('Consent')).toBeUndefined();
  });
});
