import { open, readFile, rm, type FileHandle } from 'node:fs/promises';
import { csvLine } from './csv-line.js';
import type { Reject } from './row/reject.js';

const BYTE_ORDER_MARK = '\ufeff';
const HEADER = BYTE_ORDER_MARK + csvLine(['row', 'column', 'value', 'reason', 'suggestion']);

/**
 * A CSV of what was not accepted, for the coordinator to mend. The file is made with its first line; where
 * nothing is rejected, that of an earlier import goes.
 */
export class RejectsFile {
  private handle: FileHandle | null = null;

  constructor(readonly path: string) {}

  async write(rejects: readonly Reject[]): Promise<void> {
    if (rejects.length === 0) return;
    const lines = rejects.map(({ row, column, value, reason, suggestion }) =>
      csvLine([row, column, value, reason, suggestion]),
    );
    if (!this.handle) {
      this.handle = await open(this.path, 'w', 0o600);
      lines.unshift(HEADER);
    }
    await this.handle.appendFile(lines.join(''));
  }

  /** To be called when the import is over: a rejects file of an earlier one is out of date then. */
  async removeOld(): Promise<void> {
    if (this.handle) return;
    const text = await readFile(this.path, 'utf8').catch(() => '');
    // Nothing but a rejects file is removed, whatever path was given.
    if (text.startsWith(HEADER)) await rm(this.path);
  }

  async close(): Promise<void> {
    await this.handle?.close();
  }
}
