import { asciiDigits } from '#vocabulary';
import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator knows it. */
const PARAMETERS = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Steps before and after now that are taken too, for clocks that differ. */
const WINDOW = 1;
/** As RFC 4226 recommends for HMAC-SHA-1. */
const SECRET_BYTES = 20;

/** A new secret in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What an authenticator reads from a QR code. */
export function totpUri(secret: string, email: string): string {
  return new TOTP({ ...PARAMETERS, issuer: 'Baraza', label: email, secret }).toString();
}

/** Spaces, and marks that order a text and are not seen, which come along when a code is copied. */
const UNSEEN = /[\p{White_Space}\p{Cf}]/gu;

/** A code as it was meant: in digits of any script, spaced as the authenticator shows it. Null where it is none. */
function plainTotpCode(code: string): string | null {
  const digits = asciiDigits(code.replaceAll(UNSEEN, ''));
  return /^[0-9]{6}$/.test(digits) ? digits : null;
}

/** The time step that a code is of, if it is right now or was a moment ago; null where it is not. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const token = plainTotpCode(code);
  // The library fails on characters of several bytes.
  if (token === null) return null;
  const timestamp = now.getTime();
  const delta = TOTP.validate({
    ...PARAMETERS,
    secret: Secret.fromBase32(secret),
    token,
    timestamp,
    window: WINDOW,
  });
  return delta === null ? null : TOTP.counter({ period: PARAMETERS.period, timestamp }) + delta;
}
