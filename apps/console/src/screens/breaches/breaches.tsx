import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Clock } from '../../ui/clock.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import { Page } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import { Breaches } from './breaches.graphql.js';
import { OpenBreachDialog } from './open-dialog.js';

/** For administrators: the register of data in wrong hands. */
export default function BreachesScreen(): ReactNode {
  const t = useT('console-breaches');
  const te = useT('console-emergency');
  const tc = useT('console');
  const format = useFormat();
  const query = useAsk(Breaches, {});
  const [isNew, setNew] = useState(false);
  return (
    <Page
      title={tc('menu.breaches')}
      actions={
        <>
          <LinkButton to="/hidings">{tc('menu.hidings')}</LinkButton>
          <Button look="primary" onPress={() => setNew(true)}>
            {t('open')}
          </Button>
        </>
      }
    >
      <p>{t('about')}</p>
      <Answered query={query}>
        {({ breaches }) =>
          breaches.length === 0 ? (
            <Empty title={t('none')}>
              <p>{t('none.about')}</p>
            </Empty>
          ) : (
            <Table
              caption={t('counted', { count: breaches.length })}
              rows={breaches}
              keyOf={({ id }) => id}
              columns={[
                {
                  id: 'what',
                  words: te('toTell.what'),
                  names: true,
                  cell: ({ id, cause, from, until }) => (
                    <>
                      <Link to={`/breaches/${id}`}>{te(`breachCause.${cause}`)}</Link>
                      <div>
                        {te('toTell.days', {
                          from: format.shortDay(from),
                          until: format.shortDay(until),
                        })}
                      </div>
                    </>
                  ),
                },
                {
                  id: 'women',
                  words: te('hidings.women'),
                  number: true,
                  cell: ({ women }) => format.number(women),
                },
                {
                  id: 'authority',
                  words: t('authority'),
                  cell: ({ reportedAt, reportDueAt }) =>
                    reportedAt === null ? (
                      <Clock at={reportDueAt} />
                    ) : (
                      te('toTell.told', { when: format.moment(reportedAt) })
                    ),
                },
                {
                  id: 'told',
                  words: t('women.told'),
                  cell: ({ toldAt }) =>
                    toldAt === null ? (
                      <Badge tone="danger">{t('untold')}</Badge>
                    ) : (
                      format.moment(toldAt)
                    ),
                },
                {
                  id: 'toTell',
                  words: t('toTell'),
                  number: true,
                  cell: ({ toldAt, toTell }) => (toldAt === null ? null : format.number(toTell)),
                },
                {
                  id: 'read',
                  words: t('read'),
                  number: true,
                  cell: ({ toldAt, read }) => (toldAt === null ? null : format.number(read)),
                },
              ]}
            />
          )
        }
      </Answered>
      {isNew ? <OpenBreachDialog account={null} onClose={() => setNew(false)} /> : null}
    </Page>
  );
}
