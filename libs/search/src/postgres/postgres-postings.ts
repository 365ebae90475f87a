import type { Reader } from '#database';
import type { Posting, Postings } from '../brief/postings.js';
import { soughtInBrief, type SoughtWord } from '../sought.js';
import { SELECT_SUPPRESSED } from '../sync/search-suppression.js';
import { tsquery } from './condition.js';

/** Who has the words of a brief, by the index of words and that of names with typing errors. */
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
    const sought = words.map(soughtInBrief);
    const queries = sought.map(tsquery);
    const pieces = sought.map((word) => word.pieces.join(' '));
    return this.database.query<T>(
      `SELECT (SELECT ${what} FROM (
           SELECT mediator_id, public_id FROM ${this.table}
           WHERE mediator_id <> ALL (ARRAY(${SELECT_SUPPRESSED}))
             AND (words @@ sought.query OR name_typos && sought.pieces)
           ${order} LIMIT $3) AS hit) AS found
       FROM (SELECT n, query::tsquery AS query, string_to_array(pieces, ' ') AS pieces
             FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS given(query, pieces, n)) AS sought
       ORDER BY n`,
      [queries, pieces, most],
    );
  }
}
