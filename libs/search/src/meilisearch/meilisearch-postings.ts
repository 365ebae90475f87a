import type { Posting, Postings } from '../brief/postings.js';
import { soughtInBrief, type SoughtWord } from '../sought.js';
import type { Searcher } from './connection.js';
import type { Stored } from './search-requests.js';
import { wordExpression } from './filter.js';

/** All that is read of a document. */
export const SHOWN = ['mediatorId', 'publicId'];

export function postingOf({ mediatorId, publicId }: Stored): Posting {
  return { id: String(mediatorId), publicId: String(publicId) };
}

/** Who has the words of a brief: one query a word, all of them sent at once. */
export class MeilisearchPostings implements Postings {
  constructor(
    private readonly searcher: Searcher,
    private readonly filter: string[],
  ) {}

  async count(words: readonly SoughtWord[]): Promise<number[]> {
    const results = await this.each(words, { page: 1, hitsPerPage: 0 });
    return results.map(({ totalHits }) => totalHits ?? 0);
  }

  async postings(words: readonly SoughtWord[], most: number): Promise<Posting[][]> {
    const page = { limit: most, attributesToRetrieve: SHOWN };
    const results = await this.each(words, page);
    return results.map(({ hits }) => hits.map(postingOf));
  }

  private async each(words: readonly SoughtWord[], page: object) {
    const { requests, uid } = this.searcher;
    return requests.search(
      words.map((word) => ({
        indexUid: uid,
        filter: [...this.filter, wordExpression(soughtInBrief(word))],
        sort: ['publicId:asc'],
        ...page,
      })),
    );
  }
}
