import { describe, expect, it } from '@jest/globals';
import {
  explainPair,
  FIELDS,
  hardLists,
  Intersection,
  link,
  LinkagePool,
  type LinkageRecord,
  measurePairs,
  pairsOf,
} from '#linkage';
import fc from 'fast-check';
import { runs } from '../support/depth.js';

const RUNS = { seed: 1717, numRuns: runs(40) };

/** Few values, near each other, so that they often agree, nearly agree and contradict each other. */
const WORDS =
  'Mona Mouna منى Haddad Hadad الحداد El-Haddad Ali علي bint Umm Dr. Amina أمينة Шура שרה 王 ተስፋዬ M. Abd عبد al-Rahman'.split(
    ' ',
  );
const few = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 });
const name = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .array(fc.constantFrom(...WORDS), { maxLength: 5 })
      .map((words) => words.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 300 }) },
);
const record = fc.record({
  list: fc.constantFrom('a', 'b', 'c'),
  names: fc.array(name, { maxLength: 3 }),
  born: fc.constantFrom(null, '1970', '1970-03', '1970-03-12', '1970-12-03', '1971', '1999-09-09'),
  nationalities: few('LB', 'SY', 'TN'),
  residence: fc.constantFrom(null, 'LB', 'FR'),
  languages: few('ar', 'fr', 'ku'),
  mails: few('m1', 'm2', 'm3'),
  telephones: few('t1', 't2'),
  identifiers: few('orcid:1', 'orcid:2', 'wikidata:Q1'),
  texts: few('Family Court', 'Radio One', 'Bar Association'),
});
const records = fc
  .array(record, { minLength: 2, maxLength: 12 })
  .map((list): LinkageRecord[] => list.map((each, i) => ({ ...each, id: `r${i}` })));

const GIVEN = (
  'Aida Amal Amina Basma Dalal Dina Fadia Farah Ghada Hala Hanan Hiba Huda Iman Jamila Karima Khadija Laila Lamia Lina ' +
  'Maha Maryam May Mona Nada Nadia Najwa Nawal Noura Rana Rania Rim Samar Samia Sawsan Souad Wafa Yasmin Zahra Zeinab'
).split(' ');

/** A word of its own for each number, of so many syllables. */
function drawnWord(number: number, syllables = 6): string {
  let left = Math.imul(number, 2_654_435_761) >>> 0;
  return Array.from({ length: syllables }, () => {
    const syllable = `${'bcdfghklmnprst'[left % 14]}${'aeiou'[(left >>> 4) % 5]}`;
    left = (Math.imul(left, 1_664_525) + 1_013_904_223) >>> 0;
    return syllable;
  }).join('');
}

function poolOf(list: readonly LinkageRecord[]): LinkagePool {
  const pool = new LinkagePool();
  for (const each of list) pool.upsert(each);
  return pool;
}

const pairOf = (list: readonly LinkageRecord[]) => {
  const explained = explainPair(poolOf(list), 'r0', 'r1');
  if (!explained) throw new Error('Both are in the pool.');
  return explained;
};

describe('linkage', () => {
  it('does not depend on the order of records, names and values, nor on which of two comes first', () => {
    fc.assert(
      fc.property(records, (list) => {
        const turned = list
          .map((each) => ({
            ...each,
            names: each.names.toReversed(),
            nationalities: each.nationalities?.toReversed(),
            mails: each.mails?.toReversed(),
          }))
          .toReversed();
        const [pool, other] = [poolOf(list), poolOf(turned)];
        expect(link(other)).toEqual(link(pool));
        expect(explainPair(other, 'r1', 'r0')).toEqual(explainPair(pool, 'r0', 'r1'));
        expect(pairsOf(other, 'r0')).toEqual(pairsOf(pool, 'r0'));
      }),
      RUNS,
    );
  });

  it('explains every weight in bars that add up, and names in parts that add up', () => {
    fc.assert(
      fc.property(records, (list) => {
        const pool = poolOf(list);
        const linked = link(pool);
        const wrong = linked.pairs.filter(({ a, b, weight, through }) => {
          const explained = explainPair(pool, a, b)!;
          const sum = explained.bars.reduce((total, { bits }) => total + bits, 0);
          return sum !== explained.weight || sum + (through?.bits ?? 0) !== weight;
        });
        expect(wrong).toEqual([]);
        const bar = pairOf(list).bars.find(({ kind }) => kind === 'NAME');
        const parts = bar?.kind === 'NAME' ? [...bar.parts, { bits: bar.form }] : [];
        expect(parts.reduce((total, { bits }) => total + bits, 0)).toBe(bar?.bits ?? 0);
      }),
      RUNS,
    );
  });

  it('never lowers a weight for a value that both turn out to share', () => {
    const shared = fc.constantFrom<Partial<LinkageRecord>>(
      { born: '1964-08-21' },
      { residence: 'EG' },
      { nationalities: ['EG'] },
      { languages: ['sw'] },
      { mails: ['m9'] },
      { telephones: ['t9'] },
      { identifiers: ['orcid:9'] },
      { texts: ['Elections Commission'] },
    );
    fc.assert(
      fc.property(records, shared, (list, values) => {
        const nothing = Object.fromEntries(
          Object.keys(values).map((field) => [
            field,
            field === 'born' || field === 'residence' ? null : [],
          ]),
        );
        const others = list.slice(2);
        const bothWith = (value: Partial<LinkageRecord>) => [
          { ...list[0]!, ...value },
          { ...list[1]!, ...value },
          ...others,
        ];
        expect(pairOf(bothWith(values)).weight).toBeGreaterThanOrEqual(
          pairOf(bothWith(nothing)).weight,
        );
      }),
      RUNS,
    );
  });

  it('puts nobody into a cluster with whom she is known not to be', () => {
    fc.assert(
      fc.property(records, (list) => {
        const pool = poolOf(list);
        const different = link(pool).pairs.map(({ a, b }): [string, string] => [a, b]);
        const { pairs, clusters } = link(pool, { different });
        const known = new Set(different.map((pair) => pair.join(' ')));
        expect(pairs.filter(({ a, b }) => known.has(`${a} ${b}`))).toEqual([]);
        expect(clusters).toEqual([]);
      }),
      RUNS,
    );
  });

  it('keeps forty women with one mailbox and one telephone apart', () => {
    const family = GIVEN.map((given, i) => ({
      id: `f${i}`,
      list: i % 2 === 0 ? 'a' : 'b',
      names: [`${given} Haddad`],
      mails: ['house'],
      telephones: ['house'],
      residence: 'LB',
    }));
    expect(family).toHaveLength(40);
    expect(link(poolOf(family)).clusters).toEqual([]);
  });

  it('keeps twins apart', () => {
    const twin = {
      list: 'a',
      born: '1970-03-12',
      mails: ['m'],
      telephones: ['t'],
      residence: 'LB',
    };
    const pool = poolOf([
      { ...twin, id: 'r0', names: ['Amina Haddad'] },
      { ...twin, id: 'r1', names: ['Salma Haddad'] },
      { ...twin, id: 'r2', list: 'b', names: ['أمينة الحداد'] },
      { ...twin, id: 'r3', list: 'b', names: ['سلمى الحداد'] },
    ]);
    expect(link(pool).clusters).toEqual([
      ['r0', 'r2'],
      ['r1', 'r3'],
    ]);
  });

  it('takes hostile names in its stride', () => {
    const WORDS_ALIKE = ['Ali', 'Aly', 'علي', 'Alia', 'Алий', 'Elie', 'Aali', 'Allie'];
    const turned = (by: number) =>
      WORDS_ALIKE.map((_, i) => WORDS_ALIKE[(i * (by + 1) + by) % WORDS_ALIKE.length]).join(' ');
    const many = Array.from({ length: 100 }, (_, i) => `${turned(i)} ${i}`);
    const long = [`${'щ'.repeat(40)} ${'ش'.repeat(40)}`, 'x'.repeat(300), 'a '.repeat(150), '!'];
    const pool = poolOf([
      { id: 'r0', list: 'a', names: many },
      { id: 'r1', list: 'b', names: many.toReversed() },
      { id: 'r2', list: 'a', names: long },
      { id: 'r3', list: 'b', names: long },
      { id: 'r4', list: 'b', names: ['', ' ', '\u0000'] },
      { id: 'r5', list: 'c', names: [] },
    ]);
    expect(pairsOf(pool, 'r0').map(({ b }) => b)).toEqual(['r1']);
    expect(pairsOf(pool, 'r2').map(({ b }) => b)).toEqual(['r3']);
    expect([...pairsOf(pool, 'r4'), ...pairsOf(pool, 'r5')]).toEqual([]);
  });

  it('compares few pairs of a hostile list, however long it is, and joins nobody in it', () => {
    const rows: Record<string, (i: number) => Partial<LinkageRecord>> = {
      'no name': () => ({ names: [] }),
      'names of no letters': () => ({ names: ['', ' ', '—', '123'] }),
      'one word': (i) => ({ names: [drawnWord(i % 100)] }),
      'one name for all': () => ({ names: ['Amina Haddad'], mails: ['m'], telephones: ['t'] }),
      'a name for all and one of her own': (i) => ({ names: [`Amina Haddad ${drawnWord(i)}`] }),
      'several scripts': (i) => ({ names: [`${drawnWord(i)} محمد Иванова 王`] }),
      'names of 300 letters': (i) => ({ names: [drawnWord(i, 150)] }),
      'one mailbox': (i) => ({ names: [`${drawnWord(i)} ${drawnWord(-i)}`], mails: ['m'] }),
    };
    const compared = Object.entries(rows).map(([kind, of]) => {
      const list = Array.from({ length: 1_200 }, (_, i) => {
        const row = { id: `r${i}`, list: i % 2 === 0 ? 'a' : 'b', names: [], ...of(i) };
        return i < 2 ? { ...row, identifiers: ['orcid:1'] } : row;
      });
      const pool = poolOf(list);
      const pairs = [...pool.candidatePairs()].length / list.length;
      const strangers = link(pool).clusters.filter((ids) => ids.join() !== 'r0,r1');
      // Whoever shares something rare is compared in any list.
      return { kind, few: pairs > 0 && pairs < 10, strangers };
    });
    expect(compared).toEqual(Object.keys(rows).map((kind) => ({ kind, few: true, strangers: [] })));
  });

  it('joins a list that comes twice with itself, woman by woman', () => {
    const { records: list } = hardLists({
      seed: 3,
      fields: FIELDS.rich,
      women: { three: 0, two: 0, one: 120 },
    });
    const twice = list.flatMap((each) => [
      { ...each, list: 'one', id: `one ${each.id}` },
      { ...each, list: 'two', id: `two ${each.id}` },
    ]);
    const { clusters } = link(poolOf(twice));
    const strangers = clusters.filter((ids) => new Set(ids.map((id) => id.slice(4))).size > 1);
    expect(strangers).toEqual([]);
    expect(clusters.length).toBeGreaterThan(110);
  });

  it('finds women on hard lists, with few strangers among them', () => {
    const { records: list, truth } = hardLists({
      seed: 7,
      women: { three: 30, two: 60, one: 180 },
    });
    const { pairs } = link(poolOf(list));
    const { precision, recall } = measurePairs(
      pairs.filter(({ band }) => band === 'LIKELY'),
      { womanOf: truth, listOf: new Map(list.map(({ id, list: of }) => [id, of])) },
    );
    expect(precision).toBeGreaterThan(0.95);
    expect(recall).toBeGreaterThan(0.8);
  });
});

describe('private set intersection', () => {
  const SIZE = 8;
  const texts = fc.uniqueArray(
    fc.oneof(fc.constantFrom('a', 'b', 'c', 'd', 'é', 'mail:a@b.example'), fc.string()),
    { maxLength: SIZE },
  );
  /** All that one side is given: what the other writes about its own values, and about those of this side. */
  const exchanged = (one: readonly string[], other: readonly string[]) => {
    const psi = new Intersection('property');
    const [keys, theirs] = [psi.newKeys(), psi.newKeys()];
    const blinded = psi.blind(keys, one, SIZE);
    const answer = {
      ...psi.evaluate(theirs, blinded.elements),
      publicKey: theirs.publicKey,
      outputs: psi.outputs(theirs, other, SIZE),
    };
    return { found: psi.common(one, blinded, answer), elements: blinded.elements, answer };
  };

  it('finds what both have, at its places, and is as long whatever else they have', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const { found, elements, answer } = exchanged(one, other);
        expect(found).toEqual(one.flatMap((text, n) => (other.includes(text) ? [n] : [])));
        const sizes = [elements, answer.evaluated, answer.outputs].map((list) => [
          list.length,
          new Set(list.map(({ length }) => length)).size,
        ]);
        expect(sizes).toEqual([
          [SIZE, 1],
          [SIZE, 1],
          [SIZE, 1],
        ]);
      }),
      { seed: 1717, numRuns: runs(12) },
    );
  });

  it('shows of values that one side alone has nothing that comes again or stands for another', () => {
    const lists = [['a', 'x'], ['a', 'y'], ['a'], []];
    const shown = lists.flatMap((other) => {
      const { elements, answer } = exchanged(['a', 'z'], other);
      return [...elements, ...answer.evaluated, ...answer.outputs].map((bytes) =>
        Buffer.from(bytes).toString('hex'),
      );
    });
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).toHaveLength(lists.length * 3 * SIZE);
  });
});
