import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLInputObjectType, type GraphQLObjectType } from 'graphql';
import { STANDARD_AUDIENCE } from '#directory';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { TEST_MASTER_KEYS } from '../support/keys.js';

const CHILD = fileURLToPath(new URL('../support/added-field.js', import.meta.url));
const run = promisify(execFile);

/** What `added-field.js` says of the field that it has added to the table of fields, and of nothing else. */
interface Found {
  readonly entityDrift: readonly string[];
  readonly columnsTable: string;
  readonly tooLong: readonly { readonly column: string; readonly reason: string }[];
  readonly held: string;
  readonly seen: Readonly<Record<string, string | null>>;
  readonly narrowed: string | null;
  readonly pseudonymous: string | null;
  readonly documents: readonly (readonly [clearance: string, text: string | null])[];
  readonly criteria: readonly string[];
  readonly refused: readonly { readonly path: string; readonly code: string }[];
  readonly edited: string;
  readonly sources: readonly string[];
  readonly conflicts: readonly string[];
  readonly changes: readonly { readonly before: string | null; readonly after: string | null }[];
  readonly audiences: readonly { readonly field: string; readonly audience: string }[];
  readonly mediator: string | null;
  readonly mediatorOfPublic: string | null;
  readonly profile: string;
  readonly personalData: string;
  readonly label: string;
  /** By field of another type: what is held, what the public sees, what the graph shows the vetted. */
  readonly others: Readonly<
    Record<string, readonly [held: unknown, seen: unknown, shown: unknown]>
  >;
  readonly schema: string;
}

/** Fields of the other types that have a column. */
const OTHER_COLUMNS = [
  `ADD added_name text CONSTRAINT mediator_added_name_length CHECK (length(added_name) BETWEEN 1 AND 30)`,
  `ADD added_names text[] NOT NULL DEFAULT '{}'`,
  `ADD added_flag boolean NOT NULL DEFAULT false`,
  `ADD added_code text CONSTRAINT mediator_added_code_form CHECK (added_code ~ '^[A-Z]{2}$')`,
  `ADD added_codes text[] NOT NULL DEFAULT '{}'`,
  `ADD added_number smallint CONSTRAINT mediator_added_number_range CHECK (added_number BETWEEN 1 AND 9)`,
  `ADD added_year smallint CONSTRAINT mediator_added_year_range CHECK (added_year BETWEEN 1900 AND 2100)`,
  `ADD added_choice text CONSTRAINT mediator_added_choice_known CHECK (added_choice IN ('by-day', 'by-night'))`,
  `ADD added_texts jsonb NOT NULL DEFAULT '{}'`,
  `ADD added_day date`,
];

/** The walk through docs/adding-a-field.md: one entry in the table and one column, and the field is everywhere. */
describe('a field that is added to the table of fields', () => {
  let test: TestDatabase;
  let found: Found;
  beforeAll(async () => {
    test = await openTestDatabase();
    await test.asOwner(
      `ALTER TABLE mediator ADD COLUMN mentoring text, ${OTHER_COLUMNS.join(', ')}`,
    );
    const { stdout } = await run(process.execPath, [CHILD, test.url], {
      env: { ...process.env, BARAZA_MASTER_KEYS: TEST_MASTER_KEYS },
      maxBuffer: 16 * 1_024 * 1_024,
    });
    found = JSON.parse(stdout) as Found;
  });
  afterAll(async () => test.drop());

  it('is not there by itself', () => {
    expect(Object.keys(STANDARD_AUDIENCE)).not.toContain('mentoring');
  });

  it('is what its column says', () => {
    expect(found.entityDrift).toEqual([]);
  });

  it('is imported under each of its headers, within its limits, and documented', () => {
    expect(found.columnsTable).toContain(
      '| `mentoring` | Whom she has mentored. | tutorat, الإرشاد |',
    );
    expect(found.tooLong).toMatchObject([
      { column: 'tutorat', reason: 'The text is longer than 50 characters.' },
    ]);
    expect(found.held).toBe('Guided obsidian circles');
  });

  it('is seen by its audience alone', () => {
    const text = 'Guided obsidian circles';
    expect(found.seen).toEqual({ PUBLIC: null, VETTED: text, CURATOR: text });
    expect(found.narrowed).toBeNull();
    expect(found.audiences).toContainEqual({
      field: 'mentoring',
      audience: 'VETTED',
      standard: 'VETTED',
    });
  });

  it('is hidden while she is pseudonymous, though nobody said so', () => {
    expect(found.pseudonymous).toBeNull();
  });

  it('is searched where it is seen, and known to its criterion', () => {
    expect(found.documents).toEqual([
      ['PUBLIC', null],
      ['VETTED', 'Her own words'],
    ]);
    expect(found.criteria).toContain('mentoring');
  });

  it('is checked, stated, merged and recorded', () => {
    expect(found.refused).toMatchObject([{ path: 'mentoring', code: 'TOO_LONG' }]);
    expect(found.edited).toBe('Her own words');
    expect(found.sources).toEqual(['herself']);
    expect(found.conflicts).toEqual(['mentoring']);
    expect(found.changes).toContainEqual({ before: null, after: 'Her own words' });
  });

  it('is in the graph: its input, both types and both lists of fields', () => {
    const schema = buildSchema(found.schema);
    const described = (name: string) => {
      const type = schema.getType(name) as GraphQLObjectType | GraphQLInputObjectType;
      const { type: of, description } = type.getFields()['mentoring'] ?? {};
      return [String(of), description];
    };
    const about = 'Her work as a mentor of other mediators.';
    expect(described('ProfileChangesInput')).toEqual(['String', `${about} At most 50 characters.`]);
    expect(described('Profile')).toEqual(['String', `${about} Null if nobody has stated it.`]);
    expect(described('Mediator')).toEqual([
      'String',
      `${about} Null if nobody has stated it or the viewer may not see it.`,
    ]);
    expect(found.schema).toMatch(/enum StatedField \{[^}]*\bMENTORING\b/);
    expect(found.schema).toMatch(/enum ProfileField \{[^}]*\bMENTORING\b/);
    expect(found.mediator).toBe('Guided obsidian circles');
    expect(found.mediatorOfPublic).toBeNull();
    expect(found.profile).toBe('Her own words');
  });

  it('may be of any type that has a column', () => {
    const mali = { code: 'ML', label: 'Mali' };
    const text = { language: 'en', text: 'Said in English' };
    expect(found.others).toEqual({
      addedName: ['Zahra Example', null, 'Zahra Example'],
      addedNames: [['Zahra', 'Zara'], [], ['Zahra', 'Zara']],
      addedFlag: [true, null, true],
      addedCode: ['ML', null, mali],
      addedCodes: [['1.5', '2'], [], ['1.5', '2']],
      addedNumber: [7, null, 7],
      addedYear: [1999, null, 1999],
      addedChoice: ['by-night', null, 'by-night'],
      addedTexts: [{ en: 'Said in English' }, {}, [text]],
      addedDay: ['2026-02-03', null, '2026-02-03'],
    });
    expect(found.schema).toMatch(/enum AddedChoice \{[^}]*\bBY_NIGHT\b/);
    expect(found.schema).toContain('addedCodes: [Track!]!');
    expect(found.schema).toContain('addedDay: Date');
  });

  it('is in what she is given of herself, by its name in her language', () => {
    expect(found.personalData).toBe('Her own words');
    expect(found.label).toBe('Mentoring (fr)');
  });
});
