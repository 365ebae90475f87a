import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { PrintedReport, PrintedTable } from './printed-report.js';

/** A report as a Word document that its readers can go on writing in. In Arabic it is set from right to left. */
export async function reportDocx(report: PrintedReport): Promise<Buffer> {
  const { title, locale, head, sections, comments } = report;
  const isRightToLeft = locale === 'ar';
  const paragraph = (text: string, heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
    new Paragraph({
      bidirectional: isRightToLeft,
      ...(heading ? { heading } : {}),
      children: text
        .split('\n')
        .map((line, i) => new TextRun({ text: line, rightToLeft: isRightToLeft, break: i && 1 })),
    });
  const row = (cells: readonly string[], isHead = false) =>
    new TableRow({
      tableHeader: isHead,
      children: cells.map((text) => new TableCell({ children: [paragraph(text)] })),
    });
  const table = ({ columns, rows }: PrintedTable) =>
    new Table({
      visuallyRightToLeft: isRightToLeft,
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [row(columns, true), ...rows.map((cells) => row(cells))],
    });
  const children = [
    paragraph(title, HeadingLevel.TITLE),
    ...head.map((line) => paragraph(line)),
    ...sections.flatMap((section) => [
      paragraph(section.title, HeadingLevel.HEADING_1),
      ...section.cells.flatMap((cell) => [
        paragraph(cell.title, HeadingLevel.HEADING_2),
        ...cell.notes.map((note) => paragraph(note)),
        ...(cell.table === null ? [] : [table(cell.table)]),
        ...cell.lines.map((line) => paragraph(line)),
      ]),
    ]),
    ...(comments.lines.length === 0 ? [] : [paragraph(comments.title, HeadingLevel.HEADING_1)]),
    ...comments.lines.map((line) => paragraph(line)),
  ];
  const document = new Document({ title, creator: 'Baraza', sections: [{ children }] });
  return Packer.toBuffer(document);
}
