import { problem } from '#messages';
import { ImportRefusedError } from '../../import-refused-error.js';
import type { Package } from './package.js';
import { isStrike, PARTS, unescaped } from './parts.js';
import { xmlEvents } from '../zip/xml.js';

/** Bytes of texts and of their ends that are held in memory at the most. */
const MOST_BYTES = 128 * 1024 ** 2;
/** Code units of one text that are kept: more than any text of a profile has, which is refused by its length then. */
const LONGEST = 65_535;

/** The texts that cells refer to by number, kept as one block of bytes and their ends. */
export class SharedStrings {
  private bytes = Buffer.alloc(64 * 1024);
  private used = 0;
  private ends = new Uint32Array(1_024);
  private count = 0;
  private readonly struck = new Set<number>();

  /** @param isStruck whether a line goes through some of it */
  add(text: string, isStruck = false): void {
    if (isStruck) this.struck.add(this.count);
    const size = Buffer.byteLength(text);
    const ends = this.count * this.ends.BYTES_PER_ELEMENT;
    if (this.used + size + ends > MOST_BYTES) {
      throw new ImportRefusedError(problem('workbook.tooMuchText'));
    }
    if (this.used + size > this.bytes.length) {
      this.bytes = Buffer.concat([this.bytes, Buffer.alloc(Math.max(size, this.bytes.length))]);
    }
    if (this.count === this.ends.length) {
      const larger = new Uint32Array(this.ends.length * 2);
      larger.set(this.ends);
      this.ends = larger;
    }
    this.used += this.bytes.write(text, this.used);
    this.ends[this.count++] = this.used;
  }

  isStruck(index: number): boolean {
    return this.struck.has(index);
  }

  /** Null where there is no such text. */
  get(index: number): string | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) return null;
    const start = index > 0 ? (this.ends[index - 1] ?? 0) : 0;
    return this.bytes.toString('utf8', start, this.ends[index]);
  }
}

/**
 * Reads the part; the runs of rich text are put together, reading aids (phonetics) are left out. Where
 * the part is missing there are no texts, and a cell that refers to one is refused.
 */
export async function readSharedStrings(
  file: Package,
  part: string | undefined,
): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (part === undefined || !file.has(part)) return strings;
  let text = '';
  let run = '';
  let inText = false;
  let phonetic = false;
  let isRunStruck = false;
  let isStruck = false;
  for await (const events of xmlEvents(await file.part(part), PARTS.sharedStrings)) {
    for (const event of events) {
      if (event.kind === 'text') {
        if (inText && !phonetic) run = (run + event.text).slice(0, LONGEST);
        continue;
      }
      const opens = event.kind === 'open';
      if (event.name === 't') {
        inText = opens;
        if (!opens) text += unescaped(run);
        if (!opens && isRunStruck) isStruck ||= run.trim() !== '';
        run = '';
      }
      if (event.name === 'rPh') phonetic = opens;
      if (event.name === 'r') isRunStruck = false;
      if (isStrike(event)) isRunStruck = true;
      if (event.name !== 'si') continue;
      if (!opens && isStruck) file.keep();
      if (!opens) strings.add(text.slice(0, LONGEST), isStruck);
      text = '';
      isStruck = false;
    }
  }
  return strings;
}
