import type { ReactNode } from 'react';
import { isRefused, refusalOf } from '../../graph/refusal.js';
import type { MetricFiguresQuery } from '../../graph/types.js';
import { hasRole, useMe } from '../../frame/me.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { giveCsv } from '../../ui/download.js';
import { Answered, Refusal } from '../../ui/feedback.js';
import { Check, Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Page, Stack } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { Table } from '../../ui/table.js';
import { WHOLE } from '../../ui/numbers.js';
import css from './figures.module.css';
import { MetricFigures } from './figures.graphql.js';
import { NetworkChoice, useFirstNetwork } from './network-choice.js';

type Report = Extract<MetricFiguresQuery['metrics'], { readonly __typename: 'MetricReport' }>;
type Metric = Report['metrics'][number];
type MetricRow = Metric['rows'][number];

/** How long introductions and deployments take, and how often they succeed, by quarter. */
export default function MetricsScreen(): ReactNode {
  const t = useT('console-figures');
  const tc = useT('console');
  const me = useMe();
  const [from, setFrom] = useParam('from');
  const quarter = isDay(from) ? quarterOf(from) : '';
  const words = (one: string): string =>
    t('metrics.quarterOf', { number: String(numberOf(one)), year: one.slice(0, 4) });
  const [chosen, setNetwork] = useParam('network');
  const [own, setOwn] = useParam('own');
  const first = useFirstNetwork();
  const isOrganizer = hasRole(me, ['ORGANIZER']) && !hasRole(me, ['ADMINISTRATOR', 'COORDINATOR']);
  const ownOrganization = isOrganizer || own !== '';
  const network = ownOrganization ? '' : chosen || first;
  const query = useAsk(
    MetricFigures,
    { from: quarter || null, network: network === '' ? null : network, ownOrganization },
    { keepPrevious: true },
  );
  const found = query.data?.metrics;
  return (
    <Page
      title={tc('menu.metrics')}
      actions={
        found?.__typename === 'MetricReport' ? (
          <Button onPress={() => giveCsv('metrics', rowsOf(found, t))}>{t('csv')}</Button>
        ) : null
      }
    >
      <p>{t('metrics.about')}</p>
      <div className={kit.filters}>
        <Choice
          label={t('metrics.quarter')}
          none={t('metrics.lastQuarter')}
          value={quarter}
          options={quartersWith(quarter).map((one) => [one, words(one)])}
          onChange={setFrom}
        />
        {ownOrganization ? null : <NetworkChoice value={network} onChange={setNetwork} />}
        {me.account.organization && !isOrganizer ? (
          <Check
            label={t('metrics.own')}
            value={own !== ''}
            onChange={(on) => setOwn(on ? '1' : '')}
          />
        ) : null}
      </div>
      <Answered query={query}>
        {({ metrics: report }) =>
          isRefused(report) ? (
            <Refusal refused={refusalOf(report)} />
          ) : (
            <Stack>
              <p role="status">
                {t('metrics.period', { from: new Date(report.from), to: new Date(report.to) })}{' '}
                {t(`scope.${report.scope}`)}
              </p>
              {report.metrics.flatMap((metric) =>
                metric.rows.length === 0 ? [] : [<MetricView key={metric.code} metric={metric} />],
              )}
              <TooFew metrics={report.metrics.filter(({ rows }) => rows.length === 0)} />
            </Stack>
          )
        }
      </Answered>
    </Page>
  );
}

/** So many quarters can be chosen, before the one that is not over yet. */
const QUARTERS = 12;

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The first day of the quarter that a day is in. */
function quarterOf(day: string): string {
  return firstDay(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1);
}

/** From 1 to 4. */
function numberOf(quarter: string): number {
  return Math.ceil(Number(quarter.slice(5, 7)) / 3);
}

/** @param month from 0; a negative one is of the year before */
function firstDay(year: number, month: number): string {
  return new Date(Date.UTC(year, Math.floor(month / 3) * 3, 1)).toISOString().slice(0, 10);
}

/** The last quarters that are over, the newest first, and the one that the address asks for. */
function quartersWith(asked: string): readonly string[] {
  const today = new Date();
  const last = Array.from({ length: QUARTERS }, (_, back) =>
    firstDay(today.getUTCFullYear(), today.getUTCMonth() - 3 * (back + 1)),
  );
  return asked === '' || last.includes(asked)
    ? last
    : [...last, asked].toSorted((a, b) => b.localeCompare(a));
}

/** Of which fewer cases are known than may be told: said once for all of them. */
function TooFew({ metrics }: { readonly metrics: readonly Metric[] }): ReactNode {
  const t = useT('console-figures');
  if (metrics.length === 0) return null;
  return (
    <Card title={t('metrics.tooFew')}>
      <dl className={css.withheld}>
        {metrics.map(({ code, name, definition }) => (
          <div key={code}>
            <dt>{name}</dt>
            <dd className={kit.hint}>{definition}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function MetricView({ metric }: { readonly metric: Metric }): ReactNode {
  const t = useT('console-figures');
  const format = useFormat();
  const { kind, rows } = metric;
  const number = (value: number | null): string =>
    value === null ? t('withheld') : format.number(value);
  const nameOf = ({ organization, of }: MetricRow): string =>
    format.joined(groupOf({ organization, of })) || t('by.all');
  return (
    <section className={kit.card} aria-labelledby={metric.code}>
      <h2 id={metric.code}>{metric.name}</h2>
      <p>{metric.definition}</p>
      <Table
        label={metric.name}
        caption={metric.unit ? t(`unit.${metric.unit}`) : metric.name}
        rows={rows}
        keyOf={nameOf}
        columns={[
          {
            id: 'group',
            words: metric.by ? t(`by.${metric.by}`) : t('by.none'),
            names: true,
            cell: (row) => <bdi>{nameOf(row)}</bdi>,
          },
          {
            id: 'cases',
            words: t('metrics.cases'),
            number: true,
            cell: ({ cases }) => format.number(cases),
          },
          ...(kind === 'COUNT'
            ? []
            : [
                {
                  id: 'ended',
                  words: t(kind === 'SHARE' ? 'metrics.yes' : 'metrics.ended'),
                  number: true,
                  cell: ({ ended }: MetricRow) => number(ended),
                },
              ]),
          ...(kind === 'SHARE'
            ? [
                {
                  id: 'share',
                  words: t('metrics.share'),
                  number: true,
                  cell: ({ share }: MetricRow) =>
                    share === null ? t('withheld') : format.percent(share / WHOLE),
                },
              ]
            : []),
          ...(kind === 'DURATION'
            ? DURATIONS.map((each) => ({
                id: each,
                words: t(`metrics.${each}`),
                number: true,
                cell: (row: MetricRow) => number(row[each]),
              }))
            : []),
        ]}
      />
    </section>
  );
}

/** What a row counts, in words: an organization, a role, a track. */
function groupOf({ organization, of }: Pick<MetricRow, 'organization' | 'of'>): string[] {
  return [organization, ...of.map(({ label }) => label)].filter((one) => !!one) as string[];
}

const DURATIONS = ['median', 'p90', 'estimatedMedian', 'estimatedP90'] as const;

function rowsOf(
  { metrics }: Report,
  t: ReturnType<typeof useT<'console-figures'>>,
): readonly (readonly (string | number | null)[])[] {
  return [
    [
      t('metrics.metric'),
      t('metrics.group'),
      t('metrics.cases'),
      t('metrics.ended'),
      t('metrics.share'),
      ...DURATIONS.map((name) => t(`metrics.${name}`)),
    ],
    ...metrics.flatMap(({ name, rows }) =>
      rows.map((row) => [
        name,
        groupOf(row).join(', '),
        row.cases,
        row.ended,
        row.share === null ? null : row.share / WHOLE,
        ...DURATIONS.map((each) => row[each]),
      ]),
    ),
  ];
}
