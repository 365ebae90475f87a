import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { hasRole, useMe } from '../../frame/me.js';
import type { WpsReportState } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Page } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { PagedTable } from '../../ui/table.js';
import { OwnActor } from './agenda.graphql.js';
import { BeginReport } from './begin-report.js';
import { WpsReports } from './reports.graphql.js';
import { REPORT_STATES, REPORT_TONES } from './words.js';

/** Reports of her actor, those on which it is consulted, and those that are shared with her. */
export default function ReportsScreen(): ReactNode {
  const t = useT('console-agenda');
  const tc = useT('console');
  const format = useFormat();
  const me = useMe();
  const [state, setState] = useParam('state');
  const [begins, setBegins] = useState(false);
  const own = useAsk(OwnActor, {}).data?.ownWpsActor ?? null;
  const shown: WpsReportState | null = REPORT_STATES.find((each) => each === state) ?? null;
  const query = useAsk(
    WpsReports,
    { ...usePage(50), states: shown ? [shown] : null },
    { keepPrevious: true },
  );
  return (
    <Page
      title={tc('menu.wpsReports')}
      actions={
        own && hasRole(me, ['FOCAL_POINT']) ? (
          <Button look="primary" onPress={() => setBegins(true)}>
            {t('reports.begin')}
          </Button>
        ) : null
      }
    >
      <p>{t('reports.about')}</p>
      <div className={kit.filters}>
        <Choice
          label={t('column.state')}
          none={tc('list.all')}
          value={shown ?? ''}
          options={REPORT_STATES.map((each) => [each, t(`reportState.${each}`)])}
          onChange={setState}
        />
      </div>
      <Answered query={query}>
        {({ wpsReports }) => (
          <PagedTable
            found={wpsReports}
            none={
              <Empty title={shown ? tc('list.noMatch') : t('reports.none')}>
                <p>{t('reports.noneAbout')}</p>
              </Empty>
            }
            caption={t('reports.counted', { count: wpsReports.totalCount })}
            columns={[
              {
                id: 'form',
                words: t('reports.form'),
                names: true,
                cell: ({ id, form }) => (
                  <Link to={`/wps-reports/${id}`}>
                    <bdi>{form.title}</bdi>
                  </Link>
                ),
              },
              {
                id: 'actor',
                words: t('plans.actor'),
                cell: ({ actor }) => <bdi>{actor.name}</bdi>,
              },
              {
                id: 'period',
                words: t('column.period'),
                cell: ({ from, until }) =>
                  t('days', { from: format.shortDay(from), until: format.shortDay(until) }),
              },
              {
                id: 'state',
                words: t('column.state'),
                cell: (one) => (
                  <Badge tone={REPORT_TONES[one.state]}>{t(`reportState.${one.state}`)}</Badge>
                ),
              },
              {
                id: 'to',
                words: t('reports.to'),
                cell: ({ submittedTo }) => (submittedTo ? <bdi>{submittedTo}</bdi> : null),
              },
            ]}
          />
        )}
      </Answered>
      {begins && own ? <BeginReport actor={own.code} onClose={() => setBegins(false)} /> : null}
    </Page>
  );
}
