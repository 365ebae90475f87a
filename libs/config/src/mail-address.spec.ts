import { describe, expect, it } from '@jest/globals';
import { isMailAddress } from './mail-address.js';

describe('a mail address', () => {
  it.each(['a@b', 'amina.diallo+baraza@mail.example.org', "o'neill@example.org"])(
    'is %s',
    (text) => {
      expect(isMailAddress(text)).toBe(true);
    },
  );

  it.each([
    '',
    'nobody',
    '@example.org',
    'a@',
    'a b@example.org',
    'a@example.org, b@example.org',
    'Amina <a@example.org>',
    'a@example.org\nBcc: b@example.org',
    'a@example.org\r\n\r\nDear friend',
    'a@example.org\n',
    'a\u0000@example.org',
    '"a b"@example.org',
    'a@b@example.org',
    'a..b@example.org',
    'a@-example.org',
    'a@[127.0.0.1]',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}`,
  ])('is not %j', (text) => {
    expect(isMailAddress(text)).toBe(false);
  });
});
