import { open, type FileHandle } from 'node:fs/promises';
import type { Reject } from './row/reject.js';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * A text of which a spreadsheet program would take any part for a formula gets an apostrophe before
 * that part, so that the program shows it as text (OWASP, CSV injection). The program may part cells
 * at semicolons, tabs and line ends too, whatever the file says. Any other text stays as it is.
 */
export function neutralise(text: string): string {
  return text.replaceAll(/(^|[;,\t\r\n])(\s*)(?=[=+\-@])/g, "$1$2'").replace(/^(?=[\t\r])/, "'");
}

/** A CSV of what was not accepted, for the coordinator to mend. The file is made with its first line. */
export class RejectsFile {
  private handle: FileHandle | null = null;

  constructor(readonly path: string) {}

  async write(rejects: readonly Reject[]): Promise<void> {
    if (rejects.length === 0) return;
    const lines = rejects.map(({ row, column, value, reason, suggestion }) =>
      line([String(row), column, value, reason, suggestion]),
    );
    if (!this.handle) {
      this.handle = await open(this.path, 'w', 0o600);
      lines.unshift(BYTE_ORDER_MARK + line(['row', 'column', 'value', 'reason', 'suggestion']));
    }
    await this.handle.appendFile(lines.join(''));
  }

  async close(): Promise<void> {
    await this.handle?.close();
  }
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${neutralise(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}
