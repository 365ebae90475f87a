import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { hasRole, useMe } from '../../frame/me.js';
import { problemAt } from '../../graph/refusal.js';
import type { Sharing, WpsReportState } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import { Choice, Day } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Page } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Pager, Table } from '../../ui/table.js';
import { OwnActor } from './agenda.graphql.js';
import { BeginReport, Forms, WpsReports } from './reports.graphql.js';
import { REPORT_STATES, REPORT_TONES, SHARINGS } from './words.js';

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
        {({ wpsReports: { edges, totalCount, pageInfo } }) =>
          totalCount === 0 ? (
            <Empty title={shown ? tc('list.noMatch') : t('reports.none')}>
              <p>{t('reports.noneAbout')}</p>
            </Empty>
          ) : (
            <>
              <Table
                caption={t('reports.counted', { count: totalCount })}
                rows={edges.map(({ node }) => node)}
                keyOf={({ id }) => id}
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
              <Pager page={pageInfo} />
            </>
          )
        }
      </Answered>
      {begins && own ? <Begin actor={own.code} onClose={() => setBegins(false)} /> : null}
    </Page>
  );
}

function Begin({
  actor,
  onClose,
}: {
  readonly actor: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const [, go] = useLocation();
  const forms = useAsk(Forms, {});
  const [form, setForm] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [sharing, setSharing] = useState<Sharing>('OWN');
  const chosen = forms.data?.wpsForms.find(({ id }) => id === form);
  return (
    <StepDialog
      title={t('reports.begin')}
      action={t('reports.begin')}
      lacks={form === '' || from === '' || until === ''}
      change={useChange(BeginReport)}
      variables={() => ({ input: { actor, form, from, until, sharing } })}
      done={t('reports.begun')}
      onClose={onClose}
      onDone={({ beginWpsReport }) => {
        if (beginWpsReport.__typename === 'WpsReport') go(`/wps-reports/${beginWpsReport.id}`);
      }}
    >
      {(refused, isTried) => {
        const lack = (value: string): string | undefined =>
          isTried && value === '' ? t('commitment.needed') : undefined;
        return (
          <>
            <Choice
              label={t('reports.form')}
              none={t('reports.chooseForm')}
              required
              value={form}
              options={(forms.data?.wpsForms ?? []).map(({ id, title, version }) => [
                id,
                t('reports.formVersion', { title, version: String(version) }),
              ])}
              onChange={setForm}
              problem={problemAt(refused, 'form') ?? lack(form)}
            />
            {chosen && !chosen.checked ? <p>{t('reports.unchecked')}</p> : null}
            <Day
              label={t('column.from')}
              required
              value={from}
              onChange={setFrom}
              problem={problemAt(refused, 'from') ?? lack(from)}
            />
            <Day
              label={t('column.until')}
              required
              value={until}
              onChange={setUntil}
              problem={problemAt(refused, 'until') ?? lack(until)}
            />
            <Choice
              label={t('report.sharing')}
              hint={t('report.sharingHint')}
              value={sharing}
              options={SHARINGS.map((each) => [each, t(`sharing.${each}`)])}
              onChange={(one) => {
                if (one !== '') setSharing(one);
              }}
            />
          </>
        );
      }}
    </StepDialog>
  );
}
