import { foldText } from '#vocabulary';
import type { EnqueuedTaskPromise, Index, SearchParams } from 'meilisearch';
import { rankBrief } from '../brief/rank-brief.js';
import type { Holder } from '../brief/word-holders.js';
import { Cursors, pageRequest } from '../cursor.js';
import { documentId } from '../document/to-search-document.js';
import {
  PROJECTION_VERSION,
  type IndexedClearance,
  type SearchDocument,
} from '../document/search-document.js';
import {
  SearchIndex,
  type FacetName,
  type IndexStatus,
  type Rebuild,
  type SearchQuery,
  type SearchResult,
} from '../search-index.js';
import type { Withheld } from '../sync/withheld.js';
import { queryWords } from '../words.js';
import {
  asked,
  CLEARANCES,
  Connection,
  type MeilisearchAccess,
  type Stored,
} from './connection.js';
import { filterExpressions } from './filter.js';
import { holderOf, MeilisearchHolders, SHOWN } from './meilisearch-holders.js';
import { areInForce, INDEX_SETTINGS } from './settings.js';
import { isPlace, placeOf, sliceOf } from './window.js';

/** Attribute of each facet. */
const FACETS: Record<FacetName, string> = {
  networks: 'networks',
  languages: 'languages',
  territories: 'territories',
  expertise: 'expertise',
  tracks: 'tracks',
  roles: 'roles',
  availability: 'availability',
  years: 'yearsAtLeast',
};

const SORTS = {
  RELEVANCE: [],
  NAME: ['sortName:asc'],
  YEARS: ['years:desc'],
  CONFIRMED: ['confirmedDay:desc'],
} as const;

/** A query as the server is asked it. */
interface Asking {
  readonly index: Index<Stored>;
  readonly text: string;
  readonly parameters: SearchParams;
}

/** Meilisearch, by its official client. */
export class MeilisearchIndex extends SearchIndex {
  readonly name = 'Meilisearch';
  private readonly connection: Connection;

  constructor(
    private readonly access: MeilisearchAccess,
    private readonly withheld: Pick<Withheld, 'ids'>,
  ) {
    super();
    this.connection = new Connection(access);
  }

  async prepare(): Promise<void> {
    await this.connection.open();
    await this.make(this.access.index);
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    const cursors = new Cursors(query, isPlace);
    const request = pageRequest(query.page, cursors);
    const asking = await this.asking(query);
    // The server gives the first page with its exact counts; any other has to be found first.
    const isFirst = request.forward && request.from === null;
    const counted = await this.counts(asking, query.facets ?? [], isFirst ? request.size : 0);
    const { total, facets } = counted;
    const read = (offset: number, count: number) => this.rows(asking, offset, count);
    const readIds = async (offset: number, count: number) =>
      (await read(offset, count)).map(({ publicId }) => publicId);
    const { offset, size } = await sliceOf(request, total, readIds);
    const rows = isFirst || size === 0 ? counted.rows : await read(offset, size);
    const ids = rows.map(({ publicId }) => publicId);
    return {
      hits: rows.map((row, i) => ({ ...row, cursor: cursors.write(placeOf(ids, i, offset)) })),
      totalCount: total,
      facets,
      hasNextPage: offset + size < total,
      hasPreviousPage: offset > 0,
    };
  }

  async matches(clearance: IndexedClearance, text: string, limit: number) {
    const [searcher, withheld] = await Promise.all([
      this.connection.searcher(clearance),
      this.withheld.ids(),
    ]);
    const filter = filterExpressions(clearance, {}, withheld);
    return rankBrief(new MeilisearchHolders(searcher, filter), text, limit);
  }

  async replace(mediatorIds: readonly string[], documents: readonly SearchDocument[]) {
    const tasks = this.send(this.access.index, mediatorIds, documents);
    await Promise.all(tasks.map((task) => this.connection.done(task)));
  }

  async beginRebuild(): Promise<Rebuild> {
    const { admin } = this.connection;
    const fresh = `${this.access.index}-fresh`;
    await this.connection.remove(fresh);
    await this.make(fresh);
    // Waiting for each batch would hold up the next: they are waited for together before the swap.
    const sent: EnqueuedTaskPromise[] = [];
    return {
      replace: async (ids, documents) => {
        sent.push(...this.send(fresh, ids, documents));
        await asked(() => Promise.all(sent.slice(-2)));
      },
      swap: async () => {
        for (const task of sent.splice(0)) await this.connection.done(task);
        await this.connection.done(
          admin.swapIndexes([{ indexes: [this.access.index, fresh], rename: false }]),
        );
        await this.connection.remove(fresh);
      },
      abandon: async () => {
        await asked(() => admin.deleteIndexIfExists(fresh));
      },
    };
  }

  async status(): Promise<IndexStatus> {
    const index = this.connection.admin.index(this.access.index);
    const { numberOfDocuments: documents } = await asked(() => index.getStats());
    const filter = `version != ${PROJECTION_VERSION}`;
    const { totalHits } = await asked(() => index.search('', { filter, page: 1, hitsPerPage: 0 }));
    return { documents, outdated: totalHits };
  }

  /** Makes an index and its settings, which are in force before any document arrives. */
  private async make(uid: string): Promise<void> {
    const { admin } = this.connection;
    const exists = await asked(() =>
      admin.getRawIndex(uid).then(
        () => true,
        () => false,
      ),
    );
    const index = admin.index(uid);
    if (exists && areInForce(await asked(() => index.getSettings()))) return;
    if (!exists) await this.connection.done(admin.createIndex(uid, { primaryKey: 'id' }));
    await this.connection.done(index.updateSettings(INDEX_SETTINGS));
  }

  private send(
    uid: string,
    mediatorIds: readonly string[],
    documents: readonly SearchDocument[],
  ): EnqueuedTaskPromise[] {
    const index = this.connection.admin.index<Stored>(uid);
    const kept = new Set(documents.map(({ id }) => id));
    const gone = mediatorIds
      .flatMap((id) => CLEARANCES.map((clearance) => documentId(id, clearance)))
      .filter((id) => !kept.has(id));
    return [
      ...(gone.length > 0 ? [index.deleteDocuments(gone)] : []),
      ...(documents.length > 0
        ? [index.addDocuments(documents.map(stored), { primaryKey: 'id' })]
        : []),
    ];
  }

  /** Exact counts, and the first rows. */
  private async counts(
    { index, text, parameters }: Asking,
    names: readonly FacetName[],
    first: number,
  ) {
    const answer = await asked(() =>
      index.search(text, {
        ...parameters,
        facets: names.map((name) => FACETS[name]),
        page: 1,
        hitsPerPage: first,
        attributesToRetrieve: SHOWN,
      }),
    );
    const facets = names.map((name) => {
      const counts = Object.entries(answer.facetDistribution?.[FACETS[name]] ?? {});
      const rows = counts.map(([code, count]) => ({ code, count }));
      return [name, rows.toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))];
    });
    return {
      total: answer.totalHits,
      rows: answer.hits.map(holderOf),
      facets: Object.fromEntries(facets) as SearchResult['facets'],
    };
  }

  private async rows(
    { index, text, parameters }: Asking,
    offset: number,
    limit: number,
  ): Promise<Holder[]> {
    const page = { ...parameters, offset, limit, attributesToRetrieve: SHOWN };
    const { hits } = await asked(() => index.search(text, page));
    return hits.map(holderOf);
  }

  private async asking(query: Omit<SearchQuery, 'page'>): Promise<Asking> {
    const [{ index }, withheld] = await Promise.all([
      this.connection.searcher(query.clearance),
      this.withheld.ids(),
    ]);
    const words = queryWords(query.text);
    const sort = query.sort ?? 'RELEVANCE';
    const byName = sort === 'RELEVANCE' && words.length === 0;
    return {
      index,
      text: words.join(' '),
      parameters: {
        filter: filterExpressions(query.clearance, query.filter ?? {}, withheld),
        sort: [...SORTS[byName ? 'NAME' : sort]],
        matchingStrategy: 'all',
      },
    };
  }
}

/** Folded spellings are added where Meilisearch folds less than the vocabulary does. */
function stored(document: SearchDocument): Stored {
  const spellings = [...document.names, ...document.keywords];
  const folded = spellings.map(foldText).filter((text, i) => text !== spellings[i]?.toLowerCase());
  return { ...document, folded: [...new Set(folded)] };
}
