import { describe, expect, it } from '@jest/globals';
import { declarationProblems, orderedDeclaration, outcomeByItself } from './declaration.js';
import { sharedWord, type AskDeclineReason } from './reasons.js';

describe('the word that a mediator lets the organizer read', () => {
  it.each<[AskDeclineReason[], string]>([
    [['not-available'], 'available-later'],
    [['not-available', 'travel-or-visa'], 'available-later'],
    [['not-available', 'health-or-access'], 'not-this'],
    [['care-duties'], 'not-this'],
    [['safety-self'], 'not-this'],
    [['no-reason'], 'not-this'],
    [[], 'not-this'],
  ])('of %j is %s', (reasons, word) => {
    expect(sharedWord(reasons)).toBe(word);
  });
});

describe('a declaration of interests', () => {
  it('without a tie needs no review', () => {
    expect(outcomeByItself(orderedDeclaration({ gifts: '  ' }))).toBe('none');
    expect(outcomeByItself(orderedDeclaration({ gifts: 'A watch' }))).toBeNull();
  });

  it('is kept in the order of the questions', () => {
    const given = { gifts: ' A watch ', membership: 'The union' };
    expect(Object.entries(orderedDeclaration(given))).toEqual([
      ['membership', 'The union'],
      ['gifts', 'A watch'],
    ]);
  });

  it('answers what is asked, in one line each', () => {
    const problems = declarationProblems('d', {
      gifts: '',
      membership: 'x'.repeat(501),
      ...({ other: 'x' } as object),
    });
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'd.gifts MISSING',
      'd.membership TOO_LONG',
      'd.other UNKNOWN',
    ]);
  });
});
