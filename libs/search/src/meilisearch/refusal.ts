import { SearchUnavailableError } from '../errors.js';

const NO_KEY = new Set(['invalid_api_key', 'missing_authorization_header', 'missing_master_key']);

/** What the operator is told of a request that the server refused. @param code the server's, or else the status */
export function refusal(code: string): SearchUnavailableError {
  return new SearchUnavailableError(
    NO_KEY.has(code)
      ? 'Meilisearch refuses the key: set MEILISEARCH_KEY to the master key, or to one that may manage indexes, settings and keys.'
      : `Meilisearch refused a request (${code}).`,
  );
}
