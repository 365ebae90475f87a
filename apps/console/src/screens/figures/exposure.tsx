import type { ReactNode } from 'react';
import { isRefused, refusalOf } from '../../graph/refusal.js';
import type { ExposureFiguresQuery } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { NumberBar } from '../../ui/charts.js';
import { giveCsv } from '../../ui/download.js';
import { Answered, Notice, Refusal } from '../../ui/feedback.js';
import { Day } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Fact, Facts, Page, Stack } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { Table } from '../../ui/table.js';
import { WHOLE } from '../../ui/numbers.js';
import { ExposureFigures } from './figures.graphql.js';
import { NetworkChoice, useFirstNetwork } from './network-choice.js';

type Report = Extract<
  ExposureFiguresQuery['exposureReport'],
  { readonly __typename: 'ExposureReport' }
>;
type Dimension = Report['tables'][number];
type Named = Dimension['rows'][number]['of'];

/** A group of mediators, or several that are too small to be told apart, with its figures. */
interface Group extends Omit<Dimension['rows'][number], 'of' | '__typename'> {
  readonly name: string;
}
type GroupsOf = (dimension: Pick<Dimension, 'rows' | 'together'>) => readonly Group[];

/** Who was shown to organizers, and whether some groups are shown less than others. */
export default function ExposureScreen(): ReactNode {
  const t = useT('console-figures');
  const tc = useT('console');
  const [from, setFrom] = useParam('from');
  const [to, setTo] = useParam('to');
  const [chosen, setNetwork] = useParam('network');
  const first = useFirstNetwork();
  const network = chosen || first;
  const query = useAsk(
    ExposureFigures,
    { from: from || null, to: to || null, network: network === '' ? null : network },
    { keepPrevious: true },
  );
  const found = query.data?.exposureReport;
  const groupsOf = useGroups(
    new Map(query.data?.networks.edges.map(({ node }) => [node.slug, node.name])),
  );
  return (
    <Page
      title={tc('menu.exposure')}
      actions={
        found?.__typename === 'ExposureReport' ? (
          <Button onPress={() => giveCsv('exposure', rowsOf(found, groupsOf, t))}>
            {t('csv')}
          </Button>
        ) : null
      }
    >
      <p>{t('exposure.about')}</p>
      <div className={kit.filters}>
        <Day label={t('from')} value={from} onChange={setFrom} />
        <Day label={t('to')} value={to} min={from} onChange={setTo} />
        <NetworkChoice value={network} onChange={setNetwork} />
      </div>
      <Answered query={query}>
        {({ exposureReport: report }) =>
          isRefused(report) ? (
            <Refusal refused={refusalOf(report)} />
          ) : (
            <Figures report={report} groupsOf={groupsOf} />
          )
        }
      </Answered>
    </Page>
  );
}

/** The groups of age, by the code that the report has. */
const AGES = { 'under-36': 'UNDER_36', '36-54': 'FROM_36', '55-plus': 'FROM_55' } as const;

/** Names the groups of a table. */
function useGroups(networks: ReadonlyMap<string, string>): GroupsOf {
  const t = useT('console-figures');
  const format = useFormat();
  const nameOf = ({ code, label }: Named): string => {
    if (code === null) return t('unstated');
    if (Object.hasOwn(AGES, code)) return t(`age.${AGES[code as keyof typeof AGES]}`);
    return networks.get(code) ?? label ?? code;
  };
  return ({ rows, together }) => [
    ...rows.map(({ of, ...figures }) => ({ name: nameOf(of), ...figures })),
    ...(together
      ? [
          {
            ...together,
            name: t('exposure.together', { names: format.list(together.of.map(nameOf)) }),
          },
        ]
      : []),
  ];
}

function Figures({
  report,
  groupsOf,
}: {
  readonly report: Report;
  readonly groupsOf: GroupsOf;
}): ReactNode {
  const t = useT('console-figures');
  const format = useFormat();
  const { total, gini, ofAll } = report;
  const share = (value: number | null | undefined): string =>
    value === null || value === undefined ? t('withheld') : format.percent(value / WHOLE);
  const number = (value: number | null): string =>
    value === null ? t('withheld') : format.number(value);
  return (
    <Stack>
      <p>{t('exposure.period', { from: new Date(report.from), to: new Date(report.to) })}</p>
      {total ? (
        <Card title={t('exposure.total')}>
          <Facts>
            <Fact term={t('exposure.women')}>{format.number(total.women)}</Fact>
            <Fact term={t('exposure.shown')}>{number(total.shown)}</Fact>
            <Fact term={t('exposure.shortlisted')}>{number(total.shortlisted)}</Fact>
            <Fact term={t('exposure.gini')}>
              {gini === null ? t('withheld') : t('exposure.giniValue', { value: gini / WHOLE })}
            </Fact>
            <Fact term={t('exposure.shareOfWomen')}>
              {ofAll ? share(ofAll.shareOfWomen) : null}
            </Fact>
            <Fact term={t('exposure.shareOfExposure')}>
              {ofAll ? share(ofAll.shareOfExposure) : null}
            </Fact>
          </Facts>
        </Card>
      ) : (
        <Notice>{t('exposure.tooFew')}</Notice>
      )}
      {report.tables.map(({ dimension, rows, together }) => (
        <section key={dimension} aria-labelledby={dimension}>
          <h2 id={dimension}>{t(`dimension.${dimension}`)}</h2>
          {rows.length === 0 && together === null ? (
            <Notice>{t('exposure.tooFew')}</Notice>
          ) : (
            <Table
              label={t(`dimension.${dimension}`)}
              caption={t('exposure.caption')}
              rows={groupsOf({ rows, together })}
              keyOf={({ name }) => name}
              columns={[
                {
                  id: 'group',
                  words: t(`dimension.${dimension}`),
                  names: true,
                  cell: ({ name }) => <bdi>{name}</bdi>,
                },
                {
                  id: 'women',
                  words: t('exposure.women'),
                  number: true,
                  cell: ({ women }) => format.number(women),
                },
                ...(['shown', 'shortlisted'] as const).map((one) => ({
                  id: one,
                  words: t(`exposure.${one}`),
                  number: true,
                  cell: (group: Group) => number(group[one]),
                })),
                ...(['shareOfWomen', 'shareOfExposure'] as const).map((one, index) => ({
                  id: one,
                  words: t(`exposure.${one}`),
                  cell: (group: Group) => (
                    <NumberBar
                      words={share(group[one])}
                      value={group[one]}
                      most={WHOLE}
                      index={index}
                    />
                  ),
                })),
              ]}
            />
          )}
        </section>
      ))}
    </Stack>
  );
}

function rowsOf(
  report: Report,
  groupsOf: GroupsOf,
  t: ReturnType<typeof useT<'console-figures'>>,
): readonly (readonly (string | number | null)[])[] {
  const percent = (value: number | null): number | null => (value === null ? null : value / WHOLE);
  return [
    [
      t('exposure.dimension'),
      t('exposure.group'),
      t('exposure.women'),
      t('exposure.shown'),
      t('exposure.shortlisted'),
      t('exposure.shareOfWomen'),
      t('exposure.shareOfExposure'),
    ],
    ...report.tables.flatMap((table) =>
      groupsOf(table).map(({ name, women, shown, shortlisted, shareOfWomen, shareOfExposure }) => [
        t(`dimension.${table.dimension}`),
        name,
        women,
        shown,
        shortlisted,
        percent(shareOfWomen),
        percent(shareOfExposure),
      ]),
    ),
  ];
}
