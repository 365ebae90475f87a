import { failure, send } from '../graph/ask.js';

/** Gives the person a file that was made here. */
export function giveFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** A table as CSV that spreadsheets open: UTF-8 with its mark, and nothing that they would take for a formula. */
export function giveCsv(
  name: string,
  rows: readonly (readonly (string | number | null | undefined)[])[],
): void {
  const text = rows.map((row) => row.map(cellOf).join(',')).join('\r\n');
  giveFile(`${name}.csv`, 'text/csv;charset=utf-8', `\uFEFF${text}\r\n`);
}

/**
 * A file that the service makes.
 *
 * @throws GraphError, OfflineError, SignedOutError
 */
export async function giveServedFile(path: string, init: RequestInit, name: string): Promise<void> {
  const answer = await send(path, init);
  if (!answer.ok) throw await failure(answer);
  const stated = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  giveFile(
    stated ?? name,
    answer.headers.get('content-type') ?? 'application/octet-stream',
    await answer.blob(),
  );
}

function cellOf(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
