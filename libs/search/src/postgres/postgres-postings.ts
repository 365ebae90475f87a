import type { Reader } from '#database';
import type { Posting, Postings } from '../brief/postings.js';
import { soughtInBrief, type SoughtWord } from '../sought.js';
import { SELECT_SUPPRESSED } from '../sync/search-suppression.js';
import { anywhere } from './condition.js';

/** Who has the words of a brief, by the index of lexemes. */
export class PostgresPostings implements Postings {
  constructor(
    private readonly database: Reader,
    private readonly table: string,
  ) {}

  async count(words: readonly SoughtWord[], most: number): Promise<number[]> {
    const rows = await this.each<{ found: number }>('count(*)::int', '', words, most + 1);
    return rows.map(({ found }) => found);
  }

  async postings(words: readonly SoughtWord[], most: number): Promise<Posting[][]> {
    const both = `coalesce(json_agg(json_build_array(mediator_id, public_id)), '[]')`;
    const order = 'ORDER BY public_id';
    const rows = await this.each<{ found: [string, string][] }>(both, order, words, most);
    return rows.map(({ found }) => found.map(([id, publicId]) => ({ id, publicId })));
  }

  /**
   * One look-up a word, cut where enough are found. With the words as parameters the database uses its
   * indexes, also for a word that so many have that it would rather read all rows.
   */
  private async each<T extends object>(
    what: string,
    order: string,
    words: readonly SoughtWord[],
    most: number,
  ): Promise<T[]> {
    return this.database.query<T>(
      `SELECT (SELECT ${what} FROM (
           SELECT mediator_id, public_id FROM ${this.table}
           WHERE mediator_id <> ALL (ARRAY(${SELECT_SUPPRESSED})) AND lexemes @@ sought.query
           ${order} LIMIT $2) AS hit) AS found
       FROM (SELECT n, query::tsquery AS query FROM unnest($1::text[]) WITH ORDINALITY AS given(query, n)) AS sought
       ORDER BY n`,
      [words.map((word) => anywhere(soughtInBrief(word))), most],
    );
  }
}
