import type { Transaction } from '#database';
import { randomUUID } from 'node:crypto';
import { ClassBook, type Place, type PublishedClass } from './class-book.js';
import type { Published } from '../profile/published-values.js';

/** Whoever changes classes has this lock, from before she reads them to the end of her transaction. */
const LOCK = 'pseudonym-classes';

/** The classes as they stand, for this transaction alone; `write` stores what was done with them. */
export class StoredBook {
  private constructor(
    private readonly tx: Pick<Transaction, 'query'>,
    readonly book: ClassBook,
    private readonly classes: ReadonlyMap<string, Published>,
    private readonly places: ReadonlyMap<string, Place>,
  ) {}

  /** Waits for whoever else changes classes. Who holds the lock waits for no row of `mediator`. */
  static async open(tx: Pick<Transaction, 'query'>): Promise<StoredBook> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [LOCK]);
    return StoredBook.read(tx);
  }

  /** The same without the lock, to look at. */
  static async read(tx: Pick<Transaction, 'query'>): Promise<StoredBook> {
    const [row] = await tx.query<{ classes: ClassRow[]; places: PlaceRow[] }>(BOOK);
    const classes = new Map(row?.classes.map(({ id, published }) => [id, published]));
    const places = new Map(row?.places.map(({ id, ...place }) => [id, place]));
    return new StoredBook(tx, new ClassBook(classes, places, randomUUID), classes, places);
  }

  /** Stores the changes; whether there were any. The database tells index, caches and pools of them itself. */
  async write(): Promise<boolean> {
    const { tx, book, classes, places } = this;
    const changed = [...book.all].filter(([id, { published }]) => classes.get(id) !== published);
    const moved = [...book.placed].filter(([id, place]) => isOther(places.get(id), place));
    const gone = [...places.keys()].filter((id) => !book.placed.has(id));
    if (changed.length > 0) await tx.query(PUT_CLASSES, [JSON.stringify(changed.map(classRow))]);
    if (moved.length > 0) await tx.query(PUT_PLACES, [JSON.stringify(moved.map(placeRow))]);
    if (gone.length > 0) {
      await tx.query('DELETE FROM pseudonym WHERE mediator_id = ANY($1::uuid[])', [gone]);
    }
    const ended = [...classes.keys()].filter((id) => !book.all.has(id));
    if (ended.length > 0) {
      await tx.query('DELETE FROM pseudonym_class WHERE id = ANY($1::uuid[])', [ended]);
    }
    return changed.length + moved.length + gone.length + ended.length > 0;
  }
}

/** One statement, so that classes and places are of one moment. */
const BOOK = `SELECT
  (SELECT coalesce(json_agg(json_build_object('id', id, 'published', published)), '[]') FROM pseudonym_class) AS classes,
  (SELECT coalesce(json_agg(json_build_object('id', m.id, 'classId', p.class_id, 'requested', p.asks,
       'nationalities', m.nationalities)), '[]')
     FROM pseudonym p JOIN mediator m ON m.id = p.mediator_id) AS places`;

const PUT_CLASSES = `INSERT INTO pseudonym_class (id, published)
SELECT id, published FROM json_to_recordset($1) AS r(id uuid, published jsonb)
ON CONFLICT (id) DO UPDATE SET published = excluded.published`;

/** The trigger `pseudonym_withheld` hides from every search whom this shows otherwise, until the index has followed. */
const PUT_PLACES = `INSERT INTO pseudonym (mediator_id, class_id, asks)
SELECT mediator_id, class_id, asks FROM json_to_recordset($1) AS r(mediator_id uuid, class_id uuid, asks boolean)
ON CONFLICT (mediator_id) DO UPDATE SET class_id = excluded.class_id, asks = excluded.asks`;

interface ClassRow {
  readonly id: string;
  readonly published: Published;
}

interface PlaceRow extends Place {
  readonly id: string;
}

function classRow([id, { published }]: readonly [string, PublishedClass]): ClassRow {
  return { id, published };
}

function placeRow([id, { classId, requested }]: readonly [string, Place]) {
  return { mediator_id: id, class_id: classId, asks: requested };
}

function isOther(before: Place | undefined, { classId, requested }: Place): boolean {
  return before?.classId !== classId || before.requested !== requested;
}
