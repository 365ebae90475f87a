import { crc32, deflateRawSync } from 'node:zlib';

/** Parts of a package by name. */
export type Parts = Record<string, string | Buffer>;

/** A ZIP archive of parts, in their order. A name may come twice. */
export function zipOf(parts: readonly (readonly [string, string | Buffer])[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const data = Buffer.from(content as string);
    const packed = deflateRawSync(data);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(title.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, place, title);
    const file = [Buffer.from('PK\u0003\u0004', 'latin1'), common, title, packed];
    files.push(...file);
    offset += file.reduce((sum, { length }) => sum + length, 0);
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGED = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';

/** A text, or a cell as XML with `REF` for its place, such as `<c r="REF"><v>1</v></c>`; null for none. */
export type WrittenCell = string | null | { readonly xml: string };

export interface WrittenSheet {
  readonly name?: string;
  readonly rows: readonly (readonly WrittenCell[])[];
  readonly state?: 'hidden' | 'veryHidden';
  /** XML before the rows, such as `<cols>…</cols>`, and behind them. */
  readonly before?: string;
  readonly behind?: string;
  /** Attributes of rows by their number. */
  readonly rowAttributes?: Readonly<Record<number, string>>;
}

export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');

export function lettersOf(column: number): string {
  const first = column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '';
  return first + String.fromCharCode(65 + (column % 26));
}

/** The parts of a workbook. Texts are inline; `formats` are the number formats of the styles 1, 2 and so on. */
export function partsOf(sheets: readonly WrittenSheet[], formats: readonly string[] = []): Parts {
  const sheetParts = sheets.map(
    (sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)] as const,
  );
  const named = sheets.map(({ name = `Sheet${sheets.length}`, state }, i) => {
    const hidden = state ? ` state="${state}"` : '';
    return `<sheet name="${escaped(name)}" sheetId="${i + 1}"${hidden} r:id="rId${i + 1}"/>`;
  });
  const targets = sheets.map((_, i) =>
    relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`),
  );
  return {
    '[Content_Types].xml': `<Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...targets,
      relation('rIdT', 'styles', 'styles.xml'),
      relation('rIdS', 'sharedStrings', 'sharedStrings.xml'),
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${formats
      .map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`)
      .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
      .map((_, i) => `<xf numFmtId="${164 + i}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"/>`,
    ...Object.fromEntries(sheetParts),
  };
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
}

function relations(all: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGED}">${all.join('')}</Relationships>`;
}

function sheetXml({ rows, before = '', behind = '', rowAttributes = {} }: WrittenSheet): string {
  const written = rows.map((row, i) => {
    const cells = row.map((cell, column) => {
      if (cell === null) return '';
      const place = `${lettersOf(column)}${i + 1}`;
      if (typeof cell === 'object') return cell.xml.replace('REF', place);
      return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
    });
    return `<row r="${i + 1}" ${rowAttributes[i + 1] ?? ''}>${cells.join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN}">${before}<sheetData>${written.join('')}</sheetData>${behind}</worksheet>`;
}
