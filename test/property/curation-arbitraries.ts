import { ALWAYS, statementOf, type Source, type Statement } from '#directory';
import fc from 'fast-check';

const territories = fc.uniqueArray(fc.constantFrom('KE', 'ML', 'NE', 'SN', 'UG'), { maxLength: 3 });
const text = fc.constantFrom('', 'one', 'two', 'three');

/** What a source might say: any fields, few different words, so that sources agree and contradict. */
export const statements: fc.Arbitrary<Statement> = fc
  .record(
    {
      fullName: text,
      displayName: text,
      codeName: text,
      pseudonymous: fc.boolean(),
      nationalities: territories,
      residence: fc.constantFrom('KE', 'ML'),
      years: fc.constantFrom(0, 5, 20),
      availability: fc.constantFrom(
        { band: 'available' as const, periods: ALWAYS },
        { band: 'unavailable' as const, periods: [] },
      ),
      biography: fc.constantFrom<Record<string, string>>(
        {},
        { en: 'one' },
        { en: 'two', fr: 'deux' },
      ),
      ruledOut: territories.map((codes) => codes.toSorted()),
      confirmedOn: fc.constantFrom('2026-01-01', '2026-05-01', '2026-09-01'),
      languages: fc.constantFrom([], [{ code: 'en', level: 'C1' as const }]),
      territories,
      expertise: fc.constantFrom([], [{ code: 'mediation', level: 2 as const }]),
    },
    { requiredKeys: [] },
  )
  .map(statementOf);

/** Sources in order of precedence, herself first, none twice. */
export const sources: fc.Arbitrary<Source[]> = fc
  .array(statements, { minLength: 1, maxLength: 4 })
  .map((list) =>
    list.map((statement, i) => ({ key: i === 0 ? 'herself' : `network-${i}`, statement })),
  );
