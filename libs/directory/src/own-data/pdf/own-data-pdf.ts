import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Locale } from '#vocabulary';
import PDFDocument from 'pdfkit';
import type { OwnData } from '../own-data.service.js';
import { bidiLines, type Run } from './bidi-lines.js';
import { heading } from './headings.js';
import { outlineOf } from './outline.js';

const { resolve } = createRequire(import.meta.url);
const FONT = resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const BOLD = resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');
const MARGIN = 56;
const INDENT = 14;
const SIZE = { title: 18, heading: 13, text: 9.5 };
const LEADING = 1.45;
/** Lines written at a stretch. */
const BREATH = 20;
/** A run whose script the typeface turns around itself; any other from right to left is turned here. */
const RIGHT_TO_LEFT_SCRIPT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Nko}\p{Script=Thaana}]/u;

/** Marks that order a text and are not drawn. */
const DIRECTIONS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Everything that is held about a woman as a PDF, headings in her language, written while it is read. */
export function ownDataPdf(data: OwnData, locale: Locale, { compress = true } = {}): Readable {
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    compress,
    lang: locale,
    info: { Title: heading('title', locale), CreationDate: new Date(data.exportedAt) },
  });
  void write(new Pages(document), data, locale).then(
    () => document.end(),
    (error: unknown) => document.destroy(error instanceof Error ? error : undefined),
  );
  return document;
}

async function write(page: Pages, data: OwnData, locale: Locale): Promise<void> {
  const moment = data.exportedAt.slice(0, 16).replace('T', ' ');
  await page.write(heading('title', locale), { font: BOLD, size: SIZE.title });
  // Isolated, so that the words around it do not turn the day around.
  await page.write(heading('note', locale).replace('{moment}', `\u2066${moment} UTC\u2069`));
  for (const [name, part] of Object.entries(data.parts)) {
    page.gap();
    await page.write(heading(name, locale), { font: BOLD, size: SIZE.heading });
    const outline = outlineOf(part);
    if (outline.length === 0) await page.write(heading('nothing', locale));
    for (const { depth, text } of outline) await page.write(text, { depth });
  }
}

/** Text from top to bottom, page after page. */
class Pages {
  private y = MARGIN;
  private lines = 0;

  constructor(private readonly document: PDFKit.PDFDocument) {}

  gap(): void {
    this.y += SIZE.heading;
  }

  async write(text: string, { font = FONT, size = SIZE.text, depth = 0 } = {}): Promise<void> {
    const { document } = this;
    document.font(font).fontSize(size);
    const edge = MARGIN + depth * INDENT;
    const right = document.page.width - MARGIN;
    const width = (piece: string) =>
      document.widthOfString(piece.replaceAll(DIRECTIONS, ''), { features: [] });
    for (const { runs, fromRight } of bidiLines(
      printable(text),
      right - edge,
      remembering(width),
    )) {
      if (this.y + size * LEADING > document.page.height - MARGIN) {
        document.addPage();
        this.y = MARGIN;
      }
      const pieces = runs.map(drawn);
      const widths = pieces.map(width);
      // What begins at the right is indented from there.
      let x = fromRight
        ? right - (edge - MARGIN) - widths.reduce((sum, one) => sum + one, 0)
        : edge;
      for (const [i, piece] of pieces.entries()) {
        // With features, even none, the whole run is shaped at once and not word by word.
        document.text(piece, x, this.y, { lineBreak: false, features: [] });
        x += widths[i] ?? 0;
      }
      this.y += size * LEADING;
      this.lines += 1;
      // Shaping is all computing: other requests must get a word in.
      if (this.lines % BREATH === 0) await setImmediate();
    }
  }
}

/** Words come again and again. */
function remembering(measure: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? measure(text);
    known.set(text, width);
    return width;
  };
}

function drawn({ text: written, rightToLeft }: Run): string {
  const text = written.replaceAll(DIRECTIONS, '');
  return rightToLeft && !RIGHT_TO_LEFT_SCRIPT.test(text)
    ? Array.from(text).toReversed().join('')
    : text;
}

/** Without what no typeface can show. */
function printable(text: string): string {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\n]/gu, ' ');
}
