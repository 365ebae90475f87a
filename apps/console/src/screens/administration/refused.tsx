import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { SecurityEventKind, SecurityEventsQuery } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Answered, Empty } from '../../ui/feedback.js';
import { Choice, Day } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Page } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { Pager, Table } from '../../ui/table.js';
import { SecurityEvents } from './administration.graphql.js';

type Event = SecurityEventsQuery['securityEvents']['edges'][number]['node'];

const KINDS: readonly SecurityEventKind[] = [
  'NOT_PERMITTED',
  'NOT_FOUND',
  'INVALID_TOKEN',
  'INVALID_CREDENTIALS',
  'TOO_MANY_ATTEMPTS',
  'ALLOWANCE',
  'UNTRUSTED_DOCUMENT',
  'UPLOAD',
  'FOREIGN_FORM',
  'MALFORMED',
];

/** What was refused: who asked, for what, when, why and how often; of one account where the address names one. */
export default function RefusedScreen(): ReactNode {
  const t = useT('console-administration');
  const tc = useT('console');
  const format = useFormat();
  const [kind, setKind] = useParam('kind');
  const [since, setSince] = useParam('since');
  const [account] = useParam('account');
  const kinds = KINDS.filter((one) => one === kind);
  const query = useAsk(
    SecurityEvents,
    {
      ...usePage(50),
      kinds: kinds.length > 0 ? kinds : null,
      accountId: account || null,
      since: since || null,
    },
    { keepPrevious: true },
  );
  return (
    <Page title={t('refused')} crumbs={[[tc('menu.operation'), '/operation']]}>
      <p>{t('refused.about')}</p>
      <div className={kit.filters}>
        <Choice
          label={t('refused.why')}
          none={tc('list.all')}
          value={kinds[0] ?? ''}
          options={KINDS.map((one) => [one, t(`refusedKind.${one}`)])}
          onChange={setKind}
        />
        <Day label={t('since')} value={since} onChange={setSince} />
      </div>
      {account ? (
        <p>
          {t('refused.ofAccount')} <Link to="/refused">{tc('list.all')}</Link>
        </p>
      ) : null}
      <Answered query={query}>
        {({ securityEvents: { totalCount, edges, pageInfo } }) =>
          totalCount === 0 ? (
            <Empty title={t('refused.none')} />
          ) : (
            <>
              <Table
                caption={t('refused.counted', { count: totalCount })}
                rows={edges.map(({ node }) => node)}
                keyOf={({ at, kind: why, actor, operation, accountId }) =>
                  [at, why, actor, operation, accountId].join(' ')
                }
                columns={[
                  {
                    id: 'why',
                    words: t('refused.why'),
                    names: true,
                    cell: ({ kind: why }) => t(`refusedKind.${why}`),
                  },
                  {
                    id: 'operation',
                    words: t('refused.operation'),
                    cell: ({ operation }) =>
                      operation === null ? (
                        t('refused.more')
                      ) : (
                        <code className={kit.code}>{operation}</code>
                      ),
                  },
                  { id: 'who', words: t('refused.who'), cell: (event) => <Who {...event} /> },
                  {
                    id: 'when',
                    words: t('refused.when'),
                    cell: ({ at, operation }) =>
                      operation === null ? format.shortDay(at.slice(0, 10)) : format.moment(at),
                  },
                  {
                    id: 'count',
                    words: t('refused.count'),
                    number: true,
                    cell: ({ count }) => format.number(count),
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

/** Who asked; and of somebody who had not signed in, whose account she tried. */
function Who({ actor, accountId, accountName }: Event): ReactNode {
  const t = useT('console-administration');
  const isNobody = actor === 'public';
  const account =
    accountId === null ? null : (
      <Link to={`/accounts/${encodeURIComponent(accountId)}`}>
        <bdi>{accountName}</bdi>
      </Link>
    );
  if (!isNobody) return account ?? <code className={kit.code}>{actor}</code>;
  return (
    <>
      {t('refused.nobody')}
      {account ? (
        <div className={kit.hint}>
          {t('refused.tried')} {account}
        </div>
      ) : null}
    </>
  );
}
