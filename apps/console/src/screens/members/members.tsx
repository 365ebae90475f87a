import { useMemo, useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import { OwnNetworkChoice, useOwnNetwork } from '../../frame/own-network.js';
import { SavedViews } from '../../frame/saved-views.js';
import type {
  MemberCountsQuery,
  MemberFilterInput,
  MembersQuery,
  ProfileState,
} from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { ClearFilters, Facet, WithFacets } from '../../ui/facet.js';
import { Answered, Badge, Empty, type Tone } from '../../ui/feedback.js';
import { Choice, Line } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { DISPLAY_PARAMS, ListDisplay, useDisplay } from '../../ui/list-display.js';
import { Page, Row } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { Pager, Table, type Column } from '../../ui/table.js';
import { useLater } from '../../ui/use-later.js';
import type { Member as Ticked } from './bulk.js';
import { BulkBar } from './bulk-bar.js';
import { ExportDialog } from './export-dialog.js';
import { COLUMNS, FILTERS, filterOf, SORTS, sortOf, type ColumnName } from './filter.js';
import { ImportsOfNetwork, MemberCounts, Members } from './members.graphql.js';
import { useKept } from './use-kept.js';

type Member = MembersQuery['members']['edges'][number]['node'];

/** Which page of the list is shown. */
interface Turned {
  readonly after?: string;
  readonly before?: string;
}

const PAGE = 50;
const NOBODY: ReadonlyMap<string, Ticked> = new Map();

const TONES: Partial<Record<ProfileState, Tone>> = {
  PUBLISHED: 'good',
  SUBMITTED: 'accent',
  VERIFIED: 'accent',
  STALE: 'warm',
  SUSPENDED: 'danger',
};

/** Everyone whom one of her networks lists. */
export default function MembersScreen(): ReactNode {
  const t = useT('console-members');
  const network = useOwnNetwork();
  if (!network) return <Empty title={t('noNetwork')} />;
  return <MembersOf key={network.slug} network={network.slug} />;
}

function MembersOf({ network }: { readonly network: string }): ReactNode {
  const t = useT('console-members');
  const tc = useT('console');
  const [name, setName] = useKept(`${network} name`, '');
  const [isExporting, setExporting] = useState(false);
  const counts = useAsk(MemberCounts, { network, filter: null });
  return (
    <Page
      title={tc('menu.members')}
      actions={
        <>
          <LinkButton to="/profiles/new" look="primary">
            {t('new')}
          </LinkButton>
          <LinkButton to="/imports">{t('import')}</LinkButton>
          <LinkButton to={`/members/invite?network=${encodeURIComponent(network)}`}>
            {t('inviteMany')}
          </LinkButton>
          <Button onPress={() => setExporting(true)}>{t('export')}</Button>
        </>
      }
    >
      <div className={kit.filters}>
        <OwnNetworkChoice />
      </div>
      <Answered query={counts}>
        {({ memberCounts: { total } }) =>
          total === 0 ? (
            <Empty title={t('empty.title')}>
              <p>{t('empty.about')}</p>
              <p>
                <LinkButton to="/imports" look="primary">
                  {t('import')}
                </LinkButton>{' '}
                <LinkButton to="/profiles/new">{t('new')}</LinkButton>
              </p>
            </Empty>
          ) : (
            <List network={network} name={name} onName={setName} />
          )
        }
      </Answered>
      {isExporting ? <ExportDialog network={network} onClose={() => setExporting(false)} /> : null}
    </Page>
  );
}

function List({
  network,
  name,
  onName,
}: {
  readonly network: string;
  readonly name: string;
  readonly onName: (name: string) => void;
}): ReactNode {
  const t = useT('console-members');
  const [params] = useSearchParams();
  const sought = useLater(name, 300);
  const filter = useMemo(() => filterOf(params, sought), [params, sought]);
  const counts = useAsk(MemberCounts, { network, filter }, { keepPrevious: true });
  return (
    <>
      <div role="search" className={kit.filters}>
        <Line
          label={t('search')}
          hint={t('search.hint')}
          type="search"
          value={name}
          onChange={onName}
          maxLength={200}
        />
        <SortChoice />
        <SavedViews
          screen="members"
          kept={[...FILTERS, 'sort', ...DISPLAY_PARAMS]}
          stays={['network']}
          sought={{ name, onName }}
        />
      </div>
      <ListDisplay names={COLUMNS} wordsOf={(one) => t(`column.${one}`)} />
      <WithFacets
        label={t('filters')}
        facets={<Filters network={network} counts={counts.data?.memberCounts} />}
      >
        <Rows network={network} filter={filter} onName={onName} />
      </WithFacets>
    </>
  );
}

function SortChoice(): ReactNode {
  const t = useT('console-members');
  const [params] = useSearchParams();
  const [, setSort] = useParam('sort');
  return (
    <Choice
      label={t('sort')}
      value={sortOf(params)}
      options={SORTS.map((one) => [one, t(`sort.${one}`)])}
      onChange={(one) => setSort(one === 'NAME' ? '' : one)}
    />
  );
}

function Filters({
  network,
  counts,
}: {
  readonly network: string;
  readonly counts: MemberCountsQuery['memberCounts'] | undefined;
}): ReactNode {
  const t = useT('console-members');
  const format = useFormat();
  const [importId, setImport] = useParam('import');
  const imports = useAsk(ImportsOfNetwork, { network });
  const applied = (imports.data?.imports.edges ?? []).flatMap(({ node }) =>
    node.appliedAt === null
      ? []
      : [[node.id, `${node.fileName} (${format.moment(node.appliedAt)})`] as const],
  );
  return (
    <>
      <ClearFilters names={FILTERS} />
      <Facet
        name="state"
        title={t('column.state')}
        counts={(counts?.states ?? []).map(({ state, count }) => ({
          code: state,
          label: t(`state.${state}`),
          count,
        }))}
      />
      <Facet
        name="mark"
        title={t('marks')}
        counts={(counts?.marks ?? []).map(({ mark, count }) => ({
          code: mark,
          label: t(`mark.${mark}`),
          count,
        }))}
      />
      {applied.length > 0 || importId !== '' ? (
        <Choice
          label={t('fromImport')}
          value={importId}
          options={
            applied.some(([id]) => id === importId) || importId === ''
              ? applied.toReversed()
              : [...applied.toReversed(), [importId, t('otherImport')]]
          }
          none={t('anyImport')}
          onChange={setImport}
        />
      ) : null}
    </>
  );
}

function Rows({
  network,
  filter,
  onName,
}: {
  readonly network: string;
  readonly filter: MemberFilterInput;
  readonly onName: (name: string) => void;
}): ReactNode {
  const t = useT('console-members');
  const tc = useT('console');
  const [params, setParams] = useSearchParams();
  const sort = sortOf(params);
  const { columns: shown, compact } = useDisplay(COLUMNS);
  const filterKey = JSON.stringify(filter);
  const listKey = `${sort} ${filterKey}`;
  // Not in the address: a cursor of the order by name holds a name.
  const [turned, setTurned] = useKept<{ readonly list: string; readonly page: Turned }>(
    `${network} page`,
    { list: '', page: {} },
  );
  const page = turned.list === listKey ? turned.page : {};
  // What is ticked belongs to a filter: nothing is done with members who are not listed any more.
  const [ticked, setTicked] = useState<{
    readonly filter: string;
    readonly members: ReadonlyMap<string, Ticked>;
  }>({ filter: '', members: new Map() });
  const selected = ticked.filter === filterKey ? ticked.members : NOBODY;
  const setSelected = (members: ReadonlyMap<string, Ticked>): void =>
    setTicked({ filter: filterKey, members });
  const columns = useColumns(shown);
  const query = useAsk(
    Members,
    {
      network,
      filter,
      sort,
      ...(page.before === undefined ? { first: PAGE } : { last: PAGE }),
      ...page,
      withLanguages: shown.includes('languages'),
      withTerritories: shown.includes('territories'),
      withExpertise: shown.includes('expertise'),
      withConsents: shown.includes('consents'),
    },
    { keepPrevious: true },
  );
  const clear = (): void => {
    onName('');
    setParams((old) => {
      const next = new URLSearchParams(old);
      for (const one of FILTERS) next.delete(one);
      return next;
    });
  };
  return (
    <Answered query={query}>
      {({ members: { totalCount, edges, pageInfo } }) => {
        const rows = edges.map(({ node }) => node);
        return (
          <section aria-label={tc('menu.members')}>
            {/* It says what became of each, also where that has taken the last out of what the filters find. */}
            {totalCount > 0 || selected.size > 0 ? (
              <BulkBar
                network={network}
                filter={filter}
                total={totalCount}
                selected={selected}
                onSelect={setSelected}
              />
            ) : null}
            {totalCount === 0 ? (
              <Empty title={tc('list.noMatch')}>
                <p>{t('noMatch.about')}</p>
                <Row>
                  <Button onPress={clear}>{tc('list.clear')}</Button>
                </Row>
              </Empty>
            ) : (
              <>
                <p role="status" className="unseen">
                  {t('counted', { count: totalCount })}
                </p>
                <Table
                  caption={t('counted', { count: totalCount })}
                  compact={compact}
                  rows={rows}
                  keyOf={({ id }) => id}
                  nameOf={({ fullName }) => fullName}
                  selected={new Set(selected.keys())}
                  onSelect={(keys) => setSelected(selectedOf(selected, rows, keys))}
                  columns={columns}
                />
                <Pager
                  page={pageInfo}
                  onTurn={(next) => setTurned({ list: listKey, page: next })}
                />
              </>
            )}
          </section>
        );
      }}
    </Answered>
  );
}

/** The selection when the boxes of this page were ticked or cleared: that of other pages stays. */
function selectedOf(
  before: ReadonlyMap<string, Ticked>,
  rows: readonly Member[],
  keys: ReadonlySet<string>,
): ReadonlyMap<string, Ticked> {
  const next = new Map(before);
  for (const { id, fullName, state } of rows) {
    if (keys.has(id)) next.set(id, { id, name: fullName, state });
    else next.delete(id);
  }
  return next;
}

function useColumns(shown: readonly ColumnName[]): readonly Column<Member>[] {
  const t = useT('console-members');
  const format = useFormat();
  const list = (terms: readonly { readonly label: string }[] | undefined): string =>
    format.list((terms ?? []).map(({ label }) => label));
  const cells: Readonly<Record<ColumnName, Column<Member>['cell']>> = {
    state: ({ state }) => <Badge tone={TONES[state] ?? 'neutral'}>{t(`state.${state}`)}</Badge>,
    completeness: ({ completeness: { percent } }) => format.percent(percent / 100),
    confirmed: ({ confirmedOn }) =>
      confirmedOn === null ? t('never') : format.shortDay(confirmedOn),
    consents: ({ consents }) =>
      consents?.includes('LISTED') ? (
        <span className={kit.hint}>{format.list(consents.map((one) => t(`consent.${one}`)))}</span>
      ) : (
        <Badge tone="warm">{t('mark.WITHOUT_CONSENT')}</Badge>
      ),
    languages: ({ languages }) => list(languages),
    territories: ({ territories }) => list(territories),
    expertise: ({ expertise }) => list(expertise),
  };
  return [
    {
      id: 'name',
      words: t('column.name'),
      names: true,
      cell: ({ id, fullName, displayName, pseudonymous }) => (
        <>
          <Link to={`/profiles/${id}`}>
            <bdi>{fullName}</bdi>
          </Link>
          {pseudonymous ? (
            <>
              {' '}
              <Badge tone="warm">{t('mark.AT_RISK')}</Badge>
            </>
          ) : null}
          {displayName === fullName ? null : (
            <div className={kit.hint}>{t('shownAs', { name: displayName })}</div>
          )}
        </>
      ),
    },
    ...shown.map((one) => ({
      id: one,
      words: t(`column.${one}`),
      cell: cells[one],
      ...(one === 'completeness' ? { number: true } : {}),
      ...(one === 'confirmed' || one === 'state' ? { short: true } : {}),
    })),
  ];
}
