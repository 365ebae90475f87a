import { describe, expect, it } from '@jest/globals';
import { newestFirst } from './params.js';

describe('a page of a list that is read from the newest on', () => {
  it('has the newest first, and the older ones after it', () => {
    const pageInfo = {
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: 'old',
      endCursor: 'new',
    };
    expect(newestFirst({ edges: [1, 2, 3], pageInfo })).toEqual({
      edges: [3, 2, 1],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: 'new', endCursor: 'old' },
    });
  });
});
