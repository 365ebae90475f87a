import {
  type ExposureReport,
  type ExposureTable,
  type Measures,
  ExposureReportService,
} from '#engagement';
import { OPERATOR } from '#identity';
import { areaLabel, isArea } from '#vocabulary';
import type { Format } from '../format-option.js';
import { asCsv, asJson, asTable } from '../output.js';
import { withApplication } from '../with-application.js';

/** Prints who came before organizers in a quarter, by network, region and age band. */
export async function exposure(options: {
  from?: string;
  to?: string;
  format: Format;
}): Promise<void> {
  await withApplication(async (app) => {
    const { from, to, format } = options;
    console.log(
      PRINT[format](await app.get(ExposureReportService).report(OPERATOR, { from, to }, null)),
    );
  });
}

const HEAD = ['women', 'shown', 'shortlisted', 'share of women', 'share of exposure'];

const PRINT: Record<Format, (report: ExposureReport) => string> = {
  json: (report) => asJson(report),

  csv: ({ total, tables }) =>
    asCsv({
      head: ['dimension', 'code', ...HEAD],
      rows: [
        ...(total ? [['all', '', ...cellsOf(total)]] : []),
        ...tables.flatMap((table) =>
          linesOf(table).map(({ codes, measures }) => [
            table.dimension,
            codes.join(' + '),
            ...cellsOf(measures),
          ]),
        ),
      ],
    }),

  table: ({ from, to, total, gini, tables }) => {
    if (!total) return `From ${from} to ${to} too few women are counted to report on them.`;
    const spread = gini === null ? '' : `; Gini ${percent(gini)}`;
    return [
      `From ${from} to ${to}: ${total.women} women are counted; shown: ${numberOf(total.shown)}; ` +
        `shortlisted: ${numberOf(total.shortlisted)}${spread}.`,
      ...tables.map((table) =>
        asTable({
          head: [table.dimension, ...HEAD],
          rows: linesOf(table).map(({ codes, measures }) => [
            codes.map(named).join(', '),
            measures.women,
            measures.shown ?? '-',
            measures.shortlisted ?? '-',
            percent(measures.shareOfWomen),
            measures.shareOfExposure === null ? '-' : percent(measures.shareOfExposure),
          ]),
          widths: [36, 8, 8, 13, 16, 19],
        }),
      ),
    ].join('\n');
  },
};

/** The rows of a table, and last those that are printed together. */
function linesOf({ rows, together }: ExposureTable) {
  return [
    ...rows.map(({ code, ...measures }) => ({ codes: [code ?? 'not stated'], measures })),
    ...(together
      ? [{ codes: together.codes.map((code) => code ?? 'not stated'), measures: together }]
      : []),
  ];
}

function cellsOf({ women, shown, shortlisted, shareOfWomen, shareOfExposure }: Measures) {
  return [women, shown ?? '', shortlisted ?? '', shareOfWomen, shareOfExposure ?? ''];
}

/** A number is not told where it, or that of the others, is below five. */
function numberOf(count: number | null): number | string {
  return count ?? 'not told';
}

function named(code: string): string {
  return isArea(code) ? areaLabel(code, 'en') : code;
}

function percent(microUnits: number): string {
  return `${(microUnits / 10_000).toFixed(1)}%`;
}
