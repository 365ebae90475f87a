import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { OwnNetworkChoice, useOwnNetwork } from '../../frame/own-network.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { Page } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import { Imports } from './imports.graphql.js';
import { EVERY, isAtWork, TONES } from './states.js';
import { UploadFile } from './upload-file.js';

/** The lists that were uploaded for one of her networks, the latest first, and the way to upload another. */
export default function ImportsScreen(): ReactNode {
  const t = useT('console-imports');
  const tc = useT('console');
  const format = useFormat();
  const network = useOwnNetwork();
  const query = useAsk(
    Imports,
    { network: network?.slug ?? '' },
    {
      enabled: network !== null,
      every: ({ imports }) => imports.edges.some(({ node }) => isAtWork(node)) && EVERY,
    },
  );
  return (
    <Page title={tc('menu.imports')}>
      <p>{t('list.about')}</p>
      <div className={kit.filters}>
        <OwnNetworkChoice />
      </div>
      {network ? <UploadFile key={network.slug} network={network} /> : null}
      <h2>{t('list.title')}</h2>
      <Answered query={query}>
        {({ imports: { edges, totalCount } }) =>
          totalCount === 0 ? (
            <Empty title={t('list.empty')}>
              <p>{t('list.emptyAbout')}</p>
            </Empty>
          ) : (
            <Table
              caption={t('list.counted', { count: totalCount })}
              rows={edges.map(({ node }) => node).toReversed()}
              keyOf={({ id }) => id}
              columns={[
                {
                  id: 'file',
                  words: t('fact.file'),
                  names: true,
                  cell: ({ id, fileName }) => (
                    <Link to={`/imports/${id}`}>
                      <bdi>{fileName}</bdi>
                    </Link>
                  ),
                },
                {
                  id: 'state',
                  words: t('fact.state'),
                  cell: ({ state }) => <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>,
                },
                {
                  id: 'rows',
                  words: t('count.rows'),
                  number: true,
                  cell: ({ counts }) => counts && format.number(counts.rows),
                },
                {
                  id: 'new',
                  words: t('show.new'),
                  number: true,
                  cell: ({ counts }) => counts && format.number(counts.new + counts.created),
                },
                {
                  id: 'changed',
                  words: t('show.changed'),
                  number: true,
                  cell: ({ counts }) => counts && format.number(counts.changed + counts.updated),
                },
                {
                  id: 'rejected',
                  words: t('show.rejected'),
                  number: true,
                  cell: ({ counts }) => counts && format.number(counts.rejected),
                },
                {
                  id: 'uploaded',
                  words: t('fact.uploaded'),
                  cell: ({ uploadedAt, own }) => (
                    <>
                      {format.moment(uploadedAt)}{' '}
                      <small>{t(own ? 'fact.byYou' : 'fact.byOther')}</small>
                    </>
                  ),
                },
                {
                  id: 'expires',
                  words: t('fact.expires'),
                  cell: ({ expiresAt }) => format.relative(expiresAt),
                },
              ]}
            />
          )
        }
      </Answered>
    </Page>
  );
}
