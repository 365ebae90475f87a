import { createSecretKey, type KeyObject } from 'node:crypto';

/** A key that wraps the data keys. Its bytes are in an object that neither prints nor serialises them. */
export interface MasterKey {
  readonly id: string;
  readonly key: KeyObject;
}

const LENGTH = 32;

/** Reads `id:base64` texts with commas between; throws what is wrong with them, which repeats none. */
export function parseMasterKeys(text: string): readonly MasterKey[] {
  const keys = text.split(',').map((part) => parseMasterKey(part.trim()));
  if (new Set(keys.map(({ id }) => id)).size < keys.length) {
    throw new Error('must name each key differently');
  }
  if (keys.some(({ key }, i) => keys.slice(0, i).some((other) => other.key.equals(key)))) {
    throw new Error('must not hold the same key twice');
  }
  return keys;
}

function parseMasterKey(text: string): MasterKey {
  const [, id, base64] = /^([^:]*):([^:]*)$/.exec(text) ?? [];
  if (id === undefined || base64 === undefined) {
    throw new Error('must hold keys as `id:base64`, separated by commas');
  }
  if (!/^[a-z0-9-]{1,32}$/.test(id)) {
    throw new Error('must name each key by 1 to 32 small letters, digits and hyphens');
  }
  const bytes = Buffer.from(base64, 'base64');
  if (!/^[A-Za-z0-9+/]+=?$/.test(base64) || bytes.length !== LENGTH) {
    throw new Error('must hold keys of 32 bytes in base64');
  }
  return { id, key: createSecretKey(bytes) };
}

/** The key as the setting takes it: for the file in the data folder, and for nothing that is shown. */
export function masterKeyText({ id, key }: MasterKey): string {
  return `${id}:${key.export().toString('base64')}`;
}
