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
  const runsOf = (text: string, i: number) =>
    (isRightToLeft ? stretchesOf(text) : [{ text, rightToLeft: false }]).map(
      (stretch, at) => new TextRun({ ...stretch, break: i > 0 && at === 0 ? 1 : 0 }),
    );
  const paragraph = (text: string, heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
    new Paragraph({
      bidirectional: isRightToLeft && (ARABIC.test(text) || !/\p{L}/u.test(text)),
      ...(heading ? { heading } : {}),
      children: text.split('\n').flatMap(runsOf),
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

const ARABIC = /\p{Script=Arabic}/u;

/**
 * A word of Latin letters and digits, such as a day, a UN symbol or a telephone number, without what it stands in. A mark never
 * begins one: it belongs to the letter before it, which can be an Arabic one.
 */
const WORD = String.raw`[\p{Script=Latin}\p{Nd}](?:[\p{Script=Latin}\p{M}\p{Nd}/.:@_'’+-]*[\p{Script=Latin}\p{M}\p{Nd}])?`;
const FROM_LEFT = new RegExp(String.raw`(\+?${WORD}(?: ${WORD})*)`, 'u');

/**
 * Stretches of a line that are read from the right and from the left, in turn. In a run from right to left Word would order the
 * parts of a day from right to left. Marks of direction, which some versions of it show as boxes, are not needed then.
 */
function stretchesOf(line: string): { readonly text: string; readonly rightToLeft: boolean }[] {
  const text = line.replaceAll(/[\u2066-\u2069]/gu, '');
  if (!ARABIC.test(text)) return [{ text, rightToLeft: false }];
  return text
    .split(FROM_LEFT)
    .map((part, i) => ({ text: part, rightToLeft: i % 2 === 0 }))
    .filter((stretch) => stretch.text !== '');
}
