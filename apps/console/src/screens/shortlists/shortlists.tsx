import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { hasRole, useMe } from '../../frame/me.js';
import { useOwnNeeds } from '../../frame/own-needs.js';
import type { ShortlistState } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { LinkButton } from '../../ui/button.js';
import { Answered, Badge, Empty, type Tone } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Fact, Facts, Page, Stack } from '../../ui/page.js';
import { newestFirst, useNewestPage, useParam } from '../../ui/params.js';
import { Pager, Table } from '../../ui/table.js';
import { SharedShortlists, Shortlists } from './shortlists.graphql.js';

export const TONES: Readonly<Record<ShortlistState, Tone>> = {
  OPEN: 'accent',
  SENT: 'warm',
  CLOSED: 'neutral',
};

/** The shortlists of her organization over all needs, and those that others share with her. */
export default function ShortlistsScreen(): ReactNode {
  const t = useT('console-shortlists');
  const tc = useT('console');
  const isOrganizer = hasRole(useMe(), ['ORGANIZER']);
  const [whose, setWhose] = useParam('of');
  const isShared = whose === 'others' || !isOrganizer;
  return (
    <Page title={tc('menu.shortlists')}>
      {isOrganizer ? (
        <div className={kit.filters}>
          <Choice
            label={t('list.whose')}
            value={isShared ? 'others' : 'own'}
            options={[
              ['own', t('list.own')],
              ['others', t('list.shared')],
            ]}
            onChange={(one) => setWhose(one === 'others' ? one : '')}
          />
          {isShared ? null : <NeedFilter />}
        </div>
      ) : null}
      {isShared ? <Shared /> : <Own />}
    </Page>
  );
}

function NeedFilter(): ReactNode {
  const t = useT('console-shortlists');
  const tc = useT('console');
  const [needId, setNeed] = useParam('need');
  const { options } = useOwnNeeds();
  return (
    <Choice
      label={t('list.need')}
      none={tc('list.all')}
      value={needId}
      options={options}
      onChange={setNeed}
    />
  );
}

function Own(): ReactNode {
  const t = useT('console-shortlists');
  const tc = useT('console');
  const format = useFormat();
  const [needId] = useParam('need');
  const { titleOf } = useOwnNeeds();
  const page = useNewestPage();
  const query = useAsk(
    Shortlists,
    { ...page, needId: needId === '' ? null : needId },
    { keepPrevious: true },
  );
  return (
    <Answered query={query}>
      {({ shortlists }) => {
        const { edges, pageInfo } = newestFirst(shortlists);
        const { totalCount } = shortlists;
        return totalCount === 0 ? (
          <Empty title={needId === '' ? t('list.empty') : tc('list.noMatch')}>
            <p>{t('list.emptyAbout')}</p>
            <LinkButton to="/needs">{tc('menu.needs')}</LinkButton>
          </Empty>
        ) : (
          <>
            <Table
              caption={t('list.counted', { count: totalCount })}
              rows={edges.map(({ node }) => node)}
              keyOf={({ id }) => id}
              columns={[
                {
                  id: 'title',
                  words: t('list.title'),
                  names: true,
                  cell: ({ id, title }) => (
                    <Link to={`/shortlists/${id}`}>
                      <bdi>{title}</bdi>
                    </Link>
                  ),
                },
                {
                  id: 'need',
                  words: t('list.need'),
                  cell: ({ needId: id }) => (
                    <Link to={`/needs/${id}`}>
                      <bdi>{titleOf(id) ?? t('list.theNeed')}</bdi>
                    </Link>
                  ),
                },
                {
                  id: 'state',
                  words: t('list.state'),
                  cell: ({ state }) => <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>,
                },
                {
                  id: 'entries',
                  words: t('list.mediators'),
                  number: true,
                  cell: ({ entries }) => format.number(entries.length),
                },
                {
                  id: 'shares',
                  words: t('list.readers'),
                  number: true,
                  cell: ({ shares }) => format.number(shares.length),
                },
                {
                  id: 'made',
                  words: t('list.made'),
                  cell: ({ createdAt }) => format.moment(createdAt),
                },
              ]}
            />
            <Pager page={pageInfo} />
          </>
        );
      }}
    </Answered>
  );
}

function Shared(): ReactNode {
  const t = useT('console-shortlists');
  const format = useFormat();
  const page = useNewestPage();
  const query = useAsk(SharedShortlists, page, { keepPrevious: true });
  return (
    <Stack>
      <Answered query={query}>
        {({ sharedShortlists }) => {
          const { edges, pageInfo } = newestFirst(sharedShortlists);
          const { totalCount } = sharedShortlists;
          return totalCount === 0 ? (
            <Empty title={t('shared.empty')}>
              <p>{t('shared.emptyAbout')}</p>
            </Empty>
          ) : (
            <>
              <Table
                caption={t('shared.counted', { count: totalCount })}
                rows={edges.map(({ node }) => node)}
                keyOf={({ id }) => id}
                columns={[
                  {
                    id: 'title',
                    words: t('list.title'),
                    names: true,
                    cell: ({ id, title }) => (
                      <Link to={`/shared-shortlists/${id}`}>
                        <bdi>{title}</bdi>
                      </Link>
                    ),
                  },
                  {
                    id: 'organization',
                    words: t('shared.by'),
                    cell: ({ organization }) => <bdi>{organization}</bdi>,
                  },
                  {
                    id: 'need',
                    words: t('list.need'),
                    cell: ({ need }) => <bdi>{need.title}</bdi>,
                  },
                  {
                    id: 'state',
                    words: t('list.state'),
                    cell: ({ state }) => <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>,
                  },
                  {
                    id: 'entries',
                    words: t('list.mediators'),
                    number: true,
                    cell: ({ entries }) => format.number(entries.length),
                  },
                  {
                    id: 'at',
                    words: t('shared.at'),
                    cell: ({ sharedAt }) => format.moment(sharedAt),
                  },
                ]}
              />
              <Pager page={pageInfo} />
            </>
          );
        }}
      </Answered>
      <OwnIds />
    </Stack>
  );
}

/** What she gives to whoever wants to share a shortlist with her. */
function OwnIds(): ReactNode {
  const t = useT('console-shortlists');
  const { account } = useMe();
  return (
    <Card title={t('ids.title')}>
      <p>{t('ids.about')}</p>
      <Facts>
        <Fact term={t('ids.account')}>
          <code>{account.id}</code>
        </Fact>
        <Fact term={t('ids.organization')}>
          {account.organization ? <code>{account.organization.id}</code> : null}
        </Fact>
      </Facts>
    </Card>
  );
}
