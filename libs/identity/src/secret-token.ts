import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** 256 random bits in letters that an address can hold. Too many to guess, so a plain hash of it can be stored. */
export function randomToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What is stored of a random token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
