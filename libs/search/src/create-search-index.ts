import type { Settings } from '#config';
import type { Database } from '#database';
import { SearchUnavailableError } from './errors.js';
import { MeilisearchIndex } from './meilisearch/meilisearch-index.js';
import { PostgresIndex } from './postgres/postgres-index.js';
import type { SearchIndex } from './search-index.js';
import { SearchSuppression } from './sync/search-suppression.js';

/** Meilisearch where its address is set, else PostgreSQL. @throws SearchUnavailableError without a key. */
export function createSearchIndex(
  settings: Pick<
    Settings,
    'meilisearchUrl' | 'meilisearchKey' | 'meilisearchIndex' | 'meilisearchDeadline'
  >,
  database: Database,
): SearchIndex {
  const { meilisearchUrl: url, meilisearchKey: key, meilisearchIndex: index } = settings;
  const { meilisearchDeadline: deadline } = settings;
  if (url === null) return new PostgresIndex(database);
  if (key === null) {
    throw new SearchUnavailableError(
      'MEILISEARCH_URL is set and MEILISEARCH_KEY is not: without a key no clearance could be enforced there.',
    );
  }
  return new MeilisearchIndex({ url, key, index, deadline }, new SearchSuppression(database));
}
