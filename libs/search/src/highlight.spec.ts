import { describe, expect, it } from '@jest/globals';
import type { SearchableProfile } from './document/search-document.js';
import { highlightsOf } from './highlight.js';

const AMINA: SearchableProfile = {
  id: '01900000-0000-7000-8000-000000000001',
  publicId: '4a1c3b52-7d7e-4f0a-9c55-0f3f6f1f2a10',
  clearance: 'PUBLIC',
  name: 'Amina Traoré',
  fullName: null,
  nameVariants: [],
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
  biography: { fr: 'A conduit des pourparlers de paix à Gao.', en: 'Led peace talks in Gao.' },
  education: null,
  publications: null,
  training: null,
  experience: [],
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
});
