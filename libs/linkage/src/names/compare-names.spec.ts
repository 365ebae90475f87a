import { describe, expect, it } from '@jest/globals';
import { compareNames, partsOf } from './compare-names.js';
import { Lexicon } from './lexicon.js';

/** A pool of women whose names are these, each once. */
function lexiconOf(names: readonly string[]): Lexicon {
  const lexicon = new Lexicon();
  for (const name of names) lexicon.count(new Set(partsOf(name, lexicon)), 1);
  return lexicon;
}

function bits(one: string, other: string, beside: readonly string[] = []): number {
  const lexicon = lexiconOf([one, other, ...beside]);
  return compareNames(partsOf(one, lexicon), partsOf(other, lexicon), lexicon)!.bits;
}

const CLEAR = 8_000;

describe('two names', () => {
  it.each([
    ['in two scripts', 'منى الحداد', 'Mouna Haddad'],
    ['in two scripts, Cyrillic', 'Наталья Иванова', 'Natalia Ivanova'],
    ['in two scripts, Hebrew', 'שרה כהן', 'Sara Cohen'],
    ['in two scripts, neither of them Latin', 'محمد حداد', 'Мухаммад Хаддад'],
    ['whose letter sounds in two ways, in two scripts', 'نادية الظاهري', 'Nadia Zahiri'],
    ['whose letter sounds in two ways, in one', 'Nadia Daher', 'Nadia Zahir'],
    ['with the article as one letter', 'سلوى العياشي', 'Salwa Layachi'],
    ['in another order', 'Haddad Mona', 'Mona Haddad'],
    ['spelled in another country', 'Khadidja Benyoucef', 'Khadija Ben Youssef'],
    ['with a slip of the pen', 'Wangari Kmaau', 'Wangari Kamau'],
    ['written as one', 'Fatima Zahra Idrissi', 'Fatimazahra Idrissi'],
    ['with the article as one', 'Salwa Elkhatib', 'سلوى الخطيب'],
    ['with and without the name of the father', 'Rania Youssef Darwish', 'Rania Darwish'],
  ])('are one %s', (_, one, other) => {
    expect(bits(one, other)).toBeGreaterThan(CLEAR);
  });

  it.each([
    ['that share nothing', 'Mona Haddad', 'Ingrid Hansen'],
    ['of sisters', 'Mona Haddad', 'Rania Haddad'],
  ])('are two %s', (_, one, other) => {
    expect(bits(one, other)).toBeLessThan(CLEAR);
  });

  it('say less where they are common', () => {
    const common = Array.from({ length: 200 }, () => 'Mona Haddad');
    expect(bits('Mona Haddad', 'Mona Haddad', common)).toBeLessThan(
      bits('Mona Haddad', 'Mona Haddad') - 5_000,
    );
  });

  it('give the words that belong together, by place', () => {
    const lexicon = lexiconOf(['Haddad Mona', 'منى علي حداد']);
    const compared = compareNames(
      partsOf('Haddad Mona', lexicon),
      partsOf('منى علي حداد', lexicon),
      lexicon,
    )!;
    expect(compared.pairs.map(({ a, b }) => [a, b])).toEqual([
      [[1], [0]],
      [[0], [2]],
    ]);
    expect(compared.sameGiven).toBe(true);
  });

  it('are not compared where one has no words', () => {
    const lexicon = lexiconOf(['Mona']);
    expect(compareNames([], partsOf('Mona', lexicon), lexicon)).toBeNull();
  });
});
