import { problem } from '#messages';
import { ImportRefusedError } from '../../import-refused-error.js';
import type { Table } from '../table.js';
import type { CellContext } from './cell-value.js';
import { readLayout } from './layout.js';
import { Package } from './package.js';
import { readSharedStrings } from './shared-strings.js';
import { isTrue, sheetRows } from './sheet.js';
import { readStyles } from './styles.js';
import { PARTS, unescaped, xmlEvents } from './xml.js';

/** A sheet of cells. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

/** An open workbook: its sheets in order, and the table on each. */
export class Workbook {
  private constructor(
    private readonly file: Package,
    readonly sheets: readonly Sheet[],
    private readonly context: CellContext,
  ) {}

  /** @throws ImportRefusedError when the file is no workbook, or a part of it is missing. */
  static async open(path: string): Promise<Workbook> {
    const file = await Package.open(path);
    try {
      const part = await file.workbook();
      const { named, ...root } = await readRoot(file, part);
      const related = await file.relationships(part);
      const first = (type: string) => related.find((one) => one.type === type)?.part ?? undefined;
      const sheets = named.flatMap(({ id, ...sheet }) => {
        const found = related.find((one) => one.id === id);
        if (!found?.part)
          throw new ImportRefusedError(problem('damaged.sheet', { sheet: sheet.name }));
        if (!file.has(found.part))
          throw new ImportRefusedError(problem('damaged.missing', { part: found.part }));
        return found.type === 'worksheet' ? [{ ...sheet, part: found.part }] : [];
      });
      const strings = await readSharedStrings(file, first('sharedStrings'));
      const styles = await readStyles(file, first('styles'));
      return new Workbook(file, sheets, { ...root, strings, styles });
    } catch (error) {
      file.close();
      throw error;
    }
  }

  rows({ part }: Sheet): Table['rows'] {
    return sheetRows(this.file, part, this.context);
  }

  async table(sheet: Sheet): Promise<Table> {
    const layout = await readLayout(this.file, sheet.part);
    return { rows: this.rows(sheet), isStrict: false, ...layout };
  }

  /** Whether notes or comments are attached to cells of the sheet. */
  async hasComments({ part }: Sheet): Promise<boolean> {
    const related = await this.file.relationships(part);
    return related.some(({ type }) => type === 'comments' || type === 'threadedComment');
  }

  close(): void {
    this.file.close();
  }
}

async function readRoot(file: Package, part: string) {
  const named: { id: string; name: string; isHidden: boolean }[] = [];
  let epoch1904 = false;
  let isUncalculated = false;
  for await (const event of xmlEvents(await file.part(part), PARTS.workbook)) {
    if (event.kind !== 'open') continue;
    const { attributes } = event;
    if (event.name === 'sheet') {
      const { name = '', state = 'visible' } = attributes;
      named.push({
        id: attributes['r:id'] ?? '',
        name: unescaped(name),
        isHidden: state !== 'visible',
      });
    }
    if (event.name === 'workbookPr') epoch1904 = isTrue(attributes.date1904);
    if (event.name === 'calcPr') isUncalculated = isTrue(attributes.fullCalcOnLoad);
  }
  return { named, epoch1904, isUncalculated };
}
