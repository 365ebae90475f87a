import type { PageFrom } from '#kernel';

/**
 * A place in a list that has no sortable key: how far down it was, and the public ids around it,
 * nearest first. Documents that come and go shift the list; the ids find the place again.
 */
export interface Place {
  readonly position: number;
  readonly ids: readonly string[];
}

export const isPlace = (value: unknown): value is Place => {
  const { position, ids } = (value ?? {}) as Partial<Place>;
  return (
    Number.isInteger(position) &&
    Array.isArray(ids) &&
    ids.length > 0 &&
    ids.every((id) => typeof id === 'string')
  );
};

/** How many ids a cursor remembers: so many neighbours may vanish and the place is still found. */
export const REMEMBERED = 6;
/** How far the list may have shifted before a wider look is needed. */
const FIRST_MARGIN = 30;

/** Reads `count` ids of the ordered list from `offset` on. */
export type ReadIds = (offset: number, count: number) => Promise<readonly string[]>;

/** Where a page lies in the list as it is now. */
export interface Slice {
  readonly offset: number;
  readonly size: number;
}

/**
 * Finds the page of a request in the list as it is now. The nearest remembered id that still stands
 * marks the place; ids before it in the list are not repeated and none behind it is left out.
 */
export async function sliceOf(
  request: PageFrom<Place>,
  total: number,
  readIds: ReadIds,
): Promise<Slice> {
  if (request.forward) {
    const offset = request.from ? (await anchor(request.from, total, readIds, 1)) + 1 : 0;
    return { offset, size: Math.max(0, Math.min(request.size, total - offset)) };
  }
  const end = request.from ? await anchor(request.from, total, readIds, -1) : total;
  const offset = Math.max(0, end - request.size);
  return { offset, size: Math.max(0, end - offset) };
}

async function anchor(
  place: Place,
  total: number,
  readIds: ReadIds,
  direction: 1 | -1,
): Promise<number> {
  for (let margin = FIRST_MARGIN; ; margin *= 8) {
    const offset = Math.max(0, place.position - margin);
    const ids = await readIds(offset, 2 * margin + 1);
    const at = new Map(ids.map((id, i) => [id, offset + i]));
    const standing = place.ids.find((id) => at.has(id));
    if (standing !== undefined) return at.get(standing) ?? place.position;
    // Nothing remembered stands any more: the position alone is left.
    if (offset === 0 && offset + ids.length >= total) return place.position - direction;
  }
}

/** The place of the row at `index` of a page, to be remembered in its cursor. */
export function placeOf(ids: readonly string[], index: number, offset: number): Place {
  const back = ids.slice(Math.max(0, index - REMEMBERED + 1), index + 1).toReversed();
  return { position: offset + index, ids: back };
}
