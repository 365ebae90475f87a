import { parse } from '@formatjs/icu-messageformat-parser';
import { readFileSync } from 'node:fs';
import { argumentsOf, textOf } from './catalogues.js';

const FORMATS = JSON.parse(readFileSync(new URL('../src/formats.json', import.meta.url), 'utf8'));

/** Texts of so many words in English that no language writes the same. */
const LONG = 4;

/** In French a space stands before these marks, and no line begins with one. */
const BREAKING = / [;:?!»]|« /;

/** What is wrong with the catalogues, by area and language the text of a file: one sentence each. */
export function problemsOf(catalogues) {
  return Object.entries(catalogues).flatMap(([area, files]) => {
    const problems = [];
    const read = Object.entries(files).map(([locale, text]) => {
      const { messages, mistakes } = messagesOf(text, locale);
      problems.push(...mistakes.map((mistake) => `${area}/${locale}.json: ${mistake}`));
      return [locale, messages];
    });
    const { en: english, ...others } = Object.fromEntries(read);
    for (const [locale, messages] of Object.entries(others)) {
      const different = differences(messages, english);
      problems.push(...different.map((mistake) => `${area}/${locale}.json: ${mistake}`));
    }
    return problems;
  });
}

/** The messages of a file with what each takes. */
function messagesOf(text, locale) {
  const messages = new Map();
  if (text === null) return { messages, mistakes: ['there is no such file.'] };
  let pairs;
  try {
    pairs = Object.entries(JSON.parse(text));
  } catch (error) {
    return { messages, mistakes: [`it is not JSON: ${error.message}.`] };
  }
  const mistakes = repeatedKeys(text).map((key) => `${key} stands in it twice.`);
  for (const [key, message] of pairs) {
    if (typeof message !== 'string' || message.trim() === '') {
      mistakes.push(`${key} has no text.`);
      continue;
    }
    if (/[<>]|&\w+;/.test(message)) mistakes.push(`${key} holds HTML.`);
    if (locale === 'fr' && BREAKING.test(message)) {
      mistakes.push(`${key} has a space at a mark where a line could end: U+00A0 stands there.`);
    }
    try {
      const elements = parse(message, { ignoreTag: true });
      const taken = argumentsOf(elements);
      messages.set(key, { message, taken, words: textOf(elements).match(/\p{L}+/gu)?.length ?? 0 });
      mistakes.push(
        ...taken.flatMap((one) => faultsOf(one, locale)).map((fault) => `${key}: ${fault}`),
      );
    } catch (error) {
      mistakes.push(`${key} is not ICU MessageFormat: ${error.message}.`);
      messages.set(key, { message, taken: null, words: 0 });
    }
  }
  return { messages, mistakes };
}

/** Keys on two lines: JSON itself would keep the last and say nothing. */
function repeatedKeys(text) {
  const keys = [...text.matchAll(/^\s*"((?:[^"\\]|\\.)*)"\s*:/gm)].map(([, key]) => key);
  return [...new Set(keys.filter((key, i) => keys.indexOf(key) !== i))];
}

/** An unknown format, or plural forms that are not those of the language in CLDR. */
function faultsOf({ name, kind, style, options }, locale) {
  if (style === 'plural' || style === 'selectordinal') {
    const type = style === 'plural' ? 'cardinal' : 'ordinal';
    const wanted = new Intl.PluralRules(locale, { type }).resolvedOptions().pluralCategories;
    const found = options.filter((option) => !option.startsWith('='));
    const lacks = wanted.filter((form) => !found.includes(form));
    const strange = found.filter((form) => !wanted.includes(form));
    return [
      ...(lacks.length === 0 ? [] : [`the plural of ${name} lacks ${lacks.join(', ')}.`]),
      ...(strange.length === 0 ? [] : [`the plural of ${name} has no form ${strange.join(', ')}.`]),
    ];
  }
  const formats = { number: FORMATS.number, Date: FORMATS.date }[kind];
  if (style === null || style === 'select') return [];
  if (typeof style === 'string' && Object.hasOwn(formats, style)) return [];
  return [`${name} has an unknown format; known are: ${Object.keys(formats).join(', ')}.`];
}

function differences(messages, english) {
  const mistakes = [];
  for (const [key, { message, taken, words }] of english) {
    const own = messages.get(key);
    if (own === undefined) {
      mistakes.push(`${key} is missing.`);
      continue;
    }
    const [wanted, found] = [summary(taken), summary(own.taken)];
    if (wanted !== found) {
      mistakes.push(
        `${key} takes ${found || 'nothing'}; in English it takes ${wanted || 'nothing'}.`,
      );
    }
    if (own.message === message && words >= LONG) {
      mistakes.push(`${key} is not translated.`);
    }
  }
  const unknown = [...messages.keys()].filter((key) => !english.has(key));
  return [...mistakes, ...unknown.map((key) => `${key} does not exist in English.`)];
}

/** What a message takes, whatever the order and the number of times; a plural may stand where a number does. */
function summary(taken) {
  const all = (taken ?? []).map(({ name, kind, style, options }) =>
    style === 'select'
      ? `{${name}, select: ${options.toSorted().join(' ')}}`
      : `{${name}} (${kind})`,
  );
  return [...new Set(all)].toSorted().join(', ');
}
