import { memoizeTexts } from '#kernel';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { translator } from '#messages';
import type { Locale } from '#vocabulary';
import PDFDocument from 'pdfkit';
import type { PersonalData } from '../personal-data.service.js';
import { bidiLines } from './bidi-lines.js';
import { heading } from './headings.js';
import { outlineOf } from './outline.js';
import { FONT, piecesOf, withBoxes } from './typeface.js';

const MARGIN = 56;
const INDENT = 14;
const SIZE = { title: 18, heading: 13, text: 9.5 };
const LEADING = 1.45;
/** Lines written at a stretch. */
const BREATH = 20;
/** Everything that is held about a woman as a PDF, headings in her language, written while it is read. */
export function writePdf(data: PersonalData, locale: Locale, { compress = true } = {}): Readable {
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    compress,
    lang: locale,
    info: {
      Title: translator('personal-data', locale)('title'),
      CreationDate: new Date(data.exportedAt),
    },
  });
  void write(new Pages(document), data, locale).then(
    () => document.end(),
    (error: unknown) => document.destroy(error instanceof Error ? error : undefined),
  );
  return document;
}

async function write(page: Pages, data: PersonalData, locale: Locale): Promise<void> {
  const t = translator('personal-data', locale);
  const moment = data.exportedAt.slice(0, 16).replace('T', ' ');
  await page.write(t('title'), { font: FONT.bold, size: SIZE.title });
  // Isolated, so that the words around it do not turn the day around.
  await page.write(t('note', { moment: `\u2066${moment} UTC\u2069` }));
  for (const [name, part] of Object.entries(data.parts)) {
    page.gap();
    await page.write(heading(name, locale), { font: FONT.bold, size: SIZE.heading });
    const outline = outlineOf(part, locale);
    if (outline.length === 0) await page.write(t('nothing'));
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

  async write(
    text: string,
    { font = FONT.regular, size = SIZE.text, depth = 0 } = {},
  ): Promise<void> {
    const { document } = this;
    document.font(font).fontSize(size);
    const edge = MARGIN + depth * INDENT;
    const right = document.page.width - MARGIN;
    // Words come again and again.
    const width = memoizeTexts((piece) => document.widthOfString(piece, { features: [] }));
    const measure = (word: string) =>
      word.trim() === '' ? width(word) : sum(piecesAsWritten(word).map(width));
    for (const { runs, fromRight } of bidiLines(printable(text), right - edge, measure)) {
      if (this.y + size * LEADING > document.page.height - MARGIN) {
        document.addPage();
        this.y = MARGIN;
      }
      const pieces = runs.flatMap(piecesOf);
      const widths = pieces.map(width);
      // What begins at the right is indented from there.
      let x = fromRight ? right - (edge - MARGIN) - sum(widths) : edge;
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

/** The pieces of a word before it is known where it stands: those of its directions, each drawn by itself. */
function piecesAsWritten(word: string): string[] {
  return bidiLines(word, Infinity, () => 0).flatMap(({ runs }) => runs.flatMap(piecesOf));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

const GROUPS_OF_DIGITS =
  /(?<![\p{L}\p{N}])\+?\p{Nd}+(?:[ \u00A0.\-\u2010-\u2012/()]{1,3}\p{Nd}+)*/gu;
/** A number of one country has at least so many digits; two years have fewer. */
const TELEPHONE_DIGITS = 9;

/**
 * Telephone numbers isolated and forced from left to right. The algorithm alone would order their groups from right to left in
 * an Arabic text, and put the plus behind them.
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
