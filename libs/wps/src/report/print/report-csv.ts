import { csvLine } from '#kernel';
import type { PrintedReport } from './printed-report.js';

/** The names of its columns are for programs, and so the same in every language. */
const HEAD = ['section', 'cell', 'row', 'column', 'value'];

/** A report as CSV, a line for each value. */
export function reportCsv({ sections }: PrintedReport): string {
  const lines = sections.flatMap((section) =>
    section.cells.flatMap(({ code, table, lines: texts }) => [
      ...(table?.rows ?? []).flatMap((row, i) =>
        row.map((value, j) => [section.title, code, i + 1, table!.columns[j]!, value]),
      ),
      ...texts.map((text, i) => [section.title, code, (table?.rows.length ?? 0) + i + 1, '', text]),
    ]),
  );
  return [HEAD, ...lines].map((line) => csvLine(line)).join('');
}
