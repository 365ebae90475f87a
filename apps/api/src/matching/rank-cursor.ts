import { Cursors, digestOf } from '#kernel';
import { FAIRNESS, type RankPlace } from '#matching';

/** Cursors of the ranking of one need. */
export class RankCursors extends Cursors<RankPlace> {
  constructor(need: object) {
    super(digestOf(need), isPlace);
  }

  /** Writes the place alone, whatever else the candidate holds. */
  override write({ total, tieKey, place }: RankPlace): string {
    return super.write({ total, tieKey, place });
  }
}

function isPlace(value: unknown): value is RankPlace {
  const { total, tieKey, place } = (value ?? {}) as Partial<RankPlace>;
  return (
    Number.isSafeInteger(total) &&
    Number(total) >= 0 &&
    typeof tieKey === 'string' &&
    /^[0-9a-f]{16}$/.test(tieKey) &&
    (place === undefined ||
      (Number.isInteger(place) && place >= 1 && place <= FAIRNESS.places.maximum))
  );
}
