import { describe, expect, it } from '@jest/globals';
import { newTotpSecret, totpStep, totpUri } from './totp.js';

/** RFC 6238, appendix B: the secret "12345678901234567890" and the last six of its eight digits. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1_000);

describe('codes of an authenticator', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('at %d it is %s', (seconds, code) => {
    expect(totpStep(SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('are taken one step early or late, and no more', () => {
    const [seconds, code] = [1_234_567_890, '005924'];
    const step = Math.floor(seconds / 30);
    expect(totpStep(SECRET, code, at(seconds - 30))).toBe(step);
    expect(totpStep(SECRET, code, at(seconds + 30))).toBe(step);
    expect(totpStep(SECRET, code, at(seconds - 61))).toBeNull();
    expect(totpStep(SECRET, code, at(seconds + 60))).toBeNull();
  });

  it.each([
    '005 924',
    ' 0 0 5 9 2 4\n',
    '٠٠٥٩٢٤',
    '००५ ९२४',
    '００５９２４',
    '\u202b۰۰۵۹۲۴\u202c',
    '𞥐𞥐𞥕𞥙𞥒𞥔',
  ])('%j is one in digits of any script, spaced as people write it', (code) => {
    expect(totpStep(SECRET, code, at(1_234_567_890))).toBe(41_152_263);
  });

  it.each(['', '00592', '0059245', '005925', 'abcdef', '005-924', '²³⁴¹²³', '٠٠٥', '\ud800'])(
    '%j is none',
    (code) => {
      expect(totpStep(SECRET, code, at(1_234_567_890))).toBeNull();
    },
  );

  it('come of secrets of 160 bits, told as authenticators read them', () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(secret);
    expect(totpUri(secret, 'a@example.org')).toBe(
      `otpauth://totp/Baraza:a%40example.org?issuer=Baraza&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
