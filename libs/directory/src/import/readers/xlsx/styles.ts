import { isDateFormat } from './number-format.js';
import type { Package } from './package.js';
import { isStrike, PARTS } from './parts.js';
import { xmlEvents } from '../zip/xml.js';

/** Number formats that every workbook has without declaring them and that show dates (ECMA-376, 18.8.30). */
const DATES = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58,
]);

/** How a style shows numbers. */
export interface Style {
  readonly isDate: boolean;
  /** With a line through the text. */
  readonly isStruck: boolean;
  /** The format's code; '' where it is built in and changes no digits. */
  readonly format: string;
}

/** The styles of cells by their number; empty where the part is missing. */
export async function readStyles(file: Package, part: string | undefined): Promise<Style[]> {
  if (part === undefined || !file.has(part)) return [];
  const codes = new Map<number, string>();
  const used: { readonly numFmtId: number; readonly fontId: number }[] = [];
  const struck: boolean[] = [];
  let inCellStyles = false;
  let inFonts = false;
  for await (const events of xmlEvents(await file.part(part), PARTS.styles)) {
    for (const event of events) {
      if (event.kind === 'text') continue;
      if (event.name === 'cellXfs') inCellStyles = event.kind === 'open';
      if (event.name === 'fonts') inFonts = event.kind === 'open';
      if (event.kind !== 'open') continue;
      file.keep();
      const { numFmtId = 0, fontId = 0, formatCode = '' } = event.attributes;
      if (inFonts && event.name === 'font') struck.push(false);
      if (inFonts && isStrike(event)) struck[struck.length - 1] = true;
      if (event.name === 'numFmt') codes.set(Number(numFmtId), formatCode);
      if (event.name === 'xf' && inCellStyles) {
        used.push({ numFmtId: Number(numFmtId), fontId: Number(fontId) });
      }
    }
  }
  return used.map(({ numFmtId: id, fontId }) => {
    const format = codes.get(id) ?? '';
    const isDate = codes.has(id) ? isDateFormat(format) : DATES.has(id);
    return { isDate, isStruck: struck[fontId] ?? false, format };
  });
}
