export { MemoryPostings } from './brief/memory-postings.js';
export { rankBrief } from './brief/rank-brief.js';
export { createSearchIndex } from './create-search-index.js';
export {
  INDEXED_CLEARANCES,
  PROJECTION_VERSION,
  type SearchableProfile,
  type SearchDocument,
} from './document/search-document.js';
export { documentId, toSearchDocument } from './document/to-search-document.js';
export { SearchBusyError, SearchUnavailableError } from './errors.js';
export { highlightsOf, type Highlight } from './highlight.js';
export {
  FACET_NAMES,
  SEARCH_SORTS,
  SearchIndex,
  type FacetCount,
  type FacetName,
  type HeldDocument,
  type Rebuild,
  type SearchFilter,
  type SearchHit,
  type SearchQuery,
  type SearchResult,
  type SearchSort,
  type TextMatch,
  type TextMatches,
} from './search-index.js';
export { SearchModule } from './search.module.js';
export { IndexHeal } from './sync/index-heal.js';
export { IndexSync, indexSyncJob, type IndexBacklog, ProfileSource } from './sync/index-sync.js';
export { SearchWatch } from './sync/search-watch.js';
export { SELECT_SET_ASIDE, type SetAside } from './sync/set-aside.js';
