import { FAIRNESS, type RankPlace } from '#matching';
import { createHash } from 'node:crypto';
import { wrongCursor } from '../graphql/page.js';

/** Cursors of one ranking: they hold a digest of the need, so that none can page through another's. */
export class RankCursors {
  private readonly digest: string;

  constructor(need: object) {
    this.digest = createHash('sha256')
      .update(JSON.stringify(need))
      .digest('base64url')
      .slice(0, 12);
  }

  write({ total, tieKey, place }: RankPlace): string {
    const parts = [this.digest, total, tieKey, ...(place === undefined ? [] : [place])];
    return Buffer.from(JSON.stringify(parts)).toString('base64url');
  }

  /** @throws InputError */
  read(cursor: string): RankPlace {
    try {
      const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
      const [digest, total, tieKey, place] = Array.isArray(value) ? (value as unknown[]) : [];
      const position = { total, tieKey, place } as RankPlace;
      if (digest === this.digest && isPosition(position)) return position;
    } catch {
      // Not JSON: told below like any other cursor that is not ours.
    }
    throw wrongCursor('after');
  }
}

function isPosition({ total, tieKey, place }: RankPlace): boolean {
  return (
    Number.isSafeInteger(total) &&
    total >= 0 &&
    typeof tieKey === 'string' &&
    /^[0-9a-f]{16}$/.test(tieKey) &&
    (place === undefined ||
      (Number.isInteger(place) && place >= 1 && place <= FAIRNESS.places.maximum))
  );
}
