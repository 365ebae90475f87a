import { problem } from '#messages';
import { ImportRefusedError } from '../import-refused-error.js';
import type { Bytes } from './bytes.js';
import type { Remark } from './raw-row.js';

/** Code pages that spreadsheet programs write in the languages of the networks. */
const CODE_PAGES = ['windows-1252', 'windows-1256', 'macintosh'] as const;
type CodePage = (typeof CODE_PAGES)[number];

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | CodePage;

/** The encoding of a file, and of a code page, which no mark names, the words from which it was told. */
export interface FoundEncoding {
  readonly encoding: Encoding;
  readonly words: readonly string[];
}

/** What a decoder puts where bytes are no text. */
export const UNREADABLE = '\ufffd';
const UNREADABLE_CODE = UNREADABLE.charCodeAt(0);
const LAST_OF_ASCII = 0x7f;

/**
 * The encoding of a text file: what its byte order mark or its first null bytes say; else UTF-8, unless more bytes outside
 * ASCII are no UTF-8 than are; then the one code page in which its words are words. Reads the file in constant memory.
 *
 * @throws ImportRefusedError when no code page or more than one makes words of it: letters would become others in silence.
 */
export async function encodingOf(bytes: Bytes): Promise<FoundEncoding> {
  const mark = await byteOrderMark(bytes);
  if (mark) return { encoding: mark, words: [] };
  let readable = 0;
  let unreadable = 0;
  if (!(await isUnreadable(bytes))) return { encoding: 'utf-8', words: [] };
  for await (const text of decodedText(bytes, 'utf-8')) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code <= LAST_OF_ASCII) continue;
      if (code === UNREADABLE_CODE) unreadable += 1;
      else readable += 1;
    }
  }
  return unreadable > readable ? codePageOf(bytes) : { encoding: 'utf-8', words: [] };
}

/** Whether anything of the file is no UTF-8; seldom, and found many times faster than counted. */
async function isUnreadable(bytes: Bytes): Promise<boolean> {
  for await (const text of decodedText(bytes, 'utf-8')) {
    if (text.includes(UNREADABLE)) return true;
  }
  return false;
}

/** Says from which words a code page was told; nothing for an encoding that the file itself tells. */
export function* encodingRemark({ encoding, words }: FoundEncoding): Generator<Remark> {
  if (words.length === 0) return;
  const reason = problem('remark.encoding', { words: words.join(', ') });
  yield { part: 'file', name: NAMES[encoding] ?? encoding, fate: 'noted', reason };
}

const NAMES: Readonly<Partial<Record<Encoding, string>>> = {
  'windows-1252': 'Windows-1252',
  'windows-1256': 'Windows-1256',
  macintosh: 'MacRoman',
};

/**
 * What no text in a code page of the Latin alphabet holds, but texts of other code pages read as such: four letters
 * outside ASCII in a row (Arabic, Cyrillic, Greek, Hebrew), a capital behind a small letter or a sign within a word, and
 * codes that name no character.
 */
const LATIN = [
  /[À-ÿ]{4}/u,
  /\p{Ll}[À-ÖØ-ÞŠŒŽŸ]\p{Ll}/u,
  /\p{L}[€‚ƒ†‡ˆ‰‹•˜›¢£¤¥¦¨©¬®¯±²³¶¸¹¼½¾¡¿§™]\p{L}/u,
  /\p{L}ƒ|ƒ\p{L}/u,
  /(?<!\p{L})[£¥¯¬]\p{Ll}/u,
  /[\u0080-\u009f]/u,
  // Two bytes of UTF-8: the file is put together from two.
  /[ÃÂ][€‚ƒ„†‡ˆ‰‹•˜™›\u00a0-\u00bf]|Ã[ŠŒŽšœžŸ]/u,
];
/** Signs that a text read as MacRoman has in its words where it is of another code page. */
/** What is a letter in MacRoman and a dash or an apostrophe in Windows-1252, within words: L—pez, espa–ol, Garc’a. */
const DOUBTFUL =
  /\p{Ll}[–—]\p{Ll}|\p{L}—\p{Ll}|(?<!prud|entr|grand|aujourd)(?<=\p{L}[bcdfhjklmnpqrstvwxz])’(?!(?:s|t|re|ll|ve|d|m)(?!\p{L}))\p{Ll}/iu;
const MAC_SIGNS =
  /(?<!\p{L})[ìî]\p{Ll}|\p{L}[^\p{L}\p{M}\p{N}\p{ASCII}\s’‘·­–—]\p{L}|[∂∑∏π∫Ω√∆≈◊]|\p{Ll}[À-ÖØ-Þ]/u;
/** What a text in Windows-1256 does not hold: Arabic and Latin letters in one word, and signs among Arabic letters. */
const MIXED = [
  /\p{sc=Arab}\p{sc=Latn}|\p{sc=Latn}\p{sc=Arab}/u,
  /\p{sc=Arab}[^\p{L}\p{M}\p{N}\p{P}\p{Z}\p{Cf}\s]\p{sc=Arab}/u,
  /[\u0080-\u009f]/u,
];
const FOREIGN: Readonly<Record<CodePage, readonly RegExp[]>> = {
  'windows-1252': LATIN,
  macintosh: [...LATIN, MAC_SIGNS],
  'windows-1256': MIXED,
};
/** Letters that other code pages have no letters for where Windows-1256 has them, and that are frequent in Arabic. */
const FREQUENT = /[لمنهويى]/gu;
const FEWEST_FREQUENT = 0.2;
/** More than the longest of the patterns looks at. */
const OVERLAP = 4;
const MOST_WORDS = 3;
const WORD = /[\p{L}\p{M}’'-]*[^\p{ASCII}\s][\p{L}\p{M}’'-]*/gu;

/** Windows-1252 where nothing speaks against it; else the only other one. */
async function codePageOf(bytes: Bytes): Promise<FoundEncoding> {
  const latin = await readAs(bytes, 'windows-1252');
  if (latin && !(await holds(bytes, 'windows-1252', DOUBTFUL))) return latin;
  const [found, other] = [await readAs(bytes, 'windows-1256'), await readAs(bytes, 'macintosh')];
  if (latin && !other) return latin;
  const only = latin || (found && other) ? null : (found ?? other);
  if (!only) throw new ImportRefusedError(problem('refused.encoding'));
  return only;
}

/** Whether the text, read so, holds a pattern. */
async function holds(bytes: Bytes, encoding: CodePage, pattern: RegExp): Promise<boolean> {
  let end = '';
  for await (const text of decodedText(bytes, encoding)) {
    if (pattern.test(end + text)) return true;
    end = (end + text).slice(-OVERLAP);
  }
  return false;
}

/** Some of the words that are not ASCII; null where the text holds what none in this code page does. */
async function readAs(bytes: Bytes, encoding: CodePage): Promise<FoundEncoding | null> {
  const words = new Set<string>();
  let [arabic, frequent, end] = [0, 0, ''];
  for await (const text of decodedText(bytes, encoding)) {
    const piece = end + text;
    if (FOREIGN[encoding].some((pattern) => pattern.test(piece))) return null;
    arabic += text.match(/\p{sc=Arab}/gu)?.length ?? 0;
    frequent += text.match(FREQUENT)?.length ?? 0;
    for (const [word] of words.size < MOST_WORDS ? text.matchAll(WORD) : []) {
      if (words.size < MOST_WORDS && /\p{L}{2}/u.test(word)) words.add(word);
    }
    end = piece.slice(-OVERLAP);
  }
  const isArabic = arabic > 0 && frequent >= arabic * FEWEST_FREQUENT;
  return encoding === 'windows-1256' && !isArabic ? null : { encoding, words: [...words] };
}

/** The file's text in pieces, without its byte order mark. What is not text becomes `UNREADABLE`. */
export async function* decodedText(bytes: Bytes, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes.chunks()) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

async function byteOrderMark(bytes: Bytes): Promise<Encoding | null> {
  const start = (await bytes.start(4)).toString('hex');
  if (start.startsWith('efbbbf')) return 'utf-8';
  if (start.startsWith('fffe')) return 'utf-16le';
  if (start.startsWith('feff')) return 'utf-16be';
  // Without a mark: letters of ASCII, each with a null byte beside it.
  if (/^(?!00)..00(?!00)..00$/.test(start)) return 'utf-16le';
  return /^00(?!00)..00(?!00)..$/.test(start) ? 'utf-16be' : null;
}
