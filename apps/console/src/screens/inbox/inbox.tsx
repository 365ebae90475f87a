import type { ReactNode } from 'react';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import { Page } from '../../ui/page.js';
import { usePage } from '../../ui/params.js';
import { Pager, Table } from '../../ui/table.js';
import { Inbox } from './inbox.graphql.js';

/** Everything that waits for whoever is signed in, the soonest due first. */
export default function InboxScreen(): ReactNode {
  const t = useT('console-inbox');
  const format = useFormat();
  const query = useAsk(Inbox, usePage(50), { keepPrevious: true, every: 60_000 });
  return (
    <Page title={t('title')}>
      <Answered query={query}>
        {({ inbox: { totalCount, edges, pageInfo } }) =>
          totalCount === 0 ? (
            <Empty title={t('empty.title')}>
              <p>{t('empty.about')}</p>
            </Empty>
          ) : (
            <>
              <Table
                caption={t('counted', { count: totalCount })}
                rows={edges.map(({ node }) => node)}
                keyOf={({ kind, subjectId }) => `${kind} ${subjectId}`}
                columns={[
                  {
                    id: 'kind',
                    words: t('column.kind'),
                    names: true,
                    cell: ({ kind }) => t(`kind.${kind}`),
                  },
                  {
                    id: 'network',
                    words: t('column.network'),
                    cell: ({ network }) => (network ? <bdi>{network.name}</bdi> : null),
                  },
                  {
                    id: 'due',
                    words: t('column.due'),
                    cell: ({ dueAt, overdue }) =>
                      dueAt === null ? null : (
                        <Badge tone={overdue ? 'danger' : 'neutral'}>
                          {format.relative(dueAt)}
                        </Badge>
                      ),
                  },
                  {
                    id: 'since',
                    words: t('column.since'),
                    cell: ({ since }) => format.moment(since),
                  },
                ]}
              />
              <Pager page={pageInfo} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}
