import { isUtf8 } from 'node:buffer';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { CommandFailure } from '#runtime';

/** Stands for standard input wherever a command takes a file. */
export const STANDARD_INPUT = '-';

/**
 * The text of a file, or of standard input for `-`, without a byte order mark. Fails with a sentence that names the file, and the
 * line of what is not UTF-8.
 */
export async function readText(file: string): Promise<string> {
  const bytes =
    file === STANDARD_INPUT
      ? await buffer(process.stdin)
      : await readFile(file).catch(() => {
          throw new CommandFailure(`The file ${file} cannot be read.`);
        });
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const line = 1 + linesOf(bytes).findIndex((one) => !isUtf8(one));
  throw new CommandFailure(
    `${nameOf(file)} is not in UTF-8 (line ${line}): save it in this encoding.`,
  );
}

/** No part of a letter of UTF-8 is a line feed. */
function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf('\n', from);
    const next = end === -1 ? bytes.length : end + 1;
    lines.push(bytes.subarray(from, next));
    from = next;
  }
  return lines;
}

/** Whether two paths lead to one file that is there. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => stat(path).catch(() => null)));
  return Boolean(a && b && a.dev === b.dev && a.ino === b.ino);
}

/** @throws CommandFailure if what was not taken would be written over the file that is imported */
export async function checkRejectsPath(file: string, rejects: string): Promise<void> {
  if (await isSameFile(file, rejects)) {
    throw new CommandFailure('The rejects file must be another file than the one to import.');
  }
}

/** Keeps standard input in a file that nobody else can read, as long as the work with it lasts. */
export async function withStandardInputAsFile(
  work: (file: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'baraza-input-'));
  try {
    const file = join(folder, 'standard-input');
    await pipeline(process.stdin, createWriteStream(file, { mode: 0o600 }));
    await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A file as messages name it. */
export function nameOf(file: string): string {
  return file === STANDARD_INPUT ? 'Standard input' : file;
}
