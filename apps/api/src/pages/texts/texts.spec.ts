import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '#vocabulary';
import { TEXTS } from './texts.js';

/** Every text with where it stands: `signIn.title`. */
function texts(value: object, path = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]: [string, string | object]) =>
    typeof inner === 'string'
      ? [[`${path}${key}`, inner] as [string, string]]
      : texts(inner, `${path}${key}.`),
  );
}

const english = new Map(texts(TEXTS.en));
const parameters = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

/** What is written alike on purpose: cognates, and names of file formats. */
const ALIKE = 5;

describe.each(LOCALES)('the texts in %s', (locale) => {
  const own = texts(TEXTS[locale]);

  it('are all there', () => {
    expect(own.map(([path]) => path).toSorted()).toEqual([...english.keys()].toSorted());
    expect(own.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('take what the English ones take', () => {
    for (const [path, text] of own) {
      expect([path, parameters(text)]).toEqual([path, parameters(english.get(path) ?? '')]);
    }
  });

  it('hold no HTML', () => {
    expect(own.filter(([, text]) => /[<>]|&\w+;/.test(text))).toEqual([]);
  });

  it('say nothing twice in a menu', () => {
    const { menu } = TEXTS[locale];
    expect(new Set(Object.values(menu)).size).toBe(Object.keys(menu).length);
  });
});

describe.each(LOCALES.filter((locale) => locale !== 'en'))('the texts in %s', (locale) => {
  it('are translated', () => {
    const long = texts(TEXTS[locale]).filter(([, text]) => text.split(' ').length > 2);
    expect(long.filter(([path, text]) => english.get(path) === text)).toEqual([]);
    const same = texts(TEXTS[locale]).filter(([path, text]) => english.get(path) === text);
    expect(same.length).toBeLessThanOrEqual(locale === 'fr' ? 2 * ALIKE : ALIKE);
  });
});

it('writes Arabic in its own letters', () => {
  const without = texts(TEXTS.ar).filter(([, text]) => !/[\u0600-\u06FF]/.test(text));
  expect(without).toEqual([]);
});
