import { readdirSync, readFileSync } from 'node:fs';

/** The languages that every area has. */
export const LOCALES = ['ar', 'en', 'es', 'fr', 'pt', 'sw'];

const FOLDER = new URL('../catalogues/', import.meta.url);

/** The kinds of elements of a parsed message. */
export const TYPES = { literal: 0, argument: 1, number: 2, date: 3, time: 4, select: 5, plural: 6 };

/**
 * Areas that are one file with all languages of each message: names that stand alone, so that whoever adds one adds it
 * in one place.
 */
export const ONE_FILE = ['fields'];

/** Every area with its text of each language's file; `null` where there is none. */
export function readCatalogues() {
  return Object.fromEntries(
    readdirSync(FOLDER)
      .toSorted()
      .map((name) => name.replace(/\.json$/, ''))
      .map((area) => [
        area,
        ONE_FILE.includes(area)
          ? byLanguage(read(`${area}.json`))
          : Object.fromEntries(LOCALES.map((locale) => [locale, read(`${area}/${locale}.json`)])),
      ]),
  );
}

/** A file with all languages as one of each language. */
function byLanguage(text) {
  const names = [...text.matchAll(/^ {2}"(\w+)":/gm)].map(([, name]) => name);
  const messages = JSON.parse(text);
  return Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      // With each name as often as it stands in the file, so that the lint finds one that stands in it twice.
      `{\n${names.map((name) => `  "${name}": ${JSON.stringify(messages[name][locale])}`).join(',\n')}\n}`,
    ]),
  );
}

function read(path) {
  try {
    return readFileSync(new URL(path, FOLDER), 'utf8');
  } catch {
    return null;
  }
}

/** All that is put into a message, in the order of the text, with those inside of plurals and selections. */
export function argumentsOf(elements) {
  return elements.flatMap((element) => {
    const { type, value: name, style, options } = element;
    switch (type) {
      case TYPES.argument:
        return [{ name, kind: 'string', style: null }];
      case TYPES.number:
        return [{ name, kind: 'number', style: style ?? null }];
      case TYPES.date:
      case TYPES.time:
        return [{ name, kind: 'Date', style: style ?? null }];
      case TYPES.select:
      case TYPES.plural: {
        return [
          { name, ...choiceOf(element), options: Object.keys(options) },
          ...Object.values(options).flatMap((option) => argumentsOf(option.value)),
        ];
      }
      default:
        return [];
    }
  });
}

function choiceOf({ type, pluralType }) {
  if (type === TYPES.select) return { kind: 'string', style: 'select' };
  return { kind: 'number', style: pluralType === 'ordinal' ? 'selectordinal' : 'plural' };
}

/** The words of a message, without what is put in. */
export function textOf(elements) {
  return elements
    .map(({ type, value, options }) => {
      if (type === TYPES.literal) return value;
      return Object.values(options ?? {})
        .map((option) => textOf(option.value))
        .join(' ');
    })
    .join(' ');
}
