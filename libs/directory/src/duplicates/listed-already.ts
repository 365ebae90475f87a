import type { Database } from '#database';
import { likeIn } from './found-pairs.js';
import {
  type Compared,
  membersOfList,
  recordsWithoutContacts,
  toListRecord,
} from './list-records.js';

/**
 * Members of a list that is compared: all records of it are held in memory, some 4 KB each. Of a longer list the search for
 * duplicates, which follows each import, is the first to tell.
 */
export const MOST_LISTED = 5_000;

/** What a row states of a woman who is not on the list by its number. */
interface NewRow {
  readonly draft: Omit<Compared, 'id'> & { readonly pseudonymous: boolean | null };
}

/**
 * Tells which rows of a list may be of a woman whom the network lists already under another number: those that would be suggested
 * as duplicates afterwards. It knows the network's own list alone, without women under a code name and without contact data,
 * which nobody opens to read a preview. Of other lists it says nothing: a row could be written to find out who is on them.
 */
export class ListedAlready {
  private like: ReturnType<ListedAlready['likeListed']> | null = null;

  constructor(
    private readonly database: Database,
    private readonly networkId: string,
    private readonly most: number,
  ) {}

  /** Those of these that may be listed already; null where the list is too long to be compared. */
  async among<T extends NewRow>(rows: readonly T[]): Promise<T[] | null> {
    const named = rows.filter(({ draft }) => draft.pseudonymous !== true);
    if (named.length === 0) return [];
    const isLike = await (this.like ??= this.likeListed());
    if (isLike === 'nobody') return [];
    if (isLike === 'tooMany') return null;
    const found: T[] = [];
    for (const row of named) {
      if (await isLike(toListRecord({ ...row.draft, id: 'new' }, this.networkId))) found.push(row);
    }
    return found;
  }

  private async likeListed(): Promise<Awaited<ReturnType<typeof likeIn>> | 'nobody' | 'tooMany'> {
    const { database, networkId } = this;
    return database.transaction(async (tx) => {
      const ids = await membersOfList(tx, networkId, this.most + 1);
      if (ids.length === 0) return 'nobody';
      if (ids.length > this.most) return 'tooMany';
      return likeIn(recordsWithoutContacts(tx, networkId, ids));
    });
  }
}
