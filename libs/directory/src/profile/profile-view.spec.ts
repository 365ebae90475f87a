import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ageBand, yearsBand } from '../fields/bands.js';
import { NOTHING } from './published-values.js';
import type { ProfileRecord } from './profile-record.js';
import { projectProfile, type ProfileView } from './profile-view.js';

const TODAY = new Date('2026-06-01T00:00:00Z');

/** As far as these tests go: what each field shows is tested in test/property/who-may-see.test.ts. */
const RECORD = {
  id: '01900000-0000-7000-8000-000000000001',
  publicId: '4a1c3b52-7d7e-4f0a-9c55-0f3f6f1f2a10',
  lot: '9e2b7c41-3f5d-4b8a-a6e0-5d1c2b3a4f60',
  state: 'published',
  revision: 1,
  consents: ['LISTED', 'MATCHED'],
  audience: {},
  fullName: 'Awa Example Diarra',
  displayName: 'Awa Diarra',
  nameVariants: ['أوا ديارا'],
  codeName: 'Heron',
  pseudonymous: false,
  published: null,
  nationalities: ['ML'],
  residence: 'SN',
  birthYear: 1985,
  years: 12,
  tracks: ['1', '2'],
  roles: ['facilitator'],
  supports: ['advice'],
  availabilityBand: 'limited',
  available: [{ from: '2026-07-01', to: null }],
  noticeDays: 14,
  workingMode: 'both',
  biography: { en: 'Mediates.' },
  education: 'LLM',
  publications: 'A paper',
  training: 'A course',
  ruledOut: ['NE'],
  confirmedOn: '2026-01-01',
  languages: [{ code: 'fr', level: 'C2' }],
  territories: ['ML', 'NE'],
  expertise: [{ code: 'mediation.shuttle-diplomacy', level: 3 }],
  experience: [
    {
      processName: 'Talks',
      processType: 'local',
      phase: 'negotiation',
      role: 'co-mediator',
      track: '2',
      territory: 'ML',
      yearFrom: 2020,
      yearTo: null,
    },
  ],
  networks: [
    { networkId: 'n', slug: 'acacia', names: { en: 'Acacia' }, role: 'member', since: null },
  ],
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
} as unknown as ProfileRecord;

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** What the public sees of the record changed by `changes`. */
function seen(changes: Partial<ProfileRecord>): ProfileView {
  const view = projectProfile({ ...RECORD, ...changes }, 'PUBLIC', TODAY);
  if (!view) throw new Error('expected her to be visible');
  return view;
}

describe('projectProfile', () => {
  it('shows the code name where she narrows her name, or says that it is withheld', () => {
    expect(seen({ audience: { name: 'VETTED' } }).name).toBe('Heron');
    expect(seen({ audience: { name: 'VETTED' }, codeName: null }).name).toBe('Name withheld');
  });

  it('shows a pseudonymous woman by code name and what her class shows, and nothing of her own', () => {
    for (const clearance of ['PUBLIC', 'VETTED'] as const) {
      const shown = {
        ...NOTHING,
        areas: ['001', '002', '202'],
        yearsFrom: 7,
        confirmedSince: 2024,
      } as const;
      const published = { PUBLIC: shown, VETTED: shown };
      const view = projectProfile({ ...RECORD, pseudonymous: true, published }, clearance, TODAY);
      expect(view).toMatchObject({
        name: 'Heron',
        territories: ['202'],
        residence: null,
        yearsBand: 7,
        years: null,
        available: null,
        confirmedOn: '2024-01-01',
        networks: [],
        languages: [],
        stale: false,
      });
      const told = JSON.stringify(view);
      for (const trace of ['Awa', 'Diarra', 'ديارا', 'Mediates', 'LLM', 'A paper', '"Talks"']) {
        expect(told).not.toContain(trace);
      }
    }
  });

  it('shows a pseudonymous woman without a class by her code name alone', () => {
    const view = seen({ pseudonymous: true });
    const { id, publicId, lot, clearance, revision, matchable, name, ...rest } = view;
    expect({ id, publicId, lot, clearance, revision, matchable, name }).toMatchObject({
      name: 'Heron',
    });
    expect(rest.territories).toEqual(['001']);
    const told = Object.entries(rest).filter(
      ([field, value]) => !isEmpty(value) && value !== false && field !== 'territories',
    );
    expect(told).toEqual([['pseudonymous', true]]);
  });

  it('does not tell a pseudonymous woman even where she widened a field', () => {
    expect(seen({ pseudonymous: true, audience: { fullName: 'PUBLIC' } }).fullName).toBeNull();
  });

  it('is null for the public and the vetted unless she is published and consent LISTED stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ProfileRecord['state']>(
          'draft',
          'submitted',
          'verified',
          'published',
          'stale',
          'suspended',
          'withdrawn',
        ),
        fc.subarray(['LISTED', 'MATCHED', 'CONTACTED'] as const),
        fc.constantFrom('PUBLIC' as const, 'VETTED' as const),
        (state, consents, clearance) => {
          const view = projectProfile({ ...RECORD, state, consents }, clearance, TODAY);
          const shown = (state === 'published' || state === 'stale') && consents.includes('LISTED');
          expect(view !== null).toBe(shown);
          if (view) expect(view.matchable).toBe(consents.includes('MATCHED'));
        },
      ),
    );
  });
});

describe('bands', () => {
  it.each([
    [0, 0],
    [2, 0],
    [3, 3],
    [9, 7],
    [14, 10],
    [15, 15],
    [44, 20],
  ])('%i years are in the band from %i', (years, band) => {
    expect(yearsBand(years)).toBe(band);
  });

  it('count a young leader as under 36', () => {
    expect(ageBand(1991, 2026)).toBe('under-36');
    expect(ageBand(1990, 2026)).toBe('36-54');
    expect(ageBand(1971, 2026)).toBe('55-plus');
    expect(ageBand(null, 2026)).toBeNull();
  });
});
