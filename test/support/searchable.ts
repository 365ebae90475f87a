import { keywordsOf, type NetworkMembership } from '#directory';
import type { SearchableProfile } from '#search';

/** The n-th fixed id, so that recorded conversations stay the same. */
export function fixedId(n: number): string {
  return `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

/** A profile as the public sees it, changed by `changes`. */
export function searchable(n: number, changes: Partial<Searched> = {}): SearchableProfile {
  const profile = {
    id: fixedId(n),
    publicId: fixedId(n),
    clearance: 'PUBLIC',
    name: `Person ${n}`,
    otherNames: [],
    texts: {},
    networks: [],
    languages: [],
    territories: [],
    expertise: [],
    tracks: [],
    roles: [],
    years: null,
    yearsBand: 0,
    availabilityBand: 'available',
    confirmedOn: null,
    ...changes,
  } as const;
  return { ...profile, keywords: keywordsOf(profile as never) };
}

type Searched = Omit<SearchableProfile, 'keywords' | 'networks'> & {
  readonly networks: readonly Pick<NetworkMembership, 'slug' | 'names'>[];
};

const acacia = { slug: 'acacia', names: { en: 'Acacia Network', fr: 'Réseau Acacia' } };
const fjord = { slug: 'fjord', names: { en: 'Fjord Mediators' } };

/** A handful of women who differ in what a search can ask for. */
export const PEOPLE: readonly SearchableProfile[] = [
  searchable(1, {
    name: 'Amina Traoré',
    networks: [acacia],
    languages: [
      { code: 'fr', level: 'C2' },
      { code: 'bm', level: 'native' },
      { code: 'mey', level: 'B1' },
    ],
    territories: ['ML', 'NE'],
    expertise: [{ code: 'mediation.ceasefire-mediation' }],
    tracks: ['1', '2'],
    roles: ['lead-mediator'],
    yearsBand: 15,
    confirmedOn: '2026-05-01',
    texts: {
      'biography.fr': 'A conduit des pourparlers de paix à Gao.',
      'biography.en': 'Led peace talks in Gao.',
    },
  }),
  searchable(2, {
    name: 'أمينة بن يوسف',
    networks: [acacia],
    languages: [
      { code: 'ar', level: 'native' },
      { code: 'fr', level: 'B2' },
    ],
    territories: ['TN', 'LY'],
    expertise: [{ code: 'governance.constitution-making' }],
    tracks: ['2'],
    roles: ['facilitator'],
    yearsBand: 10,
    confirmedOn: '2025-01-01',
    availabilityBand: 'limited',
  }),
  searchable(3, {
    name: 'Åsa Lindqvist',
    networks: [fjord],
    languages: [
      { code: 'sv', level: 'native' },
      { code: 'en', level: 'C2' },
    ],
    territories: ['SE', 'CO'],
    expertise: [{ code: 'security.disarmament-demobilisation-and-reintegration' }],
    tracks: ['1'],
    roles: ['adviser'],
    yearsBand: 20,
    confirmedOn: '2026-06-01',
    texts: { 'biography.en': 'Advised the talks in Havana.' },
  }),
  searchable(4, {
    name: 'Zuwena Mwakyusa',
    networks: [acacia, fjord],
    languages: [
      { code: 'sw', level: 'native' },
      { code: 'en', level: 'B2' },
    ],
    territories: ['KE', 'TZ'],
    expertise: [{ code: 'mediation.insider-and-community-mediation' }, { code: 'mediation' }],
    tracks: ['3'],
    roles: ['facilitator', 'trainer'],
    yearsBand: 7,
    availabilityBand: 'unavailable',
    texts: { 'biography.sw': 'Mpatanishi wa jamii katika Bonde la Ufa.' },
  }),
  searchable(5, {
    name: 'Nadine Said',
    languages: [{ code: 'apc', level: 'C1' }],
    territories: ['145'],
    expertise: [],
    yearsBand: 3,
  }),
];

/** What only the vetted see of the first of them. */
export const VETTED_FIRST: SearchableProfile = {
  ...(PEOPLE[0] as SearchableProfile),
  clearance: 'VETTED',
  otherNames: ['Amina Zirconium Traoré'],
  years: 17,
  texts: { ...PEOPLE[0]?.texts, experience: 'Talks of Obsidian' },
};
