import { describe, expect, it } from '@jest/globals';
import { rankBrief } from './rank-brief.js';
import type { Postings } from './postings.js';

const many = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`);

/** An engine that knows who has which word, and writes down what it is asked. */
function engine(words: Readonly<Record<string, readonly string[]>>, misspelt: typeof words = {}) {
  const asked: string[] = [];
  const find = ({ word, tolerant }: { word: string; tolerant: boolean }) =>
    (tolerant ? misspelt : words)[word] ?? [];
  const index: Postings = {
    count: async (sought, most) => sought.map((word) => Math.min(find(word).length, most + 1)),
    postings: async (sought, most) => {
      asked.push(...sought.map(({ word, tolerant }) => (tolerant ? `${word}~` : word)));
      return sought.map((word) =>
        find(word)
          .slice(0, most)
          .map((id) => ({ id, publicId: id })),
      );
    },
  };
  return { index, asked };
}
const idsOf = async (index: Postings, brief: string, limit = 100_000) =>
  (await rankBrief(index, brief, limit)).matches.map(({ id }) => id);

describe('the ranking of a brief', () => {
  it('puts a rare word before a common one, and both before either', async () => {
    const { index } = engine({ peace: ['a', 'b', 'c', 'd'], kidal: ['d', 'e'] });
    const ids = await idsOf(index, 'Peace in Kidal');
    expect(ids.slice(0, 2)).toEqual(['d', 'e']);
    expect(ids.slice(2).toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('looks for a word with typing errors only where nobody has it as it is spelt', async () => {
    const { index, asked } = engine({ kidal: ['a'] }, { kidal: ['b'], gaoo: ['c'], hi: ['d'] });
    expect(await idsOf(index, 'Kidal, Gaoo, hi')).toEqual(['a', 'c']);
    expect(asked.toSorted()).toEqual(['gaoo~', 'kidal']);
  });

  it('passes over the most common words once ten thousand places are full', async () => {
    const { index, asked } = engine({
      kidal: ['rare'],
      women: many('w', 9_000),
      network: many('n', 9_001),
    });
    const { matches, total } = await rankBrief(index, 'A network of women in Kidal', 10_000);
    expect(asked).toEqual(['kidal', 'women']);
    expect(total).toBe(9_001);
    expect(matches[0]?.id).toBe('rare');
  });

  it('keeps the rarest word however many have it', async () => {
    const { index } = engine({ women: many('w', 30_000), network: many('n', 40_000) });
    const { matches, total } = await rankBrief(index, 'women, network', 10_000);
    expect({ found: matches.length, total }).toEqual({ found: 10_000, total: 10_000 });
    expect(matches.every(({ id }) => id.startsWith('w') || id.startsWith('n'))).toBe(true);
  });

  it('reads no more than ten thousand places of a brief of nothing but common words', async () => {
    const common = many('common', 64);
    const most: number[] = [];
    let places = 0;
    const index: Postings = {
      count: async (sought, limit) => {
        most.push(limit);
        return sought.map((_, i) => limit + 1 - (i % 2));
      },
      postings: async (sought, limit) => {
        most.push(limit);
        return sought.map(() => {
          places += limit;
          return [];
        });
      },
    };
    await rankBrief(index, common.join(' '), 10_000);
    expect(places).toBe(10_000);
    // Once to count, as no word is misspelt, and once to read.
    expect(most).toEqual([10_000, 10_000]);
  });

  it('cuts at the limit and says how many there were', async () => {
    const { index } = engine({ gao: many('g', 50) });
    const whole = await rankBrief(index, 'Gao', 100);
    const cut = await rankBrief(index, 'Gao', 7);
    expect(cut).toEqual({ matches: whole.matches.slice(0, 7), total: 50 });
  });

  it('asks nothing for a brief without a content word', async () => {
    const fails = async () => Promise.reject(new Error('asked'));
    const { matches } = await rankBrief({ count: fails, postings: fails }, 'of the, d’ l’', 10);
    expect(matches).toEqual([]);
  });

  it('reads sixty-four different words and no more', async () => {
    const { index } = engine({ last: ['a'] });
    const words = many('word', 64).join(' ');
    expect(await idsOf(index, `${words} last`)).toEqual([]);
    expect(await idsOf(index, `${words.replace('word63', '')} word0 last`)).toEqual(['a']);
  });
});
