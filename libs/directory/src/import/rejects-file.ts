import { open, readFile, rm, type FileHandle } from 'node:fs/promises';
import { translator } from '#messages';
import { LOCALES, type Locale } from '#vocabulary';
import { csvLine } from '#kernel';
import { sayReject, type Reject } from './row/reject.js';

const BYTE_ORDER_MARK = '\ufeff';
const COLUMNS = ['row', 'column', 'value', 'reason', 'suggestion'] as const;
/** Of several sheets. */
const WITH_SHEET = ['sheet', ...COLUMNS] as const;

function header(locale: Locale, columns: typeof COLUMNS | typeof WITH_SHEET): string {
  const t = translator('import', locale);
  const names = columns.map((name) => (name === 'sheet' ? t('part.sheet') : t(`heading.${name}`)));
  return BYTE_ORDER_MARK + csvLine(names);
}

/**
 * A CSV of what was not accepted, in her language, for the coordinator to mend. The file is made with its first line; where
 * nothing is rejected, that of an earlier import goes.
 */
export class RejectsFile {
  private handle: FileHandle | null = null;

  constructor(
    readonly path: string,
    private readonly locale: Locale,
  ) {}

  async write(rejects: readonly Reject[]): Promise<void> {
    if (rejects.length === 0) return;
    // One import reads one sheet, or several throughout.
    const columns = rejects[0]?.sheet === undefined ? COLUMNS : WITH_SHEET;
    const lines = rejects.map((reject) => {
      const line = sayReject(reject, this.locale);
      return csvLine(columns.map((name) => line[name] ?? ''));
    });
    if (!this.handle) {
      this.handle = await open(this.path, 'w', 0o600);
      lines.unshift(header(this.locale, columns));
    }
    await this.handle.appendFile(lines.join(''));
  }

  /** To be called when the import is over: a rejects file of an earlier one is out of date then. */
  async removeOld(): Promise<void> {
    if (this.handle) return;
    const text = await readFile(this.path, 'utf8').catch(() => '');
    // Nothing but a rejects file is removed, whatever path was given and whatever language it was written in.
    const isRejects = [COLUMNS, WITH_SHEET].some((columns) =>
      LOCALES.some((locale) => text.startsWith(header(locale, columns))),
    );
    if (isRejects) await rm(this.path);
  }

  async close(): Promise<void> {
    await this.handle?.close();
  }
}
