import {
  NetworkService,
  ProfileService,
  searchedTexts,
  type NetworkView,
  type ProfileView,
} from '#directory';
import { PUBLIC_VIEWER } from '#identity';
import { InvalidCursorError, type ListPage } from '#kernel';
import {
  FACET_NAMES,
  highlightsOf,
  SearchIndex,
  type FacetCount,
  type FacetName,
  type SearchQuery,
  type SearchResult,
} from '#search';
import { isTerritory, WORLD } from '#vocabulary';
import { Injectable } from '@nestjs/common';
import { FACET, SEARCH } from '../../graphql/cost/field-cost.js';
import { Limits } from '../../graphql/limits.js';
import { PublicRequests } from './public-requests.js';
import type { PublicVisit } from './public-visit.js';
import {
  CHOICE_NAMES,
  CHOICES,
  filterOf,
  type Choice,
  type Mistake,
  type Search,
} from './search-address.js';

/** Women on a page: so many that it stays below 20 KiB. */
const PAGE = 12;
/** Values of a filter on a page, unless all of them are asked for. */
const SHOWN = 6;
/** What one woman of a list costs in the graph with the fields that a page shows. */
const EACH = 20;
/** Where a woman must have all that is chosen; of the other filters one of the values is enough. */
const ALL_OF: ReadonlySet<Choice> = new Set(['language']);

/** A woman who was found. */
export interface FoundWoman {
  readonly view: ProfileView;
  /** The piece of a text about her in which words of the search stand. */
  readonly fragment: string | null;
}

/** The values of one filter that a page shows. */
export interface ShownChoice {
  readonly counts: readonly FacetCount[];
  /** How many there are in all. */
  readonly all: number;
}

/** What a search found, as everyone is shown it. */
export interface Found {
  readonly women: readonly FoundWoman[];
  readonly totalCount: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly choices: Readonly<Record<Choice, ShownChoice>>;
  readonly years: readonly FacetCount[];
  /** The networks that are named, by slug. */
  readonly networks: ReadonlyMap<string, NetworkView>;
}

/** Searches of everyone: what the graph answers to whoever has not signed in, by the same services. */
@Injectable()
export class PublicSearch {
  private readonly size: number;

  constructor(
    private readonly index: SearchIndex,
    private readonly profiles: ProfileService,
    private readonly networks: NetworkService,
    private readonly requests: PublicRequests,
    { pageSize }: Limits,
  ) {
    this.size = Math.min(PAGE, pageSize);
  }

  /**
   * @returns what is wrong with the address, where it names a network that is none, a page of another list or one
   * that is no more
   * @throws TooManyRequestsError, SearchUnavailableError
   */
  async find(visit: PublicVisit, search: Search): Promise<Found | Mistake> {
    // Counted without what is chosen of the same filter, so that another value can be chosen.
    const others = CHOICE_NAMES.filter(
      (name) => search.chosen[name].length > 0 && !ALL_OF.has(name),
    );
    const again: readonly (Choice | 'years')[] =
      search.years === null ? others : [...others, 'years'];
    const cost =
      SEARCH + FACET * FACET_NAMES.length + (SEARCH + FACET) * again.length + EACH * this.size;
    return this.requests.within(visit, { cost, profiles: this.size }, async () => {
      const known = await this.networks.bySlugs(search.chosen.network);
      const unknown = search.chosen.network.find((slug) => !known.has(slug));
      if (unknown !== undefined) return { at: 'network', kind: 'value', value: unknown, most: 0 };
      try {
        return await this.read(visit, search, again);
      } catch (error) {
        if (error instanceof InvalidCursorError) {
          return { at: 'page', kind: 'page', value: '', most: 0 };
        }
        throw error;
      }
    });
  }

  private async read(
    { viewer }: PublicVisit,
    search: Search,
    again: readonly (Choice | 'years')[],
  ): Promise<Found> {
    const finding = this.index.search({
      ...asked(search),
      sort: search.sort ?? undefined,
      facets: FACET_NAMES,
      page: pageOf(search, this.size),
    });
    const counting = again.map(async (name) => {
      const facet = name === 'years' ? name : CHOICES[name];
      const counted = await this.index.search({
        ...asked(search, name),
        facets: [facet],
        page: { first: 0 },
      });
      return [facet, counted.facets[facet] ?? []] as const;
    });
    const reading = this.profiles.prefetchViews(viewer);
    const [found, ...counted] = await Promise.all([finding, ...counting]);
    const views = await reading.byIds(found.hits.map(({ id }) => id));
    const facets = { ...found.facets, ...Object.fromEntries(counted) };
    const choices = shownChoices(search, facets);
    const slugs = choices.network.counts.map(({ code }) => code);
    return {
      women: womenOf(found, views, search.text),
      totalCount: found.totalCount,
      next: found.hasNextPage ? (found.hits.at(-1)?.cursor ?? null) : null,
      previous: found.hasPreviousPage ? (found.hits[0]?.cursor ?? null) : null,
      choices,
      years: facets.years ?? [],
      networks: await this.networks.bySlugs(slugs),
    };
  }
}

function asked(search: Search, without?: Choice | 'years'): Omit<SearchQuery, 'page'> {
  const filter = filterOf(search, without);
  const { clearance } = PUBLIC_VIEWER;
  return { clearance, text: search.text === '' ? undefined : search.text, filter };
}

function pageOf({ page }: Search, size: number): ListPage {
  return page !== null && 'before' in page
    ? { last: size, before: page.before }
    : { first: size, after: page?.after };
}

/** The index decides the order; the database decides who is seen. */
function womenOf(
  { hits }: SearchResult,
  views: ReadonlyMap<string, ProfileView>,
  text: string,
): FoundWoman[] {
  return hits.flatMap(({ id, publicId }) => {
    const view = views.get(id);
    if (view?.publicId !== publicId) return [];
    const highlights = text === '' ? [] : highlightsOf(searchedTexts(view), text);
    const fragment = highlights.find(({ field }) => field !== 'name')?.fragment ?? null;
    return [{ view, fragment }];
  });
}

/** Of each filter what is chosen, and the most frequent of the rest. */
function shownChoices(
  { chosen, open }: Search,
  facets: Partial<Record<FacetName, readonly FacetCount[]>>,
): Record<Choice, ShownChoice> {
  return Object.fromEntries(
    CHOICE_NAMES.map((name) => {
      const counts = facets[CHOICES[name]] ?? [];
      const codes = chosen[name].map((value) => codeOf(name, value));
      const first = codes.map(
        (code) => counts.find((one) => one.code === code) ?? { code, count: 0 },
      );
      const others = counts.filter(({ code }) => !codes.includes(code));
      // Countries before the regions that hold them, which nearly everyone knows something of.
      const rest =
        name === 'territory'
          ? [
              ...others.filter(({ code }) => isTerritory(code)),
              ...others.filter(({ code }) => !isTerritory(code) && code !== WORLD),
            ]
          : others;
      const shown = open === name ? rest : rest.slice(0, Math.max(0, SHOWN - first.length));
      return [name, { counts: [...first, ...shown], all: first.length + rest.length }];
    }),
  ) as unknown as Record<Choice, ShownChoice>;
}

/** What the index calls it. */
function codeOf(name: Choice, value: string): string {
  return name === 'language' ? (value.split('.', 1)[0] ?? '') : value;
}
