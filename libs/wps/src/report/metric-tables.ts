import { metricOf, MetricReleases, type MetricCode } from '#metrics';
import { Injectable } from '@nestjs/common';
import type { Value } from './content.js';
import { namedRow } from './metric-rows.js';
import type { ReportScope, Table } from './report-scope.js';

/**
 * Figures of this directory as tables of a report: of all networks, by whole quarters, as they were released once and for all.
 * Small numbers are withheld, also from readers who know the cases of a network or of an organization. Two reports can
 * therefore not be subtracted from each other, nor what is known from a report.
 */
@Injectable()
export class MetricTables {
  constructor(private readonly releases: MetricReleases) {}

  /** Of the quarters that lie in the period and are released. @param code of METRICS */
  async table(code: string, { from, until }: ReportScope): Promise<Table> {
    const metric = metricOf(code as MetricCode);
    const quarters = this.releases
      .quarters()
      .filter((quarter) => quarter.from >= from && quarter.to <= until)
      .toReversed();
    const rows: Value[][] = [];
    for (const quarter of quarters) {
      const figures = (await this.releases.figures(quarter)).shared?.[code as MetricCode] ?? [];
      const first = `${quarter.from} – ${quarter.to}`;
      if (figures.length === 0)
        rows.push([first, null, { word: 'word.too-few' }, null, null, null]);
      for (const { of, cases, ended, share, median } of figures) {
        const named = of.map((one) => namedRow(metric.by, one));
        rows.push([
          first,
          named.length > 0 ? { all: named } : null,
          String(cases),
          ended === null ? null : String(ended),
          share === null ? null : { share },
          median === null ? null : { number: median, unit: metric.unit ?? 'days' },
        ]);
      }
    }
    return { columns: ['quarter', 'of', 'cases', 'ended', 'share', 'median'], rows };
  }
}
