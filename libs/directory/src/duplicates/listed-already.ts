import type { Database } from '#database';
import { likeIn } from './found-pairs.js';
import { type Compared, profilesOfList, toListRecord } from './list-records.js';

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
  private like: ReturnType<typeof likeIn> | null = null;

  constructor(
    private readonly database: Database,
    private readonly networkId: string,
  ) {}

  /** Those of these that may be listed already. */
  async among<T extends NewRow>(rows: readonly T[]): Promise<T[]> {
    const named = rows.filter(({ draft }) => draft.pseudonymous !== true);
    if (named.length === 0) return [];
    const { database, networkId } = this;
    this.like ??= database
      .transaction((tx) => profilesOfList(tx, networkId))
      .then((profiles) => likeIn(profiles.map((profile) => toListRecord(profile, networkId))));
    const isLike = await this.like;
    const found: T[] = [];
    for (const row of named) {
      if (await isLike(toListRecord({ ...row.draft, id: 'new' }, networkId))) found.push(row);
    }
    return found;
  }
}
