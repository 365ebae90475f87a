import { textPdf } from '#pdf';
import type { Readable } from 'node:stream';
import type { PrintedCell, PrintedReport } from './printed-report.js';

/** A report as a PDF, written while it is read. A row of a table is a paragraph: one column after the other does not fit a page. */
export function reportPdf(
  report: PrintedReport,
  { createdAt, compress = true }: { readonly createdAt: Date; readonly compress?: boolean },
): Readable {
  const { title, locale, head, sections, comments } = report;
  return textPdf({ title, language: locale, createdAt, compress }, async (pages) => {
    await pages.write(title, { as: 'title' });
    for (const line of head) await pages.write(line);
    for (const section of sections) {
      pages.gap();
      await pages.write(section.title, { as: 'title' });
      for (const cell of section.cells) {
        pages.gap();
        await pages.write(cell.title, { as: 'heading' });
        for (const note of cell.notes) await pages.write(note);
        for (const line of linesOf(cell)) await pages.write(line, { depth: 1 });
      }
    }
    if (comments.lines.length === 0) return;
    pages.gap();
    await pages.write(comments.title, { as: 'heading' });
    for (const line of comments.lines) await pages.write(line, { depth: 1 });
  });
}

/** Each row as one paragraph, with the name of the column before each value that there is. */
function linesOf({ table, lines }: PrintedCell): string[] {
  const rows = (table?.rows ?? []).map((row) =>
    row.flatMap((value, i) => (value === '' ? [] : [`${table!.columns[i]}: ${value}`])).join('\n'),
  );
  return [...rows.flatMap((row) => [row, '']), ...lines];
}
