import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import {
  evaluate,
  parseQrels,
  parseRun,
  UnreadableLinesError,
  writeQrels,
  writeRun,
  type Qrels,
  type Run,
} from '#evaluation';
import fc from 'fast-check';

const column = fc.stringMatching(/^[a-z0-9:%._-]{1,12}$/);
const topics = <T>(of: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(column, of), { maxLength: 6 }).map((pairs) => new Map(pairs));
const qrels: fc.Arbitrary<Qrels> = topics(
  fc
    .array(fc.tuple(column, fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 20 })
    .map((pairs) => new Map(pairs)),
);
const run: fc.Arbitrary<Run> = topics(fc.uniqueArray(column, { minLength: 1, maxLength: 20 }));

describe('TREC files', () => {
  it('are read as they were written', () => {
    fc.assert(fc.property(qrels, (made) => expect(parseQrels(writeQrels(made))).toEqual(made)));
    fc.assert(fc.property(run, (made) => expect(parseRun(writeRun(made, 'x'))).toEqual(made)));
  });

  it('with lines that cannot be read are refused with all of them', () => {
    const problems = (read: () => unknown) => {
      try {
        read();
      } catch (error) {
        if (error instanceof UnreadableLinesError) return error.problems;
      }
      return [];
    };
    expect(problems(() => parseQrels('1 0 a 3\n\n1 0 b\n1 0 c 4\r\n1 0 a 1\n1 0 d -1'))).toEqual([
      { line: 3, message: '3 columns; there must be 4: topic iter docno rel.' },
      { line: 4, message: 'rel is "4"; a grade is a whole number from 0 to 3.' },
      { line: 5, message: 'a is judged twice for 1.' },
      { line: 6, message: 'rel is "-1"; a grade is a whole number from 0 to 3.' },
    ]);
    expect(problems(() => parseRun('1 Q0 a 1 0.5 x\n1 Q0 b 2 high x\n1 Q0 a 3 0.4 x'))).toEqual([
      { line: 2, message: 'score is "high", which is not a number.' },
      { line: 3, message: 'a is ranked twice for 1.' },
    ]);
  });

  it('are not written with what would be read otherwise', () => {
    expect(() => writeRun(new Map([['1', ['a b']]]), 'x')).toThrow(RangeError);
    expect(() => writeQrels(new Map([['', new Map([['a', 1]])]]))).toThrow(RangeError);
  });
});

describe('measures', () => {
  it('are those of trec_eval', async () => {
    const read = async (name: string) => readFile(`test/fixtures/trec/${name}`, 'utf8');
    const expected = JSON.parse(await read('expected.json')) as {
      topics: Record<string, Record<string, number>>;
    };
    const { topics: found } = evaluate(
      parseQrels(await read('qrels.txt')),
      parseRun(await read('run.txt')),
      { cutoffs: [5, 10, 20], threshold: 2 },
    );
    expect(found.map(({ topic }) => topic)).toEqual(Object.keys(expected.topics));
    for (const { topic, measures } of found) {
      for (const [measure, value] of Object.entries(expected.topics[topic] ?? {})) {
        expect([topic, measure, measures[measure]]).toEqual([
          topic,
          measure,
          expect.closeTo(value, 6),
        ]);
      }
    }
  });

  it('of judged ones only do not change with who else is ranked', () => {
    fc.assert(
      fc.property(qrels, run, (judgements, ranked) => {
        const measure = (each: Run) =>
          evaluate(judgements, each, { cutoffs: [5], judgedOnly: true }).mean;
        const withStrangers = new Map(
          [...ranked].map(([topic, docnos]) => [topic, ['STRANGER', ...docnos, 'STRANGERS']]),
        );
        const { 'judged@5': _, ...after } = measure(withStrangers);
        expect(measure(ranked)).toMatchObject(after);
      }),
    );
  });

  it('lie between 0 and 1, and rise when a better candidate takes a place', () => {
    fc.assert(
      fc.property(qrels, run, (judgements, ranked) => {
        for (const { measures } of evaluate(judgements, ranked, { cutoffs: [1, 5] }).topics) {
          for (const value of Object.values(measures)) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 12 }),
        fc.nat(),
        (grades, at) => {
          const i = at % (grades.length - 1);
          const judged = new Map(grades.map((grade, n) => [`d${n}`, grade]));
          const ranking = [...judged.keys()];
          const swapped = ranking.with(i, `d${i + 1}`).with(i + 1, `d${i}`);
          const [before, after] = [ranking, swapped].map(
            (order) =>
              evaluate(new Map([['1', judged]]), new Map([['1', order]]), { cutoffs: [20] }).mean,
          );
          const better = Math.sign((grades[i + 1] ?? 0) - (grades[i] ?? 0));
          const difference = (after?.['nDCG@20'] ?? 0) - (before?.['nDCG@20'] ?? 0);
          expect(Math.sign(Math.abs(difference) < 1e-12 ? 0 : difference)).toBe(better);
        },
      ),
    );
  });
});
