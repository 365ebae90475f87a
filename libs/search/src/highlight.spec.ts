import { describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../../test/support/searchable.js';
import { highlightsOf } from './highlight.js';

const [amina] = PEOPLE;

describe('highlights', () => {
  it('mark what was found, with no markup', () => {
    expect(highlightsOf(amina!, 'amina gao')).toEqual([
      { field: 'name', fragment: '‹Amina› Traoré' },
      { field: 'biography.fr', fragment: 'A conduit des pourparlers de paix à ‹Gao›.' },
      { field: 'biography.en', fragment: 'Led peace talks in ‹Gao›.' },
    ]);
  });

  it('hold nothing that is not sought, and nothing without a search', () => {
    expect(highlightsOf(amina!, 'havana')).toEqual([]);
    expect(highlightsOf(amina!, undefined)).toEqual([]);
  });
});
