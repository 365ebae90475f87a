import { MOST_COLUMNS, type Merged, type Table } from '../table.js';
import type { Package } from './package.js';
import { isTrue, placeOf } from './sheet.js';
import { PARTS } from './parts.js';
import { unpacked, xmlEvents } from '../zip/xml.js';

/** What a sheet says of merged cells and hidden columns has one of these in it. */
const HINT = /mergeCell|hidden|width=["']0/;
const LONGEST_HINT = 16;

/** Merged cells and hidden columns of a sheet. They stand behind its rows, so the part is read for them first. */
export async function readLayout(
  file: Package,
  part: string,
): Promise<Pick<Table, 'hiddenColumns' | 'merged'>> {
  const hiddenColumns = new Set<number>();
  const merged: Merged[] = [];
  if (!(await hasHint(file, part))) return { hiddenColumns, merged };
  for await (const events of xmlEvents(await file.part(part), PARTS.worksheet)) {
    for (const event of events) {
      if (event.kind !== 'open') continue;
      const { hidden, width, min, max, ref = '' } = event.attributes;
      if (event.name === 'col' && (isTrue(hidden) || Number(width ?? 1) === 0)) {
        const last = Math.min(Number(max), MOST_COLUMNS);
        for (let i = Math.max(1, Number(min)); i <= last; i++) {
          file.keep();
          hiddenColumns.add(i - 1);
        }
      }
      if (event.name !== 'mergeCell') continue;
      file.keep();
      merged.push(...mergedAt(ref));
    }
  }
  return { hiddenColumns, merged };
}

async function hasHint(file: Package, part: string): Promise<boolean> {
  let end = '';
  for await (const text of unpacked(await file.part(part))) {
    if (HINT.test(end + text)) return true;
    end = text.slice(-LONGEST_HINT);
  }
  return false;
}

function mergedAt(name: string): Merged[] {
  const [from = '', to = from] = name.split(':');
  const [first, last] = [placeOf(from), placeOf(to)];
  if (!first || !last) return [];
  return [{ name, rows: [first.row, last.row], columns: [first.column, last.column] }];
}
