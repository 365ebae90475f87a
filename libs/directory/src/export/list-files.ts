import { PassThrough, type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { csvLine, MARKED_LIST } from '#kernel';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A list to be written: the canonical names of its columns, what stands over them, and the rows, one at a time. */
export interface List {
  readonly columns: readonly string[];
  readonly headers: readonly string[];
  readonly rows: AsyncIterable<ReadonlyMap<string, string>>;
  /** It is to be imported again: a CSV is marked, so that apostrophes before signs of a formula are taken off. */
  readonly isMarked?: boolean;
}

/** Of media types and endings. */
export const FILES: Readonly<Record<ExportFormat, { readonly type: string }>> = {
  csv: { type: 'text/csv; charset=utf-8' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  jsonl: { type: 'application/jsonl; charset=utf-8' },
};

const BYTE_ORDER_MARK = '\ufeff';

/** The bytes of a list in a format, as they are made: memory does not grow with the list. */
export function fileOf(format: ExportFormat, list: List): AsyncIterable<string | Buffer> {
  return WRITERS[format](list);
}

const WRITERS: Readonly<Record<ExportFormat, (list: List) => AsyncIterable<string | Buffer>>> = {
  csv,
  xlsx,
  jsonl,
};

async function* csv({ columns, headers, rows, isMarked = false }: List): AsyncGenerator<string> {
  const [marker, mark] = isMarked ? [[MARKED_LIST], ['']] : [[], []];
  yield BYTE_ORDER_MARK + csvLine([...headers, ...marker]);
  for await (const row of rows) {
    yield csvLine([...columns.map((column) => row.get(column) ?? ''), ...mark]);
  }
}

async function* jsonl({ rows }: List): AsyncGenerator<string> {
  for await (const row of rows) {
    yield `${JSON.stringify(Object.fromEntries([...row].filter(([, text]) => text !== '')))}\n`;
  }
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of a workbook of one sheet beside the sheet (ECMA-376). All cells are texts. */
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Baraza" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

async function* xlsx(list: List): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(PARTS)) {
    zip.addBuffer(Buffer.from(DECLARATION + text), name);
  }
  const sheet = new PassThrough();
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  const output = zip.outputStream as Readable;
  const written = write(sheetXml(list), sheet).catch((error: unknown) => {
    output.destroy(error as Error);
  });
  try {
    yield* output as AsyncIterable<Buffer>;
    await written;
  } finally {
    sheet.destroy();
  }
}

async function write(texts: AsyncIterable<string>, into: PassThrough): Promise<void> {
  for await (const text of texts) {
    if (into.destroyed) return;
    if (!into.write(text)) await new Promise((resolve) => into.once('drain', resolve));
  }
  into.end();
  await finished(into);
}

async function* sheetXml({ columns, headers, rows }: List): AsyncGenerator<string> {
  yield `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>`;
  yield sheetRow(headers);
  for await (const row of rows) yield sheetRow(columns.map((column) => row.get(column) ?? ''));
  yield '</sheetData></worksheet>';
}

function sheetRow(texts: readonly string[]): string {
  const cells = texts.map((text) =>
    text === ''
      ? '<c/>'
      : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
  );
  return `<row>${cells.join('')}</row>`;
}

/** For XML; what it cannot hold is written as office programs write it (ECMA-376, 22.9.2.19). */
function escaped(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_')
    .replaceAll(
      // eslint-disable-next-line no-control-regex
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/gu,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
