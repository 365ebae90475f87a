import { memoize } from '#kernel';
import { problem } from '#messages';
import { ImportRefusedError } from '../../import-refused-error.js';
import type { Book, Sheet } from '../book.js';
import type { Table } from '../table.js';
import type { Archive } from '../zip/archive.js';
import type { CellContext } from './cell-value.js';
import { readLayout } from './layout.js';
import { Package } from './package.js';
import { readSharedStrings } from './shared-strings.js';
import { isTrue, sheetRows } from './sheet.js';
import { readStyles } from './styles.js';
import { PARTS, unescaped } from './parts.js';
import { xmlEvents } from '../zip/xml.js';

/** A sheet, and the part of the package that holds it. */
interface SheetPart extends Sheet {
  readonly part: string;
}

/** A workbook of Office Open XML (ECMA-376). */
export class Workbook implements Book<SheetPart> {
  /** A sheet is opened for a look at it, and to be read. */
  private readonly layoutOf = memoize((part: string) => readLayout(this.file, part));

  private constructor(
    private readonly file: Package,
    readonly sheets: readonly SheetPart[],
    private readonly context: CellContext,
  ) {}

  /** @throws ImportRefusedError when the archive is no workbook, or a part of it is missing. */
  static async of(archive: Archive): Promise<Workbook> {
    const file = new Package(archive);
    const part = await file.workbook();
    const { named, ...root } = await readRoot(file, part);
    const related = await file.relationships(part);
    const first = (type: string) => related.find((one) => one.type === type)?.part ?? undefined;
    const byId = new Map(related.map((one) => [one.id, one]));
    const sheets = named.flatMap(({ id, ...sheet }) => {
      const found = byId.get(id);
      if (!found?.part)
        throw new ImportRefusedError(problem('damaged.sheet', { sheet: sheet.name }));
      if (!file.has(found.part))
        throw new ImportRefusedError(problem('damaged.missing', { part: found.part }));
      return found.type === 'worksheet' ? [{ ...sheet, part: found.part }] : [];
    });
    const strings = await readSharedStrings(file, first('sharedStrings'));
    const styles = await readStyles(file, first('styles'));
    return new Workbook(file, sheets, { ...root, strings, styles });
  }

  async table({ part }: SheetPart): Promise<Table> {
    const layout = await this.layoutOf(part);
    return { rows: sheetRows(this.file, part, this.context), isStrict: false, ...layout };
  }

  async hasComments({ part }: SheetPart): Promise<boolean> {
    const related = await this.file.relationships(part);
    return related.some(({ type }) => type === 'comments' || type === 'threadedComment');
  }
}

async function readRoot(file: Package, part: string) {
  const named: { id: string; name: string; isHidden: boolean }[] = [];
  let epoch1904 = false;
  let isUncalculated = false;
  for await (const events of xmlEvents(await file.part(part), PARTS.workbook)) {
    for (const event of events) {
      if (event.kind !== 'open') continue;
      const { attributes } = event;
      if (event.name === 'sheet') {
        file.keep();
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
  }
  return { named, epoch1904, isUncalculated };
}
