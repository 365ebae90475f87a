import type { ReactNode } from 'react';
import { isRefused, refusalOf } from '../../graph/refusal.js';
import type { ExposureFiguresQuery } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { StackedBar } from '../../ui/charts.js';
import { giveCsv } from '../../ui/download.js';
import { Answered, Notice, Refusal } from '../../ui/feedback.js';
import { Day } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Fact, Facts, Page, Scroll, Stack } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { WHOLE } from '../../ui/numbers.js';
import { ExposureFigures } from './figures.graphql.js';
import { NetworkChoice, useFirstNetwork } from './network-choice.js';

type Report = Extract<
  ExposureFiguresQuery['exposureReport'],
  { readonly __typename: 'ExposureReport' }
>;
type Measures = Omit<Report['tables'][number]['rows'][number], 'of' | '__typename'>;

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
  return (
    <Page
      title={tc('menu.exposure')}
      actions={
        found?.__typename === 'ExposureReport' ? (
          <Button onPress={() => giveCsv('exposure', rowsOf(found, t))}>{t('csv')}</Button>
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
        {({ exposureReport: report, networks }) =>
          isRefused(report) ? (
            <Refusal refused={refusalOf(report)} />
          ) : (
            <Figures
              report={report}
              networks={new Map(networks.edges.map(({ node }) => [node.slug, node.name]))}
            />
          )
        }
      </Answered>
    </Page>
  );
}

/** The groups of age, by the code that the report has. */
const AGES = { 'under-36': 'UNDER_36', '36-54': 'FROM_36', '55-plus': 'FROM_55' } as const;

function Figures({
  report,
  networks,
}: {
  readonly report: Report;
  /** Names by slug. */
  readonly networks: ReadonlyMap<string, string>;
}): ReactNode {
  const t = useT('console-figures');
  const nameOf = ({
    code,
    label,
  }: {
    readonly code: string | null;
    readonly label: string | null;
  }): string => {
    if (code === null) return t('unstated');
    if (Object.hasOwn(AGES, code)) return t(`age.${AGES[code as keyof typeof AGES]}`);
    return networks.get(code) ?? label ?? code;
  };
  const format = useFormat();
  const { total, gini, ofAll } = report;
  const share = (value: number | null | undefined): string =>
    value === null || value === undefined ? t('withheld') : format.percent(value / WHOLE);
  return (
    <Stack>
      <p>{t('exposure.period', { from: new Date(report.from), to: new Date(report.to) })}</p>
      {total ? (
        <Card title={t('exposure.total')}>
          <Facts>
            <Fact term={t('exposure.women')}>{format.number(total.women)}</Fact>
            <Fact term={t('exposure.shown')}>
              {total.shown === null ? t('withheld') : format.number(total.shown)}
            </Fact>
            <Fact term={t('exposure.shortlisted')}>
              {total.shortlisted === null ? t('withheld') : format.number(total.shortlisted)}
            </Fact>
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
            <Scroll label={t(`dimension.${dimension}`)}>
              <table className={kit.table}>
                <caption>{t('exposure.caption')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t(`dimension.${dimension}`)}</th>
                    <th scope="col" data-number="">
                      {t('exposure.women')}
                    </th>
                    <th scope="col" data-number="">
                      {t('exposure.shown')}
                    </th>
                    <th scope="col" data-number="">
                      {t('exposure.shortlisted')}
                    </th>
                    <th scope="col" colSpan={2}>
                      {t('exposure.shareOfWomen')}
                    </th>
                    <th scope="col" colSpan={2}>
                      {t('exposure.shareOfExposure')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ of, ...measures }) => (
                    <Row key={of.code} name={nameOf(of)} measures={measures} />
                  ))}
                  {together ? (
                    <Row
                      name={t('exposure.together', {
                        names: format.list(together.of.map(nameOf)),
                      })}
                      measures={together}
                    />
                  ) : null}
                </tbody>
              </table>
            </Scroll>
          )}
        </section>
      ))}
    </Stack>
  );
}

function Row({
  name,
  measures,
}: {
  readonly name: string;
  readonly measures: Measures;
}): ReactNode {
  const t = useT('console-figures');
  const format = useFormat();
  const { women, shown, shortlisted, shareOfWomen, shareOfExposure } = measures;
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td data-number="">{format.number(women)}</td>
      <td data-number="">{shown === null ? t('withheld') : format.number(shown)}</td>
      <td data-number="">{shortlisted === null ? t('withheld') : format.number(shortlisted)}</td>
      <td data-number="">{format.percent(shareOfWomen / WHOLE)}</td>
      <td aria-hidden="true">
        <StackedBar parts={[{ index: 0, value: shareOfWomen }]} most={WHOLE} />
      </td>
      <td data-number="">
        {shareOfExposure === null ? t('withheld') : format.percent(shareOfExposure / WHOLE)}
      </td>
      <td aria-hidden="true">
        {shareOfExposure === null ? null : (
          <StackedBar parts={[{ index: 1, value: shareOfExposure }]} most={WHOLE} />
        )}
      </td>
    </tr>
  );
}

function rowsOf(
  report: Report,
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
    ...report.tables.flatMap(({ dimension, rows }) =>
      rows.map(({ of, women, shown, shortlisted, shareOfWomen, shareOfExposure }) => [
        t(`dimension.${dimension}`),
        of.label ?? t('unstated'),
        women,
        shown,
        shortlisted,
        percent(shareOfWomen),
        percent(shareOfExposure),
      ]),
    ),
  ];
}
