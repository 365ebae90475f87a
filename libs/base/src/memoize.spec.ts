import { describe, expect, it } from '@jest/globals';
import { memoize, memoizeTexts } from './memoize.js';

describe('a memoized function', () => {
  it('computes once for each key', () => {
    let computed = 0;
    const lengthOf = memoize(
      (list: readonly string[]) => {
        computed++;
        return list.length;
      },
      (list) => list.join(),
    );
    expect([lengthOf(['a', 'b']), lengthOf(['a', 'b']), lengthOf([])]).toEqual([2, 2, 0]);
    expect(computed).toBe(2);
  });

  it('of texts computes once, false and zero included', () => {
    const computed: string[] = [];
    const isEmpty = memoizeTexts((text) => {
      computed.push(text);
      return text === '';
    });
    expect([isEmpty('a'), isEmpty('a'), isEmpty(''), isEmpty('')]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(computed).toEqual(['a', '']);
  });

  it('of texts keeps no more than it may', () => {
    const computed: string[] = [];
    const upper = memoizeTexts(
      (text) => {
        computed.push(text);
        return text.toUpperCase();
      },
      { most: 2, longest: 3 },
    );
    for (const text of ['a', 'b', 'a', 'c', 'a', 'long', 'long']) {
      expect(upper(text)).toBe(text.toUpperCase());
    }
    expect(computed).toEqual(['a', 'b', 'c', 'a', 'long', 'long']);
  });
});
