import { OPERATOR } from '#identity';
import { translator } from '#messages';
import { MetricsService, type Metric, type MetricReport, type NamedRow } from '#metrics';
import type { Format } from '../format-option.js';
import { asCsv, asJson, asTable } from '../output.js';
import { withApplication } from '../with-application.js';

/** Prints how long things take and how often they succeed in a quarter, with what each metric counts. */
export async function metrics(options: { from?: string; format: Format }): Promise<void> {
  await withApplication(async (app) => {
    const { from, format } = options;
    console.log(
      PRINT[format](await app.get(MetricsService).report(OPERATOR, { scope: 'all' }, from)),
    );
  });
}

const t = translator('metrics', 'en');

const HEAD = ['of', 'n', 'ended', 'share', 'median', 'p90', 'est. median', 'est. p90'];

const PRINT: Record<Format, (report: MetricReport) => string> = {
  json: ({ metrics: all, ...report }) =>
    asJson({
      ...report,
      metrics: all.map((metric) => ({
        ...metric,
        name: t(`${metric.code}.name`),
        definition: t(`${metric.code}.definition`),
      })),
    }),

  csv: ({ metrics: all }) =>
    asCsv({
      head: ['metric', 'unit', ...HEAD],
      rows: all.flatMap(({ code, kind, unit, rows }) =>
        rows.map((row) => [code, unit ?? kind, ...cellsOf(row)]),
      ),
    }),

  table: ({ from, to, metrics: all }) =>
    [
      `From ${from} to ${to}. Numbers of fewer than five mediators are withheld. Estimates count what still waits (Kaplan-Meier).`,
      ...all.map(sectionOf),
    ].join('\n\n'),
};

function sectionOf({ code, unit, rows }: Metric): string {
  const name = t(`${code}.name`);
  return [
    unit ? `${name}, in ${unit}` : name,
    t(`${code}.definition`),
    rows.length === 0
      ? 'Too few to be told.'
      : asTable({ head: HEAD, rows: rows.map(cellsOf), widths: [36, 8, 8, 9, 8, 7, 13, 10] }),
  ].join('\n');
}

function cellsOf(row: NamedRow): (string | number)[] {
  const of = [...(row.organization ? [row.organization] : []), row.of.join(' + ') || 'all'];
  return [
    of.join(': '),
    row.cases,
    row.ended ?? '-',
    row.share === null ? '-' : `${(row.share / 10_000).toFixed(1)}%`,
    row.median ?? '-',
    row.p90 ?? '-',
    row.estimatedMedian ?? '-',
    row.estimatedP90 ?? '-',
  ];
}
