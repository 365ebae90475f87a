import { describe, expect, it } from '@jest/globals';
// @ts-expect-error A script without types.
import { problemsOf } from '../build/problems.js';

const LOCALES = ['ar', 'en', 'es', 'fr', 'pt', 'sw'];

/** The problems of an area with these English messages, where one language differs. */
function problems(english: object, locale = 'en', own: object | string = english): string[] {
  const text = (file: object | string) => (typeof file === 'string' ? file : JSON.stringify(file));
  const files = LOCALES.map((each) => [each, text(each === locale ? own : english)]);
  return (problemsOf as (catalogues: object) => string[])({ area: Object.fromEntries(files) });
}

const women = (forms: string) => `{count, plural, ${forms}}`;

describe('the lint of messages', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(
      problems({ a: 'Save', b: 'Hello {name}' }, 'fr', { b: '{name}\u00a0!', a: 'Non' }),
    ).toEqual([]);
  });

  it.each<[string, object, string, object | string, string]>([
    ['a missing key', { a: 'A', b: 'B' }, 'fr', { a: 'A' }, 'fr.json: b is missing.'],
    [
      'a key of its own',
      { a: 'A' },
      'sw',
      { a: 'A', b: 'B' },
      'sw.json: b does not exist in English.',
    ],
    [
      'a key on two lines',
      { a: 'A' },
      'es',
      '{\n"a": "A",\n"a": "B"\n}',
      'es.json: a stands in it twice.',
    ],
    ['what is no JSON', { a: 'A' }, 'pt', '{', 'pt.json: it is not JSON'],
    ['an empty text', { a: 'A' }, 'pt', { a: ' ' }, 'pt.json: a has no text.'],
    ['no text at all', { a: 'A' }, 'pt', { a: ['A'] }, 'pt.json: a has no text.'],
    ['a space at a mark', { a: 'A: b' }, 'fr', { a: 'A : b' }, 'fr.json: a has a space at a mark'],
    ['HTML', { a: 'A' }, 'pt', { a: '<b>A</b>' }, 'pt.json: a holds HTML.'],
    ['an open brace', { a: 'A' }, 'ar', { a: 'A {' }, 'ar.json: a is not ICU MessageFormat'],
    [
      'a plural without `other`',
      { a: women('one {#} other {#}') },
      'sw',
      { a: women('one {#}') },
      'not ICU',
    ],
    [
      'another name',
      { a: '{name}' },
      'fr',
      { a: '{nom}' },
      'takes {nom} (string); in English it takes {name}',
    ],
    [
      'a name left out',
      { a: 'A {name}' },
      'fr',
      { a: 'A' },
      'takes nothing; in English it takes {name}',
    ],
    ['another type', { a: '{n, number}' }, 'fr', { a: '{n}' }, 'fr.json: a takes {n} (string)'],
    [
      'an unknown format',
      { a: '{n, number, percent}' },
      'fr',
      { a: '{n, number, pct}' },
      'unknown format',
    ],
    [
      'an option left out',
      { a: '{x, select, a {A} other {B}}' },
      'fr',
      { a: '{x, select, other {B}}' },
      'select',
    ],
    [
      'English words',
      { a: 'This is not translated' },
      'fr',
      { a: 'This is not translated' },
      'not translated',
    ],
  ])('finds %s', (_, english, locale, own, problem) => {
    expect(problems(english, locale, own).join('\n')).toContain(problem);
  });

  it('finds a language without a file', () => {
    const files = Object.fromEntries(
      LOCALES.map((locale) => [locale, locale === 'ar' ? null : '{}']),
    );
    expect(problemsOf({ area: files })).toEqual(['area/ar.json: there is no such file.']);
  });

  it.each([
    ['ar', 'zero {#} one {#} two {#} few {#} other {#}', 'lacks many'],
    ['fr', 'one {#} other {#}', 'lacks many'],
    ['es', 'one {#} other {#}', 'lacks many'],
    ['pt', 'one {#} other {#}', 'lacks many'],
    ['sw', 'one {#} few {#} other {#}', 'has no form few'],
    ['en', 'one {#} two {#} other {#}', 'has no form two'],
  ])('knows the plural forms of %s', (locale, forms, problem) => {
    const english = { a: women('one {#} other {#}') };
    expect(problems(english, locale, { a: women(forms) }).join('\n')).toContain(
      `area/${locale}.json: a: the plural of count ${problem}`,
    );
  });
});
