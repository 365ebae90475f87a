import { describe, expect, it } from '@jest/globals';
import type { Rating } from '../feedback/feedback-lists.js';
import { figuresOf, sumsOf, type CountedAnswer } from './figure-sums.js';

const answer = (mediatorId: string, safe: Rating | null, again = true): CountedAnswer => ({
  mediatorId,
  feedback: { ratings: safe === null ? [] : [{ quality: 'safe', rating: safe }], again },
});
const told = (...answers: CountedAnswer[]) => {
  const sums = sumsOf(answers);
  return sums && figuresOf([sums]);
};

describe('figures about an organizer', () => {
  it('are of five different mediators', () => {
    const four = ['a', 'b', 'c', 'd'].map((her) => answer(her, 4));
    expect(sumsOf([...four, answer('a', 1)])).toBeNull();
    expect(told(...four, answer('e', 1))).toEqual([
      { question: 'safe', answers: 5, ofFive: 4 },
      { question: 'again', answers: 5, ofFive: 4 },
    ]);
  });

  it('leave out a question that fewer than five answered', () => {
    const five = ['a', 'b', 'c', 'd'].map((her) => answer(her, 4));
    expect(told(...five, answer('e', null))?.map(({ question }) => question)).toEqual(['again']);
  });

  it('never tell that all said the same', () => {
    const of = (n: number) =>
      told(...['a', 'b', 'c', 'd', 'e'].map((her, i) => answer(her, i < n ? 4 : 1, i < n)));
    expect([0, 1, 2, 3, 4, 5].map((n) => of(n)![0]!.ofFive)).toEqual([1, 1, 2, 3, 4, 4]);
  });

  it('add up over quarters, each of five', () => {
    const five = (safe: Rating) =>
      sumsOf(['a', 'b', 'c', 'd', 'e'].map((her) => answer(her, safe)));
    expect(figuresOf([five(4)!, five(1)!])[0]).toEqual({
      question: 'safe',
      answers: 10,
      ofFive: 3,
    });
  });
});
