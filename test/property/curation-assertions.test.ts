import {
  completenessOf,
  mergeAssertions,
  STATED_FIELDS,
  statementOf,
  type Source,
  type StatedField,
} from '#directory';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sources, statements } from './curation-arbitraries.js';

const UNITED = new Set<StatedField>(['pseudonymous', 'ruledOut', 'confirmedOn']);

describe('what sources say together', () => {
  it('is, field by field, the word of the first that says anything', () => {
    fc.assert(
      fc.property(sources, (list) => {
        const { profile, sourcesOf } = mergeAssertions(list);
        for (const field of STATED_FIELDS.filter((one) => !UNITED.has(one))) {
          const first = list.find(({ statement }) => statement[field] !== undefined);
          expect(profile[field]).toEqual(first?.statement[field]);
          expect(sourcesOf[field]).toEqual(first && [first.key]);
        }
      }),
    );
  });

  it('loses no safety, whoever says it and whoever contradicts', () => {
    fc.assert(
      fc.property(sources, (list) => {
        const { profile } = mergeAssertions(list);
        const said = list.map(({ statement }) => statement);
        expect(profile.pseudonymous ?? false).toBe(said.some((one) => one.pseudonymous === true));
        const ruledOut = said.flatMap((one) => one.ruledOut ?? []);
        expect(profile.ruledOut ?? []).toEqual([...new Set(ruledOut)].toSorted());
        const confirmed = said.flatMap((one) => one.confirmedOn ?? []).toSorted();
        expect(profile.confirmedOn).toBe(confirmed.at(-1));
      }),
    );
  });

  it('stays the same when it is derived again, also through the database’s JSON', () => {
    fc.assert(
      fc.property(sources, (list) => {
        const once = mergeAssertions(list);
        const kept = JSON.parse(JSON.stringify(list)) as Source[];
        expect(mergeAssertions(kept)).toEqual(once);
        expect(mergeAssertions([{ key: 'herself', statement: once.profile }]).profile).toEqual(
          once.profile,
        );
      }),
    );
  });

  it('loses with a source that leaves what that source alone said, and nothing else', () => {
    let others = 0;
    fc.assert(
      fc.property(sources, fc.nat(3), (list, at) => {
        const leaving = list[at % list.length] as Source;
        const rest = list.filter((one) => one !== leaving);
        const [before, after] = [mergeAssertions(list), mergeAssertions(rest)];
        const kept = STATED_FIELDS.filter((field) => leaving.statement[field] === undefined);
        others += kept.length;
        expect(kept.map((field) => after.profile[field])).toEqual(
          kept.map((field) => before.profile[field]),
        );
        const wrong = STATED_FIELDS.filter((field) => {
          const isStated = rest.some(({ statement }) => statement[field] !== undefined);
          return (after.profile[field] !== undefined) !== isStated;
        });
        expect(wrong).toEqual([]);
        const named = STATED_FIELDS.filter((field) =>
          after.sourcesOf[field]?.includes(leaving.key),
        );
        expect(named).toEqual([]);
      }),
    );
    expect(others).toBeGreaterThan(0);
  });

  it('does not depend on the order of sources that do not contradict each other', () => {
    fc.assert(
      fc.property(
        statements,
        fc.integer({ min: 1, max: 4 }),
        fc.nat(),
        (statement, count, seed) => {
          const list = Array.from({ length: count }, (_, i) => ({
            key: `network-${i}`,
            statement,
          }));
          const shifted = [...list.slice(seed % count), ...list.slice(0, seed % count)];
          expect(mergeAssertions(shifted).profile).toEqual(mergeAssertions(list).profile);
          expect(mergeAssertions(shifted).conflicts).toEqual([]);
        },
      ),
    );
  });

  it('names as conflicts exactly the fields in which sources differ', () => {
    fc.assert(
      fc.property(sources, (list) => {
        const differ = STATED_FIELDS.filter((field) => {
          const words = list.flatMap(({ statement }) =>
            statement[field] === undefined ? [] : [JSON.stringify(statement[field])],
          );
          return !UNITED.has(field) && new Set(words).size > 1;
        });
        expect(mergeAssertions(list).conflicts).toEqual(differ);
      }),
    );
  });
});

describe('completeness', () => {
  it('grows with every field and is 100 exactly where nothing is missing', () => {
    fc.assert(
      fc.property(statements, statements, (some, more) => {
        const less = completenessOf(some);
        const both = completenessOf(statementOf({ ...more, ...some }));
        expect(both.percent).toBeGreaterThanOrEqual(less.percent);
        expect(both.percent === 100).toBe(both.missing.length === 0);
        expect(Number.isInteger(less.percent) && less.percent >= 0).toBe(true);
      }),
    );
  });

  it('says what each missing field would add', () => {
    const { percent, missing } = completenessOf({ languages: [{ code: 'en', level: 'C1' }] });
    expect(percent).toBe(25);
    expect(missing[0]).toEqual({
      field: 'expertise',
      criterion: 'EXPERTISE',
      filters: ['filter.expertise', 'search'],
      gain: 30,
    });
    expect(missing.reduce((sum, { gain }) => sum + gain, percent)).toBe(100);
  });
});
