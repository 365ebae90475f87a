import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  projectProfile,
  searchable,
  STANDARD_AUDIENCE,
  type ProfileField,
  type ProfileView,
} from '#directory';
import { CLEARANCES, narrower, type Audience, type Clearance } from '#identity';
import { toSearchDocument, type SearchDocument } from '#search';
import type { ProfileRecord } from '#directory';
import { fullRecord } from '../support/full-record.js';

const TODAY = new Date('2026-11-01T00:00:00Z');
const FIELDS = Object.keys(STANDARD_AUDIENCE) as ProfileField[];

const word = fc.string({ minLength: 1, maxLength: 8 });
const audiences = fc.dictionary(
  fc.constantFrom(...FIELDS),
  fc.constantFrom<Audience>(...CLEARANCES),
);

const record = fc
  .record({
    id: fc.constant('01900000-0000-7000-8000-000000000001'),
    publicId: fc.constant('4a1c3b52-7d7e-4f0a-9c55-0f3f6f1f2a10'),
    lot: fc.constant('9e2b7c41-3f5d-4b8a-a6e0-5d1c2b3a4f60'),
    state: fc.constantFrom('published' as const, 'stale' as const, 'draft' as const),
    revision: fc.constant(1),
    consents: fc.subarray(['LISTED' as const, 'MATCHED' as const]),
    audience: audiences,
    fullName: word,
    displayName: word,
    nameVariants: fc.array(word, { maxLength: 2 }),
    codeName: fc.constantFrom('Heron', null),
    pseudonymous: fc.constant(false),
    published: fc.constant(null),
    nationalities: fc.subarray(['ML', 'SN']),
    residence: fc.constantFrom('ML', null),
    birthYear: fc.constantFrom(1970, null),
    years: fc.nat(40),
    tracks: fc.subarray(['1' as const, '2' as const]),
    roles: fc.subarray(['adviser' as const]),
    supports: fc.constant([]),
    availabilityBand: fc.constantFrom('available' as const, 'limited' as const),
    available: fc.constant([{ from: null, to: null }]),
    noticeDays: fc.constantFrom(7, null),
    workingMode: fc.constantFrom('remote' as const, null),
    biography: fc.dictionary(fc.constantFrom('en', 'fr'), word),
    education: fc.option(word),
    publications: fc.option(word),
    training: fc.option(word),
    ruledOut: fc.subarray(['NE']),
    confirmedOn: fc.constantFrom('2026-01-01', null),
    languages: fc.constant([{ code: 'en', level: 'C1' as const }]),
    territories: fc.subarray(['ML', 'NE']),
    expertise: fc.constant([{ code: 'mediation', level: 2 as const }]),
    experience: fc.constant([]),
    networks: fc.constant([]),
    createdAt: fc.constant('2026-01-01T00:00:00Z'),
    updatedAt: fc.constant('2026-01-01T00:00:00Z'),
  })
  .map((held): ProfileRecord => fullRecord(held));

const choice = fc.record({
  held: record,
  field: fc.constantFrom(...FIELDS),
  audience: fc.constantFrom<Audience>(...CLEARANCES),
  clearance: fc.constantFrom<Clearance>(...CLEARANCES),
});

/** The same woman after she narrowed one field. */
function narrowed(held: ProfileRecord, field: ProfileField, audience: Audience): ProfileRecord {
  const before = held.audience[field] ?? STANDARD_AUDIENCE[field];
  return { ...held, audience: { ...held.audience, [field]: narrower(before, audience) } };
}

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0);

describe('narrowing a field', () => {
  it('shows nobody more than before, in no field', () => {
    let seen = 0;
    fc.assert(
      fc.property(choice, ({ held, field, audience, clearance }) => {
        const before = projectProfile(held, clearance, TODAY);
        const after = projectProfile(narrowed(held, field, audience), clearance, TODAY);
        expect(after === null).toBe(before === null);
        if (!before || !after) return;
        seen++;
        for (const key of Object.keys(before) as (keyof ProfileView)[]) {
          if (isEmpty(after[key])) continue;
          const allowed =
            key === 'name' ? [before.name, held.codeName ?? 'Name withheld'] : [before[key]];
          expect(allowed).toContainEqual(after[key]);
        }
      }),
    );
    expect(seen).toBeGreaterThan(0);
  });

  it('lets nobody find her by more than before', () => {
    let seen = 0;
    fc.assert(
      fc.property(choice, ({ held, field, audience, clearance }) => {
        const before = projectProfile(held, clearance, TODAY);
        const after = projectProfile(narrowed(held, field, audience), clearance, TODAY);
        if (clearance === 'CURATOR' || !before || !after) return;
        seen++;
        const [wide, narrow] = [before, after].map((view) =>
          toSearchDocument(searchable(view)),
        ) as [SearchDocument, SearchDocument];
        const names = new Set([...wide.names, held.codeName ?? 'Name withheld']);
        expect(narrow.names.filter((name) => !names.has(name))).toEqual([]);
        expect(narrow.keywords.filter((keyword) => !wide.keywords.includes(keyword))).toEqual([]);
        expect(wide.texts).toMatchObject(narrow.texts);
        expect(wide.territories).toEqual(expect.arrayContaining([...narrow.territories]));
      }),
    );
    expect(seen).toBeGreaterThan(0);
  });

  it('hides the field from those who are no longer in its audience', () => {
    let seen = 0;
    fc.assert(
      fc.property(choice, ({ held, field, clearance }) => {
        const after = projectProfile(narrowed(held, field, 'CURATOR'), clearance, TODAY);
        if (!after || clearance === 'CURATOR') return;
        seen++;
        const shown = after[field];
        if (field === 'name') expect([held.codeName ?? 'Name withheld']).toContain(shown);
        else expect(isEmpty(shown)).toBe(true);
      }),
    );
    expect(seen).toBeGreaterThan(0);
  });
});
