import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The encoding of a text file: what its byte order mark says; else UTF-8 when every byte of the file
 * fits, which text in another encoding practically never does; else Windows-1252, which spreadsheet
 * programs write. Reads the file once, in constant memory.
 */
export async function encodingOf(file: string): Promise<Encoding> {
  const mark = await byteOrderMark(file);
  if (mark) return mark;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(file)) {
      decoder.decode(chunk as Buffer, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

/** The file's text, piece by piece, without its byte order mark. */
export async function* textOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(file));
  for await (const chunk of createReadStream(file)) {
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

async function byteOrderMark(file: string): Promise<Encoding | null> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(3), 0, 3, 0);
    const start = buffer.subarray(0, bytesRead).toString('hex');
    if (start === 'efbbbf') return 'utf-8';
    if (start.startsWith('fffe')) return 'utf-16le';
    return start.startsWith('feff') ? 'utf-16be' : null;
  } finally {
    await handle.close();
  }
}
