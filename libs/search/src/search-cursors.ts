import { Cursors, digestOf } from '#kernel';
import type { SearchQuery } from './search-index.js';

/** Cursors of what one query finds: the same text, filter and order for the same clearance. */
export function searchCursors<Position>(
  { clearance, text, filter, sort }: SearchQuery,
  isPosition: (value: unknown) => value is Position,
): Cursors<Position> {
  const list = digestOf([clearance, text ?? '', filter ?? {}, sort ?? 'RELEVANCE']);
  return new Cursors(list, isPosition);
}
