import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MailNotSentError } from './mail-transport.js';

/**
 * Writes a file that its owner alone can read, into a folder of the same kind: what is sent holds links to sign in
 * with. It is whole or not there, so whoever looks into the folder meanwhile reads no half of it.
 *
 * @throws MailNotSentError with the code of the system where it cannot be written.
 */
export async function writeOwn(folder: string, name: string, text: string): Promise<void> {
  const file = join(folder, name);
  try {
    await mkdir(dirname(folder), { recursive: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(`${file}.part`, text, { mode: 0o600 });
    await rename(`${file}.part`, file);
  } catch (error) {
    throw new MailNotSentError((error as NodeJS.ErrnoException).code ?? 'outbox');
  }
}
