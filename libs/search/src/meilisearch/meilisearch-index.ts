import type { EnqueuedTaskPromise } from 'meilisearch';
import { rankBrief } from '../brief/rank-brief.js';
import { searchCursors } from '../search-cursors.js';
import { documentId } from '../document/to-search-document.js';
import {
  INDEXED_CLEARANCES,
  type IndexedClearance,
  type SearchDocument,
} from '../document/search-document.js';
import { SearchBusyError, SearchUnavailableError } from '../errors.js';
import {
  SearchIndex,
  type HeldDocument,
  type Rebuild,
  type SearchQuery,
  type SearchResult,
} from '../search-index.js';
import type { SearchSuppression } from '../sync/search-suppression.js';
import { soughtWords } from '../sought.js';
import { withPlainErrors, Connection, type MeilisearchAccess } from './connection.js';
import type { Stored } from './search-requests.js';
import { filterExpressions, stepExpressions, wordExpression } from './filter.js';
import { Listing } from './listing.js';
import { MeilisearchPostings } from './meilisearch-postings.js';
import { areInForce, INDEX_SETTINGS } from './settings.js';
import { isPlace, placeOf, sliceOf } from './window.js';
import { wordCodes } from './word-codes.js';

const SORTS = {
  RELEVANCE: [],
  NAME: ['sortName:asc'],
  YEARS: ['years:desc'],
  CONFIRMED: ['confirmedDay:desc'],
} as const;

/** Documents named at a time when all are gone through. */
const LISTED_AT_ONCE = 5_000;
/** Most characters of documents in one request; the server takes 100 MB. */
const MOST_SENT = 10_000_000;

/** A task that was sent, and whose documents it is about. */
interface Sent {
  readonly task: EnqueuedTaskPromise;
  readonly mediatorIds: readonly string[];
}

/** Meilisearch, by its official client. */
export class MeilisearchIndex extends SearchIndex {
  readonly name = 'Meilisearch';
  private readonly connection: Connection;

  constructor(
    private readonly access: MeilisearchAccess,
    private readonly suppression: Pick<SearchSuppression, 'ids'>,
  ) {
    super();
    this.connection = new Connection(access);
  }

  async prepare(): Promise<void> {
    this.connection.forgetSearchers();
    await this.connection.open();
    for (const clearance of INDEXED_CLEARANCES) await this.make(this.connection.uid(clearance));
    await this.removeSharedIndex();
  }

  protected async find(query: SearchQuery): Promise<SearchResult> {
    return this.searched(() => this.page(query));
  }

  protected async findMatches(clearance: IndexedClearance, text: string, limit: number) {
    return this.searched(async () => {
      const [searcher, suppressed] = await Promise.all([
        this.connection.searcher(clearance),
        this.suppression.ids(),
      ]);
      return rankBrief(
        new MeilisearchPostings(searcher, filterExpressions({}, suppressed)),
        text,
        limit,
      );
    });
  }

  async replace(mediatorIds: readonly string[], documents: readonly SearchDocument[]) {
    const tasks = INDEXED_CLEARANCES.flatMap((clearance) =>
      this.send(clearance, this.connection.uid(clearance), mediatorIds, documents),
    );
    await Promise.all(tasks.map(({ task }) => this.connection.done(task)));
  }

  async beginRebuild(): Promise<Rebuild> {
    const { connection } = this;
    const fresh = (clearance: IndexedClearance) => `${connection.uid(clearance)}-fresh`;
    for (const clearance of INDEXED_CLEARANCES) {
      await connection.remove(fresh(clearance));
      await this.make(fresh(clearance));
    }
    // Waiting for each batch would hold up the next: they are waited for together before the swap.
    const sent: Sent[] = [];
    const send = (ids: readonly string[], documents: readonly SearchDocument[]): Sent[] =>
      INDEXED_CLEARANCES.flatMap((clearance) =>
        this.send(clearance, fresh(clearance), ids, documents),
      );
    return {
      add: async (documents) => {
        const tasks = send([], documents);
        sent.push(...tasks);
        await withPlainErrors(() => Promise.all(tasks.map(({ task }) => task)));
      },
      refused: async () => {
        const refused: string[] = [];
        for (const { task, mediatorIds } of sent.splice(0)) {
          try {
            await connection.done(task);
          } catch (error) {
            if (error instanceof SearchUnavailableError && !error.answered) throw error;
            refused.push(...mediatorIds);
          }
        }
        return [...new Set(refused)];
      },
      replace: async (ids, documents) => {
        await Promise.all(send(ids, documents).map(({ task }) => connection.done(task)));
      },
      swap: async () => {
        const swaps = INDEXED_CLEARANCES.map((clearance) => ({
          indexes: [connection.uid(clearance), fresh(clearance)] as [string, string],
          rename: false,
        }));
        await connection.done(connection.admin.swapIndexes(swaps));
        for (const clearance of INDEXED_CLEARANCES) await connection.remove(fresh(clearance));
      },
      abandon: async () => {
        for (const clearance of INDEXED_CLEARANCES) {
          await withPlainErrors(() => connection.admin.deleteIndexIfExists(fresh(clearance)));
        }
      },
    };
  }

  async count(): Promise<number> {
    const counts = await Promise.all(
      INDEXED_CLEARANCES.map(async (clearance) => {
        const index = this.connection.admin.index(this.connection.uid(clearance));
        return (await withPlainErrors(() => index.getStats())).numberOfDocuments;
      }),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async *held(clearance: IndexedClearance): AsyncIterable<HeldDocument[]> {
    const index = this.connection.admin.index<Stored>(this.connection.uid(clearance));
    for (let offset = 0; ; offset += LISTED_AT_ONCE) {
      const page = { offset, limit: LISTED_AT_ONCE, fields: ['mediatorId', 'digest'] };
      const { results } = await withPlainErrors(() => index.getDocuments(page));
      if (results.length === 0) return;
      yield results.map(({ mediatorId, digest }) => ({
        mediatorId: String(mediatorId),
        digest: String(digest),
      }));
    }
  }

  /** Makes an index and its settings, which are in force before any document arrives. */
  private async make(uid: string): Promise<void> {
    const { admin } = this.connection;
    const exists = await this.connection.exists(uid);
    const index = admin.index(uid);
    if (exists && areInForce(await withPlainErrors(() => index.getSettings()))) return;
    if (!exists) await this.connection.done(admin.createIndex(uid, { primaryKey: 'id' }));
    await this.connection.done(index.updateSettings(INDEX_SETTINGS));
  }

  /** An older version kept the documents of all clearances in one index, under the plain name. */
  private async removeSharedIndex(): Promise<void> {
    if (!(await this.connection.exists(this.access.index))) return;
    await this.connection.remove(this.access.index);
    await this.connection.removeKeys(this.access.index);
  }

  /** A server that refuses a search, and not because it is busy, may have lost the key that it was asked with. */
  private async searched<T>(search: () => Promise<T>): Promise<T> {
    try {
      return await search();
    } catch (error) {
      const isRefused = error instanceof SearchUnavailableError && error.answered;
      if (isRefused && !(error instanceof SearchBusyError)) this.connection.forgetSearchers();
      throw error;
    }
  }

  private async page(query: SearchQuery): Promise<SearchResult> {
    const cursors = searchCursors(query, isPlace);
    const request = cursors.page(query.page);
    const listing = await this.listing(query);
    // The server gives the first page with its exact counts; any other has to be found first.
    const isFirst = request.forward && request.from === null;
    const counted = await listing.first(query.facets ?? [], isFirst ? request.size : 0);
    const { total, facets } = counted;
    const readIds = async (offset: number, count: number) =>
      (await listing.rows(offset, count)).map(({ publicId }) => publicId);
    const { offset, size } = await sliceOf(request, total, readIds);
    const rows = isFirst || size === 0 ? counted.rows : await listing.rows(offset, size);
    const ids = rows.map(({ publicId }) => publicId);
    return {
      hits: rows.map((row, i) => ({ ...row, cursor: cursors.write(placeOf(ids, i, offset)) })),
      totalCount: total,
      facets,
      hasNextPage: offset + size < total,
      hasPreviousPage: offset > 0,
    };
  }

  /** Sends what belongs to one clearance, in requests that are not too long for the server. */
  private send(
    clearance: IndexedClearance,
    uid: string,
    mediatorIds: readonly string[],
    documents: readonly SearchDocument[],
  ): Sent[] {
    const index = this.connection.loader.index<Stored>(uid);
    const own = documents.filter((document) => document.clearance === clearance);
    const kept = new Set(own.map(({ mediatorId }) => mediatorId));
    const gone = mediatorIds.filter((id) => !kept.has(id));
    const deleted = gone.map((id) => documentId(id, clearance));
    return [
      ...(gone.length > 0 ? [{ task: index.deleteDocuments(deleted), mediatorIds: gone }] : []),
      ...inPieces(own).map((piece) => ({
        task: index.addDocuments(piece.map(stored), { primaryKey: 'id' }),
        mediatorIds: piece.map(({ mediatorId }) => mediatorId),
      })),
    ];
  }

  private async listing(query: Omit<SearchQuery, 'page'>): Promise<Listing> {
    const [searcher, suppressed] = await Promise.all([
      this.connection.searcher(query.clearance),
      this.suppression.ids(),
    ]);
    const filter = filterExpressions(query.filter ?? {}, suppressed);
    const words = soughtWords(query.text);
    const sort = query.sort ?? 'RELEVANCE';
    if (sort === 'RELEVANCE' && words.length > 0) {
      const steps = stepExpressions(words).map((step) => ({ filter: [...filter, step], sort: [] }));
      return new Listing(searcher, steps);
    }
    const sorted = [...SORTS[sort === 'RELEVANCE' ? 'NAME' : sort]];
    return new Listing(searcher, [
      { filter: [...filter, ...words.map(wordExpression)], sort: sorted },
    ]);
  }
}

/** The documents in lists of which only one with a single document may be longer than a request should be. */
function inPieces(documents: readonly SearchDocument[]): SearchDocument[][] {
  const pieces: SearchDocument[][] = [];
  let size = Infinity;
  for (const document of documents) {
    const length = JSON.stringify(document).length;
    if (size + length > MOST_SENT) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(document);
    size += length;
  }
  return pieces;
}

/** What the server holds: codes and no text. */
function stored(document: SearchDocument): Stored {
  const { names: _names, keywords: _keywords, texts: _texts, tokens: _tokens, ...codes } = document;
  return { ...codes, ...wordCodes(document) };
}
