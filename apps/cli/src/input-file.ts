import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { CommandFailure } from '#runtime';

/** Stands for standard input wherever a command takes a file. */
export const STANDARD_INPUT = '-';

/** The text of a file, or of standard input for `-`; fails with a sentence that names the file. */
export async function readText(file: string): Promise<string> {
  if (file === STANDARD_INPUT) return text(process.stdin);
  return readFile(file, 'utf8').catch(() => {
    throw new CommandFailure(`The file ${file} cannot be read.`);
  });
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
