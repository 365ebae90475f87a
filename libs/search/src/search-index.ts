import type { ListPage } from '#kernel';
import { histogram, traced } from '#telemetry';
import type {
  AreaCode,
  AvailabilityBand,
  ExpertiseCode,
  Proficiency,
  Role,
  Track,
} from '#vocabulary';
import type { IndexedClearance, SearchDocument } from './document/search-document.js';
import { SearchUnavailableError } from './errors.js';

const durations = histogram(
  'baraza_search_duration_seconds',
  'How long the search engine took to answer.',
  ['kind', 'outcome'],
);

/** All stated conditions must hold. */
export interface SearchFilter {
  /** Slugs; in any of them. */
  readonly networks?: readonly string[];
  /** All of them, each at its minimum level where one is given; a member satisfies its macrolanguage. */
  readonly languages?: readonly { readonly code: string; readonly minimumLevel?: Proficiency }[];
  /** Any of them; a region or grouping finds the women whose territory it contains. */
  readonly territories?: readonly AreaCode[];
  /** Any of them; a domain finds its topics. */
  readonly expertise?: readonly ExpertiseCode[];
  readonly tracks?: readonly Track[];
  readonly roles?: readonly Role[];
  readonly availability?: readonly AvailabilityBand[];
  /** Whole years, compared with the lower bound of the band where only that is seen. */
  readonly minimumYears?: number;
}

/** RELEVANCE without a text is NAME. YEARS and CONFIRMED begin with the most and the latest. */
export const SEARCH_SORTS = ['RELEVANCE', 'NAME', 'YEARS', 'CONFIRMED'] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

export const FACET_NAMES = [
  'networks',
  'languages',
  'territories',
  'expertise',
  'tracks',
  'roles',
  'availability',
  'years',
] as const;
export type FacetName = (typeof FACET_NAMES)[number];

export interface SearchQuery {
  /** Only documents of this clearance are looked at. */
  readonly clearance: IndexedClearance;
  /** Free text; every word must be found, the last one also as the beginning of a word. */
  readonly text?: string;
  readonly filter?: SearchFilter;
  readonly sort?: SearchSort;
  readonly facets?: readonly FacetName[];
  readonly page: ListPage;
}

export interface SearchHit {
  /** The mediator's id. */
  readonly id: string;
  /** What she was called when she was indexed: who is called otherwise now is not whom was found. */
  readonly publicId: string;
  readonly cursor: string;
}

export interface FacetCount {
  readonly code: string;
  /** How many of the found documents have it: adding it to the filter finds exactly so many. */
  readonly count: number;
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** Exact. */
  readonly totalCount: number;
  readonly facets: Partial<Record<FacetName, readonly FacetCount[]>>;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** Somebody whom a brief finds. */
export interface TextMatch {
  /** The mediator's id. */
  readonly id: string;
  /** Higher is better; it means something only beside the others of the same brief. */
  readonly relevance: number;
}

export interface TextMatches {
  /** In order of relevance; those of the same relevance in an order of their own. */
  readonly matches: readonly TextMatch[];
  /** How many there are in all. */
  readonly total: number;
}

/** What an index says of a document that it holds. */
export interface HeldDocument {
  readonly mediatorId: string;
  readonly digest: string;
}

/**
 * The search engine, whichever it is. It answers with ids and counts only, never with a text, and
 * leaves out whom it must not show until it has followed (`SearchSuppression`). One contract suite (`test/contract/search.test.ts`) says what
 * each adapter must do.
 */
export abstract class SearchIndex {
  /** The engine's name, for people. */
  abstract readonly name: string;

  /**
   * Makes the index ready for documents: settings before any, and what an older version of this program
   * left is removed. Searches do without it. @throws SearchUnavailableError
   */
  abstract prepare(): Promise<void>;

  /** @throws InvalidCursorError, SearchUnavailableError */
  async search(query: SearchQuery): Promise<SearchResult> {
    return this.measured('search', () => this.find(query));
  }

  /**
   * The best `limit` of those who have any of a brief's content words, more and rarer words first. The
   * same index and brief give the same order.
   *
   * @throws SearchUnavailableError
   */
  async matches(clearance: IndexedClearance, text: string, limit: number): Promise<TextMatches> {
    return this.measured('brief', () => this.findMatches(clearance, text, limit));
  }

  /**
   * Sets all documents of these mediators: the given ones and no other. Returns when searches see
   * them. @throws SearchUnavailableError, or any other error of the engine's where it takes one of the
   * documents for faulty
   */
  abstract replace(
    mediatorIds: readonly string[],
    documents: readonly SearchDocument[],
  ): Promise<void>;

  /** Begins a fresh index beside the live one. At most one is under way. */
  abstract beginRebuild(): Promise<Rebuild>;

  /** How many documents there are, of all clearances. @throws SearchUnavailableError */
  abstract count(): Promise<number>;

  /** All documents of a clearance, in batches; one that is written meanwhile may be missing or come twice. */
  abstract held(clearance: IndexedClearance): AsyncIterable<readonly HeldDocument[]>;

  /** `search`, as the engine does it. */
  protected abstract find(query: SearchQuery): Promise<SearchResult>;

  /** `matches`, as the engine does it. */
  protected abstract findMatches(
    clearance: IndexedClearance,
    text: string,
    limit: number,
  ): Promise<TextMatches>;

  private async measured<T>(kind: 'search' | 'brief', work: () => Promise<T>): Promise<T> {
    const end = durations.startTimer({ kind });
    try {
      const found = await traced(`search ${this.name}`, { 'baraza.search': kind }, work);
      end({ outcome: 'answered' });
      return found;
    } catch (error) {
      end({ outcome: error instanceof SearchUnavailableError ? 'unavailable' : 'refused' });
      throw error;
    }
  }
}

/** A fresh index that is being filled; searches go on in the live one. */
export interface Rebuild {
  /** Adds documents of mediators who have none there yet. The engine may still work on them afterwards. */
  add(documents: readonly SearchDocument[]): Promise<void>;
  /** Waits for all that was added; gives the mediators of those additions that the engine did not take. */
  refused(): Promise<readonly string[]>;
  replace(mediatorIds: readonly string[], documents: readonly SearchDocument[]): Promise<void>;
  /** Puts the fresh index in the live one's place, for all clearances at once, and removes the old one. */
  swap(): Promise<void>;
  /** Removes the fresh index after a failure; the live one was never touched. */
  abandon(): Promise<void>;
}
