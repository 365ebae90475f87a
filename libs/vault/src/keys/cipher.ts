/**
 * AES-256-GCM, and the form of everything that is sealed:
 *
 *   1 byte   version of this form: 1
 *   12 bytes nonce, random
 *   16 bytes tag
 *   the rest ciphertext, as long as the text
 *
 * Nonces are random, so one key seals at most 2^32 values (NIST SP 800-38D, 8.3): the chance that two
 * of them share a nonce stays below 2^-32. Rotate before.
 */
import { createCipheriv, createDecipheriv, randomFillSync, type KeyObject } from 'node:crypto';

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + NONCE + TAG;
const ALGORITHM = 'aes-256-gcm';

/** Encrypts so that it opens only with the same key and the same associated text. */
export function encrypt(key: KeyObject, plain: Buffer, associated: string): Buffer {
  const nonce = nextNonce();
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(associated, 'utf8'));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), ciphertext]);
}

/** Drawn many at a time: to ask the system for twelve bytes costs more than to encrypt a short text. */
const drawn = Buffer.alloc(1_024 * NONCE);
let used = drawn.length;

function nextNonce(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += NONCE;
  return drawn.subarray(used - NONCE, used);
}

/** What was encrypted, or null where a byte, the key or the associated text is another. */
export function decrypt(key: KeyObject, sealed: Buffer, associated: string): Buffer | null {
  if (sealed.length < HEAD || sealed[0] !== VERSION) return null;
  const nonce = sealed.subarray(1, 1 + NONCE);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG });
  decipher.setAAD(Buffer.from(associated, 'utf8'));
  decipher.setAuthTag(sealed.subarray(1 + NONCE, HEAD));
  const plain = decipher.update(sealed.subarray(HEAD));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return null;
  }
}
