import { problem } from '#messages';
import { ImportRefusedError } from '../../import-refused-error.js';
import type { Book, Sheet } from '../book.js';
import { lettersOf, MOST_COLUMNS, type Merged, type Table } from '../table.js';
import type { Archive } from '../zip/archive.js';
import { xmlEvents, type PartKind, type XmlEvent } from '../zip/xml.js';
import { odsRows, repeated } from './ods-rows.js';

const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';
const NAMESPACE = 'urn:oasis:names:tc:opendocument:xmlns:';
const CONTENT_KIND: PartKind = {
  root: 'document-content',
  namespaces: ['office', 'table', 'text', 'style'].map((name) => `${NAMESPACE}${name}:1.0`),
  prefixed: true,
};
const MANIFEST_KIND: PartKind = {
  root: 'manifest',
  namespaces: [`${NAMESPACE}manifest:1.0`],
  prefixed: true,
};
const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';

interface OdsSheet extends Sheet {
  /** Place among the tables of the document, from 0. */
  readonly index: number;
  readonly hasComments: boolean;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Columns whose cells are struck out where they have no style of their own. */
  readonly struckColumns: ReadonlySet<number>;
  readonly merged: readonly Merged[];
}

/** A spreadsheet of OpenDocument (ISO/IEC 26300), as LibreOffice writes it. */
export class OdsBook implements Book<OdsSheet> {
  private constructor(
    private readonly file: Archive,
    readonly sheets: readonly OdsSheet[],
    private readonly struckStyles: ReadonlySet<string>,
  ) {}

  /** @throws ImportRefusedError when the archive is no spreadsheet of OpenDocument, or has a password. */
  static async of(file: Archive): Promise<OdsBook> {
    await checkKind(file);
    const { sheets, struckStyles } = await survey(file);
    return new OdsBook(file, sheets, struckStyles);
  }

  async table({ index, hiddenColumns, struckColumns, merged }: OdsSheet): Promise<Table> {
    const events = xmlEvents(await this.file.part(CONTENT), CONTENT_KIND);
    return {
      rows: odsRows(events, index, { styles: this.struckStyles, columns: struckColumns }),
      isStrict: false,
      hiddenColumns,
      merged,
    };
  }

  hasComments({ hasComments }: OdsSheet): Promise<boolean> {
    return Promise.resolve(hasComments);
  }
}

async function checkKind(file: Archive): Promise<void> {
  let mimetype = '';
  for await (const chunk of (await file.part('mimetype')).stream) mimetype += String(chunk);
  if (!mimetype.trim().startsWith(SPREADSHEET)) {
    throw new ImportRefusedError(problem('workbook.otherDocument'));
  }
  if (!file.has(MANIFEST)) return;
  for await (const events of xmlEvents(await file.part(MANIFEST), MANIFEST_KIND)) {
    for (const event of events) {
      if (event.kind === 'open' && event.name === 'encryption-data') {
        throw new ImportRefusedError(problem('workbook.locked'));
      }
    }
  }
}

/** Reads the document once for its sheets, their hidden columns and merged cells, and the styles that mean something. */
async function survey(file: Archive) {
  const sheets: OdsSheet[] = [];
  const styles = new Styles(file);
  let sheet: SheetSurvey | null = null;
  let depth = 0;
  for await (const events of xmlEvents(await file.part(CONTENT), CONTENT_KIND)) {
    for (const event of events) {
      styles.see(event);
      if (event.kind !== 'text' && event.name === 'table') {
        depth += event.kind === 'open' ? 1 : -1;
        // A table may hold another in a cell; that is not a sheet.
        if (event.kind === 'open' && depth === 1)
          sheet = new SheetSurvey(event.attributes, styles, file);
        if (event.kind === 'close' && depth === 0 && sheet) {
          sheets.push(sheet.ended(sheets.length));
          sheet = null;
        }
      } else if (depth === 1) sheet?.see(event);
    }
  }
  return { sheets, struckStyles: styles.struck };
}

/** The automatic styles that hide a sheet, or draw a line through text. */
class Styles {
  readonly struck = new Set<string>();
  readonly hidden = new Set<string>();
  private style = '';

  constructor(private readonly file: Archive) {}

  see(event: XmlEvent): void {
    if (event.kind !== 'open') return;
    const { attributes } = event;
    if (event.name === 'style') {
      this.file.keep();
      this.style = attributes.name ?? '';
    }
    if (event.name === 'table-properties' && attributes.display === 'false') {
      this.hidden.add(this.style);
    }
    const line = attributes['text-line-through-style'] ?? 'none';
    if (event.name === 'text-properties' && line !== 'none') this.struck.add(this.style);
  }
}

class SheetSurvey {
  private readonly hiddenColumns = new Set<number>();
  private readonly struckColumns = new Set<number>();
  private readonly merged: Merged[] = [];
  private hasComments = false;
  private columns = 0;
  private row = 0;
  private rowRepeats = 1;
  private column = 0;

  constructor(
    private readonly attributes: Record<string, string>,
    private readonly styles: Styles,
    private readonly file: Archive,
  ) {
    file.keep();
  }

  see(event: XmlEvent): void {
    if (event.kind !== 'open') return;
    const { name, attributes } = event;
    if (name === 'table-column') {
      const count = repeated(attributes, 'number-columns-repeated');
      const isHidden = /^(collapse|filter)$/.test(attributes.visibility ?? '');
      const isStruck = this.styles.struck.has(attributes['default-cell-style-name'] ?? '');
      const last = Math.min(this.columns + count, MOST_COLUMNS);
      for (let i = this.columns; i < last; i++) {
        if (isHidden || isStruck) this.file.keep();
        if (isHidden) this.hiddenColumns.add(i);
        if (isStruck) this.struckColumns.add(i);
      }
      this.columns = last;
    } else if (name === 'table-row') {
      this.row += this.rowRepeats;
      this.rowRepeats = repeated(attributes, 'number-rows-repeated');
      if (this.row === 0) this.row = 1;
      this.column = 0;
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.merge(attributes);
      this.column += repeated(attributes, 'number-columns-repeated');
    } else if (name === 'annotation') this.hasComments = true;
  }

  private merge(attributes: Record<string, string>): void {
    const across = repeated(attributes, 'number-columns-spanned');
    const down = repeated(attributes, 'number-rows-spanned');
    if (across === 1 && down === 1) return;
    this.file.keep();
    const [row, column] = [this.row, this.column];
    const [lastRow, lastColumn] = [row + down - 1, column + across - 1];
    this.merged.push({
      name: `${lettersOf(column)}${row}:${lettersOf(lastColumn)}${lastRow}`,
      rows: [row, lastRow],
      columns: [column, lastColumn],
    });
  }

  ended(index: number): OdsSheet {
    const { hiddenColumns, struckColumns, merged, hasComments } = this;
    return {
      name: this.attributes.name ?? '',
      isHidden: this.styles.hidden.has(this.attributes['style-name'] ?? ''),
      index,
      hiddenColumns,
      struckColumns,
      merged,
      hasComments,
    };
  }
}
