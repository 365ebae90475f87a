import { DEFINITIONS, type FieldType, type HeldFields, type ProfileRecord } from '#directory';
import { entries } from '#vocabulary';

/**
 * A profile in which every field says something, a field that is new in the table as well: published, named, and
 * changed by `changes`.
 */
export function fullRecord(changes: Partial<ProfileRecord> = {}): ProfileRecord {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    publicId: '4a1c3b52-7d7e-4f0a-9c55-0f3f6f1f2a10',
    lot: '9e2b7c41-3f5d-4b8a-a6e0-5d1c2b3a4f60',
    state: 'published',
    revision: 1,
    consents: ['LISTED', 'MATCHED'],
    audience: {},
    published: null,
    ...HELD,
    networks: [
      { networkId: 'n', slug: 'acacia', names: { en: 'Acacia' }, role: 'member', since: null },
    ],
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    ...changes,
  };
}

const NO_DETAILS = {
  processType: null,
  phase: null,
  role: null,
  track: null,
  territory: null,
  yearFrom: null,
  yearTo: null,
};

const HELD = {
  ...Object.fromEntries(DEFINITIONS.map(([field, { type }]) => [field, sampleOf(field, type)])),
  availabilityBand: 'limited',
  available: [{ from: '2026-07-01', to: null }],
} as unknown as HeldFields;

function sampleOf(field: string, type: FieldType): unknown {
  switch (type.kind) {
    case 'name':
    case 'text':
      return `What ${field} says`;
    case 'names':
      return [`What ${field} says`];
    case 'flag':
      return false;
    case 'code':
      return entries(type.of)[0]?.code;
    case 'codes':
      return [entries(type.of)[0]?.code];
    case 'number':
      return Math.min(type.from + 12, type.to);
    case 'year':
      return 1985;
    case 'choice':
      return type.of[0];
    case 'texts':
      return { en: `What ${field} says` };
    case 'past-day':
      return '2026-01-01';
    case 'skills':
      return [{ code: entries(type.of)[0]?.code, level: type.of === 'language' ? 'C1' : 3 }];
    case 'experience':
      return [{ ...NO_DETAILS, processName: `What ${field} says` }];
    default:
      return undefined;
  }
}
