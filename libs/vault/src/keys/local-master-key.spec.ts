import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { masterKeyText } from '#config';
import { VaultError } from '../vault-error.js';
import { localMasterKeys } from './local-master-key.js';

describe("the data folder's master key", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baraza-key-'));
    file = join(folder, 'data', 'master.key');
  });
  afterEach(async () => rm(folder, { recursive: true }));

  const made = async () => (await localMasterKeys(join(folder, 'data'))).map(masterKeyText);

  it('is made once, for its owner alone, in the form that the setting takes', async () => {
    const first = await made();
    expect(await made()).toEqual(first);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, 'utf8')).trim()).toBe(first[0]);
  });

  it('is one when many start together, and leaves nothing else behind', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, made));
    expect(new Set(all.flat()).size).toBe(1);
    expect(await readdir(join(folder, 'data'))).toEqual(['master.key']);
  });

  it('is refused when others may read it, in a sentence that does not hold it', async () => {
    const [key = ''] = await made();
    await chmod(file, 0o640);
    const refused = await made().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(VaultError);
    expect(String(refused)).toContain('is open to others');
    expect(String(refused)).not.toContain(key.split(':')[1]);
  });

  it('is refused when it is damaged, and not made anew', async () => {
    await made();
    await writeFile(file, 'local-1:AAAA\n');
    await expect(made()).rejects.toThrow(
      new VaultError(`The master key in ${file} cannot be used: the file is damaged.`),
    );
    expect(await readFile(file, 'utf8')).toBe('local-1:AAAA\n');
  });
});
