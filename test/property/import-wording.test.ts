import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runs } from '../support/depth.js';
import { checkRow, ColumnMap, type Mapping } from '#directory';
import { DATE_ORDERS, readAgreement, readDay, readYears } from '#vocabulary';
import { record } from '../support/fill.js';
import { rawRow } from '../support/importing.js';

const ROUNDS = runs(100);
const TODAY = '2026-11-29';

/** Pieces of what people write into lists, put together at random. */
const PIECES =
  'Kenya|Mali|Congo|Kenyan|Malienne|سورية|English|français|Luo|Kiswahili|crioulo|C1|courant|native|mzuri sana|جيد جدا|mediation|Médiation communautaire|genre|وساطة|DDR|' +
  '8|10+|5-10|٣|1²|2005|since|depuis|ans|years|plus de|03/04/2021|13.25.2021|2021-04-03|3 avril 2021|March|June|from|until|yes|no|oui|لا|x|✓|I agree|LISTED|MATCHED|' +
  'and|et|y|na|و|,|;|/|(|)|:|-|.|–|،|؛|\n|+254 712 345 678|77 123 45 67|jane@example.org|\u200b|\u202e|🕊|"|#|=|null|NA';
const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.constantFrom(...PIECES.split('|'), '|'), { maxLength: 6 })
      .chain((pieces) => fc.constantFrom(' ', '', ', ').map((between) => pieces.join(between))),
  },
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** The value of a decimal digit of any script: each script has its ten in a row, from zero on. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}

const FIELDS = [
  'years',
  'nationality',
  'residence',
  'territories',
  'languages',
  'language_level',
  'expertise',
  'expertise_level',
  'roles',
  'availability',
  'member_since',
  'consent',
  'consent_on',
  'date_of_birth',
  'telephone',
  'deployments',
] as const;
const cells = fc.dictionary(fc.constantFrom(...FIELDS), text, { maxKeys: FIELDS.length });
const mapping = fc.record<Partial<Mapping>>(
  { dateOrder: fc.constantFrom(...DATE_ORDERS), naMeans: fc.constantFrom('missing', 'Namibia') },
  { requiredKeys: [] },
);
const check = (changes: Record<string, string>, more: Partial<Mapping> = {}) =>
  checkRow(
    rawRow(2, record(1, changes)),
    new ColumnMap({ columns: {}, defaults: {}, ...more }),
    TODAY,
  );

describe('what lists say', () => {
  it('is read without an error, always alike: a row is accepted, or there is a reason', () => {
    fc.assert(
      fc.property(cells, mapping, (changes, more) => {
        const checked = check(changes, more);
        expect(check(changes, more)).toEqual(checked);
        if (!checked.draft) expect(checked.rejects.length).toBeGreaterThan(0);
      }),
      { numRuns: ROUNDS },
    );
  });

  it('is noted without its value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('77 123 45 67', '0712345678', '٠٧١٢٣٤٥'),
        text,
        (number, years) => {
          const checked = check({ telephone: number, years });
          if (!checked.draft) return;
          expect(checked.notes.map(({ kind }) => kind)).toContain('noCountryCode');
          expect(JSON.stringify(checked.notes)).not.toContain(number);
        },
      ),
      { numRuns: ROUNDS },
    );
  });

  it('of years is a number that stands there, or is counted from a year that stands there', () => {
    fc.assert(
      fc.property(text, (years) => {
        const read = readYears(years, TODAY);
        if (!read) return;
        const figures = years.normalize('NFKC').match(/\p{Nd}+/gu) ?? [];
        const numbers = figures.map((digits) =>
          Number(digits.replaceAll(/\p{Nd}/gu, (digit) => String(valueOf(digit)))),
        );
        const stated = read.stated === 'since' ? 2026 - read.years : read.years;
        expect(numbers).toContain(stated);
        expect(stated).toBe(
          read.stated === 'since'
            ? numbers[0]
            : Math.min(...numbers.filter((n) => n > 0 || stated === 0)),
        );
      }),
      { numRuns: ROUNDS },
    );
  });

  it('of days is one day in one order, and none without it', () => {
    const figure = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(figure, figure, fc.constantFrom('/', '.', '-'), (one, two, mark) => {
        const written = `${one}${mark}${two}${mark}2021`;
        expect(readDay(written, null)).toBeNull();
        const [dmy, mdy] = [readDay(written, 'DMY'), readDay(written, 'MDY')];
        if (dmy !== null) expect(dmy.slice(8)).toBe(String(one).padStart(2, '0'));
        if (mdy !== null) expect(mdy.slice(8)).toBe(String(two).padStart(2, '0'));
        expect(dmy === null).toBe(
          one > 31 ||
            two > 12 ||
            (two === 2 && one > 28) ||
            ([4, 6, 9, 11].includes(two) && one > 30),
        );
        expect(check({ member_since: written }).draft).toBeNull();
      }),
      { numRuns: ROUNDS },
    );
  });

  it('of consent is no more than was asked and answered, and a no counts before a yes', () => {
    const columns = {
      One: 'consent:LISTED,MATCHED',
      Two: 'consent:LISTED',
      Three: 'consent:STATISTICS',
    };
    const asked = { One: ['LISTED', 'MATCHED'], Two: ['LISTED'], Three: ['STATISTICS'] } as const;
    const answer = fc.constantFrom('yes', 'no', 'oui', 'لا', 'x', '', 'I agree', 'maybe', 'LISTED');
    fc.assert(
      fc.property(fc.record({ One: answer, Two: answer, Three: answer }), (answers) => {
        const { consent: _, ...without } = record(1);
        const checked = checkRow(
          rawRow(2, { ...without, ...answers }),
          new ColumnMap({ columns, defaults: {} }),
          TODAY,
        );
        if (!checked.draft) return;
        for (const purpose of checked.draft.consents) {
          for (const [column, purposes] of Object.entries(asked)) {
            const said = answers[column as keyof typeof answers];
            const isAsked = (purposes as readonly string[]).includes(purpose);
            if (isAsked) expect(readAgreement(said) === true || said === purpose).toBe(true);
          }
        }
      }),
      { numRuns: ROUNDS },
    );
  });
});
