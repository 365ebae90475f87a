import type { ExposureReport as Report, ExposureTable as Table } from '#engagement';
import { areaLabel, isArea, type Locale } from '#vocabulary';
import type { ExposureCode, ExposureReport, ExposureTable } from './exposure.type.js';

/** The report in the graph, regions by their names. */
export function toExposureReport(report: Report, locale: Locale): ExposureReport {
  const { from, to, network, total, ofAll, gini, tables } = report;
  return {
    __typename: 'ExposureReport',
    from,
    to,
    network,
    total,
    ofAll,
    gini,
    tables: tables.map((table) => toTable(table, locale)),
  };
}

function toTable({ dimension, rows, together }: Table, locale: Locale): ExposureTable {
  const of = (code: string | null): ExposureCode => ({
    code,
    label: code !== null && isArea(code) ? areaLabel(code, locale) : code,
  });
  return {
    dimension,
    rows: rows.map(({ code, ...measures }) => ({ of: of(code), ...measures })),
    together: together && { ...together, of: together.codes.map(of) },
  };
}
