import { posix } from 'node:path';
import { Archive } from './archive.js';
import { readDateStyles } from './date-styles.js';
import { readSharedStrings } from './shared-strings.js';
import type { TableRow } from '../table.js';
import { sheetRows } from './sheet.js';
import { xmlEvents } from './xml.js';

/** An open workbook: paths of its sheets in order, and their rows. */
export interface Workbook {
  readonly sheets: readonly string[];
  rows(sheet: string): AsyncGenerator<TableRow>;
  close(): void;
}

const ROOT = 'xl/workbook.xml';

/** @throws ImportRefusedError when the file is no workbook. */
export async function openWorkbook(file: string): Promise<Workbook> {
  const archive = await Archive.open(file);
  try {
    const { ids, epoch1904 } = await readRoot(archive);
    const targets = await readTargets(archive);
    const strings = await readSharedStrings(archive);
    const dates = await readDateStyles(archive);
    return {
      sheets: ids.flatMap((id) => targets.get(id) ?? []),
      rows: (sheet) => sheetRows(archive, sheet, { strings, dates, epoch1904 }),
      close: () => archive.close(),
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function readRoot(archive: Archive): Promise<{ ids: string[]; epoch1904: boolean }> {
  const ids: string[] = [];
  let epoch1904 = false;
  for await (const event of xmlEvents(await archive.stream(ROOT))) {
    if (event.kind !== 'open') continue;
    if (event.name === 'sheet') ids.push(event.attributes['r:id'] ?? '');
    if (event.name === 'workbookPr')
      epoch1904 = ['1', 'true'].includes(event.attributes.date1904 ?? '');
  }
  return { ids, epoch1904 };
}

async function readTargets(archive: Archive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  for await (const event of xmlEvents(await archive.stream('xl/_rels/workbook.xml.rels'))) {
    if (event.kind !== 'open' || event.name !== 'Relationship') continue;
    const { Id: id = '', Target: target = '' } = event.attributes;
    const path = target.startsWith('/') ? target.slice(1) : posix.join('xl', target);
    if (archive.has(path)) targets.set(id, path);
  }
  return targets;
}
