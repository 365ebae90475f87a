import { describe, expect, it } from '@jest/globals';
import {
  DEFINITIONS,
  projectProfile,
  STANDARD_AUDIENCE,
  type FieldDefinition,
  type ProfileRecord,
} from '#directory';
import { admits, CLEARANCES, type Audience, type Clearance } from '#identity';
import { fullRecord } from '../support/full-record.js';
import { NEVER_SHOWN, WHO_MAY_SEE, type Level } from '../support/who-may-see.js';

const TODAY = new Date('2026-11-01T00:00:00Z');

const RECORD = fullRecord({ codeName: 'Heron' });

const FIELDS = Object.keys(WHO_MAY_SEE);
/** Of a view, what is no field of the profile. */
const FRAME = [
  'id',
  'publicId',
  'lot',
  'clearance',
  'narrowed',
  'revision',
  'stale',
  'pseudonymous',
  'matchable',
];

/** What a clearance sees of the record changed by `changes`, field by field. */
function seen(clearance: Clearance, changes: Partial<ProfileRecord> = {}): Record<string, unknown> {
  const view = projectProfile({ ...RECORD, ...changes }, clearance, TODAY);
  return { ...view };
}

const says = (value: unknown): boolean =>
  value !== null && (typeof value !== 'object' || Object.keys(value).length > 0);
const reaches = (clearance: Level, level: Level): boolean =>
  CLEARANCES.indexOf(clearance) >= CLEARANCES.indexOf(level);

describe('who may see which field', () => {
  it('is the same in the table of fields and in the matrix that is written by hand', () => {
    const standard = Object.fromEntries(
      Object.entries(WHO_MAY_SEE).map(([field, { standard: level }]) => [field, level]),
    );
    expect(STANDARD_AUDIENCE).toEqual(standard);
    const widest = DEFINITIONS.flatMap(([field, one]) =>
      'widest' in one && one.widest ? [[field, one.widest]] : [],
    );
    const limited = Object.entries(WHO_MAY_SEE).filter(
      ([, { widest: level }]) => level !== 'PUBLIC',
    );
    expect(widest).toEqual(limited.map(([field, { widest: level }]) => [field, level]));
    expect(Object.keys(seen('CURATOR')).toSorted()).toEqual([...FIELDS, ...FRAME].toSorted());
  });

  it.each(FIELDS.filter((field) => field !== 'name'))(
    '%s is seen from its audience on and not below',
    (field) => {
      const shown = CLEARANCES.filter((clearance) => says(seen(clearance)[field]));
      const may = CLEARANCES.filter((one) => reaches(one, WHO_MAY_SEE[field]!.standard));
      expect(shown).toEqual(may);
    },
  );

  it.each(FIELDS)(
    '%s of a pseudonymous woman without a class is seen as the matrix says',
    (field) => {
      const { pseudonymous } = WHO_MAY_SEE[field]!;
      const widened = { pseudonymous: true, audience: { [field]: 'PUBLIC' as const } };
      for (const clearance of ['PUBLIC', 'VETTED'] as const) {
        const value = seen(clearance, widened)[field];
        if (field === 'name') expect(value).toBe('Heron');
        else if (field === 'territories') expect(value).toEqual(['001']);
        else expect(says(value)).toBe(pseudonymous === 'own');
      }
      expect(says(seen('CURATOR', widened)[field])).toBe(true);
    },
  );

  it('holds for nothing else: no view has it', () => {
    for (const clearance of CLEARANCES) {
      expect(Object.keys(seen(clearance))).not.toEqual(expect.arrayContaining([...NEVER_SHOWN]));
      const shown = JSON.stringify(seen(clearance));
      expect(shown).not.toContain('1985');
    }
  });

  it('shows a field that a profile has from elsewhere to nobody', () => {
    const planted = { ...RECORD, shoeSize: 39, audience: { shoeSize: 'PUBLIC' } };
    const views = CLEARANCES.map((clearance) => projectProfile(planted as never, clearance, TODAY));
    expect(JSON.stringify(views)).not.toContain('39');
  });

  it('shows a field whose audience in the database is no audience to nobody', () => {
    expect(CLEARANCES.filter((one) => admits(one, 'EVERYBODY' as Audience))).toEqual([]);
    const broken = { audience: { biography: 'EVERYBODY' as Audience } };
    expect(CLEARANCES.filter((one) => says(seen(one, broken)['biography']))).toEqual([]);
  });

  it('has to be stated: without an audience a field does not compile', () => {
    const field = { type: { kind: 'text', longest: 10 }, about: 'A text', imported: null } as const;
    // @ts-expect-error no audience
    const without: FieldDefinition = field;
    const hidden: FieldDefinition = { ...field, views: {} };
    const shown: FieldDefinition = { ...field, audience: 'CURATOR' };
    // @ts-expect-error no audience of the view
    const unclear: FieldDefinition = { ...field, views: { band: {} } };
    expect([without, hidden, shown, unclear]).toHaveLength(4);
  });
});
