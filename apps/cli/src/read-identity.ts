import { readFile } from 'node:fs/promises';
import { CommandFailure } from '#runtime';

/** The secret key of age in a file. @throws CommandFailure */
export async function readIdentity(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandFailure(`The secret key in ${file} cannot be read (${code}).`);
  }
}
