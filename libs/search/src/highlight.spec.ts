import { describe, expect, it } from '@jest/globals';
import type { SearchableProfile } from './document/search-document.js';
import { highlightsOf } from './highlight.js';

const AMINA: SearchableProfile = {
  id: '01900000-0000-7000-8000-000000000001',
  publicId: '4a1c3b52-7d7e-4f0a-9c55-0f3f6f1f2a10',
  clearance: 'PUBLIC',
  name: 'Amina Traoré',
  otherNames: [],
  keywords: [],
  texts: {
    'biography.fr': 'A conduit des pourparlers de paix à Gao.',
    'biography.en': 'Led peace talks in Gao.',
  },
  networks: [],
  languages: [],
  territories: [],
  expertise: [],
  tracks: [],
  roles: [],
  years: null,
  yearsBand: 15,
  availabilityBand: null,
  confirmedOn: null,
};

describe('highlights', () => {
  it('mark what was found, with no markup', () => {
    expect(highlightsOf(AMINA, 'amina gao')).toEqual([
      { field: 'name', fragment: '‹Amina› Traoré' },
      { field: 'biography.fr', fragment: 'A conduit des pourparlers de paix à ‹Gao›.' },
      { field: 'biography.en', fragment: 'Led peace talks in ‹Gao›.' },
    ]);
  });

  it('forgive small typing errors, as the search does', () => {
    expect(highlightsOf(AMINA, 'Anina')).toEqual([{ field: 'name', fragment: '‹Amina› Traoré' }]);
  });

  it('hold nothing that is not sought, and nothing without a search', () => {
    expect(highlightsOf(AMINA, 'havana')).toEqual([]);
    expect(highlightsOf(AMINA, undefined)).toEqual([]);
  });

  it.each([
    ['Mona El-Amin', 'elamin', 'Mona ‹El-Amin›'],
    ['Mona El-Amin', 'el amin', 'Mona ‹El›-‹Amin›'],
    ['Khady N’Diaye', 'Ndiaye', 'Khady ‹N’Diaye›'],
    ['Khady Ndiaye', "n'diaye", 'Khady ‹Ndiaye›'],
    ['Amina Traoré', 'amina traore', '‹Amina› ‹Traoré›'],
    ['Fati\u00admata Sow', 'fatimata', '‹Fati\u00admata› Sow'],
    ['Weiß Großmann', 'grossmann', 'Weiß ‹Großmann›'],
    ['ﬁona Oﬃah', 'offiah', 'ﬁona ‹Oﬃah›'],
    ['王小明', '小明', '王‹小明›'],
    ['𠮷野家屋', '家屋', '𠮷野‹家屋›'],
    ['𞤀𞤭𞤧𞤢𞥄𞤼𞤵 𞤄𞤢𞤤𞤣𞤫', '𞤢𞤭𞤧𞤢𞤼𞤵', '‹𞤀𞤭𞤧𞤢𞥄𞤼𞤵› 𞤄𞤢𞤤𞤣𞤫'],
    ['زینب کریمی', 'زينب', '‹زینب› کریمی'],
    ['مُحَمَّد علي', 'محمد', '‹مُحَمَّد› علي'],
    ['สมหญิงใจดี', 'ใจดี', 'สมหญิง‹ใจดี›'],
  ])('mark the right letters of %j where %j is sought', (name, search, fragment) => {
    expect(highlightsOf({ ...AMINA, name, texts: {} }, search)).toEqual([
      { field: 'name', fragment },
    ]);
  });
});
