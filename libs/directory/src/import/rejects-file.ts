import { open, type FileHandle } from 'node:fs/promises';
import { csvLine } from './csv-line.js';
import type { Reject } from './row/reject.js';

const BYTE_ORDER_MARK = '\ufeff';

/** A CSV of what was not accepted, for the coordinator to mend. The file is made with its first line. */
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
      lines.unshift(BYTE_ORDER_MARK + csvLine(['row', 'column', 'value', 'reason', 'suggestion']));
    }
    await this.handle.appendFile(lines.join(''));
  }

  async close(): Promise<void> {
    await this.handle?.close();
  }
}
