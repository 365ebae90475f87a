import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decrypt, encrypt } from './cipher.js';

const key = createSecretKey(Buffer.alloc(32, 1));
const another = createSecretKey(Buffer.alloc(32, 2));

describe('a sealed value', () => {
  it('opens with its key in its place, and there only', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), fc.string(), (bytes, place, elsewhere) => {
        const plain = Buffer.from(bytes);
        const sealed = encrypt(key, plain, place);
        expect(decrypt(key, sealed, place)).toEqual(plain);
        expect(decrypt(another, sealed, place)).toBeNull();
        if (elsewhere !== place) expect(decrypt(key, sealed, elsewhere)).toBeNull();
      }),
    );
  });

  it('does not open when any of its bits is another, or some are missing', () => {
    const sealed = encrypt(key, Buffer.from('text'), 'place');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(decrypt(key, changed, 'place')).toBeNull();
    }
    for (let length = 0; length < sealed.length; length += 1) {
      expect(decrypt(key, sealed.subarray(0, length), 'place')).toBeNull();
    }
  });

  it('has the documented form: version, nonce, tag, as many bytes as the text', () => {
    const sealed = encrypt(key, randomBytes(100), '');
    expect(sealed).toHaveLength(1 + 12 + 16 + 100);
    expect(sealed[0]).toBe(1);
  });

  it('never looks the same twice', () => {
    const sealed = Array.from({ length: 1_000 }, () => encrypt(key, Buffer.from('text'), 'place'));
    expect(new Set(sealed.map((bytes) => bytes.subarray(1, 13).toString('hex'))).size).toBe(1_000);
  });
});
