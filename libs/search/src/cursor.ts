import { createHash } from 'node:crypto';
import { InvalidCursorError } from './errors.js';
import type { SearchQuery } from './search-index.js';

/**
 * Cursors are opaque and belong to one query: they carry a digest of what was asked, so that one
 * cannot be used to page through another.
 */
export class Cursors<Position> {
  private readonly digest: string;

  constructor(
    query: SearchQuery,
    private readonly isPosition: (value: unknown) => value is Position,
  ) {
    const { clearance, text, filter, sort } = query;
    this.digest = createHash('sha256')
      .update(JSON.stringify([clearance, text ?? '', filter ?? {}, sort ?? 'RELEVANCE']))
      .digest('base64url')
      .slice(0, 12);
  }

  write(position: Position): string {
    return Buffer.from(JSON.stringify([this.digest, position])).toString('base64url');
  }

  /** @throws InvalidCursorError */
  read(cursor: string): Position {
    try {
      const [digest, position] = JSON.parse(
        Buffer.from(cursor, 'base64url').toString('utf8'),
      ) as unknown[];
      if (digest === this.digest && this.isPosition(position)) return position;
    } catch {
      // Not JSON, or not a list: told below like any other cursor that is not ours.
    }
    throw new InvalidCursorError();
  }
}

/** Where a page begins and in which direction it goes. */
export interface PageRequest<Position> {
  readonly forward: boolean;
  readonly size: number;
  readonly from: Position | null;
}

/** Reads a page's cursor. @throws InvalidCursorError */
export function pageRequest<Position>(
  page: SearchQuery['page'],
  cursors: Cursors<Position>,
): PageRequest<Position> {
  if ('first' in page) {
    const from = page.after === undefined ? null : cursors.read(page.after);
    return { forward: true, size: page.first, from };
  }
  const from = page.before === undefined ? null : cursors.read(page.before);
  return { forward: false, size: page.last, from };
}
