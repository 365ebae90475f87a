import { csvLine } from '#kernel';
import type { PrintedReport } from './printed-report.js';

/** The names of its columns are for programs, and so the same in every language. */
const HEAD = ['section', 'cell', 'row', 'column', 'value'];

/**
 * A report as CSV, a line for each value. First stands what is said of the whole report, in a section without a name; what is
 * said of a cell stands after its values, in a column without a name.
 */
export function reportCsv({ title, head, sections }: PrintedReport): string {
  const whole = [title, ...head].map((text, i) => ['', '', i + 1, '', text]);
  const lines = sections.flatMap((section) =>
    section.cells.flatMap(({ code, table, lines: values, notes }) => [
      ...(table?.rows ?? []).flatMap((row, i) =>
        row.map((value, j) => [section.title, code, i + 1, table!.columns[j]!, value]),
      ),
      ...[...values, ...notes].map((text, i) => [
        section.title,
        code,
        (table?.rows.length ?? 0) + i + 1,
        '',
        text,
      ]),
    ]),
  );
  return [HEAD, ...whole, ...lines].map((line) => csvLine(line)).join('');
}
