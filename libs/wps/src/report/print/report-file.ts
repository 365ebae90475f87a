import type { Readable } from 'node:stream';
import type { ReadReport } from '../views.js';
import { printReport, type PrintedReport } from './printed-report.js';
import type { Locale } from '#vocabulary';

export const REPORT_FORMATS = ['pdf', 'docx', 'csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const TYPES: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
};

export interface ReportFile {
  /** Its media type. */
  readonly type: string;
  readonly name: string;
  readonly body: Readable | Buffer | string;
}

/** A report in words of a language. */
export function printed({ view, content }: ReadReport, locale: Locale): PrintedReport {
  return printReport(content, view, locale);
}

/**
 * A report as a file. JSON is what was submitted, to the last character, so that its hash can be checked; it is in no language.
 * What writes PDFs and Word documents is loaded when the first is asked for.
 */
export async function reportFile(
  read: ReadReport,
  format: ReportFormat,
  locale: Locale,
): Promise<ReportFile> {
  const { form, actor, from, until } = read.content;
  const name = `${form.code}-${actor.code}-${from}-${until}`.toLowerCase();
  if (format === 'json') {
    const body = read.frozen ?? JSON.stringify(read.content);
    return { type: TYPES.json, name: `${name}.json`, body };
  }
  const day = read.view.submittedAt ?? read.content.preparedOn;
  return printedFile(printed(read, locale), format, { name, createdAt: new Date(day) });
}

/** Formats that are in words of a language. */
export const PRINTED_FORMATS = ['pdf', 'docx', 'csv'] as const;
export type PrintedFormat = (typeof PRINTED_FORMATS)[number];

/** What is in words as a file. @param as its name without the ending, when it was made, and whether a PDF is compressed */
export async function printedFile(
  report: PrintedReport,
  format: PrintedFormat,
  {
    name,
    createdAt,
    compress = true,
  }: { readonly name: string; readonly createdAt: Date; readonly compress?: boolean },
): Promise<ReportFile> {
  const file = { type: TYPES[format], name: `${name}.${format}` };
  switch (format) {
    case 'pdf': {
      const { reportPdf } = await import('./report-pdf.js');
      return { ...file, body: reportPdf(report, { createdAt, compress }) };
    }
    case 'docx': {
      const { reportDocx } = await import('./report-docx.js');
      return { ...file, body: await reportDocx(report) };
    }
    default: {
      const { reportCsv } = await import('./report-csv.js');
      return { ...file, body: reportCsv(report) };
    }
  }
}
