import { createSecretKey, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { masterKeyText, parseMasterKeys, type MasterKey, type Settings } from '#config';
import { VaultError } from '../vault-error.js';

/** Anyone but the owner may do something with the file. */
const OTHERS = 0o077;

/**
 * The master key of a machine that was given none: made once in the data folder, where only its owner
 * reads it. Of processes that start together one makes it and all read that one.
 */
export async function localMasterKeys(directory: string): Promise<readonly MasterKey[]> {
  const file = join(directory, 'master.key');
  try {
    const text = (await readKey(file)) ?? (await makeKey(directory, file));
    return parseMasterKeys(text.trim());
  } catch (error) {
    throw error instanceof VaultError ? error : unusable(file, error);
  }
}

/** The names of the master keys that are there now; makes none. @throws VaultError where the file cannot be used. */
export async function masterKeyNames({
  masterKeys,
  dataDirectory,
}: Pick<Settings, 'masterKeys' | 'dataDirectory'>): Promise<string[]> {
  const file = join(dataDirectory, 'master.key');
  try {
    const text = masterKeys ? null : await readKey(file);
    const keys = masterKeys ?? (text === null ? [] : parseMasterKeys(text.trim()));
    return keys.map(({ id }) => id);
  } catch (error) {
    throw error instanceof VaultError ? error : unusable(file, error);
  }
}

async function readKey(file: string): Promise<string | null> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (found === null) return null;
  if (process.platform !== 'win32' && (found.mode & OTHERS) !== 0) {
    throw new VaultError(
      `The master key in ${file} is open to others: make it its owner's alone (chmod 600), and consider it known to them.`,
    );
  }
  return readFile(file, 'utf8');
}

/** Written whole beside its place and linked there, which fails where another process was first. */
async function makeKey(directory: string, file: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  const suffix = randomBytes(4).toString('hex');
  const fresh = `${file}.${suffix}`;
  const key = { id: `local-${suffix}`, key: createSecretKey(randomBytes(32)) };
  const handle = await open(fresh, 'wx', 0o600);
  try {
    await handle.writeFile(`${masterKeyText(key)}\n`);
    // What it will have wrapped must not outlive it, not even when the machine loses power.
    await handle.sync();
    await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await handle.close();
    await rm(fresh, { force: true });
  }
  return readFile(file, 'utf8');
}

function unusable(file: string, error: unknown): VaultError {
  const { code } = error as { code?: string };
  return new VaultError(
    `The master key in ${file} cannot be used${code ? ` (${code})` : ': the file is damaged'}.`,
  );
}
