import { asciiDigits } from '#vocabulary';
import { randomInt } from 'node:crypto';

export const RECOVERY_CODES = 10;
/** Letters and digits that nobody takes for one another. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const GROUP = 4;
const GROUPS = 3;

/** Fresh codes for when an authenticator is lost: `k7mq-2xvd-9hpt`, some 59 bits each. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: GROUPS }, () =>
      Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
    ).join('-'),
  );
}

/** A code as it is hashed, however it was typed. */
export function plainRecoveryCode(code: string): string {
  return asciiDigits(code.normalize('NFKC'))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
