import { memoizeTexts } from '#kernel';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { bidiLines, type Line } from './bidi-lines.js';
import { FONT, piecesOf, withBoxes } from './typeface.js';

/** In points. */
const MARGIN = 56;
const INDENT = 14;
const SIZE = { title: 18, heading: 13, text: 9.5, foot: 7.5 };
const LEADING = 1.45;
/** Lines written at a stretch. */
const BREATH = 20;
/** Behind the text, from one corner to the other. */
const WATERMARK = { size: 30, smallest: 9, share: 0.85, opacity: 0.13 };

/** What a PDF says of itself. */
export interface PdfFace {
  readonly title: string;
  /** BCP 47, of most of the text. */
  readonly language: string;
  readonly createdAt: Date;
  /** Stands behind the text of each page, and in its last line. */
  readonly watermark?: string;
  /** Whether the streams are compressed; true where absent. */
  readonly compress?: boolean;
}

/** How a paragraph is set; a plain one where nothing is said. */
export interface PdfStyle {
  readonly as?: 'title' | 'heading' | 'text';
  /** Steps by which it is indented. */
  readonly depth?: number;
}

/** Takes paragraphs from top to bottom, page after page. */
export interface PdfPages {
  /** Leaves space before the next paragraph. */
  gap(): void;
  write(text: string, style?: PdfStyle): Promise<void>;
}

/**
 * A PDF of texts in any script, A4, written while it is read. An error of `write` destroys the stream with it.
 *
 * @param write is called once
 */
export function textPdf(face: PdfFace, write: (pages: PdfPages) => Promise<void>): Readable {
  const { title, language, createdAt, compress = true } = face;
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    compress,
    lang: language,
    info: { Title: title, CreationDate: createdAt },
  });
  void write(new Pages(document, face.watermark ?? null, language === 'ar')).then(
    () => document.end(),
    (error: unknown) => document.destroy(error instanceof Error ? error : undefined),
  );
  return document;
}

interface Setting {
  readonly font: string;
  readonly size: number;
}

class Pages implements PdfPages {
  private y = MARGIN;
  private lines = 0;

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly watermark: string | null,
    private readonly isRightToLeft: boolean,
  ) {
    this.mark();
  }

  gap(): void {
    this.y += SIZE.heading;
  }

  async write(text: string, { as = 'text', depth = 0 }: PdfStyle = {}): Promise<void> {
    const { document } = this;
    const size = SIZE[as];
    const setting = { font: as === 'text' ? FONT.regular : FONT.bold, size };
    const edge = MARGIN + depth * INDENT;
    const right = document.page.width - MARGIN;
    const width = this.widths(setting);
    const measure = measureBy(width);
    for (const line of bidiLines(printable(text), right - edge, measure, this.isRightToLeft)) {
      if (this.y + size * LEADING > document.page.height - MARGIN) {
        document.addPage();
        this.y = MARGIN;
        this.mark();
        this.set(setting);
      }
      // What begins at the right is indented from there.
      this.draw(line, width, this.y, (length) =>
        line.fromRight ? right - (edge - MARGIN) - length : edge,
      );
      this.y += size * LEADING;
      this.lines += 1;
      // Shaping is all computing: other requests must get a word in.
      if (this.lines % BREATH === 0) await setImmediate();
    }
  }

  /** What stands on every page, whatever else does. */
  private mark(): void {
    const { document, watermark } = this;
    if (watermark === null) return;
    const { width, height } = document.page;
    const [x, y] = [width / 2, height / 2];
    const room = Math.hypot(width, height) * WATERMARK.share;
    const wide = this.lengthOf(watermark, WATERMARK.size);
    const size = Math.max(WATERMARK.smallest, WATERMARK.size * Math.min(1, room / wide));
    document.save();
    document.opacity(WATERMARK.opacity);
    document.rotate((-Math.atan2(height, width) * 180) / Math.PI, { origin: [x, y] });
    this.drawOnce(watermark, size, room, y - size / 2, (length) => x - length / 2);
    document.restore();
    const line = height - MARGIN + SIZE.foot;
    this.drawOnce(watermark, SIZE.foot, width - 2 * MARGIN, line, (length) => x - length / 2);
  }

  private lengthOf(text: string, size: number): number {
    return measureBy(this.widths({ font: FONT.regular, size }))(printable(text));
  }

  /** The first line of a text, as far as there is room. */
  private drawOnce(
    text: string,
    size: number,
    room: number,
    y: number,
    from: (length: number) => number,
  ): void {
    const width = this.widths({ font: FONT.regular, size });
    const [line] = bidiLines(printable(text), room, measureBy(width));
    if (line) this.draw(line, width, y, from);
  }

  private set({ font, size }: Setting): void {
    this.document.font(font).fontSize(size);
  }

  /** How wide a piece is in a setting, which is in force from now on. */
  private widths(setting: Setting): (piece: string) => number {
    this.set(setting);
    // Words come again and again.
    return memoizeTexts((piece) => this.document.widthOfString(piece, { features: [] }));
  }

  private draw(
    { runs }: Line,
    width: (piece: string) => number,
    y: number,
    from: (length: number) => number,
  ): void {
    const pieces = runs.flatMap(piecesOf);
    const widths = pieces.map(width);
    let x = from(sum(widths));
    for (const [i, piece] of pieces.entries()) {
      // With features, even none, the whole run is shaped at once and not word by word.
      this.document.text(piece, x, y, { lineBreak: false, features: [] });
      x += widths[i] ?? 0;
    }
  }
}

function measureBy(width: (piece: string) => number): (text: string) => number {
  return (word) => (word.trim() === '' ? width(word) : sum(piecesAsWritten(word).map(width)));
}

/** The pieces of a word before it is known where it stands: those of its directions, each drawn by itself. */
function piecesAsWritten(word: string): string[] {
  return bidiLines(word, Infinity, () => 0).flatMap(({ runs }) => runs.flatMap(piecesOf));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

const GROUPS_OF_DIGITS =
  /(?<![\p{L}\p{N}]|[\p{Script=Latin}\p{Nd}]\/)\+?\p{Nd}+(?:[ \u00A0.\-\u2010-\u2012/()]{1,3}\p{Nd}+)*/gu;
/** A number of one country has at least so many digits; two years have fewer. */
const TELEPHONE_DIGITS = 9;

/**
 * Telephone numbers isolated and forced from left to right. The algorithm alone would order their groups from right to left in
 * an Arabic text, and put the plus behind them. What goes on after letters, such as A/72/926, it orders as it should.
 */
function straightNumbers(text: string): string {
  return text.replaceAll(GROUPS_OF_DIGITS, (number) => {
    const groups = number.match(/\p{Nd}+/gu) ?? [];
    const digits = sum(groups.map((group) => Array.from(group).length));
    const isTelephone =
      number.startsWith('+') ||
      groups.length > 2 ||
      (groups.length === 2 && digits >= TELEPHONE_DIGITS);
    return isTelephone ? `\u2066\u202D${number}\u202C\u2069` : number;
  });
}

/** Without what no typeface can show, and with boxes for what ours cannot. */
function printable(text: string): string {
  return withBoxes(straightNumbers(text.toWellFormed().replaceAll(/[^\P{Cc}\n]/gu, ' ')));
}
