import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Encrypter as AgeEncrypter } from 'age-encryption';
import { BackupError } from './restore-backup.js';

/** How an age file begins. */
const SEALED = 'age-encryption.org/v1';
type WebBytes = ReadableStream<Uint8Array>;

/** A pair of keys for backups: who has the identity reads them, who has the recipient makes them. */
export interface BackupKey {
  readonly identity: string;
  readonly recipient: string;
}

export async function makeBackupKey(): Promise<BackupKey> {
  const { generateX25519Identity, identityToRecipient } = await age();
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/**
 * Writes a backup as a compressed file, encrypted by age for its recipients. It is there under its name only when it is
 * whole, and only its owner may read it.
 *
 * @param recipients public keys of age (`age1…`); in the clear where there is none
 * @throws BackupError where the file is there already, cannot be written, or a recipient is none
 */
export async function writeBackupFile(
  file: string,
  lines: AsyncIterable<string>,
  recipients: readonly string[],
): Promise<void> {
  const fresh = `${file}.part`;
  try {
    // Reserves the name, so that nothing is overwritten.
    await (await open(file, 'wx', 0o600)).close();
  } catch (error) {
    throw unwritable(file, error);
  }
  try {
    // One that was left there has the owner and the rights of whoever made it.
    await rm(fresh, { force: true });
    const encrypter = recipients.length === 0 ? null : await encrypterFor(recipients);
    const gzip = createGzip();
    const sink = createWriteStream(fresh, { flags: 'wx', mode: 0o600, flush: true });
    const compressed = pipeline(Readable.from(lines), gzip);
    // Told below; where a recipient is none, nobody waits for it any more.
    compressed.catch(() => undefined);
    const source = encrypter ? await sealed(gzip, encrypter) : gzip;
    await Promise.all([compressed, pipeline(source, sink)]);
    await rename(fresh, file);
  } catch (error) {
    await Promise.all([fresh, file].map((each) => rm(each, { force: true })));
    throw (error as NodeJS.ErrnoException).syscall ? unwritable(file, error) : error;
  }
}

/** Loaded where a backup is sealed or opened: its many curves are for no other command. */
const age = async () => import('age-encryption');

async function encrypterFor(recipients: readonly string[]): Promise<AgeEncrypter> {
  const { Encrypter } = await age();
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new BackupError(`"${recipient}" is no recipient of age: one begins with age1.`);
    }
  }
  return encrypter;
}

async function sealed(plain: Readable, encrypter: AgeEncrypter): Promise<Readable> {
  return Readable.fromWeb((await encrypter.encrypt(Readable.toWeb(plain) as WebBytes)) as never);
}

/**
 * Reads the lines of a backup file.
 *
 * @param identity the text of an identity file of age; lines that begin with # are comments
 * @throws BackupError where the file cannot be read, opened or unpacked
 */
export async function* readBackupFile(
  file: string,
  identity: string | null,
): AsyncGenerator<string> {
  const unpacked = new PassThrough();
  const reading = (async () => {
    const isAge = await isSealed(file);
    const plain = isAge ? await opened(file, identity) : createReadStream(file);
    await pipeline(plain, createGunzip(), unpacked);
  })();
  // It is told where the lines are read; nobody waits for it before.
  reading.catch((error: unknown) => unpacked.destroy(error as Error));
  try {
    yield* createInterface({ input: unpacked, crlfDelay: Infinity });
    await reading;
  } catch (error) {
    if (error instanceof BackupError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new BackupError(
      `The backup ${file} cannot be read${code ? ` (${code})` : ': it is damaged or cut off'}.`,
    );
  }
}

async function isSealed(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(SEALED.length), 0, SEALED.length, 0);
    return buffer.toString('latin1') === SEALED;
  } finally {
    await handle.close();
  }
}

async function opened(file: string, identity: string | null): Promise<Readable> {
  if (identity === null) {
    throw new BackupError('The backup is encrypted: name the file of its key with --identity.');
  }
  const { Decrypter } = await age();
  const decrypter = new Decrypter();
  const source = createReadStream(file);
  try {
    for (const line of identity.split('\n').map((each) => each.trim())) {
      if (line !== '' && !line.startsWith('#')) decrypter.addIdentity(line);
    }
    return Readable.fromWeb((await decrypter.decrypt(Readable.toWeb(source) as WebBytes)) as never);
  } catch {
    source.destroy();
    throw new BackupError('The backup does not open with this key.');
  }
}

function unwritable(file: string, error: unknown): BackupError {
  const { code } = error as NodeJS.ErrnoException;
  return new BackupError(
    code === 'EEXIST'
      ? `${file} is there already: a backup overwrites nothing.`
      : `${file} cannot be written (${code ?? 'unknown error'}).`,
  );
}
