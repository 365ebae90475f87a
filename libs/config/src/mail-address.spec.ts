import { describe, expect, it } from '@jest/globals';
import { isMailAddress, mailAddressProblem } from './mail-address.js';

describe('a mail address', () => {
  it.each(['baraza@localhost', 'amina.diallo+baraza@mail.example.org', "o'neill@example.org"])(
    'is %s',
    (text) => {
      expect(isMailAddress(text)).toBe(true);
    },
  );

  it.each([
    '',
    'nobody',
    'a@b',
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

  it.each([
    ['jane@example.org', null],
    ['mailto:jane@example.org', 'mailto'],
    ['MAILTO:jane@example.org', 'mailto'],
    ['jane@example.org;', 'marks'],
    ['jane@example.org,', 'marks'],
    ['jane@example.org.', 'marks'],
    ['<jane@example.org>', 'named'],
    ['(jane@example.org)', 'marks'],
    ['Jane Doe <jane@example.org>', 'named'],
    ['jane@example.org; doe@example.org', 'several'],
    ['jane@example.org doe@example.org', 'several'],
    ['jane@example.org\u200b', 'invisible'],
    ['\u200ejane@example.org', 'invisible'],
    ['ja\u00adne@example.org', 'invisible'],
    ['jane＠example.org', 'wide'],
    ['ｊane@example.org', 'wide'],
    ['jane@exämple.org', 'domain'],
    ['jane@مثال.org', 'domain'],
    ['jäne@example.org', 'local'],
    ['jane at example.org', 'other'],
    ['jane@example', 'other'],
  ])('tells of %j why mail cannot go there: %s', (text, problem) => {
    expect(mailAddressProblem(text)).toBe(problem);
    expect(isMailAddress(text)).toBe(problem === null);
  });
});
