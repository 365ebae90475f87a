import { describe, expect, it } from '@jest/globals';
import { notUnderstood, type Suggestion } from './problem.js';

describe('a text that is not understood', () => {
  it('is compared with all names only when someone reads what was perhaps meant, and once', () => {
    let looked = 0;
    const suggest = (): Suggestion[] => {
      looked += 1;
      return [{ code: 'fr', label: 'French' }];
    };
    const { problem } = notUnderstood('language', 'unknown', 'Frensh', suggest);
    expect(problem.reason).toBe('unknown');
    expect(looked).toBe(0);
    expect(problem).toEqual({
      kind: 'language',
      reason: 'unknown',
      input: 'Frensh',
      shown: 'Frensh',
      refused: null,
      suggestions: [{ code: 'fr', label: 'French' }],
      message: '"Frensh" is no language that is known here. Did you mean French (fr)?',
    });
    expect(looked).toBe(1);
  });
});
