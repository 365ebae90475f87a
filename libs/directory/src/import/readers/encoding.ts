import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What a decoder puts where bytes are no text. */
export const UNREADABLE = '\ufffd';

/**
 * The encoding of a text file: what its byte order mark or its first null bytes say; else UTF-8, unless more bytes outside
 * ASCII are no UTF-8 than are, for then it is Windows-1252, which spreadsheet programs write. Reads the
 * file once, in constant memory.
 */
export async function encodingOf(file: string): Promise<Encoding> {
  const mark = await byteOrderMark(file);
  if (mark) return mark;
  let readable = 0;
  let unreadable = 0;
  for await (const text of decoded(file, 'utf-8')) {
    for (const character of text.match(/[^\0-\x7f]/gu) ?? []) {
      if (character === UNREADABLE) unreadable += 1;
      else readable += 1;
    }
  }
  return unreadable > readable ? 'windows-1252' : 'utf-8';
}

/** The file's text, piece by piece, without its byte order mark. What is not text becomes `UNREADABLE`. */
export async function* textOf(file: string): AsyncGenerator<string> {
  yield* decoded(file, await encodingOf(file));
}

async function* decoded(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(file)) {
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

async function byteOrderMark(file: string): Promise<Encoding | null> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    const start = buffer.subarray(0, bytesRead).toString('hex');
    if (start.startsWith('efbbbf')) return 'utf-8';
    if (start.startsWith('fffe')) return 'utf-16le';
    if (start.startsWith('feff')) return 'utf-16be';
    // Without a mark: letters of ASCII, each with a null byte beside it.
    if (/^(?!00)..00(?!00)..00$/.test(start)) return 'utf-16le';
    return /^00(?!00)..00(?!00)..$/.test(start) ? 'utf-16be' : null;
  } finally {
    await handle.close();
  }
}
