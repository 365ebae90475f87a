import type { Archive } from './archive.js';
import { xmlEvents } from './xml.js';

const PART = 'xl/styles.xml';
/** Number formats that every workbook has without declaring them and that show dates (ECMA-376, 18.8.30). */
const BUILT_IN = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58,
]);

/** Whether a cell of this style shows its number as a date. */
export type DateStyles = ReadonlySet<number>;

export async function readDateStyles(archive: Archive): Promise<DateStyles> {
  const dates = new Set<number>();
  if (!archive.has(PART)) return dates;
  const custom = new Set<number>();
  let inCellStyles = false;
  let style = 0;
  for await (const event of xmlEvents(await archive.stream(PART))) {
    if (event.kind === 'text') continue;
    if (event.name === 'cellXfs') inCellStyles = event.kind === 'open';
    if (event.kind !== 'open') continue;
    if (event.name === 'numFmt' && showsDate(event.attributes.formatCode ?? '')) {
      custom.add(Number(event.attributes.numFmtId));
    }
    if (event.name === 'xf' && inCellStyles) {
      const format = Number(event.attributes.numFmtId ?? 0);
      if (BUILT_IN.has(format) || custom.has(format)) dates.add(style);
      style += 1;
    }
  }
  return dates;
}

/** A format with a year or a day in it, quoted text and conditions left out. */
function showsDate(format: string): boolean {
  return /[yd]/i.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}
