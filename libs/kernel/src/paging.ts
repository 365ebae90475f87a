import { createHash } from 'node:crypto';
import { refusal } from '#messages';
import { InvalidInputError } from './errors.js';

/**
 * A page forward from the start of a list or after a place in it, or backward from its end or before a place. At
 * the edge of the system a place is a cursor, inside it is a key.
 */
export type ListPage =
  | { readonly first: number; readonly after?: string | null }
  | { readonly last: number; readonly before?: string | null };

/** A page with its place read: how many entries, in which direction, and from where. */
export interface PageFrom<Place> {
  readonly forward: boolean;
  readonly size: number;
  /** Null for the start of the list, or its end if the page goes backward. */
  readonly from: Place | null;
}

export interface ListResult<T> {
  /** In the order of the list, whichever way the page goes. */
  readonly items: readonly T[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** The page from the key that it names. */
export function pageFrom(page: ListPage): PageFrom<string> {
  return 'first' in page
    ? { forward: true, size: page.first, from: page.after ?? null }
    : { forward: false, size: page.last, from: page.before ?? null };
}

/**
 * The page that was found.
 *
 * @param found its entries and one more where there is one, in the direction of the page
 * @param behind whether there are entries behind the place where the page begins
 */
export function pageResult<T>(
  { forward, size }: PageFrom<unknown>,
  found: readonly T[],
  totalCount: number,
  behind: boolean,
): ListResult<T> {
  const items = found.slice(0, size);
  const further = found.length > size;
  return forward
    ? { items, totalCount, hasNextPage: further, hasPreviousPage: behind }
    : { items: items.toReversed(), totalCount, hasNextPage: behind, hasPreviousPage: further };
}

/** The cursor was tampered with, or belongs to another list. */
export class InvalidCursorError extends InvalidInputError {
  constructor(argument: 'after' | 'before') {
    super([{ path: argument, code: 'MALFORMED', message: refusal('list.wrongCursor') }]);
  }
}

/**
 * Cursors of one list. They are opaque, and each holds the name of its list, so that none can be used to page
 * through another.
 */
export class Cursors<Place> {
  /**
   * @param list what identifies the list: its name or, where a query makes the list, `digestOf` the query
   * @param isPlace whether a value, which a client may have made up, can be a place in this list
   */
  constructor(
    private readonly list: string,
    private readonly isPlace: (value: unknown) => value is Place,
  ) {}

  write(place: Place): string {
    return Buffer.from(JSON.stringify([this.list, place])).toString('base64url');
  }

  /** @throws InvalidCursorError */
  read(cursor: string, argument: 'after' | 'before'): Place {
    try {
      const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
      const [list, place] = Array.isArray(value) ? (value as unknown[]) : [];
      if (list === this.list && this.isPlace(place)) return place;
    } catch {
      // A text that is not JSON is refused below like a cursor of another list.
    }
    throw new InvalidCursorError(argument);
  }

  /** Reads the cursor of a page. @throws InvalidCursorError */
  page(page: ListPage): PageFrom<Place> {
    const { forward, size, from } = pageFrom(page);
    const place = from === null ? null : this.read(from, forward ? 'after' : 'before');
    return { forward, size, from: place };
  }
}

/** Names a list by what was asked for: two queries have the same digest only if they are the same. */
export function digestOf(query: unknown): string {
  return createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 12);
}
