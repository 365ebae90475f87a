import { Secret, TOTP } from 'otpauth';

/** The code that an authenticator shows now, or so many steps (30 seconds each) from now. */
export function totpCode(secret: string | undefined, steps = 0): string {
  const timestamp = Date.now() + steps * 30_000;
  return TOTP.generate({ secret: Secret.fromBase32(secret ?? ''), timestamp });
}
