import type { Posting } from '../brief/postings.js';
import type { FacetName, SearchResult } from '../search-index.js';
import type { Searcher } from './connection.js';
import { postingOf, SHOWN } from './meilisearch-postings.js';

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

/** One of the lists that stand one below the other in a result. */
export interface Step {
  readonly filter: string[];
  readonly sort: string[];
}

/** What a search finds, in order: the server lists each step, and nobody is in two. */
export class Listing {
  private totals: readonly number[] = [];

  constructor(
    private readonly searcher: Searcher,
    private readonly steps: readonly Step[],
  ) {}

  /** Exact counts, and the first rows; asked for before any other rows. */
  async first(names: readonly FacetName[], size: number) {
    const facets = names.map((name) => FACETS[name]);
    const results = await this.ask(
      this.steps.map((step) => ({ ...step, facets, page: 1, hitsPerPage: size })),
    );
    this.totals = results.map(({ totalHits }) => totalHits ?? 0);
    return {
      total: this.totals.reduce((sum, total) => sum + total, 0),
      rows: results.flatMap(({ hits }) => hits.map(postingOf)).slice(0, size),
      facets: Object.fromEntries(
        names.map((name) => [
          name,
          added(results.map((result) => result.facetDistribution?.[FACETS[name]] ?? {})),
        ]),
      ) as SearchResult['facets'],
    };
  }

  async rows(offset: number, limit: number): Promise<Posting[]> {
    const pages = [];
    let before = 0;
    for (const [i, step] of this.steps.entries()) {
      const total = this.totals[i] ?? 0;
      const from = Math.max(0, offset - before);
      const to = Math.min(total, offset + limit - before);
      if (from < to) pages.push({ ...step, offset: from, limit: to - from });
      before += total;
    }
    if (pages.length === 0) return [];
    const results = await this.ask(pages);
    return results.flatMap(({ hits }) => hits.map(postingOf));
  }

  private async ask(pages: readonly object[]) {
    const { requests, uid } = this.searcher;
    return requests.search(
      pages.map((page) => ({ indexUid: uid, attributesToRetrieve: SHOWN, ...page })),
    );
  }
}

/** Counts of several steps as one list, the largest first. */
function added(steps: readonly Readonly<Record<string, number>>[]) {
  const counts = new Map<string, number>();
  for (const step of steps) {
    for (const [code, count] of Object.entries(step)) {
      counts.set(code, (counts.get(code) ?? 0) + count);
    }
  }
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
