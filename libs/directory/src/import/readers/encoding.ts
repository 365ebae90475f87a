import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { problem } from '#messages';
import { ImportRefusedError } from '../import-refused-error.js';

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

/**
 * The file's text, piece by piece, without its byte order mark. What is not text becomes `UNREADABLE`.
 *
 * @throws ImportRefusedError when it is of another code page, whose letters would become others in silence.
 */
export async function* textOf(file: string): AsyncGenerator<string> {
  const encoding = await encodingOf(file);
  if (encoding === 'windows-1252' && (await isOfOtherCodePage(file))) {
    throw new ImportRefusedError(problem('refused.encoding'));
  }
  yield* decoded(file, encoding);
}

/**
 * What no text in Windows-1252 holds, but texts of other code pages read as such: four letters outside ASCII
 * in a row (Arabic, Cyrillic, Greek, Hebrew), a capital within small letters or a sign within a word
 * (Macintosh, DOS, Polish), and codes that name no character.
 */
const FOREIGN = [
  /[À-ÿ]{4}/u,
  /\p{Ll}[À-ÖØ-ÞŠŒŽŸ]\p{Ll}/u,
  /\p{L}[€‚ƒ†‡ˆ‰‹•˜›¢£¤¥¦¨©¬®¯±²³¶¸¹¼½¾¡¿§]\p{L}/u,
  /(?<!\p{L})[£¥¯¬]\p{Ll}/u,
  /[\u0080-\u009f]/u,
];
/** More than the longest of them looks at. */
const OVERLAP = 4;

async function isOfOtherCodePage(file: string): Promise<boolean> {
  let end = '';
  for await (const text of decoded(file, 'windows-1252')) {
    if (FOREIGN.some((pattern) => pattern.test(end + text))) return true;
    end = text.slice(-OVERLAP);
  }
  return false;
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
