import { Fragment, type ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import type {
  FacetName,
  MediatorFilter,
  MediatorSearchQuery,
  MediatorSort,
} from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { ClearFilters, Facet, WithFacets } from '../../ui/facet.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Page } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { SearchLine } from '../../ui/search-line.js';
import { Pager } from '../../ui/table.js';
import { MediatorSearch } from './mediators.graphql.js';
import css from './search.module.css';

type Found = MediatorSearchQuery['mediators'];

/** Facets by the name of their filter in the address. */
const FACETS = {
  language: 'LANGUAGES',
  expertise: 'EXPERTISE',
  area: 'TERRITORIES',
  role: 'ROLES',
  track: 'TRACKS',
  network: 'NETWORKS',
  availability: 'AVAILABILITY',
} as const satisfies Record<string, FacetName>;

type Filter = keyof typeof FACETS;
const FILTERS = Object.keys(FACETS) as Filter[];
const SORTS: readonly MediatorSort[] = ['RELEVANCE', 'NAME', 'CONFIRMED', 'YEARS'];

/** Searches all mediators whom she may see. */
export default function MediatorSearchScreen(): ReactNode {
  const t = useT('console-mediators');
  const tc = useT('console');
  const [params] = useSearchParams();
  const [search, setSearch] = useParam('q');
  const [sort, setSort] = useParam('sort');
  const page = usePage(25);
  const query = useAsk(
    MediatorSearch,
    {
      ...page,
      search: search === '' ? null : search,
      filter: filterOf(params),
      sort: SORTS.includes(sort as MediatorSort) ? (sort as MediatorSort) : null,
    },
    { keepPrevious: true },
  );
  return (
    <Page title={tc('menu.mediators')}>
      <div className={kit.filters}>
        <SearchLine label={t('search.words')} value={search} onSearch={setSearch} />
        <Choice
          label={t('search.sort')}
          value={(sort || 'RELEVANCE') as MediatorSort}
          options={SORTS.map((one) => [one, t(`sort.${one}`)])}
          onChange={setSort}
        />
      </div>
      <Answered query={query}>
        {({ mediators }) => (
          <WithFacets label={t('search.filters')} facets={<Facets facets={mediators.facets} />}>
            <Results found={mediators} />
          </WithFacets>
        )}
      </Answered>
    </Page>
  );
}

function Results({ found: { edges, totalCount, pageInfo } }: { readonly found: Found }): ReactNode {
  const t = useT('console-mediators');
  const tc = useT('console');
  const format = useFormat();
  if (totalCount === 0) {
    return (
      <Empty title={tc('list.noMatch')}>
        <p>{t('search.nobody')}</p>
      </Empty>
    );
  }
  return (
    <section aria-labelledby="found">
      <h2 id="found" role="status">
        {t('search.counted', { count: totalCount })}
      </h2>
      <ul className={css.list}>
        {edges.map(({ node, highlights }) => (
          <li key={node.id} className={kit.card}>
            <h3>
              <Link to={`/mediators/${node.id}`}>
                <bdi>{node.name}</bdi>
              </Link>{' '}
              {node.pseudonymous ? <Badge>{t('codeName')}</Badge> : null}
              {node.stale ? <Badge tone="warm">{t('stale')}</Badge> : null}
            </h3>
            <p className={kit.hint}>
              {format.list(node.affiliations.map(({ network }) => network.name))}
            </p>
            <p>
              {format.list(node.languages.map(({ label }) => label))}
              {node.territories.length > 0
                ? ` · ${format.list(node.territories.map(({ label }) => label))}`
                : ''}
            </p>
            <p>{format.list(node.expertise.map(({ label }) => label))}</p>
            {highlights.map(({ field, fragment }) => (
              <p key={`${field} ${fragment}`} className={kit.hint} dir="auto">
                <Marked text={fragment} />
              </p>
            ))}
          </li>
        ))}
      </ul>
      <Pager page={pageInfo} />
    </section>
  );
}

/** What was found stands between ‹ and ›. */
function Marked({ text }: { readonly text: string }): ReactNode {
  return text.split(/(‹[^›]*›)/).map((part, i) =>
    part.startsWith('‹') ? (
      // The parts of a text have no other name than their place.
      // oxlint-disable-next-line react/no-array-index-key
      <mark key={i}>{part.slice(1, -1)}</mark>
    ) : (
      part
    ),
  );
}

function Facets({ facets }: { readonly facets: Found['facets'] }): ReactNode {
  const t = useT('console-mediators');
  return (
    <>
      <ClearFilters names={FILTERS} />
      {FILTERS.map((filter) => {
        const counts = facets.find(({ name }) => name === FACETS[filter])?.counts ?? [];
        return (
          <Fragment key={filter}>
            <Facet
              name={filter}
              title={t(`facet.${filter}`)}
              counts={counts.filter(({ group }) => !group)}
            />
            {filter === 'area' ? (
              <Facet
                name={filter}
                title={t('facet.region')}
                counts={counts.filter(({ group }) => group)}
              />
            ) : null}
          </Fragment>
        );
      })}
    </>
  );
}

/** The filters of the address; what is no value of an enum is left to the service to refuse. */
function filterOf(params: URLSearchParams): MediatorFilter {
  const all = (name: Filter): string[] | null => (params.has(name) ? params.getAll(name) : null);
  return {
    languages: all('language')?.map((code) => ({ code })) ?? null,
    expertise: all('expertise'),
    territories: all('area'),
    roles: all('role') as MediatorFilter['roles'],
    tracks: all('track') as MediatorFilter['tracks'],
    networks: all('network'),
    availability: all('availability') as MediatorFilter['availability'],
  };
}
